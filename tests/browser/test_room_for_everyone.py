"""The room by keyboard, by screen reader, on a small screen, without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.enums import Why
from groups.actions import held
from groups.actions.messages import delete_message, edit_message, hide_message
from groups.enums import RoomState
from tests.browser.axe import findings, findings_in_every_light
from tests.browser.pages import go
from tests.browser.rooms import CALM, opened, wait_for_words, words
from tests.people import on_duty
from tests.words import history, say, wait

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]


@pytest.fixture
def evening(emil, room):
    """Emil is there for an hour."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


def filled(ana, ben, emil, room):
    """Every kind of line there is."""
    say(emil, room, "Good evening.")
    say(ben, room, "It was long. See https://example.org/stairs for what helped.", note="loss")
    say(ana, room, "Thank you.")
    say(ben, room, "Oh, wrong room")
    delete_message(room=room.pk, seq=4, by=ben)
    say(ana, room, "So many of them")
    hide_message(room=room.pk, seq=6, reason=Why.METHOD, by=emil)


def empty_room(ana, ben, emil, room):
    pass


def at_night(ana, ben, emil, room):
    filled(ana, ben, emil, room)
    emil.duties.update(until=timezone.now())
    waiting = wait(ana, room, "Awake again.")
    held.open_held(room=room.pk, message=waiting.pk, by=emil)
    held.offer_held(room=room.pk, message=waiting.pk, by=emil)
    wait(ana, room, "Only for the team.", held_for="team")


def closed(ana, ben, emil, room):
    filled(ana, ben, emil, room)
    room.refresh_from_db()
    room.state = RoomState.CLOSED
    room.save()


def paused(ana, ben, emil, room):
    filled(ana, ben, emil, room)
    ana.seats.update(paused_until=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize("state", [empty_room, filled, at_night, closed, paused])
def test_the_checker_finds_nothing(opened, ana, ben, emil, evening, state):
    state(ana, ben, emil, evening)
    page = opened(ana, evening)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, 0)")  # over other words the checker cannot judge the strip

    assert findings_in_every_light(page) == []


def test_the_checker_finds_nothing_wrong_with_an_open_menu(opened, ana, ben, emil, evening):
    filled(ana, ben, emil, evening)
    page = opened(ana, evening)

    page.locator(".message-menu summary").first.click()

    # What the menu covers cannot be judged while it is covered; it is in the test above.
    assert [line for line in findings(page) if line.startswith("violations")] == []


@pytest.mark.parametrize("path", ["mine/", "m/3/edit/", "m/3/delete/", "m/2/block/"])
def test_the_checker_finds_nothing_on_the_pages_around(opened, ana, ben, emil, evening, path):
    filled(ana, ben, emil, evening)

    assert findings(opened(ana, evening, path)) == []


@pytest.mark.parametrize("path", ["waiting/", "m/3/hide/", "m/3/remove/", "m/6/restore/"])
def test_the_checker_finds_nothing_on_the_teams_pages(opened, ana, ben, emil, evening, path):
    filled(ana, ben, emil, evening)
    wait(ben, evening, "Only for the team.", held_for="team")

    assert findings(opened(emil, evening, path)) == []


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_runs_off_a_small_screen(opened, ana, ben, emil, evening, width):
    filled(ana, ben, emil, evening)
    say(ben, evening, "w" * 300)
    page = opened(ana, evening, viewport={"width": width, "height": 256})

    assert page.evaluate("document.documentElement.scrollWidth") == width


def focused(page):
    return page.evaluate(
        "(document.activeElement.id || document.activeElement.textContent).trim().slice(0, 40)"
    )


