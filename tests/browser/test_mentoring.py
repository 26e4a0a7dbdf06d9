"""Mentoring on a phone: from offering oneself to two people who come to a good end."""

import pytest

from community.safety.models import Item
from community.safety.subjects import HOUSE
from community.screening import screen
from mentoring.actions import asking, breaks
from mentoring.models import Mentor, Pair
from tests.browser.axe import findings
from tests.browser.good_ending import to_a_good_ending
from tests.browser.pages import go
from tests.browser.rooms import opened, settled, signed_in_at, wait_for_words, write
from tests.mentoring.conftest import asked, mentor, mentor_of, one_more, pair, wishes
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["mentor", "opened", "pair"]
PAGES_OF_A_MENTOR = [
    "",
    "mine/",
    "mine/bring/",
    "mine/when/",
    "mine/more/",
    "mine/limits/",
    "mine/not/",
    "mine/seen/",
]


@pytest.fixture
def at(window, server, transactional_db):
    """`at(ana)` is Ana's phone on the first page of mentoring."""

    def open_page(somebody, path="/mentoring/", **how):
        page = signed_in_at(server, window(**how), somebody).new_page()
        page.goto(server.url + path)
        return page

    return open_page


def press(page, name):
    go(page.get_by_role("main").get_by_role("button", name=name))


def follow(page, name):
    go(page.get_by_role("main").get_by_role("link", name=name, exact=True))


def tick(page, *names):
    for name in names:
        page.get_by_role("checkbox", name=name, exact=True).check()


def sideways(page):
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_an_offer_to_a_good_ending(ana, ben, hana, at, scripts):
    bens = at(ben, java_script_enabled=scripts)
    follow(bens, "Offer to be a mentor")
    bens.get_by_label("Why would you like to be a mentor?").fill("I had good help once.")
    press(bens, "Send my offer")
    assert "hana-cove reads it and answers you here, by" in bens.inner_text("main")

    hanas = at(hana, java_script_enabled=scripts)
    follow(hanas, "Offers, requests and pairs")
    follow(hanas, "ben-moss")
    press(hanas, "Yes, they can be asked")
    hanas.fill("input[name=password]", PASSWORD)
    go(hanas.locator("input[name=password]"), key="Enter")
    assert "ben-moss can be asked from now on." in hanas.inner_text("main")

    bens.goto(bens.url)
    follow(bens, "What I bring, and when")
    follow(bens, "What I bring")
    bens.get_by_label("What I bring, in my words").fill("Three years of nights.")
    tick(bens, "sleep", "mostly listening")
    press(bens, "Keep this")
    follow(bens, "Times and limit")
    tick(bens, "weekday evenings")
    press(bens, "Keep this")
    follow(bens, "What a mentor is not")
    press(bens, "See what the team would do")
    follow(bens, "Go on")

    other = one_more("quiet-pine")
    anas = at(ana, java_script_enabled=scripts)
    follow(anas, "Ask for a mentor")
    anas.get_by_label("What do you hope for?").fill("Somebody who knows long nights.")
    tick(anas, "sleep", "weekday evenings")
    press(anas, "See who may fit")
    assert "Knows from their own life: sleep." in anas.inner_text("main")
    assert "What does not fit" in anas.inner_text("main")
    press(anas, "Ask quiet-pine")
    pines = at(other.person, java_script_enabled=scripts)
    follow(pines, "ana-lark")
    press(pines, "I am not free right now")

    # Nobody is refused: the other is not free just now, and the next is asked.
    anas.goto(at_start(anas))
    follow(anas, "See who may fit")
    assert "quiet-pine is not free just now." in anas.inner_text("main")
    press(anas, "Ask ben-moss")
    assert "ben-moss has been asked." in anas.inner_text("main")

    bens.goto(at_start(bens))
    follow(bens, "ana-lark")
    assert "Somebody who knows long nights." in bens.inner_text("main")
    press(bens, "Yes, say hello")
    room = Pair.objects.get().room
    assert bens.url.endswith(f"/rooms/{room.pk}/")
    assert "hana-cove answers for this room." in bens.inner_text("#strip")

    anas.goto(at_start(anas))
    follow(anas, "Talk with ben-moss")
    if scripts:
        write(bens, "Hello. No hurry at all.")
        wait_for_words(anas, "Hello. No hurry at all.")
        write(anas, "Thank you for answering.")
        wait_for_words(bens, "Thank you for answering.")
        settled(anas)
        to_a_good_ending(anas, bens)
    else:
        bens.locator("#box").fill("Hello. No hurry at all.")
        go(bens.locator("#send"))
        anas.goto(anas.url)
        assert "Hello. No hurry at all." in anas.inner_text("#messages")


def at_start(page):
    return page.url.split("/mentoring/")[0] + "/mentoring/"


def test_heavy_words_in_a_pair_s_room_bring_help_and_the_desk(ana, pair, opened):
    words = "I want to end it tonight, I have pills here."
    assert str(screen(words).level) in ("red", "crisis")
    page = opened(ana, pair.room)

    write(page, words)

    page.locator("#help-near").wait_for(state="visible")
    assert Item.objects.get().area == HOUSE


