"""The agenda and the time of a planned meeting, on a clock that the tests turn: no test waits."""

from __future__ import annotations

import json
import re
import shutil
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser.conftest import PICTURES
from browser.led import press
from browser.walk import in_the_theme
from meeting import held

from workshop.files import read_notebook
from workshop.group import Group
from workshop.plan.answer import Wanted, answer
from workshop.plan.builds import builds
from workshop.plan.late import steps
from workshop.plan.meeting import meeting as as_data
from workshop.plan.storing import store_meetings
from workshop.plan.tonight import meeting_of
from workshop.words import words

WORDS = words()["lab"]
A1 = "a_why_relationships_matter/a1_support_rings.ipynb"
OURS = re.compile(r"^(?!Loading chunk)").match
"""JupyterLab gives up a file of its own that is on its way while the clock is turned on by minutes."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPILLS = """(root) => {
  const edge = innerWidth + 1;
  return [root, ...root.querySelectorAll('*')].filter((node) => node.checkVisibility() && !node.closest('thead'))
    .filter((node) => node.getBoundingClientRect().right > edge || node.getBoundingClientRect().left < -1 || (node.clientWidth && node.scrollWidth > node.clientWidth + 1))
    .map((node) => node.outerHTML.slice(0, 90));
}"""
OVERLAPS = """(steps) => steps.filter((step) => [...step.children].some((one) => one.getBoundingClientRect().bottom > step.getBoundingClientRect().bottom + 1))
  .map((step) => step.innerText)"""
SMALL = """() => [...document.querySelectorAll('.gc-time button')].filter((node) => node.checkVisibility())
  .filter((node) => Math.min(node.offsetWidth, node.offsetHeight) < 44).map((node) => node.innerText)"""

FOCUSED = """() => {
  const node = document.activeElement, look = getComputedStyle(node);
  return [node.innerText.trim(), look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 3];
}"""
WALK = """async ([meetings, seed]) => {
  const timing = await import(document.querySelector('link[href$="look.css"]').href.replace('look.css', 'timing.js'));
  const { MINUTE, beside, behind, ended, ends, fresh, go, goOn, left, longer, moments, pause, shorten, start, stepsOf } = timing;
  let chance = seed;
  const below = (n) => (chance = (chance * 48271) % 2147483647) % n;
  const bad = [];
  const must = (holds, what) => { if (!holds) bad.push(what); };
  const names = meetings.map((meeting) => stepsOf(meeting).map(({ name }) => name));
  for (const meeting of meetings) {
    const steps = stepsOf(meeting);
    let now = new Date(2026, 10, 23, 18, 0).getTime();
    let time = start(fresh(steps), now);
    for (let turn = 0; turn < 60; turn += 1) {
      const [end, before] = [ends(time, now), time];
      const does = [
        () => { time = pause(time, now); must(ends(time, now) === end, 'pause changes nothing at once'); },
        () => { if (!ended(time)) { time = goOn(pause(time, now), now); must(ends(time, now) === end, 'go on changes nothing at once'); } },
        () => { if (!ended(time)) { const rest = left(time, now); time = longer(time, now); must(left(time, now) === rest + MINUTE && ends(time, now) === end + MINUTE, 'one minute more is one minute more'); } },
        () => { if (!ended(time)) { time = go(time, beside(time, 1), now); must(ends(time, now) <= end, 'the next step never makes it later'); } },
        () => { if (beside(time, -1) >= 0) { const was = go(go(time, beside(time, -1), now), time.at, now); must(was.at === time.at, 'back and on again is the same step'); } },
        () => { const place = time.at + 1 + below(4); if (time.minutes[place] > 1) { const to = time.minutes[place] - 1; time = shorten(time, [{ place, minutes: to }]); must(ends(time, now) === end - MINUTE, 'what goes is saved'); } },
        () => { time = shorten(time, [{ place: time.at, minutes: 0 }]); must(time.minutes[time.at] === before.minutes[time.at], 'what runs never goes'); },
        () => { now += below(400) * 1000; },
      ];
      does[below(does.length)]();
      must(moments(meeting, time, now).length === steps.length + 1, 'every step has its moment');
      const coming = moments(meeting, time, now).slice(time.at + 1);
      must(coming.every((moment, place) => place === 0 || moment >= coming[place - 1]), 'what is to come is in order');
      must(Number.isInteger(behind(meeting, time, now)) && !Object.is(behind(meeting, time, now), -0), 'whole minutes');
    }
  }
  return [names, [...new Set(bad)]];
}"""
NEAR = """async ([meeting, begins]) => {
  const timing = await import(document.querySelector('link[href$="look.css"]').href.replace('look.css', 'timing.js'));
  const now = new Date(begins).getTime();
  return timing.behind(meeting, timing.start(timing.fresh(timing.stepsOf(meeting)), now), now);
}"""


def planned(folder, **wanted):
    """The notebook of a meeting for eight people."""
    made = answer(Wanted(people=8, **wanted), Group())
    ((path, _),) = store_meetings(made, None, folder)[0]
    return path


@pytest.fixture(scope="module")
def tonight(tmp_path_factory):
    return planned(tmp_path_factory.mktemp("planned"), build="core", start="18:00")


@pytest.fixture(scope="module")
def meeting(tmp_path_factory, tonight):
    with held(tmp_path_factory.mktemp("timed"), str(tonight)) as running:
        yield running


@pytest.fixture
def timed(meeting, chromium, tonight, request):
    """Opens a planned meeting at ten seconds past six; each test has a notebook, and so a time, of its own."""
    context = chromium.browser.new_context(viewport={"width": 1280, "height": 720}, timezone_id="UTC")
    context.set_default_timeout(8000)
    context.trouble = []

    def window(notebook=tonight, at="18:00:10"):
        name = f"mine/{request.node.name}.ipynb"
        (folder,) = meeting.process.memory.glob("*/notebooks")
        shutil.copyfile(notebook, folder / name)
        page = context.new_page()
        page.on("pageerror", lambda error: OURS(str(error)) and context.trouble.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        if len(context.pages) == 1:
            page.clock.install(time=datetime(2026, 11, 23, 17, 0, tzinfo=UTC))
        page.goto(meeting.page(name))
        page.wait_for_selector(".gc-ready .gc-time", timeout=60_000)
        if len(context.pages) == 1:
            page.clock.pause_at(datetime.fromisoformat(f"2026-11-23T{at}+00:00"))
        return page

    yield window
    context.close()
    for session in meeting.ask("GET", "sessions"):
        meeting.ask("DELETE", f"sessions/{session['id']}")
    assert context.trouble == []


def line(page):
    """What the line of the time says."""
    page.clock.run_for(300)
    return page.locator(".gc-time-where").inner_text()


def click(page, name):
    page.locator(".gc-time").get_by_role("button", name=WORDS[name], exact=True).click()


def advice(page, says):
    """What may go, once it says this."""
    page.clock.run_for(300)
    page.locator(".gc-advice").get_by_text(says).wait_for()
    return "\n".join(filter(None, page.locator(".gc-advice").inner_text().split("\n")))


@contextmanager
def agenda(page):
    """The window of the agenda, closed afterwards."""
    press(page, WORDS["agenda"])
    yield page.locator("dialog")
    page.keyboard.press("Escape")


def rows(page):
    """The rows of the agenda as a screen reader has them."""
    with agenda(page) as window:
        return [" ".join(row.inner_text().split()) for row in window.get_by_role("row").all()]


def test_from_start_to_the_end_of_a_step(timed):
    page = timed()
    page.clock.fast_forward("00:50")
    assert line(page).split("\n") == [
        "First: How we want to be together, 5 min",
        "Starts at 18:00",
        "About 35 seconds each",
    ]
    assert not page.locator(".gc-digits").is_visible()
    click(page, "time_start")
    assert re.search(r"together\s+(5:00|4:59) left\s+1 minute behind\s+About 35 seconds each", line(page))
    assert page.locator(".gc-digits").get_attribute("role") == "timer"
    assert page.locator(".gc-digits").get_attribute("aria-live") == "off"
    assert page.locator(".gc-news").get_attribute("role") == "status"
    page.clock.fast_forward("04:10")
    assert WORDS["time_minute"] in line(page)
    click(page, "time_longer")
    assert re.search(r"1:(50|49) left\s+2 minutes behind\s+About 40 seconds each", line(page))
    click(page, "time_pause")
    page.clock.fast_forward("00:30")
    assert re.search(r"1:(50|49) left\s+Paused.\s+2 minutes behind", line(page))
    click(page, "time_go_on")
    page.clock.fast_forward("02:00")
    assert re.search(r"together\s+Time is up\.", line(page))
    assert page.locator(".gc-time.gc-over .gc-track > div").evaluate("node => node.offsetWidth") == 0
    click(page, "time_next")
    assert re.search(r"How we arrive\s+(3:00|2:59) left", line(page))
    click(page, "time_before")
    assert "Time is up." in line(page)
    assert rows(page)[2] == "18:01 How we want to be together → Now each in turn 6 min, not 5"


def test_late_it_says_what_may_go_and_does_it_or_leaves_it(timed):
    page = timed()
    click(page, "time_start")
    page.clock.fast_forward("07:40")
    assert "2 minutes behind" in line(page)
    assert page.locator(".gc-advice button").count() == 0
    page.clock.fast_forward("01:00")
    assert advice(page, "You are 3 minutes behind. To end on time:").split("\n")[1:2] == [
        "B2 Reach-out planner: leave out “Talk about it”. That saves 4 min."
    ]
    page.screenshot(path=PICTURES / "time-late.png")
    leave = page.get_by_role("button", name=WORDS["late_leave"])
    leave.focus()
    page.clock.fast_forward("01:00")
    advice(page, "You are 4 minutes behind. To end on time:")
    assert leave.evaluate("node => node === document.activeElement"), (
        "news must not move the focus to another button"
    )
    assert page.locator(".gc-advice [role=status]").get_attribute("aria-live") == "off", "said once is enough"
    page.keyboard.press("Enter")
    page.clock.fast_forward("01:00")
    assert "5 minutes behind" in line(page)
    assert page.locator(".gc-advice button").count() == 0
    page.clock.fast_forward("01:00")
    assert page.locator(".gc-advice button").count() == 0, "as much again was not lost yet"
    page.clock.fast_forward("01:00")
    assert "Support rings" in advice(page, "You are 7 minutes behind.")
    page.get_by_role("button", name=WORDS["late_do"]).click()
    assert "On time" in line(page)
    assert page.locator(".gc-advice button").count() == 0
    shown = rows(page)
    assert [row for row in shown if "Left out" in row] == ["Talk about it – Left out everyone"] * 2
    assert shown[-1] == "19:00 The end"


def tab_to(page, name):
    """Press Tab up to the button of this name in the line of the time; its focus can be seen."""
    for _ in range(30):
        if page.evaluate(FOCUSED) == [WORDS[name], True]:
            return
        page.keyboard.press("Tab")
    raise AssertionError(name)


def test_to_the_end_with_the_keyboard_alone(timed):
    page = timed()
    tab_to(page, "time_start")
    page.keyboard.press("Enter")
    tab_to(page, "agenda")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.localName") == "h2"
    page.keyboard.press("End")
    page.wait_for_function("() => document.querySelector('dialog').scrollTop > 300")
    page.keyboard.press("Escape")
    tab_to(page, "agenda")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == [WORDS["time_longer"], True], "the step before the first one is no stop"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    for _ in range(14):
        assert page.evaluate(FOCUSED) == [WORDS["time_next"], True]
        page.keyboard.press("Enter")
    page.clock.fast_forward("59:00")
    assert "One step to take home" in line(page)
    assert "Nothing more can go. End 4 minutes later" in advice(page, "You are 4 minutes behind.")
    assert page.locator(".gc-advice button").all_inner_texts() == [WORDS["late_leave"]]
    tab_to(page, "late_leave")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == [WORDS["time_pause"], True], "the button that was pressed is gone"
    page.keyboard.press("Shift+Tab")
    for _ in range(4):
        page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == [WORDS["time_before"], True], "there is no next step"
    page.clock.fast_forward("30:00")
    assert line(page).split("\n") == ["The end", "On time"]
    tab_to(page, "time_hide")
    page.keyboard.press("Enter")
    assert not page.locator(".gc-time").is_visible()
    assert page.evaluate(FOCUSED) == [WORDS["more"], True]
    press(page, WORDS["time_show"])
    assert page.locator(".gc-time").is_visible()


def test_a_reload_and_a_second_window_find_the_time_again(timed):
    page = timed()
    click(page, "time_start")
    click(page, "time_next")
    click(page, "time_longer")
    page.clock.fast_forward("01:00")
    before = line(page)
    assert re.search(r"How we arrive\s+(3:00|2:59) left", before)
    page.clock.resume()  # JupyterLab cannot start while the clock stands
    page.reload()
    page.wait_for_selector(".gc-ready .gc-time", timeout=60_000)
    page.locator(".gc-time").get_by_text("How we arrive").wait_for()
    assert re.search(r"How we arrive\s+2:5\d left\s+3 minutes ahead", line(page))
    other = timed()
    other.locator(".gc-time").get_by_text("How we arrive").wait_for()
    other.locator(".gc-time").get_by_role("button", name=WORDS["time_pause"]).click()
    page.locator(".gc-time").get_by_role("button", name=WORDS["time_go_on"]).wait_for()


def test_the_screen_goes_its_own_way_and_one_press_brings_the_time_along(timed):
    page = timed()
    offer = page.get_by_role("button", name=WORDS["time_here"], exact=True)
    click(page, "time_start")
    page.clock.resume()
    while not page.locator(".gc-here h2").get_by_text("Who holds you up?").is_visible():
        page.locator(".gc-bar .gc-on").click()
    assert "How we want to be together" in line(page)
    offer.click()
    assert "Meet Rosa" in line(page)
    assert not offer.is_visible()
    page.locator(".gc-bar .gc-go").first.click()
    page.clock.run_for(300)
    assert not offer.is_visible(), "looking back is not going back"
    page.wait_for_selector(".gc-board", state="attached", timeout=60_000)
    while not page.locator(".gc-here .gc-board").is_visible():
        page.locator(".gc-bar .gc-on").click()
    page.locator(".gc-here .gc-board nav .gc-main").click()
    page.locator(".gc-here .gc-board h3").get_by_text("Your own rings").wait_for()
    page.clock.run_for(300)
    offer.click()
    assert "Your own rings, on paper" in line(page)
    press(page, WORDS["topics"])
    page.locator("dialog").get_by_role("button", name="A4 What helps people come back?").click()
    page.get_by_text("What helps people come back?").first.wait_for()
    page.wait_for_selector(".gc-time", state="detached")
    page.locator(".gc-more > summary").click()
    assert WORDS["agenda"] not in page.locator(".gc-more button").all_inner_texts()


def faults(page, where):
    """What axe finds wrong there, or cannot tell."""
    found = page.evaluate("([where, rules]) => axe.run(where, { runOnly: rules })", [where, RULES])
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found["violations"]]


def test_for_everybody_at_any_width_in_light_and_in_dark(timed):
    page = timed()
    click(page, "time_start")
    page.clock.fast_forward("09:00")
    advice(page, "You are 4 minutes behind.")
    page.evaluate(AXE_SCRIPT)
    page.clock.resume()
    for look, sizes in (
        ("light", ((1280, 720), (640, 360), (320, 720))),
        ("dark", ((1280, 720), (320, 720))),
    ):
        in_the_theme(page, look)
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            page.clock.run_for(1300)
            if width < 1280:
                page.locator(".gc-fold").click()
            assert page.evaluate(f"() => ({SPILLS})(document.querySelector('.gc-bar'))") == []
            assert page.evaluate(SMALL) == []
            assert faults(page, ".gc-bar") == []
            page.screenshot(path=PICTURES / f"time-{look}-{width}-{height}.png")
            with agenda(page) as window:
                page.clock.run_for(1300)
                assert page.evaluate(f"() => ({SPILLS})(document.querySelector('dialog'))") == []
                assert faults(page, "dialog") == []
                assert window.locator("[aria-current]").inner_text().split("\n")[0].startswith("18:00")
                page.screenshot(path=PICTURES / f"agenda-{look}-{width}-{height}.png")
                assert window.locator(".gc-step").evaluate_all(OVERLAPS) == []
                heights = window.locator(".gc-step").evaluate_all(
                    "(steps) => steps.map((step) => step.getBoundingClientRect().height / parseInt(step.style.getPropertyValue('--gc-n')))"
                )
                assert max(heights) - min(heights) < 0.01
                assert len(heights) == 18


def everything():
    """Every meeting of every build."""
    made = [
        one for build in builds() for one in answer(Wanted(build=build, people=8, start="18:00"), Group())
    ]
    return [as_data(one.plan, one.title) for one in made]


def test_without_a_start_the_time_counts_from_start_and_nothing_moves_for_who_wants_none(timed, tmp_path):
    page = timed(planned(tmp_path, build="taster"))
    page.emulate_media(reduced_motion="reduce")
    assert "Starts at" not in line(page)
    assert rows(page)[-1] == "0:45 The end"
    page.clock.fast_forward("10:00")
    click(page, "time_start")
    assert "On time" in line(page)
    page.clock.fast_forward("02:30")
    track = page.locator(".gc-track > div")
    widths = [line(page) and track.evaluate("node => node.style.inlineSize") for _ in range(4)]
    assert len(set(widths)) == 1, "the track moves once a minute"
    click(page, "time_next")
    assert (rows(page)[2][:4], rows(page)[3][:4]) == ("0:00", "0:02")
    # The arithmetic by itself, in every meeting there is.
    meetings = everything()
    names, bad = page.evaluate(WALK, [meetings, 20261123])
    assert bad == []
    assert names == [[step.slot["name"] for step in steps(one)] for one in meetings]
    (core,) = (one for one in meetings if one["minutes"] == 60 and "B2" in str(one) and "A1" in str(one))
    for begins, late in (("18:04", 4), ("17:58", -2), ("18:00:59", 0), ("09:30", 0), ("21:00", 0)):
        assert page.evaluate(NEAR, [core, f"2026-11-23T{begins}"]) == late
    assert page.evaluate(NEAR, [core | {"start": "23:55"}, "2026-11-24T00:05"]) == 10


def ask(meeting, route, method, data=None):
    """What the server answers, and how."""
    request = urllib.request.Request(
        f"{meeting.url}good-company/{route}",
        method=method,
        data=data and json.dumps(data).encode(),
        headers={"Authorization": f"token {meeting.token}"},
    )
    try:
        with urllib.request.urlopen(request) as answered:
            return answered.status, json.loads(answered.read() or "null")
    except urllib.error.HTTPError as refused:
        return refused.code, None


TIME = {"at": 1, "minutes": [5, 3], "used": [0, 0], "began": [0, 0, 0], "since": 0, "started": 0, "calm": 0, "hidden": False, "changed": 2}  # fmt: skip


def test_the_server_remembers_numbers_only_and_the_newest(meeting):
    assert ask(meeting, "time?path=a", "GET") == (200, None)
    assert ask(meeting, "time", "PUT", {"path": "a", "time": TIME}) == (204, None)
    assert ask(meeting, "time", "PUT", {"path": "a", "time": TIME | {"at": 0, "changed": 1}}) == (204, None)
    assert ask(meeting, "time?path=a", "GET") == (200, TIME)
    for wrong in ({"note": "words"}, {"at": "words"}, {"minutes": ["words"]}, {"minutes": [-1]}):
        assert ask(meeting, "time", "PUT", {"path": "a", "time": TIME | wrong}) == (400, None)
    assert ask(meeting, "time?path=a", "GET") == (200, TIME)


def test_the_server_advises_on_meetings_only(meeting, tonight):
    name = f"mine/{tonight.name}"
    minutes = [step.slot["minutes"] for step in steps(meeting_of(read_notebook(tonight)))]
    asked = {"path": name, "at": 0, "minutes": minutes, "behind": 3}
    assert ask(meeting, "late", "POST", asked)[1]["changes"][0]["minutes"] == 0
    for wrong, code in (
        ({"path": A1}, 400),
        ({"path": "mine/none.ipynb"}, 404),
        ({"path": "../../etc/passwd"}, 404),
        ({"minutes": [1]}, 400),
        ({"behind": 0}, 400),
        ({"behind": "words"}, 400),
    ):
        assert ask(meeting, "late", "POST", asked | wrong)[0] == code, wrong
