"""The README: its commands are the ones that CI runs, its table is the files, its links lead somewhere."""

from __future__ import annotations

import re
import tomllib

import pytest
import reading
from browser.first_meeting import section
from conftest import ROOT

import exercises
from handouts.prose import blocks, plain
from workshop.command import main
from workshop.files import all_notebooks, read_notebook
from workshop.group import Group, LocalLine, load_group
from workshop.group_file import EXAMPLE
from workshop.topics import find

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
PAGES = list(ROOT.glob("*.md"))


def command_after(marker):
    return re.search(rf"<!-- {marker} -->\n```sh\n(.+)\n```", README)[1]


@pytest.mark.parametrize("marker", ["set up and print", "set up and test"])
def test_ci_runs_the_readme_line_as_it_is_written(marker):
    assert f"\n{command_after(marker)}\n" in CI


@pytest.mark.parametrize("marker", ["set up and print", "set up and test"])
def test_windows_has_the_same_line_beside_it(marker):
    python, run = command_after(marker).split(" && ")
    windows = f"{python.replace('python3', 'py')}; {run.replace('/', chr(92))}"
    assert f"```powershell\n{windows}\n```" in README


def test_every_print_command_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    block = re.search(r"## Print what you need\n\n```sh\n(.*?)```", README, re.DOTALL)[1]
    for line in block.splitlines():
        words = line.partition("#")[0].split()
        assert words[:4] == [".uv/bin/uv", "run", "workshop", "print"]
        given = [word if word != "my_pdfs" else str(tmp_path / "my_pdfs") for word in words[3:]]
        if "--output-dir" not in given:
            given += ["--output-dir", str(tmp_path)]
        assert main(given) == 0


ROW = re.compile(
    r"^\| (?:(?P<point>\d+)\. [^|]+ \| )?\[(?P<name>.+?)\]\((?P<path>notebooks/.+?)\)"
    r" \| (?:`(?P<shown>\w+)`)? ?\| (?:(?P<minutes>\d+) )?\| ",
    re.MULTILINE,
)


def test_the_tables_are_the_files():
    rows = [row.groupdict() for row in ROW.finditer(README)]
    assert [ROOT / row["path"] for row in sorted(rows, key=lambda row: row["path"])] == all_notebooks()
    for row in rows:
        notebook = read_notebook(ROOT / row["path"])
        shown = re.findall(r'show\("(\w+)"\)', str(notebook))
        assert shown == [row["shown"]] * (row["shown"] is not None)
        exercise = exercises.load(shown[0]) if shown else None
        code = f"{exercise.code} " if exercise and exercise.code else ""
        assert row["name"] == code + notebook["cells"][0]["source"][0].strip("# \n")
        if exercise:
            assert exercise.minutes(8) == int(row["minutes"])
            assert exercise.source_point == int(row["point"] or 0)


def test_each_of_the_seventeen_points_has_its_row():
    points = [int(row["point"]) for row in ROW.finditer(README) if row["point"]]
    assert points == list(range(1, 18))


def test_the_topics_that_change_in_safer_mode_are_named():
    changing = {one.code for one in map(exercises.load, exercises.names()) if one.made_safer() is not one}
    named = re.search(r"change on the screen and on paper: (.+?)\.", README)[1]
    assert set(re.findall(r"[ABC]\d", named)) == changing


def test_the_example_of_a_group_file_is_right(tmp_path):
    example = re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1]
    assert (ROOT / EXAMPLE).read_text(encoding="utf-8") == example
    every_line = re.sub(r"^# (?=\w+ = |\[\[)", "", example, flags=re.MULTILINE)
    told = tomllib.loads(every_line)
    assert set(told) == set(Group.__dataclass_fields__)
    assert set(told["local"][0]) == set(LocalLine.__dataclass_fields__)
    for text in (every_line, example):
        (tmp_path / "my_group.toml").write_text(text, encoding="utf-8")
        copied = load_group(tmp_path)
    assert (copied.checked_on, copied.local) == (None, ()), "a copy claims nothing that nobody has checked"


def said_in(found):
    """The texts of paragraphs, of list items and of the cells of tables."""
    for block in found:
        if block["t"] == "p":
            yield plain(block["c"])
        for item in block.get("items", []):
            yield from said_in(item)
        for row in block.get("rows", []):
            yield from map(plain, row)


def test_the_first_meeting_is_in_plain_words():
    said = [one for text in said_in(blocks(section(), lambda *_: "")) for one in reading.sentences(text)]
    whole = [one for one in said if one.endswith((".", "?"))]
    assert len(whole) > 25
    assert reading.grade(whole) <= 6.0
    assert [one for one in whole if len(reading.words(one)) > 20] == []


def test_the_topics_it_says_to_open_are_there():
    named = re.findall(r"`\S+ run workshop open (\w+)`", README)
    assert named
    for topic in named:
        assert find(topic).is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (ROOT / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_paths_in_the_text_exist(page):
    for path in re.findall(
        r"`((?:exercises|handouts|workshop|tests|benchmarks|notebooks)/[\w./]+)`",
        page.read_text(encoding="utf-8"),
    ):
        assert (ROOT / path).exists() or path == "handouts/pdf", path
