"""A pause from writing in a room: a step for a rule, until a day, that an appeal takes back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety import subjects
from community.safety.actions import deciding, desk, measures, reporting
from community.safety.choices import choices_for
from community.safety.enums import ItemKind, Level, MeasureKind, ReportReason
from community.safety.models import Item, Measure
from community.safety.receipts import hash_of
from groups import rules
from groups.actions.belonging import enter_room, leave_room
from groups.actions.breathers import LASTS, give_breather
from groups.actions.pauses import pause_writing
from groups.near import Signal
from tests.people import browser_of, on_duty, seat
from tests.safety.conftest import decision
from tests.words import say

WEEK = timedelta(days=7)


@pytest.fixture
def told(ana, ben, emil, room):
    """Ana told the team about words of Ben's, and Emil has it."""
    on_duty(emil, room)
    say(ben, room, "Nobody wants to hear that.")
    reported = reporting.report(
        kind="message", id=str(room.messages.get().pk), reason=ReportReason.HURTS, words="", by=ana
    )
    return desk.take(item=reported.item_id, by=emil)


def paused(told, emil, **more):
    until = timezone.now() + WEEK
    made = decision("pause", until=until, **more)
    deciding.decide(item=told.pk, by=emil, decision=made)
    return Measure.objects.get(kind=MeasureKind.PAUSE)


def test_their_writing_pauses_until_the_day_and_they_read_why(told, ben, emil, room):
    measure = paused(told, emil)
    sits = seat(ben, room)

    assert sits.paused_until == measure.until
    assert rules.may_write(sits, room, now=measure.at).code == "paused"
    assert rules.may_write(sits, room, now=measure.until + timedelta(seconds=1)) is None
    assert say(ben, room, "One more thing.").refusal.code == "paused"
    assert (measure.subject, measure.rule) == (room.place, "1:0")
    seen = subjects.get("message").snapshot(told.subject_id)
    assert measure.evidence_hash == hash_of(seen)  # of the words, not of the place
    page = browser_of(ben).get(f"/me/record/{measure.pk}/").text
    said = "Nobody wants to hear that."
    for words in (
        "A pause from writing",
        "Please mind how it reads.",
        "Be kind.",
        "look again",
        said,
    ):
        assert words in page
    assert Notification.objects.filter(person=ben, kind="measure").count() == 1
    assert Entry.objects.filter(act="pause_writing", by=emil.pk, about=ben.pk).count() == 1


def test_it_has_an_end_a_rule_and_words(told, emil):
    for given in ({"until": None}, {"rule": ""}, {"rule": "1:4"}, {"words": " "}):
        until = timezone.now() + WEEK
        with pytest.raises(Refused):
            deciding.decide(
                item=told.pk, by=emil, decision=decision("pause", **{"until": until, **given})
            )

    assert not Measure.objects.exists()


def test_who_comes_back_to_the_room_is_paused_still(told, ben, emil, room):
    measure = paused(told, emil)
    leave_room(room=room, by=ben)
    enter_room(room=room, by=ben)

    assert seat(ben, room).paused_until == measure.until


def test_an_appeal_takes_it_back_and_leaves_what_else_runs(told, ben, emil, hana, room):
    breather = give_breather(room=room.pk, person=ben, by=emil)
    measure = paused(told, emil)
    measures.appeal(measure=measure.pk, words="It was a joke.", by=ben)
    again = desk.take(item=Item.objects.get(kind=ItemKind.APPEAL).pk, by=hana)
    shown = browser_of(hana).post(f"/desk/items/{again.pk}/words/", {"show": "yes"}).text
    deciding.decide(item=again.pk, by=hana, decision=decision("uphold"))

    assert seat(ben, room).paused_until == breather.until == breather.at + LASTS
    assert Measure.objects.get(pk=measure.pk).ended_at is not None
    assert "The rule: “Be kind." in shown
    assert "Nobody wants to hear that." in shown


def test_a_breather_given_meanwhile_shortens_nothing(told, ben, emil, room):
    measure = paused(told, emil)

    give_breather(room=room.pk, person=ben, by=emil)

    assert seat(ben, room).paused_until == measure.until


def test_nobody_is_paused_for_what_a_program_heard_in_their_distress(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "I want to go.", signal=Signal(Level.NOW, ("thought",)))
    item = Item.objects.get(kind=ItemKind.SIGNAL)

    names = {choice.name for choice in choices_for(item, may_suspend=True)}

    assert not names & {"pause", "warn", "remove", "suspend"}


def test_nobody_else_pauses_and_nobody_of_the_team_is_paused(ana, ben, emil, noor, room):
    until = timezone.now() + WEEK
    for person, by in ((ben, ana), (ben, emil), (noor, emil), (ben, ben)):  # Emil is not there
        with pytest.raises(Refused):
            pause_writing(room=room.pk, person=person, until=until, reason="rules", by=by)
