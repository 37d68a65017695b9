"""A worksheet with every kind of part, as a notebook may store it."""

from __future__ import annotations

from forms import sheet_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'
SAMPLES: dict[str, dict] = {
    "text": {"text": "Read this."},
    "steps": {"items": ["Stop.", "Look."]},
    "legend": {"signs": [["L", "listens"]]},
    "sentence": {"id": "line", "text": "When {}, I will {}."},
    "hints": {"id": "found", "label": "What did you find?", "items": ["A gap", "A **strong** ring"]},
    "tally": {"id": "count", "label": "Who helped?", "heads": ["Helper", "Times"], "lines": 2},
    "timetable": {"id": "agenda", "label": "The agenda", "heads": ["Time", "Part"], "lines": 2},
    "poster": {"id": "poster", "label": "Make a poster"},
    "act": {"id": "save", "label": "Save it"},
    "help_lines": {"ids": ["crisis"]},
    "write": {"id": "words", "label": "What is good?", "lines": 3, "help": ""},
    "choice": {"id": "one", "label": "How are you?", "options": ["Well", "So so", "Low"], "columns": 3},
    "ticks": {"id": "many", "label": "What helps?", "options": ["Rest", "A walk"], "columns": 2},
    "scale": {"id": "mark", "label": "How full is it?", "low": 0, "high": 4, "low_word": "light", "high_word": "heavy"},
    "rows": {"id": "places", "label": "Three places", "heads": ["Place", "Answer"], "lines": 3},
    "grid": {"id": "week", "label": "A week", "corner": "", "rows": ["Morning"], "columns": ["Mon", "Tue"], "narrow": False},
    "rank": {"id": "ladder", "label": "Your top two", "rungs": 2},
    "sort": {"id": "cards", "label": "Sort them.", "heads": ["Said", "Reply", "Heard", "Shut"], "cards": [["Oh.", "Ah."], ["No.", "Yes."]]},
    "vote": {"id": "cases", "label": "Tick one.", "heads": ["Case", "OK", "Not OK"], "cases": ["A loan", "A call"]},
    "branches": {"id": "talk", "label": "A talk", "nodes": [{"text": "Hello.", "options": [["Hi", "1"]]}]},
    "round": {"id": "seats", "label": "Whose turn is it?", "most": 7},
    "timer": {"id": "clock", "label": "Turns", "turns": [{"name": "One", "seconds": 60}]},
    "blanks": {"id": "thanks", "label": "Cards", "prompts": ["You did:", "It meant:"], "copies": 2, "lines": 2},
    "deck": {"id": "deck", "label": "Cards to keep", "leaves": [{"title": "Calm", "items": ["Breathe."]}]},
    "picture": {"id": "map", "svg": SVG, "alt": "A circle.", "width": 20, "table": [], "to_write": [], "across": 1, "typed": []},
    "section": {"title": "Part one", "items": []},
    "beside": {"left_share": 50, "left": [], "right": []},
}  # fmt: skip
"""One of each kind."""
PARTS = [{"kind": kind, **sample} for kind, sample in SAMPLES.items()]
EVERY_KIND = sheet_of(PARTS)
