"""Numbers that lives may hang on: true to a second record, whole on every page, and typed nowhere else."""

from __future__ import annotations

import os
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import ROOT, TODAY, is_handout, printed
from paper import reader, text_of

from handouts.document import document
from workshop.errors import KitError
from workshop.files import all_notebooks, read_notebook
from workshop.fill import fill
from workshop.group import Group
from workshop.lines import FILE, digits, lines_for
from workshop.printing import print_notebook, settings_for

US = lines_for("US")
RECORD = Path(__file__).parent / "numbers_read_aloud.toml"
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ALWAYS = {"call", "text", "text_word", "web", "note"}
ELSEWHERE = {"id", "country", "source", "confidence", "spelled"}
"""What is not read aloud. `spelled` has to press the same keys as `call`: the kit refuses it otherwise."""


@pytest.mark.skipif(
    not os.environ.get("CI"), reason="only where the kit is built (CI=1): it looks at the date"
)
def test_what_is_built_has_numbers_that_were_looked_at_within_180_days():
    today = datetime.now(UTC).date()
    assert not US.is_old(today), f"listed {US.listed}: look at every number again, in both records"


def aloud(value):
    """What somebody says who reads a number, or a text with numbers in it, aloud."""
    text = ", ".join(value) if isinstance(value, list) else str(value)
    spoken = re.sub(r"[0-9]", lambda digit: f" {DIGITS[int(digit[0])]} ", text)
    return re.findall(r"\w+", spoken)


def heard(text):
    """What is wrong with a file of help lines, by the record that was typed a second time."""
    data, record = tomllib.loads(text), tomllib.loads(RECORD.read_text(encoding="utf-8"))
    wrong = [] if aloud(data["listed"]) == aloud(record.pop("listed")) else ["listed"]
    for line in data["line"]:
        known = record.pop(line["id"], {})
        letters = digits(known.pop("letters", ""))
        if not digits(line.get("call", "")).endswith(letters):
            wrong.append(f"{line['id']}: the letters")
        for name, value in line.items():
            is_told = name in ALWAYS or name in known or re.search("[0-9]", str(value))
            if is_told and name not in ELSEWHERE and aloud(value) != aloud(known.pop(name, "")):
                wrong.append(f"{line['id']}: {name}")
        wrong += [f"{line['id']}: {name} is missing" for name in known]
    return wrong + [f"{name} is missing" for name in record]


def test_every_number_is_the_one_that_was_typed_a_second_time():
    assert heard(FILE.read_text(encoding="utf-8")) == []


def slips(text):
    """The file with one digit of one number wrong, left out or changed with the next, once for each way."""
    told = "|".join(re.escape(name) for name in ELSEWHERE - {"spelled"})
    for line in re.finditer(rf"(?m)^(?!#|(?:{told}) = ).*$", text):
        for at in re.finditer("[0-9]", line[0]):
            place = line.start() + at.start()
            for digit in "0123456789":
                if digit != text[place]:
                    yield text[:place] + digit + text[place + 1 :]
            yield text[:place] + text[place + 1 :]
            following = text[place + 1]
            if following.isdigit() and following != text[place]:
                yield text[:place] + following + text[place] + text[place + 2 :]


def test_every_wrong_digit_is_found(tmp_path, figure):
    text = FILE.read_text(encoding="utf-8")
    tried = 0
    for changed in slips(text):
        tried += 1
        if not heard(changed):  # then the kit itself has to refuse it: letters that do not match
            path = tmp_path / f"{tried}.toml"  # a file that was read once is remembered
            path.write_text(changed, encoding="utf-8")
            with pytest.raises(KitError, match="letters that match"):
                lines_for("US", path=path)
    assert tried > 1000
    figure("wrong_digits", tried)


PHONE = re.compile(
    r"(?<![\w.-])(?:\+?1[-. ]?)?\(?[2-9][0-9]{2}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![\w-])"  # as North America writes it
    r"|\b1?-?8(?:00|33|44|55|66|77|88)[-. ]?[0-9]{3}[-. ]?[0-9A-Z]{4}\b"  # free of charge, in letters too
    r"|\+[0-9]{1,3}[ -][0-9][0-9 -]{6,}[0-9]"  # from abroad
)
NUMBER = re.compile(r"(?<![\w.#-])[0-9][0-9 -]{1,14}[0-9](?![\w.%-])")
KNOWN = {digits(number) for line in US.known.values() for number in (line.call, line.text) if number}
READ = {".py", ".ipynb", ".toml", ".js", ".css", ".typ", ".md", ".json", ".txt", ".yml", ".yaml", ".html", ""}


