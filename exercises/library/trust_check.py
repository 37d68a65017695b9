"""B6. Trust check: rate eight made-up finds from the internet, then keep five rules and a checklist."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Answers,
    Beside,
    Card,
    Found,
    HelpLines,
    Legend,
    Pick,
    Rows,
    Section,
    Sentence,
    Sort,
    Steps,
    Text,
    Write,
)

GREEN, YELLOW, RED = range(3)
PILES = ("● Green: use it", "▲ Yellow: check first", "■ Red: leave it")
"""From most to least trust; a word and a shape each, so that color is never alone."""

CARDS = (
    Card(
        "A plain old-looking health site",
        "A public health office runs it. Each page has a date and a list of sources. It sells nothing.",
        GREEN,
        "You can see who, when and what it rests on. Looks prove nothing.",
    ),
    Card(
        "A post that many people shared",
        "“This root tea ended my panic in 3 days. Doctors hide it from you. Buy it here.”",
        RED,
        "It promises a fast cure, and it sells that cure.",
    ),
    Card(
        "A free mood app",
        "You note your sleep and mood. When you sign up, you agree that it shares them with “partners”.",
        YELLOW,
        "It may help. First find out who gets to see your notes.",
    ),
    Card(
        "An AI chatbot",
        "It answers at once, in a kind voice: “This sounds like anxiety. Do this.” It names no source.",
        YELLOW,
        "It can sound sure and be wrong. Ask a person who is trained.",
    ),
    Card(
        "A video with two million views",
        "A “wellness coach” smiles: “Stop your medicine today. Your body heals itself.”",
        RED,
        "To stop a medicine alone can harm you. Ask a doctor or pharmacist first.",
    ),
    Card(
        "A good site, on a computer that others use",
        "A clinic runs the site. The computer keeps a list of each page you open.",
        YELLOW,
        "The page is fine. The list can tell others what you read.",
    ),
    Card(
        "A hospital page about sleep pills",
        "A known hospital wrote it. At the bottom it says: last change eleven years ago.",
        YELLOW,
        "Good people wrote it, and it is old. Look for a newer page.",
    ),
    Card(
        "An online group for caregivers",
        "It names the nurse who leads it. It has rules on what stays private. It is free.",
        GREEN,
        "It says who leads it and what happens to your words.",
    ),
)
RULES = (
    "Look up **who runs it**, on a second page.",
    "Find the **proof** and the **date**.",
    "Ask **what it sells**.",
    "Know **who sees** what you read and type.",
    "Doubt **big promises**. Ask a doctor before you stop a medicine.",
)


def rule(exercise: Exercise, answers: Answers) -> Mapping[str, Found]:
    """Say how often the group and we saw a card the same way, and who was more careful where not."""
    sort = exercise.part(Sort, "finds")
    pairs = [
        (given, card.pile)
        for place, card in enumerate(sort.cards)
        if isinstance(given := answers.get(f"{sort.id}.{place}"), int)
        and not isinstance(given, bool)
        and 0 <= given < len(sort.piles)
    ]
    same = sum(group == ours for group, ours in pairs)
    counts = {
        "all": len(pairs),
        "same": same,
        "careful": sum(group > ours for group, ours in pairs),
        "trusting": sum(group < ours for group, ours in pairs),
    }
    version = "none" if not pairs else "same" if same == len(pairs) else "differ"
    return {"agreed": Pick(version, {name: str(count) for name, count in counts.items()})}


EXERCISE = Exercise(
    id="trust_check",
    code="B6",
    section="Finding support",
    source_point=11,
    title="Trust check",
    goal="This sheet helps you check health advice before you trust it.",
    intensity=1,
    rule=rule,
    steps=(
        Step(
            id="intro",
            name="Green, yellow or red?",
            kind="show",
            fixed_min=2,
            say=(
                "You can find a lot of help online. You can find a lot of nonsense too.",
                "We look at eight finds. All of them are made up.",
                "Green: use it. Yellow: check first. Red: leave it. Each color has a shape too.",
                "Nobody is tested here. These pages fool all of us at times.",
            ),
            do=(
                "Make two or three teams. Give each team three cards or papers: circle, triangle, square.",
                "No cards? Flat hand up is green, hand to the side is yellow, fist is red.",
                "Try it once: “Show me yellow.”",
            ),
            watch_for=(
                "Shame about a trick that worked on someone. Say: “Those pages are made by experts in tricks.”",
            ),
            if_short="Make no teams. Everyone shows hands.",
            screen=(
                Text("Eight finds from the internet. All of them are made up. **Would you trust them?**"),
                Legend(
                    (("●", "Green: use it"), ("▲", "Yellow: check first"), ("■", "Red: leave it")),
                ),
                Text("These pages fool all of us at times. This is **not a test**."),
            ),
        ),
        Step(
            id="sort",
            name="Would you trust it?",
            kind="group",
            fixed_min=8,
            say=(
                "I read the card. Talk in your team for a few seconds. Then show your shape.",
                "What on the card made you choose it?",
            ),
            do=(
                "Read both parts of the card aloud. Count to ten. Then say: “Show.”",
                "Press what most teams show. Ask one team: what did you see?",
                "Read our view. If a team sees it another way, ask what it would check.",
                "Take about one minute for each card.",
            ),
            watch_for=(
                "Jokes about herbs or old cures. Say: “The tea may be fine. The promise is the problem.”",
                "The card about medicine. Say: “Do not stop or change a medicine alone. Ask a doctor, a nurse or a pharmacist.”",
                "The card about the computer. Give no tips on how to hide pages in front of all. Say: “You can ask me after.”",
                "The card about the chatbot. Do not laugh at people who talk to one. Say: “In a crisis, talk to a person: {line:crisis}.”",
            ),
            if_short="Do cards 1 to 5, then card 6.",
            screen=(
                Sort(
                    "finds",
                    "Would you trust it?",
                    PILES,
                    CARDS,
                    heads=("You find", "What you see"),
                ),
            ),
        ),
        Step(
            id="rules",
            name="Five rules to keep",
            kind="group",
            fixed_min=3,
            say=(
                "Here is how often you and we saw it the same way. It is not a grade.",
                "These are the five rules behind the cards. They are on your sheet.",
                "Rule 1 is what fact checkers do. They leave the page and look it up somewhere else.",
            ),
            do=(
                "Read the sentence, then the rules, aloud.",
                "For each rule ask: which card was that?",
                "Hand out the sheets.",
            ),
            watch_for=(
                "“I trust nothing online.” Say: “Some pages are good. The list on the sheet has a few.”",
            ),
            if_short="Read the five rules. Leave out the cards.",
            screen=(
                Sentence(
                    "agreed",
                    {
                        "none": "No card is sorted yet. Go back to sort some, or start with the rules.",
                        "same": "Cards sorted: {all}. You and we see all of them the same way.",
                        "differ": "Cards sorted: {all}. Same view: {same}. You were more careful: {careful}. You were more trusting: {trusting}.",
                    },
                ),
                Steps(RULES),
            ),
        ),
        Step(
            id="close",
            name="One rule to use",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=(
                "Which rule will you use this week? Say the number. You may pass.",
                "You do not have to say what you look up.",
            ),
            do=(
                "Go round once. Type in the numbers.",
                "Point to the places to start, and to the last line of the sheet.",
            ),
            watch_for=(
                "Someone who names a site and asks if it is good. Say: “Let us check it with the five rules after.”",
            ),
            if_short="Ask for fingers, one to five, all at once.",
            screen=(
                Text("**Which rule will you use this week?** Say the number. You may pass."),
                Write("rules_chosen", "Rules we will use", lines=2),
                Section(
                    "Places to start",
                    (
                        HelpLines(("treatment", "support", "crisis")),
                        Text("**MedlinePlus.gov** has plain facts about health."),
                    ),
                ),
            ),
        ),
    ),
    sheet=(
        Section(
            "Check three sites or apps",
            (
                Rows(
                    "my_sites",
                    "Write a word in each box, or **✓** for good and **?** for not sure.",
                    "Site {n}",
                    columns=(
                        Write("site", "Site or app"),
                        Write("who", "Who runs it?"),
                        Write("proof", "Proof? Date?"),
                        Write("sells", "What it sells"),
                        Write("sees", "Who sees my data?"),
                        Write("promise", "Big promise?"),
                    ),
                    most=3,
                ),
            ),
        ),
        Beside(
            left_share=52,
            left=(Section("Five rules", (Steps(RULES),)),),
            right=(
                Section(
                    "Places to start",
                    (
                        HelpLines(("treatment", "support", "crisis")),
                        Text("**MedlinePlus.gov** has health facts."),
                    ),
                ),
            ),
        ),
        Write("look_up", "What would I like to look up?", lines=1),
    ),
    remember="A good page tells you who made it, and when.",
    bring=(
        "One sheet and one pen for each person",
        "For each team, three papers with a circle, a triangle and a square",
        "The opening hours of a library or center with computers",
    ),
    cautions=(
        "Do not rate real sites on the screen. Help people check them with the five rules after.",
        "Never tell anyone to start, stop or change a medicine. Send them to a doctor, a nurse or a pharmacist.",
        "Phones and computers can show others what somebody read. Give tips about this one to one, never in the round.",
        "Do not make fun of those who believed a page. It shuts people down.",
    ),
    quiet="Show a shape and say nothing. Or read the rules on the sheet.",
    online="Show one card at a time. People type G, Y or R in the chat, all at once. You press what most people chose.",
    low_literacy="Read each card aloud, twice. People show shapes. On paper they can make marks in place of words.",
    no_pens="Show shapes. Say each rule aloud together once.",
    small_group="Make no teams. Everyone shows a shape.",
    large_group="Make four teams. Take one voice from each team for the last question.",
    safer=Safer(
        notes=(
            "Do not ask what anyone looks up, or who uses whose phone.",
            "Do not put partners or family members in one team.",
            "On the card about the computer, read our view and go on.",
        )
    ),
    safety="The finds are made up. Nobody has to say what they read, or what they fell for.",
    choice="People show a shape, speak, or only watch. They choose what to look up.",
    evidence="Short lessons helped students judge sites better in several studies. Less is known for adults and for health.",
    strength=2,
)