def test_every_page_of_a_mentor_is_open_to_everybody(ana, ben, hana, pair, mentor, at):
    offer = asked(ben, mentor)
    page = at(mentor.person, bypass_csp=True)

    of_two = [f"pairs/{pair.pk}/path/", f"pairs/{pair.pk}/how/", f"pairs/{pair.pk}/ending/"]
    for path in [*PAGES_OF_A_MENTOR, *of_two, f"asked/{offer.pk}/"]:
        page.goto(f"{at_start(page)}{path}")
        assert (sideways(page), findings(page)) == (0, []), path
    press(page, "I am not free right now")
    assert (sideways(page), findings(page)) == (0, [])
    page.goto(f"{at_start(page)}mine/when/")
    page.get_by_role("checkbox", name="weekday evenings").uncheck()
    page.get_by_role("checkbox", name="weekends").uncheck()
    press(page, "Keep this")
    assert "Please choose at least one time." in page.inner_text("main")
    assert findings(page) == []
    page.goto(at_start(page))
    press(page, "Take a break")
    assert findings(page) == []


def test_every_page_of_a_member_is_open_to_everybody(ana, hana, mentor, dora, at):
    page = at(ana, bypass_csp=True)
    assert (sideways(page), findings(page)) == (0, [])
    for path in ("ask/", "apply/"):
        page.goto(f"{at_start(page)}{path}")
        assert (sideways(page), findings(page)) == (0, []), path
        go(page.locator("main form button").first)
        assert "There is a problem" in page.inner_text("main")
        assert (sideways(page), findings(page)) == (0, []), path
    one_more("sol-reed", brings="w" * 300, reads_when="r" * 120)
    request = asking.ask_for_mentor(by=ana, wishes=wishes(hopes="I want to kill myself."))
    for path in ("ask/more/", "choose/"):
        page.goto(f"{at_start(page)}{path}")
        assert (sideways(page), findings(page)) == (0, []), path
    assert (sideways(page), findings(page)) == (0, [])
    offer = asking.choose(request=request, mentor=mentor.pk, by=ana)
    page.goto(at_start(page))
    assert (sideways(page), findings(page)) == (0, [])
    asking.accept(offer=offer, by=dora)
    breaks.take_a_break(by=dora)
    page.goto(at_start(page))
    assert (sideways(page), findings(page)) == (0, [])


def test_every_page_of_a_coordinator_is_open_to_everybody(ana, ben, karim, hana, pair, at):
    page = at(hana, "/mentoring/run/", bypass_csp=True)
    assert (sideways(page), findings(page)) == (0, [])
    application = mentor_of(karim, state="applied", approved_at=None, why="w" * 400)
    asking.ask_for_mentor(by=ben, wishes=wishes(languages=["so"]))
    Mentor.objects.filter(person__handle="dora-wren").update(state="break")

    for path in (
        *("run/supervision/", "run/outcomes/", "run/apart/", "steps/", "kept/"),
        "run/",
        "run/plan/",
        f"run/{application.pk}/",
        f"run/mentors/{pair.mentor_id}/",
    ):
        page.goto(f"{at_start(page)}{path}")
        assert (sideways(page), findings(page)) == (0, []), path


def violations(page):
    """In a room: what its strip and its box cover cannot be judged while it is covered."""
    return [line for line in findings(page) if line.startswith("violations")]


def test_a_mentor_finds_in_the_room_what_helps_at_night(ana, dora, hana, pair, at):
    page = at(dora, f"/rooms/{pair.room_id}/", bypass_csp=True)
    with page.expect_response("**/draft/"):  # kept a second after the last key
        page.get_by_role("button", name="Hello. I am glad you asked.").click()
    assert page.input_value("#box") == "Hello. I am glad you asked. How has today been?"
    assert (sideways(page), violations(page)) == (0, [])
    anas = at(ana, f"/rooms/{pair.room_id}/")
    write(anas, "It was a long day.")
    wait_for_words(page, "It was a long day.")
    page.reload()
    assert page.input_value("#box") == "Hello. I am glad you asked. How has today been?"

    go(page.get_by_role("button", name="I read it, I answer tomorrow"))

    wait_for_words(anas, "I have read this. I answer tomorrow.")
    follow(page, "I need a second person")
    assert "Please pass on a line below, and do not wait for us." in page.inner_text("main")
    assert (sideways(page), findings(page)) == (0, [])
    press(page, "Call a second person")
    assert "Nobody has answered yet." in page.inner_text("main")
    assert findings(page) == []


def test_two_agree_and_stop_on_pages_open_to_everybody(ana, dora, pair, at):
    page = at(dora, f"/mentoring/pairs/{pair.pk}/agreement/", bypass_csp=True)
    assert (sideways(page), findings(page)) == (0, [])
    page.get_by_label("What we leave out").fill("work")
    press(page, "Keep these lines")
    assert "ana-lark has been asked and has not answered yet." in page.inner_text("main")
    assert (sideways(page), findings(page)) == (0, [])
    of_two = f"/mentoring/pairs/{pair.pk}/"
    for path in (f"{of_two}stop/", f"{of_two}fit/", "/mentoring/stop/"):
        page.goto(at_start(page).removesuffix("/mentoring/") + path)
        assert (sideways(page), findings(page)) == (0, []), path
    anas = at(ana, bypass_csp=True)
    follow(anas, "Stop talking with dora-wren")

    press(anas, "Yes, stop")

    assert "You and dora-wren have stopped talking here." in anas.inner_text("main")
    assert (sideways(anas), findings(anas)) == (0, [])
    follow(anas, "Read your room")
    assert "You and dora-wren have stopped talking here." in anas.inner_text("#for-two-now")
    assert violations(anas) == []
