"""`workshop check`: it looks for real, names what differs, and says in plain words what to do."""

from __future__ import annotations

import importlib
import json
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
import reading
from conftest import TODAY, TOPIC

from workshop import as_made, files
from workshop.as_made import fingerprint, made, remember
from workshop.check import CHECKS, check
from workshop.command import main
from workshop.errors import KitError
from workshop.files import all_notebooks, read_notebook
from workshop.findings import report, stops
from workshop.lines import lines_for
from workshop.words import words

WORDS = words()["check"]


@pytest.fixture
def kit(tmp_path, monkeypatch):
    """A whole copy of what is checked, to change things in."""
    shutil.copytree(files.NOTEBOOKS, tmp_path / "notebooks")
    shutil.copytree(as_made.FONTS, tmp_path / "handouts" / "fonts")
    shutil.copyfile(as_made.LIST, tmp_path / "as_made.txt")
    monkeypatch.setattr("workshop.as_made.ROOT", tmp_path)
    monkeypatch.setattr("workshop.as_made.LIST", tmp_path / "as_made.txt")
    monkeypatch.setattr("workshop.as_made.NOTEBOOKS", tmp_path / "notebooks")
    for place in ("as_made", "check"):
        monkeypatch.setattr(f"workshop.{place}.FONTS", tmp_path / "handouts" / "fonts")
    monkeypatch.setattr("workshop.check.ROOT", tmp_path)
    monkeypatch.setattr("workshop.check.all_notebooks", lambda: all_notebooks(tmp_path / "notebooks"))
    monkeypatch.setattr("workshop.lab.browsers.browsers", lambda: [Path("/usr/bin/google-chrome")])
    monkeypatch.setattr("workshop.lab.private_folder.in_memory", lambda _place: True)
    return tmp_path


def topic(kit):
    return kit / TOPIC.relative_to(files.ROOT)


def what(kit, name):
    """What one check finds there; the others find that all is well."""
    findings = check(TODAY)
    assert {other: one.sign for other, one in findings.items() if other != name and one.sign != "ok"} == {}
    return findings[name]


def test_a_whole_kit_is_ready(kit):
    findings = check(TODAY)
    assert {one.sign for one in findings.values()} == {"ok"}
    assert report(findings).endswith(WORDS["all_well"])
    assert not stops(findings)


def test_the_list_is_of_the_notebooks_and_fonts_as_they_are():
    fonts = [*as_made.FONTS.glob("*.ttf")]
    assert made() == {path: fingerprint(path) for path in [*all_notebooks(), *fonts]}, "run workshop refresh"


def changed_source(path):
    whole = read_notebook(path)
    whole["cells"][0]["source"].append("\nMore.")
    path.write_text(json.dumps(whole), encoding="utf-8")


def changed_worksheet(path):
    path.write_text(
        path.read_text(encoding="utf-8").replace("sheet helps you", "sheet hurts you"), encoding="utf-8"
    )


@pytest.mark.parametrize("change", [changed_source, changed_worksheet])
def test_a_changed_notebook_is_named_and_may_be_meant(kit, change):
    change(topic(kit))
    finding = what(kit, "notebooks")
    assert finding.sign == "look"
    assert TOPIC.name in finding.sentence
    assert "Did you change them?" in finding.do


def as_on_windows(path):
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def as_another_editor(path):
    whole = read_notebook(path)
    for cell in whole["cells"]:
        cell["source"] = "".join(cell["source"])
    path.write_text(json.dumps(whole, indent=4), encoding="utf-8")


@pytest.mark.parametrize("laid_out", [as_on_windows, as_another_editor])
def test_how_a_file_is_laid_out_does_not_count(kit, laid_out):
    before = topic(kit).read_bytes()
    laid_out(topic(kit))
    assert topic(kit).read_bytes() != before
    assert what(kit, "notebooks").sign == "ok"


def test_every_changed_byte_is_noticed(tmp_path, figure):
    """But for those that change nothing that is said: a space between two things, say."""
    chance = random.Random(20261123)  # noqa: S311 - the same bytes each time
    path = tmp_path / "one.ipynb"
    noticed = 0
    for notebook in all_notebooks():
        whole, known = notebook.read_bytes(), made()[notebook]
        for _ in range(50):
            place = chance.randrange(len(whole))
            path.write_bytes(
                whole[:place] + bytes([whole[place] ^ chance.randrange(1, 128)]) + whole[place + 1 :]
            )
            try:
                same = fingerprint(path) == known
            except KitError:
                same = False
            if same:
                assert read_notebook(path) == json.loads(whole)
            noticed += not same
    figure("bytes_noticed", noticed)


