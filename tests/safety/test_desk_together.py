"""The desk under real threads: whoever clicks at once, one act happens."""

import pytest
from django.utils import timezone

from community.record.models import Entry
from community.record.sealing import breaks
from community.refusal import Refused
from community.safety.actions import deciding, desk, reporting
from community.safety.enums import ItemKind, ItemState, Level, ReportReason
from community.safety.intake import put_on_desk
from community.safety.models import Item, Measure, Report
from tests.safety.conftest import decision
from tests.safety.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def won(answers):
    return [answer for answer in answers if not isinstance(answer, Exception)]


def refused(answers):
    return [a.refusal.code for a in answers if isinstance(a, Refused)]


def test_two_moderators_take_at_once_and_one_has_it(item, emil, noor):
    answers = together(
        lambda: desk.take(item=item.pk, by=emil), lambda: desk.take(item=item.pk, by=noor)
    )

    assert (len(won(answers)), refused(answers)) == (1, ["taken"])
    assert Item.objects.get().taken_by_id == won(answers)[0].taken_by_id
    assert Entry.objects.filter(act="take_item").count() == 1
    assert list(breaks()) == []


def test_two_tabs_decide_at_once_and_one_decision_stands(taken, emil, ben, leaves):
    answers = together(
        lambda: deciding.decide(item=taken.pk, by=emil, decision=decision("warn")),
        lambda: deciding.decide(item=taken.pk, by=emil, decision=decision("hide")),
    )

    assert (len(won(answers)), refused(answers)) == (1, ["closed"])
    assert Measure.objects.count() == 1
    assert (len(leaves.hidden) == 1) == (Item.objects.get().outcome == "hide")


def test_letting_go_and_deciding_at_once_never_do_both(taken, emil, ben):
    answers = together(
        lambda: desk.release(item=taken.pk, by=emil),
        lambda: deciding.decide(item=taken.pk, by=emil, decision=decision("warn")),
    )

    item = Item.objects.get()
    assert len(won(answers)) == 1
    assert (item.state == ItemState.CLOSED) == Measure.objects.exists()


def test_the_same_report_sent_twice_at_once_is_one(leaves, ana):
    def tell():
        return reporting.report(
            kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=ana
        ).receipt

    answers = together(tell, tell, tell)

    assert len(set(answers)) == 1
    assert (Item.objects.count(), Report.objects.count()) == (1, 1)


def test_two_people_telling_at_once_are_in_one_item(leaves, ana, noor):
    leaves.seen_by.add(noor.pk)

    answers = together(
        *[
            lambda who=who: (
                reporting.report(
                    kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=who
                ).item_id
            )
            for who in (ana, noor)
        ]
    )

    assert len(set(answers)) == 1
    assert Report.objects.count() == 2


def test_many_signals_at_once_open_one_item(evenings, ben):
    def signal(level):
        return put_on_desk(
            kind=ItemKind.SIGNAL,
            level=level,
            area=evenings.area,
            subject_kind="leaf",
            subject_id="5",
            about=ben.pk,
            at=timezone.now(),
        ).pk

    answers = together(
        *[lambda level=level: signal(level) for level in (Level.TODAY, Level.NOW, Level.SOON)]
    )

    assert len(set(answers)) == 1
    assert Item.objects.get().level == Level.NOW
