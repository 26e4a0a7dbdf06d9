"""What somebody wrote between two days is taken back in one act: in rooms, in pairs, where it was
answered, and where it waits."""

from datetime import timedelta

from django.utils import timezone

from groups.enums import MessageState
from groups.models import Draft, Message
from tests.mentoring.conftest import mentor, pair  # noqa: F401
from tests.people import browser_of, on_duty
from tests.words import history, say, wait

PAGE = "/me/take-back/"


def days(**span):
    today = timezone.localdate()
    return {name: today - timedelta(days=back) for name, back in span.items()}


def take_back(somebody, **span):
    return browser_of(somebody).post(PAGE, {**days(**span), "sure": "yes"})


def test_words_of_these_days_are_gone_everywhere_and_nobody_elses(
    ana, ben, emil, room, wall, pair  # noqa: F811
):  # fmt: skip
    on_duty(emil, room)
    first = say(ana, room, "The kettle is on.")
    say(ben, room, "Lovely.", reply_to=first.seq)
    say(ana, wall, "A heron.")
    say(ana, pair.room, "I slept.")
    Draft.objects.create(
        room=room, person=ana, cid="0" * 8 + "-0000-4000-8000-" + "0" * 12, body="x"
    )

    answer = take_back(ana, first=1, last=0)

    assert answer.status_code == 302
    left = Message.objects.exclude(state=MessageState.DELETED)
    assert [message.body for message in left] == ["Lovely."]
    assert "The kettle is on." not in browser_of(ben).get(f"/rooms/{room.pk}/").text
    assert "Lovely." in history(room)
    assert not Draft.objects.exists()


def test_words_that_wait_are_taken_back_too(ana, room):
    wait(ana, room, "Is anybody there?")

    take_back(ana, first=0, last=0)

    assert not Message.objects.filter(body__contains="anybody").exists()


def test_other_days_stay(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "The kettle is on.")
    Message.objects.update(written_at=timezone.now() - timedelta(days=5))

    take_back(ana, first=4, last=0)
    kept = history(room)
    take_back(ana, first=5, last=5)

    assert kept == ["The kettle is on."]
    assert "The kettle is on." not in history(room)


def test_it_is_asked_once_and_days_that_are_turned_round_are_said(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "The kettle is on.")
    browser = browser_of(ana)

    asked = browser.post(PAGE, days(first=1, last=0))
    turned = browser.post(PAGE, days(first=0, last=1))

    assert "This cannot be undone." in asked.text
    assert turned.status_code == 422
    assert history(room) == ["The kettle is on."]
