"""Two people talk in a room; what a moderator hides leaves both their screens within a second."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import expect

from community.safety.enums import Why
from groups.actions import held
from groups.actions.belonging import remove_from_room
from groups.actions.hosting import make_host
from groups.actions.messages import delete_message, edit_message, hide_message, restore_message
from groups.enums import HostKind, WhyBack
from groups.models import Seat
from tests.browser.keys import Keys
from tests.browser.pages import go
from tests.browser.rooms import (
    CALM,
    expect_words,
    opened,
    signed_in_at,
    stop_the_clock,
    wait_for_words,
    wait_until,
    wait_until_gone,
    words,
    write,
)
from tests.people import on_duty
from tests.words import drafts_of, history, say, wait

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]


@pytest.fixture
def evening(emil, room):
    """Emil is there for an hour."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


def test_two_people_talk(opened, ana, ben, emil, evening):
    """One of them hosts here, which stands with what they say on both screens."""
    make_host(group=evening.group, person=ben, kind=HostKind.PEER, by=emil)
    anas, bens = opened(ana, evening), opened(ben, evening)

    write(anas, "Good evening, Ben.")
    wait_for_words(bens, "Good evening, Ben.")
    write(bens, "Hello Ana.")
    wait_for_words(anas, "Hello Ana.")

    assert words(anas) == words(bens) == ["Good evening, Ben.", "Hello Ana."]
    assert history(evening) == ["Good evening, Ben.", "Hello Ana."]
    for page in (anas, bens):
        assert page.locator("#messages [data-role]").all_inner_texts() == ["host"]
        expect(page.locator("#m-2 [data-role]")).to_have_count(1)
    expect(anas.locator("#announcer")).to_have_text("ben-moss, host: Hello Ana.")


def test_own_words_show_at_once_and_once(opened, ana, evening):
    page = opened(ana, evening)

    write(page, "One")
    write(page, "Two")
    page.locator("#m-2").wait_for()

    assert words(page) == ["One", "Two"]
    assert page.locator(".message-sending").count() == 0
    assert page.locator("#box").input_value() == ""


def test_what_is_hidden_leaves_every_screen_within_a_second(opened, ana, ben, noor, emil, evening):
    anas, bens = opened(ana, evening), opened(ben, evening)
    stop_the_clock(bens)  # what is read aloud stands for ten seconds
    with transaction.atomic():  # read aloud together
        say(ana, evening, "Here is the dose.")
        say(ana, evening, "It is late.")
    older = opened(noor, evening, path="?before=2")
    emils = opened(emil, evening, path="m/1/hide/")
    emils.get_by_label("it names a way to be harmed").check()
    for page in (anas, bens, older):
        wait_for_words(page, "Here is the dose.")
    bens.clock.run_for(2000)
    expect(bens.locator("#announcer")).to_contain_text("Here is the dose.")

    go(emils.get_by_role("button", name="Hide them"))
    emils.wait_for_url("**/rooms/**#m-1")

    for page in (anas, bens, older):
        wait_until_gone(page, "Here is the dose.")
    assert words(bens) == ["The team has hidden these words.", "It is late."]
    assert words(anas) == ["The team has hidden your words. Read why", "It is late."]
    assert words(older) == ["The team has hidden these words."]


def test_edits_deletions_and_returns_reach_open_screens(opened, ana, ben, emil, evening):
    for text in ("First", "Second", "Third"):
        say(ana, evening, text)
    hide_message(room=evening.pk, seq=3, reason=Why.HEAVY, by=emil)
    page = opened(ben, evening)
    wait_for_words(page, "First")

    edit_message(room=evening.pk, seq=1, body="First, in other words", by=ana)
    delete_message(room=evening.pk, seq=2, by=ana)
    restore_message(room=evening.pk, seq=3, reason=WhyBack.FITS, by=emil)
    wait_for_words(page, "Third")

    assert words(page) == [
        "First, in other words",
        "Taken out by the person who wrote it.",
        "Third",
    ]


def test_who_is_removed_keeps_nothing_of_the_room(opened, ana, emil, evening):
    say(ana, evening, "Among us.")
    say(ana, evening, "It is late.")
    page, older = opened(ana, evening), opened(ana, evening, path="?before=2")
    for each in (page, older):
        wait_for_words(each, "Among us.")
        each.locator("#box").fill("Half a sentence")

    remove_from_room(room=evening, person=ana, by=emil, reason="rules", words="Until tomorrow.")
    for each in (page, older):
        each.get_by_text("This room is not open to you at the moment.").wait_for(timeout=CALM)

        left = each.locator("body").inner_text()
        assert "Among us." not in left
        assert "The long evening" not in left
        assert each.locator("#unsent").input_value() == "Half a sentence"


