"""Ten quiet minutes: private, kind, no sanction, and over by themselves."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from community import live
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions.measures import take_back
from community.safety.models import Measure
from groups import rules
from groups.actions.breathers import LASTS, end_breather, give_breather
from tests.people import browser_of, on_duty, seat
from tests.words import history, say, told


@pytest.fixture
def breather(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "I cannot stop.")
    return give_breather(room=room.pk, person=ana, words="Look out of the window with me.", by=emil)


def test_their_writing_pauses_for_ten_minutes_and_opens_by_itself(ana, room, breather):
    sits = seat(ana, room)

    assert sits.paused_until == breather.until == breather.at + LASTS
    assert rules.may_write(sits, room, now=breather.at).code == "paused"
    assert rules.may_write(sits, room, now=breather.until + timedelta(seconds=1)) is None
    assert say(ana, room, "And another thing.").refusal.code == "paused"


def test_they_alone_read_the_kind_words(ana, ben, emil, room, breather):
    page = {
        who: browser_of(who).get(room.get_absolute_url()).content.decode()
        for who in (ana, ben, emil)
    }

    said = "Look out of the window with me."
    assert [said in page[who] for who in (ana, ben, emil)] == [True, False, False]
    assert "nothing is held against you" in page[ana]
    assert "Talk with emil-ash alone" in page[ana]
    assert 'id="composer"' not in page[ana]


def test_the_room_is_told_nothing(room, breather):
    assert [kind for _seq, kind, _body in told(room)] == ["msg"]
    assert history(room) == ["I cannot stop."]


def test_it_is_kept_to_be_read_and_is_no_decision_against_anybody(ana, emil, room, breather):
    page = browser_of(ana).get(reverse("safety:record")).content.decode()

    assert (breather.kind, breather.reason, breather.subject) == ("breather", "care", room.place)
    assert "A breather" in page
    entry = Entry.objects.get(act="measure_breather")
    assert (entry.by, entry.about) == (emil.pk, ana.pk)
    assert entry.data == {"measure": breather.pk, "rule": "", "evidence": breather.evidence_hash}
    assert [notice.kind for notice in Notification.objects.filter(person=ana)] == ["breather"]


def test_their_screens_hear_of_it_after_the_commit(ana, emil, room, commits):
    on_duty(emil, room)
    heard = []
    live.listen(heard.append)

    with commits():
        give_breather(room=room.pk, person=ana, by=emil)
        before = list(heard)

    assert before == []
    assert [(h.kind, h.people, h.data["k"]) for h in heard] == [("me", (ana.pk,), "breather")]


def test_without_words_they_read_a_kind_sentence(ana, emil, room):
    on_duty(emil, room)

    give_breather(room=room.pk, person=ana, by=emil)

    assert "You did nothing wrong." in Measure.objects.get(person=ana).words


def test_a_longer_pause_is_not_shortened(ana, emil, room):
    on_duty(emil, room)
    tomorrow = timezone.now() + timedelta(days=1)
    room.seats.filter(person=ana).update(paused_until=tomorrow)

    give_breather(room=room.pk, person=ana, by=emil)
    end_breather(room=room.pk, person=ana, by=emil)

    assert seat(ana, room).paused_until == tomorrow


def test_two_moderators_give_one(ana, emil, noor, room, breather):
    on_duty(noor, room)

    give_breather(room=room.pk, person=ana, by=noor)

    running = Measure.objects.filter(person=ana, ended_at=None)
    assert [measure.decided_by for measure in running] == [noor]


def test_who_gave_it_ends_it_before_its_time(ana, emil, room, breather):
    end_breather(room=room.pk, person=ana, by=emil)

    breather.refresh_from_db()
    assert (seat(ana, room).paused_until, breather.ended_at is None) == (None, False)
    assert say(ana, room, "Thank you.").held is False


def test_an_appeal_that_is_upheld_opens_it(ana, hana, room, breather):
    take_back(measure=breather, by=hana, now=timezone.now())

    assert seat(ana, room).paused_until is None


@pytest.mark.parametrize(
    ("by", "to"),
    [("ben", "ana"), ("noor", "ana"), ("emil", "noor"), ("emil", "emil"), ("emil", "cleo")],
)
def test_only_who_is_on_duty_gives_one_and_to_a_member(by, to, emil, room, request):
    on_duty(emil, room)

    with pytest.raises(Refused):
        give_breather(
            room=room.pk, person=request.getfixturevalue(to), by=request.getfixturevalue(by)
        )

    assert not Measure.objects.exists()


def test_the_page_gives_it(ana, emil, room):
    on_duty(emil, room)
    said = say(ana, room, "I cannot stop.")
    address = reverse("groups:breather", args=[room.pk, said.seq])

    asked = browser_of(emil).get(address).content.decode()
    browser_of(emil).post(address, {"words": "Breathe with me."})

    assert "Ten quiet minutes for ana-lark" in asked
    assert Measure.objects.get(person=ana).words == "Breathe with me."
