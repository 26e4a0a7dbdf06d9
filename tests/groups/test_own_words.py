"""Own words stay one's own: to read and to take out, also where the room is closed to their author."""

import pytest
from django.urls import reverse

from community.accounts.models import Person
from community.safety.actions import measures
from groups.actions.belonging import leave_group, remove_from_room
from groups.queries.history import PAGE
from tests.people import browser_of, on_duty
from tests.words import history, say, wait


def leave(ana, emil, hana, room):
    leave_group(group=room.group, by=ana)


def be_removed(ana, emil, hana, room):
    remove_from_room(room=room, person=ana, by=emil, reason="unkind", words="For a while.")


def be_suspended(ana, emil, hana, room):
    measures.suspend(person=ana, until=None, reason="rules", words="For a while.", by=hana)


OUT = pytest.mark.parametrize("go", [leave, be_removed, be_suspended])


def address(page, room, *more):
    return reverse(f"groups:{page}", args=[room.pk, *more])


def again(somebody):
    """A browser of the person as the database holds them now."""
    return browser_of(Person.objects.get(pk=somebody.pk))


def text(response):
    return response.content.decode()


@OUT
def test_own_words_are_read_and_taken_out_from_outside(ana, ben, emil, hana, room, go):
    on_duty(emil, room)
    say(ana, room, "What Ana said.")
    say(ben, room, "What Ben said.")
    go(ana, emil, hana, room)
    browser = again(ana)

    mine = text(browser.get(address("my-words", room)))
    done = browser.post(address("delete", room, 1))

    assert browser.get(address("room", room)).status_code in (403, 404)
    assert "What Ana said." in mine
    assert "What Ben said." not in mine
    assert (done.status_code, done["Location"]) == (303, f"{address('my-words', room)}#m-1")
    assert history(room) == ["", "What Ben said."]


@OUT
def test_words_of_others_stay_closed_from_outside(ana, ben, emil, hana, room, go):
    on_duty(emil, room)
    say(ben, room, "What Ben said.")
    go(ana, emil, hana, room)

    answer = again(ana).post(address("delete", room, 1))

    assert answer.status_code in (403, 404)
    assert "What Ben said." not in text(answer)
    assert history(room) == ["What Ben said."]


@OUT
def test_waiting_words_are_read_and_taken_back_from_outside(ana, emil, hana, room, go):
    waiting = wait(ana, room, "Awake again.")
    on_duty(emil, room)
    go(ana, emil, hana, room)
    browser = again(ana)

    page = text(browser.get(address("held", room, waiting.cid)))
    changed = browser.post(address("held", room, waiting.cid), {"body": "Other words."})
    browser.post(address("held-take-back", room, waiting.cid))

    assert "Awake again." in page
    assert 'name="body"' not in page
    assert changed.status_code in (403, 404)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.body) == ("deleted", "")


@OUT
def test_the_way_to_own_words_is_shown_from_outside(ana, emil, hana, room, go):
    on_duty(emil, room)
    say(ana, room, "What Ana said.")
    go(ana, emil, hana, room)
    browser = again(ana)

    assert reverse("groups:all-my-words") in text(browser.get("/groups/"))
    assert address("my-words", room) in text(browser.get(reverse("groups:all-my-words")))


def test_who_never_sat_there_has_no_words_there(cleo, ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "What Ana said.")
    browser = browser_of(cleo)

    assert browser.get(address("my-words", room)).status_code == 404
    assert browser.post(address("delete", room, 1)).status_code == 404
    assert address("my-words", room) not in text(browser.get(reverse("groups:all-my-words")))


def test_many_own_words_come_in_pages(ana, emil, wall):
    last = PAGE + 2
    for number in range(last + 1):
        say(ana, wall, f"Line {number}.")
    browser = browser_of(ana)

    first = text(browser.get(address("my-words", wall)))
    second = text(browser.get(address("my-words", wall), {"before": "4"}))

    assert (f"Line {last}." in first, "Line 2." in first, "?before=4" in first) == (
        True,
        False,
        True,
    )
    assert ("Line 2." in second, "Line 3." in second) == (True, False)


@pytest.mark.parametrize("page", ["room", "my-words"])
@pytest.mark.parametrize("before", ["9" * 5000, "\u00b2", "-1", "x", "9" * 19])
def test_no_number_breaks_a_page(ana, wall, page, before):
    say(ana, wall, "Still here.")

    answer = browser_of(ana).get(address(page, wall), {"before": before})

    assert (answer.status_code, "Still here." in text(answer)) == (200, True)