def test_words_written_at_night_wait_and_say_who_read_them(opened, ana, emil, room):
    page, emils = opened(ana, room), opened(emil, room)

    write(page, "Awake again.")
    page.locator("#held").get_by_text("waiting · nobody has seen this").wait_for()
    emils.reload()
    go(emils.get_by_role("link", name="1 message waits for you"))
    go(emils.get_by_role("button", name="Read it"))
    page.locator("#held").get_by_text("emil-ash has read this").wait_for(timeout=CALM)

    assert words(page) == []


def test_the_author_lets_their_words_in(opened, ana, ben, emil, room):
    page, bens = opened(ana, room), opened(ben, room)
    waiting = wait(ana, room, "Awake again.")
    held.open_held(room=room.pk, message=waiting.pk, by=emil)
    held.offer_held(room=room.pk, message=waiting.pk, by=emil)
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    page.reload()

    go(page.get_by_role("button", name="Yes, let them read it"))
    wait_for_words(bens, "Awake again.")

    expect_words(page, ["Awake again."])
    expect(page.locator("#held li")).to_have_count(0)


def test_the_strip_counts_open_screens_and_names_nobody(opened, ana, ben, noor, evening):
    page, _, noors = (opened(one, evening) for one in (ana, ben, noor))
    counted = "emil-ash from the team and one other are here, one more is listening."

    page.wait_for_function(
        """(words) => document.querySelector("#strip p").textContent.trim() === words
             || void window.kindred.refresh()""",
        arg=counted,
        polling=2000,
    )
    noors.close()
    page.wait_for_function(
        """(words) => document.querySelector("#strip p").textContent.trim() === words
             || void window.kindred.refresh()""",
        arg="emil-ash from the team is here, one more is listening.",
        polling=2000,
    )

    expect(page.locator("#line")).to_have_text("")


def test_a_room_that_closes_says_so_where_the_box_was(opened, server, window, ana, hana, evening):
    page = opened(ana, evening)
    member = Keys(page)
    member.to("#box")
    member.type("Half a sentence")
    hanas = signed_in_at(server, window(), hana).new_page()
    hanas.goto(f"{server.url}/groups/run/{evening.group.slug}/")
    coordinator = Keys(hanas)

    coordinator.enter(f"Close “{evening.title}”")
    coordinator.go("Close the room")
    page.get_by_role("heading", name="Nobody can write here any more").wait_for(timeout=CALM)
    expect(page.locator("#box")).to_be_hidden()
    expect(page.locator("#announcer")).to_be_empty()  # it stands there, and is not called out
    coordinator.go(f"Open “{evening.title}” again")
    page.locator("#box").wait_for(timeout=CALM)

    assert page.locator("#box").input_value() == "Half a sentence"


def test_the_strip_follows_the_team(opened, ana, emil, room):
    page = opened(ana, room)
    assert "Nobody from the team" in page.locator("#strip").inner_text()
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))

    write(page, "Is somebody here?")

    page.get_by_text("emil-ash from the team is here.").wait_for(timeout=CALM)
    assert page.locator("#held-for").is_hidden()
    assert page.locator("#send").inner_text() == "Send"


def test_contact_details_are_asked_about_and_nothing_is_lost(opened, ana, evening):
    page = opened(ana, evening)

    write(page, "Write to me: ana@example.org")
    page.locator("#found mark").wait_for()
    assert page.locator("#box").input_value() == "Write to me: ana@example.org"
    page.get_by_role("button", name="Send it anyway").click()
    page.locator("#m-1").wait_for()

    assert history(evening) == ["Write to me: ana@example.org"]


