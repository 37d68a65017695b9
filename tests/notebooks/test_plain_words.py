"""Plain words: every handout at grade 6 or below, by the numbers of the field guide, 3.1 and 3.3."""

from __future__ import annotations

import re

import reading
from conftest import TODAY

from handouts.document import document
from handouts.label import measured, said
from handouts.prose import plain
from workshop.files import read_notebook
from workshop.group import Group
from workshop.printing import settings_for

SPECIAL = {
    r"boundar(y|ies)": "A limit, or boundary, marks what you can give.",
    r"chatbots?": "A chatbot, a program that chats,",
    r"counselors?": "A counselor is trained to listen and help.",
    r"crisis": "crisis care, the kind you need in danger",
    r"insurance": "insurance, the plan that pays for care",
    r"interpreters?": "an interpreter, who puts all of it into your language",
    r"licenses?": "A license shows that they may do this work.",
    r"mediat(ion|or)": "In mediation, a neutral helper leads a talk",
    r"professionals?": "A professional: someone trained, like a nurse or a lawyer,",
    r"red flags?": "A red flag is a sign that something may be wrong.",
    r"sliding fee": "a sliding fee: you pay less if you earn less",
    r"support groups?": "In a support group, you meet people who know your kind of trouble.",
    r"therap(y|ies|ist|ists)": "A therapist is a trained helper",
}
"""The special words that a handout may use, with the words that explain them on the same handout."""
EVERYDAY = {"community", "emergency", "exercises", "information", "relationships", "usually"}
"""Words of four syllables and more that people use every day."""
UNEXPLAINED = r"(?i)\b(diagnos\w+|trauma\w*|resilien\w+|assertive\w*|validat\w+|cope\w* mechanism\w*|intervention\w*|modalit\w+|psycho\w+|triggers?|stakeholder\w*|facilitat\w+)\b"
"""The trade's own words, which no handout needs."""


def data_of(notebook):
    settings = settings_for(notebook, "participant", Group(), TODAY)
    return document(read_notebook(notebook), settings, [])


def prose_of(data):
    """The paragraphs and list items on the side to read."""
    for block in data["blocks"][1:]:
        if block["t"] in {"p", "quote"}:
            inner = block["c"] if block["t"] == "p" else block["c"][0]["c"]
            yield plain(inner)
        elif block["t"] in {"ul", "ol"}:
            for item in block["items"]:
                yield plain(item[0]["c"])


def sheet_words(value):
    """Every word that stands on a worksheet."""
    if isinstance(value, str):
        return reading.words(re.sub(r"\{\w*:?\w*\}", " ", value))
    if isinstance(value, dict):
        names = value.keys() - {
            "kind",
            "id",
            "svg",
            "alt",
            "ids",
            "t",
            "guide",
            "opt_out",
            "steps",
            "code",
            "section",
            "href",
        }
        return [word for name in names for word in sheet_words(value[name])]
    return [word for one in value for word in sheet_words(one)] if isinstance(value, list) else []


def said_in(notebook):
    return said(data_of(notebook))


def test_the_measure_itself():
    assert reading.grade(["The cat sat on the mat."]) < 1
    hard = "Utilizing interpersonal relationships facilitates psychological resilience notwithstanding adversity."
    assert reading.grade([hard]) > 12
    counted = {
        word: reading.syllables(word) for word in ("help", "support", "listening", "boundary", "coworker")
    }
    assert counted == {"help": 1, "support": 2, "listening": 3, "boundary": 3, "coworker": 3}
    assert reading.is_passive("The sheet is folded by you.")
    assert not reading.is_passive("You fold the sheet.")


def test_reads_at_grade_six_or_below(handout):
    assert measured(data_of(handout)).grade <= 6.0


def test_sentences_are_short(handout):
    lengths = {one: len(reading.words(one)) for one in said_in(handout)}
    assert sum(lengths.values()) / len(lengths) <= 12
    assert [one for one, long in lengths.items() if long > 20] == []
    assert measured(data_of(handout)).longest == max(lengths.values())


def test_long_words_are_few(handout):
    every = [word.lower() for one in said_in(handout) for word in reading.words(one)]
    long = [word for word in every if reading.syllables(word) >= 3]
    assert len(long) / len(every) <= 0.10, sorted(set(long))


def test_people_do_things_in_most_sentences(handout):
    every = said_in(handout)
    passive = [one for one in every if reading.is_passive(one)]
    assert len(passive) / len(every) <= 0.05, passive


def test_paragraphs_and_lists_are_short(handout):
    for text in prose_of(data_of(handout)):
        assert len(reading.sentences(text)) <= 3, text
    for block in data_of(handout)["blocks"]:
        if block["t"] in {"ul", "ol"}:
            assert len(block["items"]) <= 7


def test_a_heading_comes_before_there_is_too_much_to_read(handout):
    since = 0
    for block in data_of(handout)["blocks"]:
        since = 0 if block["t"] == "h" else since + len(sheet_words(block))
        assert since <= 120


def test_the_first_line_says_what_it_is_for(handout):
    assert next(iter(prose_of(data_of(handout)))).startswith("This handout helps you ")


def test_a_worksheet_has_few_words(handout):
    for sheet in data_of(handout)["sheets"]:
        assert len(sheet_words(sheet)) <= 220


def test_there_is_a_box_with_what_to_keep(handout):
    assert any(
        block["t"] == "quote" and plain(block["c"][0]["c"]).startswith("Remember. ")
        for block in data_of(handout)["blocks"]
    )


def test_special_words_are_explained_where_they_stand(handout):
    data = data_of(handout)
    prose = " ".join(prose_of(data))
    used = " ".join([prose, *(" ".join(sheet_words(sheet)) for sheet in data["sheets"])])
    missing = [
        explained
        for word, explained in SPECIAL.items()
        if re.search(rf"(?i)\b{word}\b", used) and explained not in prose
    ]
    assert missing == []
    assert re.findall(UNEXPLAINED, used) == []


def test_very_long_words_are_everyday_or_explained(handout):
    data = data_of(handout)
    every = {word.lower() for text in prose_of(data) for word in reading.words(text)}
    every |= {word.lower() for sheet in data["sheets"] for word in sheet_words(sheet)}
    long = {word for word in every if reading.syllables(word) >= 4}
    assert {word for word in long - EVERYDAY if not any(re.fullmatch(one, word) for one in SPECIAL)} == set()
