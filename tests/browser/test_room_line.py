"""The line of a room when it is bad, ends, or somebody leaves quickly: no word is lost, no word
stays where it should not."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from community import live as hints
from community.house.models import House
from groups.actions.drafts import save_draft
from groups.templatetags.words import linked
from tests.browser.axe import findings
from tests.browser.rooms import (
    CALM,
    opened,
    remember,
    said,
    signed_in_at,
    wait_for_words,
    wait_until,
    words,
    write,
)
from tests.people import on_duty
from tests.words import drafts_of, history, say

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

ASKS = 10_000  # how often a page without a socket asks what is new
# (words, what is a link in them): the page's filter and the script agree on each.
ADDRESSES = [
    ("no address at all", []),
    ("see https://example.org/a.", ["https://example.org/a"]),
    ("(http://example.org/b?c=1&d=2)", ["http://example.org/b?c=1&d=2"]),
    (
        "two: https://example.org, https://example.net!",
        ["https://example.org", "https://example.net"],
    ),
    ("javascript:alert(1) and ftp://example.org", []),
    ('<a href="https://example.org/x">x</a>', ["https://example.org/x"]),
    ("https://example.org/ünï 🌱", ["https://example.org/ünï"]),
]


@pytest.fixture
def evening(emil, room):
    """Emil is there for an hour."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


@pytest.fixture
def without_sockets(window, server, transactional_db):
    """`without_sockets(ana, room)`: a network that lets no socket through."""

    def open_room(somebody, room):
        context = signed_in_at(server, window(), somebody)
        page = context.new_page()
        page.route_web_socket("**/ws/", lambda socket: socket.close())
        page.add_init_script("Math.random = () => 0")  # it tries again at once, then gives up
        page.clock.install()
        page.goto(f"{server.url}/rooms/{room.pk}/")
        return page

    return open_room


def live(page):
    page.wait_for_function("() => document.documentElement.classList.contains('scripted')")


def test_without_a_socket_one_talks_all_the_same(without_sockets, ana, ben, evening):
    page = without_sockets(ana, evening)
    live(page)

    write(page, "By the slow road.")
    wait_until(page, lambda: len(history(evening)) == 1)
    page.clock.fast_forward(ASKS)
    page.locator("#m-1").wait_for()
    write(page, "Write to me: ana@example.org")
    expect(page.locator("#found mark")).to_have_text("ana@example.org")
    page.get_by_role("button", name="Send it anyway").click()
    wait_until(page, lambda: len(history(evening)) == 2)
    say(ben, evening, "It arrived.")
    page.clock.fast_forward(ASKS)
    wait_for_words(page, "It arrived.")

    said = ["By the slow road.", "Write to me: ana@example.org", "It arrived."]
    assert history(evening) == words(page) == said
    expect(page.locator("#announcer")).to_have_text("ben-moss: It arrived.")


def test_words_without_an_answer_show_that_the_line_is_weak(window, server, ana, evening):
    page = signed_in_at(server, window(), ana).new_page()
    in_the_lift = []

    def pass_on(socket):
        beyond = socket.connect_to_server()
        socket.on_message(lambda said: in_the_lift or beyond.send(said))

    page.route_web_socket("**/ws/", pass_on)
    page.goto(f"{server.url}/rooms/{evening.pk}/")
    write(page, "Before the lift.")
    page.locator("#m-1").wait_for()
    in_the_lift.append(True)
    write(page, "In the lift.")
    page.locator("#line", has_text="weak or down").wait_for()
    in_the_lift.clear()
    remember(page, "#line")
    page.get_by_role("button", name="Try again").click()
    said(page, "#line", "The line is back.")  # for four seconds

    assert history(evening) == ["Before the lift.", "In the lift."]


def test_help_is_said_aloud_when_the_words_come_before_their_answer(window, server, ana, evening):
    page = signed_in_at(server, window(), ana).new_page()
    answers, passed = [], []

    def pass_on(socket):
        beyond = socket.connect_to_server()

        def later(said):
            (answers if '"ack"' in said else passed).append(said)
            if '"ack"' not in said:
                socket.send(said)
            if answers and any('"msg"' in one for one in passed):
                socket.send(answers.pop())

        beyond.on_message(later)

    page.route_web_socket("**/ws/", pass_on)
    page.goto(f"{server.url}/rooms/{evening.pk}/")
    write(page, "I want to end my life.")
    page.locator("#help-near").wait_for(state="visible")

    # Without "sent" before it: the words had come already, so this was the answer's own sentence.
    expect(page.locator("#announcer")).to_have_text("Help now is here, above the box.")
    assert answers == []


def test_words_that_were_sent_do_not_come_back_from_the_draft(window, server, ana, evening):
    page = signed_in_at(server, window(), ana).new_page()
    address = f"{server.url}/rooms/{evening.pk}/"
    page.goto(address)
    with page.expect_response("**/draft/"):
        page.locator("#box").fill("Half a thought.")
    begun = page.locator("#box").evaluate("box => box.form.elements.cid.value")
    page.context.add_cookies([{"name": "begun", "value": begun, "url": address}])
    on_the_way = []

    def answer_late(route):
        if route.request.method == "GET":
            on_the_way.append((route, route.fetch()))
        else:
            route.continue_()

    page.route("**/draft/", answer_late)

    page.reload()
    live(page)
    drawn = page.locator("#box").input_value()
    wait_until(page, lambda: on_the_way)
    page.locator("#send").click()
    page.locator("#m-1").wait_for()
    ((route, answer),) = on_the_way
    with page.expect_response(lambda came: came.request.method == "GET"):
        route.fulfill(response=answer)
    page.wait_for_timeout(300)  # what waited for it has run

    assert drawn == "Half a thought."
    assert page.locator("#box").input_value() == ""