def test_help_opens_once_folds_by_one_key_and_keeps_the_room(opened, ana, evening):
    page = opened(ana, evening)
    help = page.locator("#help-near")

    write(page, "I want to end my life.")
    help.wait_for(state="visible")
    assert page.evaluate("document.activeElement.id") == "box"
    assert "Please do not wait for us." in help.inner_text()
    assert page.locator("#m-1").is_visible()
    page.keyboard.press("Escape")
    help.locator("summary", has_text="Help now is here.").wait_for()

    write(page, "I want to end my life.")
    page.locator("#announcer", has_text="Help now is here.").wait_for(state="attached")
    assert not help.evaluate("part => part.open")

    write(page, "I cannot go on. I have the pills in my hand.")
    go(page.get_by_role("link", name="See the words, and send the rest now"))
    go(page.get_by_role("button", name="Send it without these words"))
    wait_for_words(page, "I cannot go on. I (…).")
    assert history(evening)[2:] == ["I cannot go on. I (…)."]


def test_one_hears_new_words_once_and_never_the_history(opened, ana, ben, evening):
    say(ben, evening, "An hour ago")
    page = opened(ana, evening)
    wait_for_words(page, "An hour ago")
    assert page.locator("#announcer").inner_text() == ""

    say(ben, evening, "Just now")
    page.locator("#announcer", has_text="ben-moss: Just now").wait_for(timeout=CALM)

    assert page.locator("#announcer").inner_text() == "ben-moss: Just now"


def test_many_new_words_are_counted(opened, ana, ben, evening):
    page = opened(ana, evening)
    say(ben, evening, "A beginning")
    page.locator("#announcer", has_text="A beginning").wait_for(timeout=CALM)

    with transaction.atomic():  # they come together, however slow the machine is
        for number in range(5):
            say(ben, evening, f"Line {number}")
    page.locator("#announcer", has_text="5 new messages").wait_for(timeout=CALM)

    assert "Line" not in page.locator("#announcer").inner_text()
    assert words(page) == ["A beginning", *(f"Line {number}" for number in range(5))]


def test_who_reads_above_is_left_in_peace(opened, ana, ben, evening):
    for number in range(30):
        say(ben, evening, f"Line {number}")
    page = opened(ana, evening)
    wait_for_words(page, "Line 29")
    page.evaluate("window.scrollTo(0, 0)")
    before = page.evaluate("window.scrollY")

    say(ben, evening, "Something new")
    page.get_by_role("button", name="1 new message").wait_for(timeout=CALM)

    assert page.evaluate("window.scrollY") == before
    page.get_by_role("button", name="1 new message").click()
    page.locator("#jump").wait_for(state="hidden")
    assert page.locator("#messages").get_by_text("Something new").is_visible()


def test_what_is_in_the_box_is_there_on_the_next_visit(opened, ana, emil, room):
    """With whom it is for: the team that comes meanwhile does not turn it into words for all."""
    page = opened(ana, room)
    keys = Keys(page)
    keys.to("[name=held_for]")
    keys.press("ArrowDown", "ArrowDown")
    keys.to("#box")
    keys.type("I wanted to say")
    wait_until(page, lambda: drafts_of(ana) == {"I wanted to say"})
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))

    page.evaluate("window.kindred.refresh()")
    page.locator("#composer:not(.composer-waits)").wait_for()
    again = opened(ana, room)
    for screen in (page, again):
        assert screen.locator("#box").input_value() == "I wanted to say"
        assert screen.locator("[name=held_for]:checked").input_value() == "me"
        assert screen.locator("#send").inner_text() == "Keep it for me"
        assert screen.locator("label[for=box]").inner_text() == "Your words"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    again.locator("#send").press("Enter")
    again.locator("#held li").wait_for()

    assert history(room) == words(page) == []
    expect(again.locator("#held-for")).to_be_hidden()  # what is written next is for the group


def test_reading_to_the_end_moves_the_mark(opened, ana, ben, evening):
    say(ben, evening, "Line")
    before = Seat.objects.get(person=ana, room=evening).read_seq
    page = opened(ana, evening)
    wait_for_words(page, "Line")
    page.bring_to_front()

    wait_until(page, lambda: Seat.objects.get(person=ana, room=evening).read_seq == 1)
    assert before == 0
    assert words(page) == ["Line"]


def test_words_said_while_the_line_is_down_go_out_once(opened, server, ana, ben, evening):
    page = opened(ana, evening)

    server.kill()
    write(page, "Said in a lift.")
    page.get_by_text("The line is weak or down.").wait_for()
    expect(page.locator(".message-sending, .message-failed")).to_have_count(1)  # sent by nobody yet
    server.start()
    page.locator("#m-1").wait_for(timeout=2 * CALM)  # it tries again after half a minute at most

    assert history(evening) == ["Said in a lift."]
    assert words(page) == ["Said in a lift."]
