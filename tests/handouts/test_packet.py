"""The packet: whole, accessible, and right to the minute, for every meeting that the kit knows how to build."""

from __future__ import annotations

import argparse
import itertools
import json
import re
import subprocess
from datetime import date

import page
import pytest
from conftest import TODAY
from paper import elements_of, pages_of, reader, tags_of

from exercises.library.leaving import EVERYONE
from handouts.agenda import LONGEST, Agenda, Block, Slot, on_paper
from handouts.contract import MIME
from workshop.errors import KitError
from workshop.files import read_notebook
from workshop.fill import fill
from workshop.group import Group, LocalLine
from workshop.lines import lines_for
from workshop.packet import print_packet
from workshop.plan.answer import Wanted, answer
from workshop.plan.builds import builds
from workshop.plan.storing import store_meetings
from workshop.plan.tonight import meeting_of
from workshop.print_options import add_to
from workshop.words import words

PEOPLE = (4, 8, 12)
HOME = LocalLine("Harbor House", "Ring the bell at the dock.", date(2026, 11, 2), safety_at_home=True)
UNCHECKED = LocalLine("Open Door", "Ask for Kim at the desk.")
CLOCK = r"\d{1,2}:[0-5]\d"
ROUNDED = 0.06
"""Points by which poppler's own rounding may move a line."""


def planned(folder, build="standard", people=8, group=None, name="tonight"):
    """The notebook of the first meeting of a build."""
    made = answer(Wanted(build=build, people=people, start="18:00"), group or Group())
    return store_meetings(made[:1], name, folder)[0][0].path


def packed(evening, group=None):
    """The packet of a meeting: the bytes for participants, and the ones for the facilitator."""
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    options = parser.parse_args(["print", "--packet", str(evening), "--output-dir", str(evening.parent)])
    made = {path.name: path.read_bytes() for path, _ in print_packet(options, group or Group(), TODAY)}
    return [made[f"{evening.stem}.{who}.pdf"] for who in ("participants", "facilitator")]


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    return planned(tmp_path_factory.mktemp("packet"))


@pytest.fixture(scope="module")
def meeting(evening):
    return meeting_of(read_notebook(evening))


@pytest.fixture(scope="module")
def both(evening):
    return packed(evening)


@pytest.fixture(scope="module")
def participants(both):
    return both[0]


@pytest.fixture(scope="module")
def facilitator(both):
    return both[1]


@pytest.fixture(scope="module", params=["participants", "facilitator"])
def made(request, both):
    return both[request.param == "facilitator"]


def bookmarks_of(pdf):
    """What each bookmark at the top of a page says, and the page that it leads to."""
    opened = reader(pdf)
    (below,) = (one for one in opened.outline if isinstance(one, list))
    tops = [one for one in below if not isinstance(one, list)]
    return [(one.title, opened.get_destination_page_number(one) + 1) for one in tops]


def words_of(pdf, number):
    """Each word of a page, with the box around it in points: left, top, right, bottom."""
    options = ["-bbox-layout", "-f", str(number), "-l", str(number)]
    html = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(
        r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)<', html.stdout.decode()
    )
    return [(word, *map(float, box)) for *box, word in found]


def agenda_pages(pdf):
    """The numbers of the pages on which the agenda stands."""
    begins = dict(bookmarks_of(pdf))
    said = words()["packet"]
    return range(begins[said["agenda"]], begins[said["things"]])


def times_of(pdf, number):
    """The clock times at the left of a page, and how far down each of them stands."""
    found = words_of(pdf, number)
    left = min(box[1] for box in found if re.fullmatch(CLOCK, box[0]))
    return [(word, top) for word, x, top, *_ in found if re.fullmatch(CLOCK, word) and x < left + 1]


def between(since, until):
    """The minutes from one time of day to the next, over midnight too."""
    (hour, minute), (later, last) = (map(int, at.split(":")) for at in (since, until))
    return (60 * (later - hour) + last - minute) % (24 * 60)


