"""A round in real browsers: a turn, a pass, listening; hands and pace beside it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from groups.actions import rounds
from groups.actions.being_here import set_pace
from groups.actions.hands import raise_hand
from groups.models import Draft
from groups.rules import PAUSED
from tests.browser.axe import findings_in_every_light
from tests.browser.pages import go
from tests.browser.rooms import CALM, opened, wait_for_own, wait_for_words, words, write
from tests.people import join, on_duty, person
from tests.words import history, say

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]


@pytest.fixture
def evening(emil, room):
    """Emil is there for an hour."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


def live(page):
    """Waits until the page hears the room."""
    page.wait_for_function("() => document.documentElement.classList.contains('scripted')")
    return page


def now(page, text):
    """Waits until the round stands like this on the page."""
    page.locator("#together #round-now", has_text=text).wait_for(timeout=CALM)


def press(page, name):
    page.locator("#together").get_by_role("button", name=name, exact=True).click()


def test_a_round_with_a_pass_in_three_browsers(opened, ana, ben, emil, evening):
    emils, anas, bens = (live(opened(one, evening)) for one in (emil, ana, ben))
    for page in (bens, anas):
        page.get_by_text("Who is here").click()
        press(page, "I am here")
        page.locator("#together", has_text="Others see your name here.").wait_for()

    emils.goto(f"{emils.url.split('#')[0]}together/lead/")
    emils.get_by_label("About 2 minutes").check()
    go(emils.get_by_role("button", name="Open a round"))
    for page in (anas, bens):
        now(page, "A round is about to begin")
    press(emils, "Begin")

    now(bens, "You have the turn")
    now(anas, "ben-moss has the turn.")
    assert anas.locator("#box-label").inner_text() == "You are listening"
    assert bens.locator("#box-label").inner_text() == "You have the turn"
    anas.locator(".round-time", has_text="About 2 minutes are left.").wait_for()

    write(anas, "I was just thinking the same.")
    anas.locator("#trouble", has_text="ben-moss has the turn").wait_for()
    assert anas.locator("#box").input_value() == "I was just thinking the same."

    press(bens, "Pass")
    now(anas, "You have the turn")
    now(emils, "ana-lark has the turn.")
    anas.locator("#send").click()
    wait_for_words(bens, "I was just thinking the same.")

    press(emils, "Open the talk")
    now(bens, "Everyone has had a turn.")
    write(bens, "Thank you for waiting.")
    wait_for_words(anas, "Thank you for waiting.")
    press(emils, "End the round")
    for page in (anas, bens, emils):
        page.locator(".round").wait_for(state="detached", timeout=CALM)
    assert history(evening) == ["I was just thinking the same.", "Thank you for waiting."]


@pytest.fixture
def running(ana, ben, emil, evening):
    """Ben has the turn, Ana is next."""
    say(emil, evening, "Good evening, you two.")
    rounds.open_round(room=evening.pk, seconds=120, by=emil)
    for one in (ben, ana):
        rounds.ask_for_turn(room=evening.pk, by=one)
    rounds.next_turn(room=evening.pk, by=emil)
    return evening


def test_what_cannot_go_out_is_kept_and_can_be_left_for_the_team(opened, ana, running):
    page = live(opened(ana, running))

    write(page, "This is hard for me.")
    page.locator("#trouble", has_text="ben-moss has the turn").wait_for()
    page.reload()
    expect(page.locator("#box")).to_have_value("This is hard for me.")
    live(page).locator("#for-team").click()
    page.locator("#held", has_text="waiting, only for the team").wait_for(timeout=CALM)

    assert page.locator("#box").input_value() == ""
    assert history(running) == ["Good evening, you two."]


def test_a_listener_sees_nothing_of_a_round_before_they_have_said_how_they_come_in(
    opened, ana, emil, evening, evenings
):
    juno = person("juno-sky")
    join(juno, evenings)
    junos, anas = live(opened(juno, evening)), live(opened(ana, evening))
    rounds.open_round(room=evening.pk, by=emil)
    rounds.ask_for_turn(room=evening.pk, by=ana)
    junos.locator("#together", has_text="How would you like to be here?").wait_for(timeout=CALM)
    now(anas, "A round is about to begin")

    rounds.next_turn(room=evening.pk, by=emil)
    junos.locator("#together[data-shut]").wait_for(timeout=CALM)
    write(anas, "Among us.")
    wait_for_own(anas, "Among us.")
    before = junos.content()
    junos.get_by_role("button", name="Come in and listen, by name").click()
    wait_for_words(junos, "Among us.")

    assert "Among us." not in before
    anas.locator("#together", has_text="juno-sky").wait_for(timeout=CALM)