def tab_to(page, id, most=60):
    """Presses Tab until the element has the focus. Fails where it is never reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == id:
            return
    raise AssertionError(f"{id} was not reached")


def test_the_order_of_tab_is_line_by_line_then_the_box(opened, ana, ben, evening):
    say(ben, evening, "Hello Ana.")
    page = opened(ana, evening)
    wait_for_words(page, "Hello Ana.")

    tab_to(page, "log")
    page.keyboard.press("Tab")
    menu = focused(page)
    tab_to(page, "box", most=6)

    assert menu.startswith("What you can do with words of ben-moss")


def test_a_menu_opens_closes_and_gives_the_focus_back(opened, ana, ben, emil, evening):
    say(ben, evening, "Hello Ana.")
    page = opened(ana, evening)
    wait_for_words(page, "Hello Ana.")
    tab_to(page, "log")
    page.keyboard.press("Tab")

    page.keyboard.press("Enter")
    page.locator("#log").get_by_text("Tell the team").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert page.locator("#log").get_by_text("Tell the team").is_hidden()
    assert focused(page).startswith("What you can do with words of")

    for key in ("Enter", "Tab"):
        page.keyboard.press(key)
    edit_message(room=evening.pk, seq=1, body="Hello, all of you.", by=ben)
    wait_for_words(page, "Hello, all of you.")
    assert focused(page).startswith("What you can do with words of")
    for key in ("Enter", "Tab"):
        page.keyboard.press(key)
    hide_message(room=evening.pk, seq=1, reason=Why.METHOD, by=emil)
    wait_for_words(page, "The team has hidden these words.")
    assert focused(page) == "m-1"


def test_escape_never_takes_what_is_in_the_box(opened, ana, evening):
    page = opened(ana, evening)
    page.locator("#box").fill("Half a sentence")

    page.keyboard.press("Escape")

    assert page.locator("#box").input_value() == "Half a sentence"


def test_enter_begins_a_line_until_somebody_chooses_otherwise(opened, ana, evening):
    page = opened(ana, evening)
    page.locator("#box").focus()
    page.keyboard.type("One")
    page.keyboard.press("Enter")
    page.keyboard.type("two")
    assert page.locator("#box").input_value() == "One\ntwo"

    page.locator(".composer-more > summary").click()
    page.get_by_text("My settings here").first.click()
    page.get_by_label("Enter sends").check()
    page.locator("#box").focus()
    page.keyboard.press("Enter")
    page.locator("#m-1").wait_for()

    assert history(evening) == ["One\ntwo"]


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_focus_is_never_under_the_box_or_the_strip(opened, ana, ben, emil, evening, key):
    for number in range(12):
        say(ben, evening, f"Line {number}")
    page = opened(ana, evening, viewport={"width": 360, "height": 640})
    wait_for_words(page, "Line 11")
    tab_to(page, "log" if key == "Tab" else "box")

    covered = []
    for _ in range(12):
        page.keyboard.press(key)
        covered.append(
            page.evaluate(
                """() => {
                  const of = document.activeElement.getBoundingClientRect();
                  const at = document.elementFromPoint(of.x + of.width / 2, of.y + of.height / 2);
                  return !document.activeElement.contains(at);
                }"""
            )
        )

    assert covered == [False] * 12


def test_without_scripts_one_reads_and_writes(opened, ana, ben, evening):
    say(ben, evening, "Hello Ana.", note="about today")
    page = opened(ana, evening, java_script_enabled=False)

    page.locator("#box").fill("Hello Ben.")
    go(page.locator("#send"))
    page.get_by_text("Hello Ben.").wait_for(timeout=CALM)

    assert page.url.endswith("#m-2")
    assert words(page)[1] == "Hello Ben."


def test_a_note_folds_words_that_come_later_too(opened, ana, ben, evening):
    page = opened(ana, evening)

    say(ben, evening, "On the stairs, for months.", note="loss of a brother")
    page.get_by_text("loss of a brother").first.wait_for(timeout=CALM)

    assert page.get_by_text("On the stairs, for months.").is_hidden()


def test_what_is_opened_in_the_strip_opens_where_one_reads(opened, ana, ben, evening):
    for number in range(30):
        say(ben, evening, f"Line {number} of a long evening.")
    page = opened(ana, evening)
    wait_for_words(page, "Line 29 of a long evening.")

    page.locator("#strip summary").first.press("Enter")

    agreed = page.get_by_text("Speak from your own life.")
    agreed.wait_for()
    where = agreed.bounding_box()
    assert 0 <= where["y"] < 640
