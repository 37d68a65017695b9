"""What a board does in a real JupyterLab: it prints, sorts, counts time, forgets, and keeps words in memory."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path
from secrets import token_hex

from browser.conftest import started
from paper import reader

from workshop.files import NOTEBOOKS
from workshop.words import words

SECTION_A = NOTEBOOKS / "a_why_relationships_matter"
WORDS = words()["board"]


def test_print_this_board_asks_first_and_leaves_no_trace(lab, opened, chromium):
    canary = token_hex(16)
    with opened(SECTION_A / "a4_bounce_back_line.ipynb") as page:
        other = chromium.new_page()
        other.goto(lab.address(SECTION_A / "a4_bounce_back_line.ipynb"))
        started(other)
        page.bring_to_front()
        page.get_by_label("What happened").first.fill(canary)
        page.get_by_role("button", name=WORDS["print"]).click()
        assert WORDS["print_sure"] in page.locator(".gc-clear").inner_text()
        assert page.evaluate("() => document.activeElement.textContent") == WORDS["print_no"]
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.textContent") == WORDS["print"]
        assert page.locator(".gc-paper a").count() == 0

        page.keyboard.press("Enter")
        with chromium.expect_page() as tab:
            page.get_by_role("button", name=WORDS["print_yes"]).press("Enter")
        link = page.get_by_role("link", name=WORDS["print_open"])
        link.wait_for()
        assert tab.value.url == link.get_attribute("href")
        tab.value.close()
        assert page.evaluate("() => document.activeElement.textContent") == WORDS["print_open"]
        assert page.locator(".gc-said[data-news]").inner_text() == WORDS["printed"]
        assert (
            page.get_by_role("link", name=WORDS["print_save"]).get_attribute("download")
            == "bounce_back_line.board.pdf"
        )
        pdf = bytes(
            page.evaluate(
                "async link => [...new Uint8Array(await (await fetch(link)).arrayBuffer())]",
                link.get_attribute("href"),
            )
        )
        assert pdf.startswith(b"%PDF")
        assert canary in "".join(sheet.extract_text() for sheet in reader(pdf).pages)

        assert canary in other.locator(".gc-picture svg").text_content()
        assert other.locator(".gc-paper a").count() == 0
        other.get_by_role("button", name=WORDS["clear"]).click()
        other.get_by_role("button", name=WORDS["clear_yes"]).click()
        link.wait_for(state="detached")
        assert page.locator(".gc-said[data-news]").inner_text() == ""
        assert page.evaluate("link => fetch(link).then(() => 'there', () => 'gone')", tab.value.url) == "gone"
        other.close(run_before_unload=False)
        assert page.trouble == [said for said in page.trouble if "ERR_FILE_NOT_FOUND" in said]
    assert lab.place.found(canary, pdf[len(pdf) // 2 :][:64]) == []


def test_agreements_are_on_a_poster_the_same_minute(opened):
    with opened(NOTEBOOKS / "01_opening.ipynb") as page:
        page.get_by_role("button", name="Add a row").click()
        page.get_by_label("Our own agreement").first.fill("Phones are silent.")
        poster = page.get_by_role("button", name="Print our agreements as a poster")
        poster.press("Enter")
        page.get_by_role("button", name=WORDS["print_no"]).press("Enter")
        assert page.evaluate("() => document.activeElement.textContent") == poster.inner_text()
        poster.press("Enter")
        page.get_by_role("button", name=WORDS["print_yes"]).press("Enter")
        link = page.get_by_role("link", name=WORDS["print_open"])
        link.wait_for()
        bytes_of = "async link => [...new Uint8Array(await (await fetch(link)).arrayBuffer())]"
        (sheet,) = reader(bytes(page.evaluate(bytes_of, link.get_attribute("href")))).pages
        assert "Phones are silent." in " ".join(sheet.extract_text().split())


def test_what_came_of_an_action_stands_beside_its_button(opened):
    with opened(NOTEBOOKS / "00_plan_a_meeting.ipynb") as page:
        for step in ("Help near you", "Your meeting"):
            page.get_by_role("button", name=f"Next: {step}").click()
        page.get_by_label("How many minutes do you have?").fill("a few")
        page.get_by_role("button", name="Next: The plan").click()
        page.get_by_role("button", name="Make the notebook").press("Enter")
        said = page.locator(".gc-act .gc-said")
        said.filter(has_text="“a few” is no number of minutes").wait_for()
        assert said.get_attribute("role") == "status"


def test_when_the_pdf_cannot_be_made_the_board_says_so_and_goes_on(opened):
    with opened(SECTION_A / "a1_support_rings.ipynb") as page:
        page.clock.install()
        page.get_by_role("button", name=WORDS["print"]).click()
        page.evaluate(
            "() => { const send = WebSocket.prototype.send; WebSocket.prototype.send = () => {}; window.mend = () => { WebSocket.prototype.send = send; }; }"
        )
        page.get_by_role("button", name=WORDS["print_yes"]).click()
        assert page.locator(".gc-said[data-news]").inner_text() == WORDS["printing"]
        page.clock.fast_forward(31_000)
        assert page.locator(".gc-said[data-news]").inner_text() == WORDS["print_trouble"]
        page.evaluate("() => window.mend()")
        page.get_by_role("button", name=WORDS["print"]).click()
        page.get_by_role("button", name=WORDS["print_yes"]).click()
        page.get_by_role("link", name=WORDS["print_open"]).wait_for()


def test_answers_come_back_after_a_reload(opened):
    with opened(SECTION_A / "a4_bounce_back_line.ipynb") as page:
        page.get_by_label("What helped").first.fill("choir")
        page.wait_for_function("() => document.querySelector('.gc-count').innerText.includes('choir')")
        page.on("dialog", lambda dialog: dialog.accept())
        page.reload()
        started(page)
        page.wait_for_function(
            "() => document.querySelector('.gc-count')?.innerText.includes('choir')", timeout=60_000
        )
        assert page.get_by_label("What helped").first.input_value() == "choir"


def test_clear_asks_first_and_then_forgets(opened):
    with opened(SECTION_A / "a1_support_rings.ipynb") as page:
        board = page.locator(".gc-board").first
        board.get_by_label("Kind of help").first.select_option("advice")
        page.wait_for_function(
            "() => document.querySelector('.gc-sentence').innerText.includes('listens') === false"
        )
        page.get_by_role("button", name=WORDS["clear"]).click()
        page.get_by_role("button", name=WORDS["clear_no"]).click()
        assert board.get_by_label("Kind of help").first.input_value() == "2"
        page.get_by_role("button", name=WORDS["clear"]).click()
        page.get_by_role("button", name=WORDS["clear_yes"]).click()
        page.wait_for_function(
            "() => document.querySelector('.gc-board select[data-answer=\"map.0.kind\"]').value === '0'"
        )
        assert WORDS["cleared"] in board.inner_text()


def test_what_is_typed_is_never_markup(opened):
    hostile = "<img src=x onerror='window.hit=1'><script>window.hit=1</script>"
    with opened(SECTION_A / "a4_bounce_back_line.ipynb") as page:
        page.get_by_label("What happened").first.fill(hostile)
        page.wait_for_function(
            "() => document.querySelector('.gc-picture svg').textContent.includes('onerror')"
        )
        assert page.evaluate("() => window.hit") is None
        assert page.locator(".gc-board :is(img, script)").count() == 0
        assert page.trouble == []


def test_cards_are_sorted_with_the_keyboard_alone(opened):
    with opened(SECTION_A / "a2_heard_or_shut_down.ipynb") as page:
        page.get_by_role("button", name="Next: Sort the replies").press("Enter")
        page.get_by_role("button", name="Heard", exact=True).press("Enter")
        page.wait_for_function(
            "() => document.querySelector('.gc-sort .gc-sentence').innerText.startsWith('You said: Heard')"
        )
        assert page.evaluate("() => document.activeElement.textContent") == "Heard"
        for _ in range(3):
            page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.textContent") == WORDS["card_after"]
        page.keyboard.press("Enter")
        page.wait_for_function(
            "() => document.querySelector('.gc-sort .gc-place').innerText === 'Card 2 of 12'"
        )


def test_stray_keys_on_a_control_change_no_cell(opened):
    with opened(SECTION_A / "a3_load_and_lift.ipynb") as page:
        before = page.locator(".jp-Cell").count()
        for control in (
            page.get_by_label("Money", exact=True),
            page.get_by_role("button", name="One more: Money"),
        ):
            control.focus()
            for key in "abddxvmy":
                page.keyboard.press(key)
        assert page.locator(".jp-Cell").count() == before
        assert page.locator(".gc-board").count() == 1


def test_the_slider_moves_with_keys_and_with_buttons(opened):
    with opened(SECTION_A / "a3_load_and_lift.ipynb") as page:
        said = page.locator(".gc-sentence").first
        page.get_by_label("Money", exact=True).press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.gc-sentence').innerText.startsWith('Load 32')")
        page.get_by_role("button", name="One less: Money").click()
        page.wait_for_function("() => document.querySelector('.gc-sentence').innerText.startsWith('Load 31')")
        page.get_by_label("Rest", exact=True).select_option("Work")
        page.wait_for_function("() => document.querySelector('.gc-sentence').innerText.includes('→ 30')")
        assert "Lighter" in said.inner_text()


def test_the_timer_runs_pauses_and_takes_more_time(opened):
    with opened(SECTION_A / "a5_listening_triads.ipynb") as page:
        page.get_by_role("button", name="Next: Talk, listen, watch").click()
        clock = page.locator(".gc-clock")
        page.get_by_role("button", name=WORDS["timer_start"], exact=True).click()
        page.wait_for_function("() => document.querySelector('.gc-clock').innerText < '3:00'")
        page.get_by_role("button", name=WORDS["timer_pause"]).click()
        page.get_by_role("button", name=WORDS["timer_go_on"]).wait_for()
        paused = clock.inner_text()
        page.get_by_role("button", name=WORDS["timer_more"]).click()
        page.wait_for_function("was => document.querySelector('.gc-clock').innerText !== was", arg=paused)
        assert clock.inner_text() > "3:2"
        roles = page.locator(".gc-role").all_inner_texts()
        assert [role.split("\n")[0] for role in roles] == ["●", "▲", "■"]
        page.get_by_role("button", name=WORDS["timer_next"]).click()
        page.wait_for_function(
            "() => document.querySelector('.gc-timer h4').innerText.includes('Turn 2 of 6')"
        )
        assert clock.inner_text() == "1:00"


def test_the_timer_says_when_it_is_over(opened):
    with opened(SECTION_A / "a5_listening_triads.ipynb") as page:
        page.get_by_role("button", name="Next: Talk, listen, watch").click()
        page.get_by_label(WORDS["timer_auto"]).check()
        page.clock.install()
        page.get_by_role("button", name=WORDS["timer_start"], exact=True).click()
        page.clock.fast_forward(125_000)
        page.get_by_text(WORDS["timer_minute"]).wait_for()
        page.clock.fast_forward(60_000)
        page.wait_for_function(
            "() => document.querySelector('.gc-timer h4').innerText.includes('Turn 2 of 6')"
        )


def test_every_edition_is_in_the_menu_by_its_name(opened):
    with opened(SECTION_A / "a1_support_rings.ipynb") as page:
        page.get_by_role("menuitem", name="File", exact=True).click()
        page.get_by_text("Save and Export Notebook As").hover()
        offered = page.locator(".lm-Menu").last
        offered.get_by_text("Handout", exact=True).wait_for()
        labels = offered.locator(".lm-Menu-itemLabel").all_inner_texts()
        names = words()["lab"]["exports"]
        assert names.keys() == {
            one.name for one in entry_points(group="nbconvert.exporters") if "workshop" in one.value
        }
        assert set(names.values()) <= set(labels)
        assert not [label for label in labels if label.lower() in names and "_" in label]
        with page.expect_download() as started:
            offered.get_by_text(names["handout_large"], exact=True).click()
        assert Path(started.value.path()).read_bytes().startswith(b"%PDF")
        assert started.value.suggested_filename == "a1_support_rings.large.pdf"