def test_a_hand_goes_up_by_keyboard_and_the_focus_stays(opened, ana, ben, running):
    anas, bens = live(opened(ana, running)), live(opened(ben, running))
    anas.locator("#who-is-here summary").focus()
    anas.keyboard.press("Enter")
    for _ in range(3):
        anas.keyboard.press("Tab")
        if anas.evaluate("document.activeElement.textContent") == "Raise my hand":
            break
    line = anas.locator("#line")
    anas.route("**/hand/up/", lambda route: route.abort())
    anas.keyboard.press("Enter")
    line.get_by_text("What you pressed did not reach us.").wait_for()
    anas.unroute("**/hand/up/")
    ana.seats.update(paused_until=timezone.now() + timedelta(hours=1))
    anas.keyboard.press("Enter")
    line.get_by_text(str(PAUSED.words)).wait_for()
    ana.seats.update(paused_until=None)
    anas.keyboard.press("Enter")

    bens.locator(".hands li", has_text="ana-lark").wait_for(timeout=CALM)
    anas.locator(".hands").wait_for()
    anas.wait_for_function("() => document.activeElement.matches('#who-is-here summary')")
    assert anas.locator("#who-is-here").get_attribute("open") is not None


def test_a_slow_room_gives_words_back_and_never_holds_up_what_needs_help(
    opened, ana, ben, emil, evening
):
    page, bens = live(opened(ana, evening)), live(opened(ben, evening))
    set_pace(room=evening.pk, seconds=60, by=emil)
    page.locator("#strip", has_text="We go slowly just now").wait_for(timeout=CALM)

    write(page, "First.")
    wait_for_words(bens, "First.")
    write(page, "Second.")
    page.locator("#trouble", has_text="This room goes slowly just now").wait_for()
    page.locator("#announcer", has_text="This room goes slowly just now").wait_for()
    back = page.locator("#box").input_value()
    write(page, "I want to end my life tonight.")
    wait_for_words(bens, "I want to end my life tonight.")

    assert back == "Second."
    page.locator("#help-near").wait_for()
    assert words(bens) == ["First.", "I want to end my life tonight."]


def test_a_round_works_without_scripts(opened, ana, ben, emil, running):
    bens, anas, emils = (
        opened(one, running, java_script_enabled=False) for one in (ben, ana, emil)
    )
    anas.locator("#box").fill("Not yet mine to say.")
    go(anas.locator("#send"))
    refused = anas.locator("#trouble").inner_text()
    kept = anas.locator("#box").input_value()

    go(bens.locator("#together").get_by_role("button", name="Pass", exact=True))
    bens.wait_for_url("**/#together")
    emils.reload()
    on_emils = emils.locator("#round-now").inner_text()
    go(anas.locator("#send"))
    anas.wait_for_url("**#m-*")

    assert "ben-moss has the turn" in refused
    assert (kept, on_emils) == ("Not yet mine to say.", "ana-lark has the turn.")
    assert history(running)[-1] == "Not yet mine to say."
    assert not Draft.objects.exists()


@pytest.fixture
def checked(opened, evening):
    """What the checker finds on a page of the room, everything on it unfolded."""

    def check(somebody, path=""):
        # Tall, as the checker cannot judge words that stand over others.
        tall = {"width": 360, "height": 1600}
        page = opened(somebody, evening, path, viewport=tall)
        page.wait_for_load_state("networkidle")
        for folded in page.locator("#together details summary").all():
            folded.click()
        return findings_in_every_light(page)

    return check


def gathering(ana, ben, emil, room):
    rounds.open_round(room=room.pk, seconds=120, by=emil)
    rounds.ask_for_turn(room=room.pk, by=ben)


def in_the_middle(ana, ben, emil, room):
    gathering(ana, ben, emil, room)
    rounds.ask_for_turn(room=room.pk, by=ana)
    rounds.next_turn(room=room.pk, by=emil)
    raise_hand(room=room.pk, by=ana)


def at_the_door(ana, ben, emil, room):
    gathering(ana, ben, emil, room)
    rounds.next_turn(room=room.pk, by=emil)


@pytest.mark.parametrize(
    ("state", "seen_by"),
    [
        (gathering, ["ana", "emil"]),
        (in_the_middle, ["ana", "emil"]),
        (at_the_door, ["ana"]),
    ],
)
def test_the_checker_finds_nothing(ana, ben, emil, evening, state, seen_by, checked):
    say(ben, evening, "Good evening.")
    state(ana, ben, emil, evening)

    people = {"ana": ana, "emil": emil}
    found = {name: checked(people[name]) for name in seen_by}

    assert found == {name: [] for name in seen_by}


def test_the_checker_finds_nothing_on_the_hosts_page(emil, checked):
    assert checked(emil, "together/lead/") == []
