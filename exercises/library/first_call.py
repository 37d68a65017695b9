"""B5. First call: play a phone call to a counselor's office, and search a list of places."""

from __future__ import annotations

from exercises.exercise import Exercise, Safer, Step
from exercises.parts import (
    Beside,
    Branches,
    Legend,
    Node,
    Option,
    Rows,
    Section,
    Sentence,
    Steps,
    Text,
    Ticks,
    Write,
)

ROLES = (("●", "caller"), ("▲", "office"), ("■", "watcher"))

PICK = Node(
    "pick",
    "{person:marcus} has three places on a list. Which one comes first?",
    (
        Option("A small office close by", "a2", "Place 1: a small office, close to home."),
        Option("A big health center", "b2", "Place 1: a big health center with many kinds of help."),
        Option("A clinic that a neighbor likes", "c2", "Place 1: a clinic that a neighbor likes."),
    ),
)
ROOM = (
    Node(
        "a2",
        "“Good morning, Maple Street Counseling. How can I help you?”",
        (
            Option("“Do you take new clients?”", "a3", "New clients: yes."),
            Option("“Calls are hard for me. May I read my notes?”", "a3", "It is fine to read from a sheet."),
            Option(
                "“I do not know where to start.”", "a3", "You can say that you do not know. The office leads."
            ),
        ),
    ),
    Node(
        "a3",
        "“Thank you for calling. We have room for new clients. Who is the help for?”",
        (
            Option(
                "“For me. I will say more in person.”",
                "a4",
                "You do not have to tell your story on the phone.",
            ),
            Option("“For me. Could I have an interpreter?”", "a4", "Interpreter: yes, and it is free here."),
            Option("“For me. What does it cost?”", "m4", "You can ask about money first."),
        ),
    ),
    Node(
        "a4",
        "“That is no problem. I have Tuesday at ten, or Thursday at four.”",
        (
            Option("“Thursday at four, please.”", "a5", "First visit: Thursday at four."),
            Option("“Could we meet by video?”", "a5", "Video: yes, after the first visit."),
            Option("“Who would I see?”", "a5", "You can ask who it is, and how they are trained."),
        ),
    ),
    Node(
        "a5",
        "“I have noted that. I can hold Thursday at four for you. What else?”",
        (
            Option(
                "“What will one visit cost?”", "a6", "Cost: they check first, and tell you before you come."
            ),
            Option("“What if I cannot come?”", "a6", "Cancel a day ahead, and there is no fee."),
            Option("“Who can help with medicine?”", "a6", "Medicine: not here. A family doctor can help."),
        ),
    ),
    Node(
        "m4",
        "“One visit is 120 dollars. Some people pay less. Do you have insurance?”",
        (
            Option(
                "“Yes. Do you take my plan?”", "m5", "Insurance: they check the plan. Have your card ready."
            ),
            Option(
                "“No. Do you have a sliding fee?”", "m5", "Sliding fee: yes. You pay less if you earn less."
            ),
            Option(
                "“That is too much for me now.”", "m5", "You can say that it is too much. There may be a way."
            ),
        ),
    ),
    Node(
        "m5",
        "“Let me see what we can do about the fee. What else would you like to know?”",
        (
            Option("“What papers do I bring?”", "a6", "Bring: insurance card, or a letter on what you earn."),
            Option(
                "“When is the first visit?”", "a6", "First visit: Thursday at four, if the fee works out."
            ),
            Option(
                "“Can you tell me before I come?”", "a6", "They call back with the price before the visit."
            ),
        ),
    ),
    Node(
        "a6",
        "“All right. Shall I say it all once more?”",
        (
            Option("“Yes, please. I am writing.”", "found", "You can ask to hear it again."),
            Option("“May I have your name?”", "found", "Write down who you spoke with."),
            Option("“No, thank you. I will think, and call back.”", "think", "You can think first."),
        ),
    ),
)
WAIT = (
    Node(
        "b2",
        "“Harbor Health Center. Please hold. ... Thank you for waiting. How can I help?”",
        (
            Option("“I would like to see a counselor.”", "b3", "One short line is enough to start."),
            Option("“Is a counselor free this month?”", "b3", "This month: all full."),
            Option("“Could you speak more slowly, please?”", "b3", "You can ask people to slow down."),
        ),
    ),
    Node(
        "b3",
        "“I am sorry, our counselors are full. The wait is about ten weeks.”",
        (
            Option("“Please put me on the list.”", "b4", "Wait list: on it. Call once a month to ask."),
            Option(
                "“Do you have a cancellation list?”",
                "b4",
                "Cancellation list: they call when a visit opens up.",
            ),
            Option(
                "“Ten weeks is long for me.”",
                "b4",
                "You can say how it is for you. They may find another way.",
            ),
        ),
    ),
    Node(
        "b4",
        "“I can put you on both lists. There are other ways too. What would you like to know?”",
        (
            Option("“Is there a group I could join?”", "b5", "Group: Mondays, no wait."),
            Option("“Can I see someone by video?”", "b5", "Video: a shorter wait, about three weeks."),
            Option(
                "“Could a family doctor help?”", "b5", "Family doctor: can talk about care and medicine now."
            ),
        ),
    ),
    Node(
        "b5",
        "“I have written that down. How would you like to pay?”",
        (
            Option("“Do you take Medicaid?”", "b6", "Medicaid: yes, at this place. Ask each place."),
            Option(
                "“I have no insurance.”", "b6", "No insurance: they have a sliding fee, and a form for it."
            ),
            Option("“Can someone help with the forms?”", "b6", "Forms: a worker can sit down with you."),
        ),
    ),
    Node(
        "b6",
        "“One last thing. If it gets worse while you wait, do you know whom to call?”",
        (
            Option(
                "“Yes. I can call {line:crisis}.”",
                "waiting",
                "If it gets worse: call {line:crisis}.",
            ),
            Option("“Not yet. Who is there?”", "waiting", "They said: call {line:crisis} if it gets worse."),
            Option("“Can I call you too?”", "waiting", "You can call back and say that it got worse."),
        ),
    ),
)
FULL = (
    Node(
        "c2",
        "“Elm Clinic, hello. I have to say it right away: we are not taking new clients.”",
        (
            Option("“When could I try again?”", "c3", "Try again: in two months."),
            Option("“Could you name another place?”", "c3", "You can ask a full place for names of others."),
            Option(
                "“Oh. It was hard for me to call.”",
                "c3",
                "You can say how it is. A full clinic is not about you.",
            ),
        ),
    ),
    Node(
        "c3",
        "“I am sorry. Many people call us. I have a minute to help you look.”",
        (
            Option("“Who has room now?”", "c4", "Next: the community clinic, and the college clinic."),
            Option("“Who has a sliding fee?”", "c4", "Sliding fee: ask at a community clinic."),
            Option("“Who speaks my language?”", "c4", "Language: ask each place for an interpreter."),
        ),
    ),
    Node(
        "c4",
        "“All right. A family doctor can help too. Do you have one?”",
        (
            Option(
                "“Yes. What do I ask for?”", "c5", "Ask the doctor for a referral. It names a place to go."
            ),
            Option(
                "“No. How do I find one?”",
                "c5",
                "Call {line:local_help} to ask for a doctor or clinic nearby.",
            ),
            Option(
                "“Can a doctor help with medicine?”",
                "c5",
                "A family doctor can talk about medicine with you.",
            ),
        ),
    ),
    Node(
        "c5",
        "“There is a list of places at {line:treatment}. Can you go online?”",
        (
            Option("“Yes, on my phone.”", "c6", "Search {line:treatment} on a phone that is safe for you."),
            Option(
                "“Only at the library.”", "c6", "Library: use {line:treatment}, and close the page after."
            ),
            Option(
                "“No. Is there a number?”",
                "c6",
                "By phone: {line:treatment_phone} tells you which places there are.",
            ),
        ),
    ),
    Node(
        "c6",
        "“That is all I have. I am glad that you called. Is there anything else?”",
        (
            Option(
                "“Please call me, but leave no message.”", "next", "You can say how it is safe to reach you."
            ),
            Option("“May I say that you sent me?”", "next", "At the next place: say who sent you."),
            Option("“No. Thank you, goodbye.”", "next", "One call done. Two places are left on the list."),
        ),
    ),
)
ENDS = (
    Node("found", "The call is over. {person:marcus} breathes out. The next step is on the sheet."),
    Node("think", "The call is over. Nothing is fixed yet, and that is fine. The notes are on the sheet."),
    Node("waiting", "The call is over. The wait is long. {person:marcus} has more than one way to go on."),
    Node("next", "The call is over. This place is full. {person:marcus} knows where to try next."),
)
CALL = Branches("call", "The call so far", (PICK, *ROOM, *WAIT, *FULL, *ENDS), notes="Your call sheet")