def test_a_damaged_a_missing_and_an_added_notebook(kit):
    shutil.copyfile(topic(kit), kit / "notebooks" / "our_own.ipynb")
    assert what(kit, "notebooks").sign == "ok", "one's own notebook is nobody's business"
    topic(kit).unlink()
    assert what(kit, "notebooks").sign == "look"
    assert TOPIC.name in what(kit, "notebooks").sentence
    topic(kit).write_text('{"cells": [', encoding="utf-8")
    assert what(kit, "notebooks").sign == "stop"
    shutil.rmtree(kit / "notebooks")
    assert what(kit, "notebooks").sign == "stop"


def test_without_the_list_it_says_so(kit):
    (kit / "as_made.txt").unlink()
    assert what(kit, "notebooks").sentence == WORDS["notebooks"]["unlisted"]


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-1])])
def test_a_font_that_is_gone_or_cut_off_is_named(kit, harm):
    font = next((kit / "handouts" / "fonts").glob("*.ttf"))
    harm(font)
    finding = what(kit, "fonts")
    assert finding.sign == "look"
    assert font.name in finding.sentence


def test_numbers_that_nobody_has_looked_at_for_long(kit):
    newest = lines_for("US").newest
    assert check(newest + timedelta(days=180))["lines"].sign == "ok"
    old = check(newest + timedelta(days=181))["lines"]
    assert old.sign == "look"
    assert old.sentence.startswith("Check these numbers.")
    assert "checked_on" in old.do
    (kit / "my_group.toml").write_text("checked_on = 2027-06-01\n", encoding="utf-8")
    assert check(date(2027, 7, 1))["lines"].sentence == "Checked on June 1, 2027."


def test_a_country_without_numbers(kit):
    (kit / "my_group.toml").write_text('country = "NZ"\n', encoding="utf-8")
    assert what(kit, "lines").sign == "look"


def test_a_mistake_in_the_group_file(kit):
    (kit / "my_group.toml").write_text("people = 99\n", encoding="utf-8")
    finding = what(kit, "group")
    assert finding.sign == "stop"
    assert "my_group.toml, line 1" in finding.sentence


@pytest.mark.parametrize(
    ("name", "sign", "gone"),
    [
        ("sharing", "stop", ("workshop.lab.launcher.importlib.util.find_spec", lambda _name: object())),
        ("browser", "look", ("workshop.lab.browsers.browsers", list)),
        ("room", "stop", ("workshop.lab.private_folder.places", list)),
        ("room", "look", ("workshop.lab.private_folder.in_memory", lambda _place: False)),
        ("jupyter", "stop", ("workshop.check.EXTENSION", Path("nothing"))),
        ("printing", "look", ("workshop.check.ROOM_FOR_PDFS", 10**30)),
    ],
)
def test_what_is_missing_on_this_computer(kit, monkeypatch, name, sign, gone):
    monkeypatch.setattr(*gone)
    finding = what(kit, name)
    assert finding.sign == sign
    assert finding.do or "uninstall" in finding.sentence


def test_the_test_page_is_printed_for_real(kit, monkeypatch):
    monkeypatch.setattr(importlib.import_module("handouts.press"), "TEMPLATES", kit)
    assert what(kit, "printing").sign == "stop"


def test_whatever_goes_wrong_is_one_line_and_no_traceback(kit, monkeypatch, capsys):
    def breaks(_today):
        raise ZeroDivisionError

    monkeypatch.setitem(CHECKS, "browser", breaks)
    assert main(["check"]) == 2
    said = capsys.readouterr()
    assert said.err == ""
    assert "ZeroDivisionError" in said.out
    assert "Traceback" not in said.out
    assert WORDS["some_stop"] in said.out


def test_each_line_has_a_sign_and_a_word_and_fits(kit, capsys):
    topic(kit).unlink()
    status = main(["check"])
    lines = capsys.readouterr().out.rstrip().splitlines()
    assert status == 0, "a notebook that is missing stops no meeting"
    heads = [line[:8].strip() for line in lines[:-2] if not line.startswith(" ")]
    assert len(heads) == len(CHECKS) == len(WORDS["names"])
    assert set(heads) <= {WORDS[sign] for sign in ("ok", "look", "stop")}
    assert max(map(len, lines)) <= 78
    assert all(head.isascii() for head in heads), "a plain terminal has these signs"


def test_it_is_in_plain_words():
    said = [
        one
        for name in CHECKS
        for text in WORDS.get(name, {}).values()
        for one in reading.sentences(text.replace("{", "").replace("}", ""))
    ]
    assert len(said) > 30
    assert reading.grade(said) <= 6.0
    assert max(len(reading.words(one)) for one in said) <= 20


def test_refresh_remembers_the_kits_own_notebooks_only(kit, tmp_path):
    changed_source(topic(kit))
    own = tmp_path / "own.ipynb"
    shutil.copyfile(TOPIC, own)
    before = (kit / "as_made.txt").read_bytes()
    remember([own])
    assert (kit / "as_made.txt").read_bytes() == before
    remember([topic(kit)])
    assert what(kit, "notebooks").sign == "ok"
    assert (kit / "as_made.txt").read_bytes() != before
