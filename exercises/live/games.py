"""Games as the board draws them: one card, one case, one node, one seat or one turn at a time."""

from __future__ import annotations

from collections import Counter
from random import Random

from exercises import parts
from exercises.live.controls import control
from exercises.live.scene import Block, Scene, button, draw
from exercises.pictures import Bars


@draw.register
def _(part: parts.Sort, scene: Scene) -> Block:
    last = len(part.cards)
    at = scene.number(f"{part.id}.card", 0, last)
    chosen = {place: scene.number(f"{part.id}.{place}", -1, len(part.piles) - 1, -1) for place in range(last)}
    counts = Counter(chosen.values())
    block: Block = {
        "kind": "sort",
        "id": part.id,
        "label": part.label,
        "tally": [[pile, counts[number]] for number, pile in enumerate(part.piles)],
        "sorted": [
            [
                pile,
                [[card.said, card.reply] for place, card in enumerate(part.cards) if chosen[place] == number],
            ]
            for number, pile in enumerate(part.piles)
        ],
        "earlier": _card(part.id, at - 1, scene.say("card_before")) if at > 0 else None,
        "later": None,
        "card": None,
        "piles": [],
        "reply": "",
        "place": scene.say("cards_done"),
    }
    if at == last:
        return block
    card, picked = part.cards[at], chosen[at]
    view = "same_view" if picked == card.pile else "other_view"
    told = {"group": part.piles[picked], "ours": part.piles[card.pile], "why": card.why}
    return block | {
        "place": scene.say("card_of", n=at + 1, m=last),
        "card": {"heads": list(part.heads), "said": card.said, "reply": card.reply},
        "piles": [
            button(pile, {f"{part.id}.{at}": number}) | {"on": number == picked}
            for number, pile in enumerate(part.piles)
        ],
        "reply": scene.say(view, **told) if picked >= 0 else "",
        "later": _card(part.id, at + 1, scene.say("card_after")) if picked >= 0 else None,
    }


@draw.register
def _(part: parts.Vote, scene: Scene) -> Block:
    last = len(part.cases)
    at = scene.number(f"{part.id}.card", 0, last)
    block: Block = {
        "kind": "vote",
        "id": part.id,
        "label": part.label,
        "earlier": _card(part.id, at - 1, scene.say("case_before")) if at > 0 else None,
        "later": None,
        "text": "",
        "counts": [],
        "chart": None,
        "reasons": [],
        "voted": _voted(part, scene),
        "place": scene.say("cases_done"),
    }
    if at == last:
        return block
    case = part.cases[at]
    counts = [
        control(
            parts.Scale(f"{part.id}.{at}.{number}", option, high=part.most), scene, f"{part.id}.{at}.{number}"
        )
        for number, option in enumerate(part.options)
    ]
    hands = [int(count["value"]) for count in counts]
    bars = Bars(
        alt=case.text,
        names=part.options,
        values=tuple(hands),
        most=part.most,
        heads=(part.head, scene.say("hands")),
    )
    voted = sum(hands) > 0
    return block | {
        "place": scene.say("case_of", n=at + 1, m=last),
        "text": case.text,
        "counts": counts,
        "chart": draw(parts.Picture(f"{part.id}.chart", bars), scene) if voted else None,
        "reasons": [list(pair) for pair in zip(part.options, case.reasons, strict=True)] if voted else [],
        "later": _card(part.id, at + 1, scene.say("case_after")),
    }


def _voted(part: parts.Vote, scene: Scene) -> list[list[str]]:
    """The hands counted for every case so far, headings first: for paper, as the screen has room for one."""
    hands = [
        [scene.number(f"{part.id}.{at}.{number}", 0, part.most) for number in range(len(part.options))]
        for at in range(len(part.cases))
    ]
    rows = [
        [case.text, *map(str, counts)] for case, counts in zip(part.cases, hands, strict=True) if any(counts)
    ]
    return [[part.head, *part.options], *rows]


@draw.register
def _(part: parts.Branches, scene: Scene) -> Block:
    key = f"{part.id}.path"
    nodes = {node.id: node for node in part.nodes}
    node, path, crumbs, notes = part.nodes[0], [], [], []
    for step in str(scene.answers.get(key, "")).split(","):
        if not step.isdecimal() or int(step) >= len(node.options):
            break
        option = node.options[int(step)]
        path.append(step)
        crumbs.append(option.label)
        notes.append(option.note)
        node = nodes[option.to]
    collected = [note for note in notes if note]
    return {
        "kind": "branches",
        "id": part.id,
        "label": part.label,
        "crumbs": crumbs,
        "note": notes[-1] if notes else "",
        "text": node.text,
        "options": [
            button(option.label, {key: ",".join([*path, str(number)])})
            for number, option in enumerate(node.options)
        ],
        "back": button(scene.say("branch_back"), {key: ",".join(path[:-1])}) if path else None,
        "again": button(scene.say("branch_again"), {key: ""}) if path else None,
        "notes": {"label": part.notes, "items": collected} if part.notes else None,
    }


@draw.register
def _(part: parts.Round, scene: Scene) -> Block:
    seats = parts.Scale(f"{part.id}.seats", scene.say("round_seats"), low=2, high=part.most, start=part.seats)
    many = scene.number(seats.id, seats.low, seats.high, seats.start)
    shuffled = scene.number(f"{part.id}.shuffled", 0, 1_000_000)
    at = scene.number(f"{part.id}.at", 0, many)
    order = Random(shuffled).sample(range(1, many + 1), many)  # noqa: S311 - it picks seats, it guards nothing
    go_on = {f"{part.id}.at": at + 1}
    return {
        "kind": "round",
        "id": part.id,
        "label": part.label,
        "seats": control(seats, scene, seats.id),
        "seat": scene.say("round_seat", n=order[at]) if at < many else scene.say("round_done"),
        "place": scene.say("round_of", n=min(at + 1, many), m=many),
        "spoke": button(scene.say("round_spoke"), go_on) if at < many else None,
        "passed": button(scene.say("round_passed"), go_on) if at < many else None,
        "again": button(
            scene.say("round_shuffle"), {f"{part.id}.shuffled": shuffled + 1, f"{part.id}.at": 0}
        ),
    }


@draw.register
def _(part: parts.Timer, scene: Scene) -> Block:
    turns = scene.find(tuple, part.id) or part.turns
    return {
        "kind": "timer",
        "id": part.id,
        "label": part.label,
        "turn": scene.number(f"{part.id}.turn", 0, len(turns) - 1),
        "turns": [
            {"name": turn.name, "seconds": turn.seconds, "roles": [list(role) for role in turn.roles]}
            for turn in turns
        ],
    }


@draw.register
def _(part: parts.Blanks, scene: Scene) -> Block:
    words = scene.find(parts.Words, part.id)
    texts = words.texts if words else ("",) * len(part.prompts)
    lines = [[prompt, text] for prompt, text in zip(part.prompts, texts, strict=True)]
    return {"kind": "blanks", "id": part.id, "label": part.label, "lines": lines}


@draw.register
def _(part: parts.Deck, scene: Scene) -> Block:
    del scene
    leaves = [{"title": leaf.title, "items": list(leaf.items)} for leaf in part.leaves]
    return {"kind": "deck", "id": part.id, "label": part.label, "leaves": leaves}


def _card(part_id: str, to: int, label: str) -> Block:
    """A button that goes to another card or case."""
    return button(label, {f"{part_id}.card": to})