def _pay(name: str, many: str) -> Node:
    """The filter for payment, for one number of places found so far."""
    return Node(
        name,
        f"{many} It asks: How can you pay?",
        (
            Option("Sliding fee", "found_one", "Payment: sliding fee. You pay less if you earn less."),
            Option("Medicaid", "found_one", "Payment: Medicaid."),
            Option(
                "Private insurance", "found_two", "Payment: private insurance. Ask about your plan by phone."
            ),
        ),
    )


PHONE = (
    Option("Write down the phone number", "ready", "The phone number and the hours are on paper."),
    Option("Tick “telehealth” too", "remote", "Telehealth: visits by phone or video."),
    Option("Choose another distance", "how_far", "You can change the search as often as you like."),
)
SEARCH = Branches(
    "search",
    "The search so far",
    nodes=(
        Node(
            "where",
            "The page asks: Where? What will {person:marcus} type in?",
            (
                Option("A ZIP code", "how_far", "Place: a ZIP code. Close places come first."),
                Option("The name of the city", "how_far", "Place: the city. More places come up."),
                Option("A town close by", "how_far", "Place: another town. That can be more private."),
            ),
        ),
        Node(
            "how_far",
            "The page asks: How far? {person:marcus} takes the bus.",
            (
                Option("5 miles", "pay_near", "Distance: 5 miles, one bus."),
                Option("25 miles", "pay_far", "Distance: 25 miles, two buses."),
                Option("Any distance", "pay_any", "Distance: any. A long list is hard to use."),
            ),
        ),
        _pay("pay_near", "The page found 4 places."),
        _pay("pay_far", "The page found 15 places."),
        _pay("pay_any", "The page found 200 places."),
        Node(
            "found_one",
            "Oak Clinic fits. The page shows a street, a phone number and the hours. What now?",
            PHONE,
        ),
        Node(
            "found_two",
            "Two places fit. The page shows a phone number for each. What now?",
            PHONE,
        ),
        Node(
            "remote",
            "One more place comes up. It is far away, and it meets by video.",
            (
                Option(
                    "Write down the phone number", "ready", "The phone number and the hours are on paper."
                ),
                Option(
                    "Ask the library for a quiet room",
                    "ready",
                    "A library may have a quiet room for video visits.",
                ),
                Option(
                    "Look for places to visit in person", "how_far", "In person: go back to the distance."
                ),
            ),
        ),
        Node(
            "ready",
            "The search is done. Now comes the call, on another day, with the sheet and a pen.",
        ),
    ),
    notes="{person:marcus}'s search, step by step",
)