def test_an_ended_session_leaves_no_words_on_the_screen(opened, ana, ben, evening):
    say(ben, evening, "Among us.")
    page = opened(ana, evening)
    wait_for_words(page, "Among us.")

    Session.objects.all().delete()
    hints.kick([ana.pk])
    page.get_by_text("You are signed out here.").wait_for(timeout=CALM)

    assert "Among us." not in page.locator("body").inner_text()
    assert findings(page) == []


def test_a_new_text_to_read_is_said_and_leads_to_it(opened, ana, ben, evening):
    say(ben, evening, "Among us.")
    page = opened(ana, evening)
    wait_for_words(page, "Among us.")
    page.locator("#box").fill("Half a sentence")

    kept = House.load()
    kept.own_rules = "No photos of screens."
    kept.save()
    page.get_by_text("please read what we keep").wait_for(timeout=CALM)

    assert (
        page.get_by_role("link", name="Read it now").get_attribute("href") == "/accounts/consent/"
    )
    assert page.locator("#unsent").input_value() == "Half a sentence"
    assert "Among us." not in page.locator("body").inner_text()


def test_leaving_quickly_keeps_what_was_in_the_box(opened, ana, evening):
    page = opened(ana, evening)
    live(page)
    page.locator("#box").fill("Half a sentence")

    page.get_by_role("button", name="Leave quickly").click()
    page.wait_for_url("**/leave/")

    wait_until(page, lambda: drafts_of(ana) == {"Half a sentence"})
    assert history(evening) == []
    assert "Half a sentence" not in page.content()


def test_leaving_quickly_keeps_words_that_reached_nobody(opened, server, ana, evening):
    page = opened(ana, evening)
    live(page)
    page.route("**/ws/", lambda route: route.abort())
    page.evaluate("window.kindred.connect = null")
    page.context.set_offline(True)
    write(page, "Said into the dark.")
    page.locator(".message-sending").wait_for()
    page.context.set_offline(False)

    page.get_by_role("button", name="Leave quickly").click()
    page.wait_for_url("**/leave/")

    wait_until(page, lambda: "Said into the dark." in {*history(evening), *drafts_of(ana)})
    assert history(evening) in ([], ["Said into the dark."])  # never twice
    assert "Said into the dark." not in page.content()


def test_going_away_with_unsent_words_asks_first(opened, server, ana, evening):
    page = opened(ana, evening)
    live(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.context.set_offline(True)
    write(page, "Said into the dark.")
    page.locator(".message-sending").wait_for()
    with page.expect_event("close"):
        page.close(run_before_unload=True)

    assert asked == ["beforeunload"]


def test_going_away_with_nothing_unsent_asks_nothing(opened, ana, evening):
    page = opened(ana, evening)
    live(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    write(page, "Good night.")
    page.locator("#m-1").wait_for()

    page.reload()

    assert asked == []


def test_a_draft_of_sent_words_does_not_come_back(opened, ana, evening):
    page = opened(ana, evening)
    live(page)
    cid = page.locator('input[name="cid"]').input_value()
    write(page, "Sent for good.")
    page.locator("#m-1").wait_for()
    save_draft(room=evening.pk, cid=cid, body="Sent for good.", by=ana)

    page.reload()

    assert page.locator("#box").input_value() == ""


def test_page_and_script_make_the_same_links(opened, ana, evening):
    page = opened(ana, evening)
    live(page)

    seen = page.evaluate(
        """(cases) => cases.map((text) => {
          const place = document.createElement("div");
          window.kindred.fillWords(place, text);
          return [place.textContent, [...place.querySelectorAll("a")].map((a) => a.textContent)];
        })""",
        [text for text, _ in ADDRESSES],
    )
    page.set_content("".join(f'<div class="case">{linked(text)}</div>' for text, _ in ADDRESSES))
    printed = page.evaluate(
        """() => [...document.querySelectorAll(".case")].map((place) =>
          [place.textContent, [...place.querySelectorAll("a")].map((a) => a.textContent)])"""
    )

    assert seen == printed == [[text, links] for text, links in ADDRESSES]


def test_nothing_is_said_on_the_console(opened, server, ana, ben, evening):
    page = opened(ana, evening)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda r: said.append(r.url) if server.url not in r.url else None)
    page.reload()
    write(page, "Hello.")
    page.locator("#m-1").wait_for()

    assert [line for line in said if "ws://" not in line] == []


def test_an_ended_line_gives_unsent_words_to_copy(opened, ana, evening):
    page = opened(ana, evening)
    page.locator("#box").fill("Words that reached nobody.")

    Session.objects.all().delete()
    hints.kick([ana.pk])
    unsent = page.locator("#unsent")
    unsent.wait_for(timeout=CALM)

    assert unsent.input_value() == "Words that reached nobody."
    assert "kept" not in page.locator(".room-over").inner_text()


def test_words_too_large_for_the_line_stay_in_the_box(opened, ana, evening):
    page = opened(ana, evening)
    page.locator("#box").fill("🌊" * 4200)

    page.locator("#send").click()

    page.get_by_text("too long for one message").wait_for()
    assert page.locator("#box").input_value() == "🌊" * 4200
    assert history(evening) == []