def squeezed(text):
    """Letters and digits alone: how a line was broken does not matter."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_keeps_every_rule_of_pdf_ua(paper, evening):
    lines = (HOME, UNCHECKED)
    for made in packed(evening, Group(paper=paper, local=lines)):
        result = page.validate_pdf_bytes(made, profile="ua1")
        assert result.rules.total == 104
        assert [str(failure) for failure in result.failures] == []


@pytest.fixture(scope="module", params=zip(builds(), itertools.cycle(PEOPLE)), ids=builds())
def one_of_all(request, tmp_path_factory):
    """The first meeting of each build, for a small, a middling or a large group in turn, and its packet."""
    evening = planned(tmp_path_factory.mktemp("build"), *request.param)
    return meeting_of(read_notebook(evening)), *packed(evening)


def test_each_sheet_is_to_be_copied_for_everyone_and_twice_to_spare(one_of_all, poppler):
    meeting, participants, facilitator = one_of_all
    number = dict(bookmarks_of(facilitator))[words()["packet"]["things"]]
    text = pages_of(facilitator)[number - 1]
    for title, _ in bookmarks_of(participants):
        assert f"{title} {meeting['people'] + 2}" in text


def test_no_page_begins_with_a_box_alone(one_of_all, poppler):
    for made in one_of_all[1:]:
        assert not [text for text in pages_of(made) if text.startswith("Remember.")]


def test_the_contents_are_tagged_and_their_page_numbers_are_true(made, poppler):
    marks = bookmarks_of(made)
    tags = tags_of(made)
    assert "TOC" in tags
    assert tags.count("TOCI") == len(marks) > 5
    pages = pages_of(made)
    contents = pages_of(made, "-layout")[0].partition(words()["packet"]["contents"])[2]
    for title, number in marks:
        assert re.search(rf"{re.escape(title)}[ .\u2060]+{number}\b", contents)
        assert squeezed(title) in squeezed(pages[number - 1])[: len(squeezed(title)) + 60]


def test_pages_are_numbered_over_the_whole_packet_and_say_where_help_is(made, poppler):
    pages = pages_of(made)
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Need help now? In danger: call 911." in text


LABEL = re.compile(
    r"Reading grade (\d+)\. Longest sentence: (\d+) words\. For screen readers: PDF/UA-1, checked by Typst\."
)


def label_of(pdf):
    """The reading grade and the longest sentence that every page of a packet names at its foot."""
    ((told,),) = {tuple(LABEL.findall(text)) for text in pages_of(pdf)}
    return tuple(map(int, told))


def test_each_page_for_participants_has_one_label_for_the_whole_packet(one_of_all, poppler):
    _, participants, facilitator = one_of_all
    grade, longest = label_of(participants)
    assert 1 <= grade <= 6
    assert 10 <= longest <= 20
    assert not any(LABEL.search(text) for text in pages_of(facilitator))


def test_the_label_of_a_packet_counts_the_words_of_its_sheets(evening, both, tmp_path, poppler):
    harder = read_notebook(evening)
    sheets = [out["data"][MIME] for cell in harder["cells"] for out in cell.get("outputs", ())]
    sheets[-1]["goal"] = "Nevertheless, " + "individuals communicating sympathetically " * 9 + "persevere."
    (tmp_path / "harder.ipynb").write_text(json.dumps(harder), encoding="utf-8")
    grade, longest = label_of(packed(tmp_path / "harder.ipynb")[0])
    assert longest == 29
    assert grade > label_of(both[0])[0]


def test_one_title_and_no_level_left_out(made):
    levels = [int(tag[1:]) for tag in tags_of(made) if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_the_agenda_has_every_step_with_its_time_minutes_and_voice(facilitator, meeting, poppler):
    told = squeezed(
        " ".join(pages_of(facilitator, "-raw")[number - 1] for number in agenda_pages(facilitator))
    )
    for block in meeting["blocks"]:
        assert squeezed(block["name"]) in told
        for slot in block["slots"] or [block | {"who": ""}]:
            assert squeezed(f"{slot['at']} {slot['minutes']}") in told
            assert squeezed(slot["name"]) in told
            assert squeezed(slot["who"]) in told
    assert squeezed(f"{meeting['ends']} The end, after {meeting['minutes']} minutes") in told
    things = {thing for block in meeting["blocks"] for thing in block["bring"]}
    assert all(squeezed(thing) in told for thing in things)


def test_clock_times_and_minutes_add_up(facilitator, meeting, poppler):
    times = [at for number in agenda_pages(facilitator) for at, _ in times_of(facilitator, number)]
    slots = [slot for block in meeting["blocks"] for slot in block["slots"] or [block]]
    assert times == [*(slot["at"] for slot in slots), meeting["ends"]]
    lengths = [between(*pair) for pair in itertools.pairwise(times)]
    assert lengths == [slot["minutes"] for slot in slots]
    assert sum(lengths) == meeting["minutes"]


def test_rows_are_as_tall_as_they_are_long(one_of_all, poppler):
    _, _, made = one_of_all
    measured, scales = 0, []
    for number in agenda_pages(made):
        for (since, above), (until, below) in itertools.pairwise(times_of(made, number)):
            minutes = between(since, until)
            scales.append(((below - above - ROUNDED) / minutes, (below - above + ROUNDED) / minutes))
            measured += minutes
    assert measured > 20
    assert max(low for low, _ in scales) <= min(high for _, high in scales)
    assert min(high for _, high in scales) >= 11


def test_no_page_of_the_agenda_lies_in_its_foot(facilitator, poppler):
    for number in agenda_pages(facilitator):
        found = words_of(facilitator, number)
        foot = next(top for word, _, top, *_ in found if word == "Need")
        assert max(top for _, top in times_of(facilitator, number)) < foot - 11
        assert max(right for _, _, _, right, _ in found) < 612 - 42


def test_the_agenda_is_a_table_with_headings(facilitator):
    tables = [element for element in elements_of(facilitator) if element["/S"] == "/Table"]
    assert tables
    tags = tags_of(facilitator)
    assert tags.count("Table") <= tags.count("THead")
    assert tags[tags.index("Table") :].count("TH") >= len(words()["packet"]["heads"])


def test_participants_get_each_sheet_of_the_meeting_once_and_the_card(participants, meeting, poppler):
    titles = [title for title, _ in bookmarks_of(participants)]
    assert titles == [*meeting["sheets"], words()["packet"]["card"]]
    pages = pages_of(participants)
    assert sum("This sheet helps you" in text for text in pages) == len(titles)
    assert " ".join(pages).count("You can skip any part. You do not have to share it.") == len(
        meeting["sheets"]
    )
    card = pages[-1]
    known = lines_for("US").known
    for name in (known[one].short for one in EVERYONE if one in known):
        assert name in card


def test_participants_get_nothing_that_is_for_the_facilitator(both, evening, poppler):
    told, guide = (squeezed(" ".join(pages_of(one, "-raw"))) for one in both)
    filled = fill(read_notebook(evening), lines_for("US"), "peer")
    secrets = [
        line.lstrip("#-*0123456789. ").replace("**", "")
        for cell in filled["cells"]
        if "facilitator" in cell["metadata"].get("tags", ()) and not cell["id"].endswith("-times")
        if cell["id"] != "agenda"
        for line in "".join(cell["source"]).splitlines()
    ]
    secrets += [
        line
        for cell in filled["cells"]
        for out in cell.get("outputs", ())
        for sheet in out["data"].values()
        if isinstance(sheet, dict)
        for step in sheet["steps"]
        for line in (*step["watch_for"], step["if_short"])
    ]
    secrets = [squeezed(one) for one in secrets if len(one.split()) > 4]
    assert len(secrets) > 30
    missing = [one for one in secrets if one not in guide]
    assert len(missing) < len(secrets) / 10, missing
    assert [one for one in secrets if one in told] == []


def test_the_facilitator_has_the_cards_a_count_without_names_and_a_page_to_look_back(facilitator, poppler):
    marks = dict(bookmarks_of(facilitator))
    pages = pages_of(facilitator)
    said = words()["packet"]
    count = pages[marks[said["count"]] - 1]
    assert "Write no names." in count
    assert all(row in count for row in said["count_rows"])
    assert "Thoughts of suicide" in pages[marks["Someone is not OK"] - 1]
    assert "What went well? What was hard?" in pages[marks["After the meeting"] - 1]


def test_the_card_has_the_groups_own_lines_with_their_day_or_a_blank_for_it(evening, poppler):
    card = pages_of(packed(evening, Group(local=(HOME, UNCHECKED)))[0])[-1]
    assert "Harbor House Ring the bell at the dock. Checked on November 2, 2026." in card
    checked = card.partition("Open Door Ask for Kim at the desk.")[2].partition("Need help now?")[0]
    assert "Checked on" in checked
    assert "2026" not in checked


def test_the_card_has_every_line_where_the_closing_has_no_room(evening, poppler):
    many = tuple(LocalLine(f"Place {n:02}", "Ask at the desk. " * 4) for n in range(20))
    pages = pages_of(packed(evening, Group(local=many))[0])
    begins = next(n for n, text in enumerate(pages) if "Everyone gets the same list." in text)
    assert all(f"Place {n:02}" in " ".join(pages[begins:]) for n in range(20))


def test_safer_mode_without_a_place_at_home_prints_for_the_facilitator_alone(tmp_path, poppler):
    safer = Group(partners_or_family="yes")
    evening = planned(tmp_path, group=safer)
    with pytest.raises(KitError, match=r"^Nothing was printed for participants"):
        packed(evening, safer)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["tonight.facilitator.pdf"]
    made = (tmp_path / "tonight.facilitator.pdf").read_bytes()
    first = pages_of(made)[0]
    assert "! Stop: one number is missing" in first
    assert "safety_at_home = true" in first
    assert "{" not in first
    assert page.validate_pdf_bytes(made, profile="ua1").is_compliant
    levels = [int(tag[1:]) for tag in tags_of(made) if re.fullmatch(r"H\d", tag)]
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


@pytest.mark.parametrize("group", [Group(local=(HOME,)), Group(partners_or_family="yes", local=(HOME,))])
def test_a_meeting_planned_in_safer_mode_stays_in_it(group, tmp_path, poppler):
    evening = planned(tmp_path, group=Group(partners_or_family="yes"))
    participants, facilitator = packed(evening, group)
    assert "Harbor House" in pages_of(participants)[-1]
    assert words()["packet"]["stop"] not in pages_of(facilitator)[0]


def test_the_same_bytes_every_time(both, evening):
    assert packed(evening) == both


def block(minutes, *slots, at="18:00"):
    return Block("Part", at, minutes, "part", ("Pens",), slots)


def agenda(*blocks, minutes):
    return Agenda("Night", (), 8, minutes, "20:00", 10, ("Pens",), (), (), safer=False, blocks=blocks)


@pytest.mark.parametrize("minutes", [LONGEST + 1, 95, 600])
def test_a_part_too_long_for_a_page_is_cut_and_keeps_its_minutes(minutes):
    whole = agenda(block(minutes, Slot("Talk", "18:00", minutes, "everyone")), minutes=minutes)
    pieces = on_paper(whole, "{name}, goes on")["pieces"]
    assert all(piece["minutes"] <= LONGEST for piece in pieces)
    assert sum(piece["minutes"] for piece in pieces) == minutes
    rows = [row for piece in pieces for row in piece["rows"]]
    for above, below in itertools.pairwise(rows):
        assert between(above[0], below[0]) == above[1]
    assert [piece["name"] for piece in pieces] == ["Part", *["Part, goes on"] * (len(pieces) - 1)]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Slot("Talk", "18:00", 0, "you"),
        lambda: Slot("Talk", "6 pm", 5, "you"),
        lambda: block(10, Slot("Talk", "18:00", 9, "you")),
        lambda: agenda(block(10), minutes=11),
    ],
)
def test_times_that_do_not_add_up_are_no_agenda(wrong):
    with pytest.raises(ValueError, match="add up"):
        wrong()
