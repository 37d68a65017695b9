"""The group's file: optional, and the first mistake in it gets one sentence: the line, the field, what is right."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date

import pytest

from workshop.errors import KitError
from workshop.group import Group, LocalLine, load_group
from workshop.group_file import FIELDS, LOCAL, group_in


def test_without_a_file_the_usual_group(tmp_path):
    assert load_group(tmp_path) == Group()


def test_without_a_file_no_validation_library_is_loaded():
    code = "import sys; from pathlib import Path; from workshop.group import load_group; load_group(Path('nowhere')); assert 'msgspec' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_what_the_file_says_counts(tmp_path):
    (tmp_path / "my_group.toml").write_text(
        'name = "Us"\nsetting = "online"\nneeds = ["scribe"]\npaper = "a4"\npeople = 5\nchecked_on = 2026-11-20\n'
        '[[local]]\nname = "Center"\nreach = "Next door"\nsafety_at_home = true\n[[local]]\nname = "Aid"\nreach = "Ask us"\nchecked = 2026-11-02\n'
    )
    assert load_group(tmp_path) == Group(
        name="Us",
        setting="online",
        needs=("scribe",),
        paper="a4",
        people=5,
        checked_on=date(2026, 11, 20),
        local=(
            LocalLine("Center", "Next door", safety_at_home=True),
            LocalLine("Aid", "Ask us", date(2026, 11, 2)),
        ),
    )


def test_the_schema_is_the_group():
    assert set(FIELDS) == set(Group.__dataclass_fields__) | {"safer"}
    assert set(LOCAL) == set(LocalLine.__dataclass_fields__)
    assert not [field for field in (*FIELDS, *LOCAL) if re.search("participant|member|birth|diagnos", field)]


def test_a_file_from_notepad_is_read(tmp_path):
    (tmp_path / "my_group.toml").write_bytes(b'\xef\xbb\xbfname = "Us"\r\npeople = 5\r\n')
    assert load_group(tmp_path) == Group(name="Us", people=5)


@pytest.mark.parametrize(("said", "safer"), [("no", False), ("yes", True), ("not sure", True)])
def test_who_is_not_sure_is_on_the_safe_side(said, safer):
    assert group_in(f'partners_or_family = "{said}"', "x").safer is safer


@pytest.mark.parametrize(
    ("said", "safer"),
    [
        ("safer = true", True),
        ("safer = false", False),
        ('safer = true\npartners_or_family = "no"', True),
        ('safer = false\npartners_or_family = "yes"', True),
    ],
)
def test_the_short_way_to_say_safer_never_makes_it_less_safe(said, safer):
    assert group_in(said, "x").safer is safer


ONE = '\nname = "Center"\nreach = "Next door"\n'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('paper = "A5"', 1, "“paper” must be “letter” or “a4”"),
        ("# a word\n\npaper = []", 3, "“paper” must be “letter” or “a4”"),
        ("people = 31", 1, "“people” must be a number from 2 to 12"),
        ("people = true", 1, "“people” must be a number from 2 to 12"),
        ('people = "8"', 1, "“people” must be a number from 2 to 12"),
        ('checked_on = "2026-11-20"', 1, "“checked_on” must be a day, like 2026-11-20"),
        ("checked_on = 2026-11-20T10:00:00", 1, "“checked_on” must be a day"),
        ('country = "United States"', 1, "“country” must be two capital letters"),
        ('language = "English"', 1, "“language” must be two small letters"),
        ('setting = "zoom"', 1, "“setting” must be “in person”, “online” or “hybrid”"),
        ('role = "boss"', 1, "“role” must be “peer” or “professional”"),
        ("partners_or_family = true", 1, "“partners_or_family” must be “no”, “yes” or “not sure”"),
        ('name = ""', 1, "“name” must be words in quotes"),
        ('needs = "scribe"', 1, "“needs” must be a list"),
        ('people = 5\nneeds = [\n  "scribe",\n  "tea",\n]', 2, "“needs” must be a list"),
        ('contry = "US"', 1, "The kit has no use for “contry”; it knows name, place,"),
        ("safest = true", 1, "no use for “safest”"),
        ('people = 99\npaper = "A5"', 1, "“people” must be"),
        ('paper = "A5"\npeople = 99', 1, "“paper” must be"),
        ("local = 3", 1, "“local” must be left out, or begin with [[local]]"),
        (f"[[local]]{ONE}checked = 5", 4, "“checked” must be a day"),
        (f'[[local]]{ONE}\n[[local]]\nname = "Aid"', 5, "needs “reach”: words in quotes"),
        (
            f"[[local]]{ONE}phone = 5",
            4,
            "A local line has no use for “phone”; it knows name, reach, checked and safety_at_home",
        ),
        (f'[[local]]{ONE}safety_at_home = "yes"', 4, "“safety_at_home” must be true or false"),
        ("safety_at_home = true", 1, "no use for “safety_at_home”"),
        (f"[[local]]{ONE}people = 5", 4, "“people” belongs above the first [[local]]"),
        ("country = US", 1, "“country” cannot be read"),
        ("people = 5\npaper = ", 2, "“paper” cannot be read"),
        ("people = 5\npeople = 6", 2, "“people” cannot be read"),
        ("needs = [", 1, "“needs” cannot be read"),
        ("needs = " + "[" * 9999, 1, "“needs” cannot be read"),
        ("hello", 1, "this line cannot be read"),
    ],
)
def test_the_first_mistake_gets_one_sentence(text, line, said):
    with pytest.raises(KitError) as caught:
        group_in(text, "my_group.toml")
    message = str(caught.value)
    assert message.startswith(f"my_group.toml, line {line}: ")
    assert said in message
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize("odd", ["a folder", "not words"])
def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path, odd):
    path = tmp_path / "my_group.toml"
    if odd == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b'name = "\xff"')
    with pytest.raises(KitError, match=r"^my_group\.toml cannot be read"):
        load_group(tmp_path)