def files():
    """Every text of the repository, but not the file that holds the numbers, and nothing that was made."""
    made = {"pdf", "pictures", "fonts", "__pycache__", "build", "dist"}
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT).parts
        hidden = {part for part in inside if part.startswith(".")} - {".ci", ".github", ".gitignore"}
        if hidden or made & set(inside) or path in {FILE, ROOT / "uv.lock"} or path.name == "my_group.toml":
            continue
        if path.suffix in READ and path.is_file():
            yield path, path.read_text(encoding="utf-8")


def test_no_number_is_typed_anywhere_else():
    """In the tests, a short one may stand for what a page has to say: they only read it."""
    read = 0
    for path, text in files():
        read += 1
        kept = {number for number in KNOWN if len(number) > 3} if "tests" in path.parts else KNOWN
        found = [re.sub("[ -]", "", one) for one in NUMBER.findall(text)]
        assert not kept & set(found), path
        assert not PHONE.search(text), f"{PHONE.search(text)} in {path}"
    assert read > 150


def test_the_search_finds_what_looks_like_a_number():
    shapes = (
        "1{0}800{0}555{0}0199",
        "(202) 555{0}0199",
        "202{0}555{0}0199",
        "+44 20{0}7946{0}0958",
        "1800{0}555{0}HELP",
    )
    for shape in shapes:
        for mark in ("-", " "):
            assert PHONE.search(f"Call {shape.format(mark)}."), shape
    assert not PHONE.search("2026-11-23, ISBN, 12 to 18 minutes, 0.25 and 1.5")


def test_press_three_is_never_printed():
    for path, text in [*files(), (FILE, FILE.read_text(encoding="utf-8"))]:
        if path != Path(__file__):
            assert not re.search(r"press\s*(3|three)", text, re.IGNORECASE), path.name


EDITIONS = [
    (path, audience, safer)
    for path in all_notebooks()
    for audience in ("participant", "guide")
    if audience == "guide" or is_handout(path)
    for safer in ("no", "yes")
]
SHOWN = re.compile(r"\w+\.(?:gov|org|net)\b|(?<![\w-])(?=[0-9]{3}|1-)[0-9][0-9A-Z-]{2,}")
"""A number of three digits and more, or a site, as it stands on paper."""
CALL = re.compile(r"(?i)\b(?:call|text|dial|ring|phone)(?: or text)?\s(?:[A-Z]+\sto\s)?([0-9][0-9-]{2,})")
"""Whatever a page says to call or to text, however short it is."""
TOLD = {told for line in US.known.values() for told in (line.call, line.spelled, line.text, line.web) if told}


def test_every_number_on_paper_is_whole_and_true(poppler, figure):
    """Read back with poppler: what a page shows is what its data says, each on one line, and nothing else."""
    read = 0
    for path, audience, safer in EDITIONS:
        group = Group(partners_or_family=safer)
        notebook = read_notebook(path)
        pdf = (
            print_notebook(notebook, path, audience, group, TODAY).pdf
            if safer == "yes"
            else printed(path, audience)
        )
        data = document(fill(notebook, US), settings_for(path, audience, group, TODAY), [])
        text = text_of(pdf)
        shown = SHOWN.findall(text)
        numbers = {one for one in shown if one[0].isdigit() and len(one) > 4} | set(CALL.findall(text))
        assert numbers <= TOLD, path
        on_paper = [one for one in shown if one in TOLD]
        read += len(on_paper)
        said = {one for one in SHOWN.findall(what_is_said(data)) if one in TOLD}
        assert set(on_paper) == said if audience == "guide" else set(on_paper) <= said, path
        together = re.sub(r"\s", "", text)
        for one in TOLD:
            assert len(one) == 3 or text.count(one) == together.count(one), f"{one} is broken in {path}"
        for page in text.split("\f")[:-1]:
            assert {US.short(line) for line in ("emergency", "crisis", "treatment")} <= set(
                SHOWN.findall(page)
            )
        assert_no_link_dials(pdf)
    figure("numbers_on_paper", read)


def what_is_said(data):
    """All words of a document; of its help lines those that a sheet or a card asks for."""
    lines = data.pop("lines")
    asked = {one for ids in re.findall(r"'ids': \[(.*?)\]", str(data)) for one in re.findall(r"\w+", ids)}
    return str(data) + str([lines[one] for one in sorted(asked) if one in lines])


def assert_no_link_dials(pdf):
    """A tap on a page must never start a call: a partner may hold the phone."""
    for page in reader(pdf).pages:
        for note in page.get("/Annots", []):
            link = str(note.get_object().get("/A", {}).get("/URI", ""))
            assert not link.startswith(("tel:", "sms:")), link