EXERCISE = Exercise(
    id="first_call",
    code="B5",
    section="Finding support",
    source_point=10,
    title="First call",
    goal="This sheet helps you make a first call for help.",
    intensity=1,
    steps=(
        Step(
            id="explain",
            name="Meet {person:marcus}",
            kind="show",
            fixed_min=3,
            say=(
                "This is {person:marcus}. {person:marcus} is made up, and the places are too.",
                "{person:marcus} wants to talk to a counselor, and finds calls hard. Many people do.",
                "In threes: one is the caller, one is the office, one is the watcher.",
                "No choice is wrong. With each one we learn something.",
                "You may pass on any role, or only watch.",
            ),
            do=(
                "Hand out the sheets. Read the three roles aloud.",
                "Make threes, and say who sits where. Two people can play without a watcher.",
                "Show the ten questions on the sheet. Watchers tick what they hear.",
            ),
            watch_for=(
                "Talk of illness names. Say: “The office does not need that, and neither do we.”",
                "Someone who goes quiet at the word phone. Offer the watcher's role.",
            ),
            if_short="Read the roles aloud. Skip the questions.",
            screen=(
                Text("{about:marcus} {person:marcus} would like to see a counselor."),
                Legend(ROLES),
                Steps(
                    (
                        "**Office**: read what the office says.",
                        "**Caller**: pick one reply, and say it your own way.",
                        "**Watcher**: tick the questions that you hear.",
                    )
                ),
                Text("No choice is wrong. You may pass on any role."),
            ),
        ),
        Step(
            id="call",
            name="Play the call",
            kind="group",
            fixed_min=8,
            say=(
                "First we choose a place together.",
                "Office: read the line on the screen. Caller: pick a reply and say it.",
                "Now hands up: which reply shall we all take?",
                "Watcher: what did we learn?",
            ),
            do=(
                "For each turn, give the threes half a minute. Then ask for hands, and press that reply.",
                "Read aloud what we learned. It goes on the call sheet below.",
                "After three turns, caller and watcher may change seats.",
                "If time is left, press “Start again” and call another place.",
            ),
            watch_for=(
                "A promise, like “they will surely take you”. Say: “Each place is different. We ask.”",
                "“It is always no.” Say: “It often is hard. That is why there are three places on the list.”",
                "Real names of places or of an illness. Say: “Let us stay with {person:marcus}.”",
            ),
            if_short="Choose the small office. Play four turns and stop.",
            screen=(
                Text("**Office** reads the line. **Caller** picks a reply. **Watcher** ticks what comes up."),
                CALL,
            ),
        ),
        Step(
            id="search",
            name="Search for places",
            kind="second",
            fixed_min=5,
            say=(
                "Where does the list of places come from? One way is {line:treatment}.",
                "The page on the screen is made up. The real one looks different.",
                "What would {person:marcus} choose here?",
            ),
            do=(
                "Ask for hands at each question. Press what most people say.",
                "Go back once, and choose another distance. See how the list changes.",
                "Say it aloud: if others see your screen, use a safe device.",
            ),
            watch_for=(
                "Someone who searches on their own phone now. Say: “Later is fine. No one has to today.”",
                "Someone who never goes online. Say: “You can ask by phone too: {line:treatment_phone}.”",
            ),
            if_short="Leave this step out. Show the name of the real page.",
            screen=(
                Text("This page is **made up**. The real one is **{line:treatment}**."),
                SEARCH,
            ),
        ),
        Step(
            id="close",
            name="One question to ask",
            kind="round",
            fixed_min=0,
            per_person_sec=15,
            say=("Which question would you ask first? You may pass.",),
            do=(
                "Go round once. Type in the questions, and no names.",
                "Point to “If the wait is long” and to the last line of the sheet.",
            ),
            watch_for=("Someone who needs help now. Go to them after, and offer to call together.",),
            if_short="Ask for three voices only.",
            screen=(
                Text("Which question would you ask first? You may pass."),
                Write("questions", "Questions we would ask", lines=4),
            ),
        ),
    ),
    sheet=(
        Section(
            "Say this",
            (
                Sentence("hello", {"start": "Hello. I would like to see a {who}. May I read my questions?"}),
                Sentence("times", {"start": "My best times are {times}. So the next step is {step}?"}),
            ),
        ),
        Section(
            "Ask ten questions",
            (
                Beside(
                    left=(
                        Ticks(
                            "getting_in",
                            "**Getting in**",
                            (
                                "Do you take new clients?",
                                "When is the first visit?",
                                "Is there a wait list?",
                                "Can we meet by video?",
                                "Can I get an interpreter?",
                            ),
                        ),
                    ),
                    right=(
                        Ticks(
                            "money_and_care",
                            "**Money and care**",
                            (
                                "Do you take my plan?",
                                "What will a visit cost?",
                                "Is there a sliding fee?",
                                "Who would I see?",
                                "Who helps with medicine?",
                            ),
                        ),
                    ),
                ),
            ),
        ),
        Section(
            "Keep track",
            (
                Rows(
                    "tried",
                    "Three places I tried",
                    "Place {n}",
                    columns=(
                        Write("place", "Place and phone", lines=1),
                        Write("said", "What they said", lines=1),
                        Write("next", "Next step", lines=1),
                    ),
                    most=3,
                ),
            ),
        ),
        Text(
            "**If the wait is long:** Ask them to call if a time opens. Ask for video visits. Try a community clinic. Ask your family doctor. If it gets worse, call **{line:crisis}**."
        ),
    ),
    remember="A full clinic is not a no to you. Try the next place.",
    bring=(
        "One sheet and one pen for each person",
        "Chairs in groups of three",
        "Something to hold as a phone, if you like",
    ),
    cautions=(
        "Promise nothing: not a place, not a price, not a date.",
        "No talk of illness names. An office needs to know who calls, not what is wrong.",
        "Medicine goes through a doctor. Do not say who should take it or stop it.",
        "People have a right to ask for an interpreter. Many places offer one for free.",
        "Other people may see a phone or a search. Say it aloud: “Use a safe device.”",
    ),
    quiet="Take the watcher's role, and tick the questions on the sheet.",
    online="Make rooms of three, and put the office's line in the chat. Or play it in the main room, and vote by hand.",
    low_literacy="You read each line for the office, and the three replies. Callers hold up one, two or three fingers.",
    no_pens="Watchers count the questions on their fingers.",
    small_group="Play one call all together. You are the office.",
    large_group="Have a second facilitator walk round. Take three voices in the last round.",
    safer=Safer(
        notes=(
            "Do not put partners or family members in one group of three.",
            "Stay with {person:marcus}. Nobody says what they would call about.",
            "Say to all: “You can leave your sheet here.” Put no names on it.",
        )
    ),
    safety="The caller and the places are made up. Nobody says why they might call.",
    choice="People choose a role, or only watch. They decide later if they call at all.",
    evidence="People often name cost, and not knowing what to say, as reasons not to call. Practice may help; that is little studied.",
    strength=1,
)
