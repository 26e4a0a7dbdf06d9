"""Words that cannot go out come back to who wrote them, with why, whatever happened meanwhile."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Consent
from groups.actions import held
from groups.actions.running import close_room
from groups.models import Message, Seat
from tests.people import browser_of, on_duty
from tests.words import history, say, wait

WORDS = "Words of a hard night."
HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def address(page, room, *more):
    return reverse(f"groups:{page}", args=[room.pk, *more])


def given_back(answer):
    return f"readonly>{WORDS}</textarea>" in answer.content.decode()


def close(ana, hana, room):
    close_room(room=room, by=hana)


def pause(ana, hana, room):
    until = timezone.now() + timedelta(hours=1)
    Seat.objects.filter(person=ana, room=room).update(paused_until=until)


@pytest.mark.parametrize(
    ("stop", "why"), [(close, "This room is closed"), (pause, "Writing is paused for you")]
)
def test_a_room_that_takes_no_words_gives_them_back(ana, emil, hana, room, stop, why):
    on_duty(emil, room)
    stop(ana, hana, room)

    answer = browser_of(ana).post(address("room", room), {"cid": str(uuid4()), "body": WORDS})

    assert (answer.status_code, given_back(answer)) == (422, True)
    assert why in answer.content.decode()
    assert history(room) == []


def test_who_lacks_a_consent_gets_the_words_back(ana, emil, room):
    on_duty(emil, room)
    Consent.objects.filter(person=ana).update(withdrawn_at=timezone.now())

    answer = browser_of(ana).post(
        address("room", room), {"cid": str(uuid4()), "body": WORDS}, **HERE
    )

    assert (answer.status_code, given_back(answer)) == (403, True)
    assert history(room) == []


def test_a_change_to_words_let_in_meanwhile_is_given_back(ana, emil, room):
    waiting = wait(ana, room, "Awake again.")
    held.open_held(room=room.pk, message=waiting.pk, by=emil)
    held.offer_held(room=room.pk, message=waiting.pk, by=emil)
    on_duty(emil, room)
    held.let_in(room=room.pk, cid=waiting.cid, by=ana)

    answer = browser_of(ana).post(address("held", room, waiting.cid), {"body": WORDS}, **HERE)

    assert (answer.status_code, given_back(answer)) == (404, True)


def test_a_change_that_comes_after_the_team_has_gone_is_given_back(ana, emil, room):
    there = on_duty(emil, room)
    say(ana, room, "Good evening.")
    there.delete()

    answer = browser_of(ana).post(address("edit", room, 1), {"body": WORDS}, **HERE)

    assert (answer.status_code, given_back(answer)) == (403, True)
    assert history(room) == ["Good evening."]


def test_a_session_that_is_over_gives_the_words_back(ana, room, settings):
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = "a-key-that-opens-nothing"

    answer = browser.post(address("room", room), {"cid": str(uuid4()), "body": WORDS}, **HERE)

    assert (answer.status_code, given_back(answer)) == (403, True)
    assert "/accounts/login/" in answer.content.decode()
    assert not Message.objects.exists()


def test_a_foreign_page_puts_no_words_into_ours(ana, emil, room):
    on_duty(emil, room)
    Consent.objects.filter(person=ana).update(withdrawn_at=timezone.now())

    answer = browser_of(ana).post(
        address("room", room),
        {"cid": str(uuid4()), "body": WORDS},
        HTTP_SEC_FETCH_SITE="cross-site",
    )

    assert (answer.status_code, given_back(answer)) == (403, False)
