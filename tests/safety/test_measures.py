"""What was decided about a person: read by them, looked at again by somebody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community import live
from community.accounts.actions import standing
from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import deciding, desk, measures
from community.safety.enums import ItemKind, ItemState, Level, MeasureKind
from community.safety.models import Appeal, Duty, Item, Measure
from tests import people
from tests.people import browser_of
from tests.safety.conftest import decision


@pytest.fixture
def warned(taken, emil, ben):
    """Ben was warned by Emil."""
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))
    return Measure.objects.get()


@pytest.fixture
def asked(warned, ben):
    """Ben asked somebody else to look again."""
    return measures.appeal(measure=warned.pk, words="I meant it as a joke.", by=ben)


@pytest.fixture
def again(asked, hana):
    """The desk's item about Ben's appeal, in Hana's hands."""
    item = Item.objects.get(kind=ItemKind.APPEAL)
    return desk.take(item=item.pk, by=hana)


def test_the_person_reads_what_why_and_in_whose_words(warned, ben):
    browser = browser_of(ben)

    listed = browser.get("/me/record/").content.decode()
    page = browser.get(f"/me/record/{warned.pk}/").content.decode()

    assert "A warning" in listed
    for words in ("Please mind how it reads.", "It could hurt somebody here", "Please look again"):
        assert words in page
    assert "ana-lark" not in page


def test_nobody_else_reads_it(warned, ana, emil, hana, cleo):
    for somebody in (ana, emil, hana, cleo):
        browser = browser_of(somebody)
        for path in (f"/me/record/{warned.pk}/", f"/me/record/{warned.pk}/appeal/"):
            answer = browser.get(path)
            assert answer.status_code == 404
            assert "mind how it reads" not in answer.content.decode()


def test_an_appeal_is_asked_on_a_page_of_its_own(warned, ben):
    answer = browser_of(ben).post(
        f"/me/record/{warned.pk}/appeal/", {"words": "I meant it as a joke."}
    )

    assert answer.status_code == 302
    item = Item.objects.get(kind=ItemKind.APPEAL)
    assert (item.area, item.subject_kind, item.subject_id, item.about) == (
        "appeals",
        "measure",
        str(warned.pk),
        ben,
    )


def test_a_suspended_person_still_reads_and_appeals(ben, hana):
    measure = measures.suspend(
        person=ben, until=None, reason="rules", words="Please stop for now.", by=hana
    )
    browser = browser_of(Person.objects.get(pk=ben.pk))

    page = browser.get(f"/me/record/{measure.pk}/")
    sent = browser.post(f"/me/record/{measure.pk}/appeal/", {"words": "Please look."})

    assert (page.status_code, sent.status_code) == (200, 302)
    assert Appeal.objects.get().measure == measure


def test_one_appeal_for_one_decision(asked, warned, ben):
    with pytest.raises(Refused) as no:
        measures.appeal(measure=warned.pk, words="once more", by=ben)

    assert no.value.refusal.code == "appealed"
    assert Appeal.objects.count() == 1


def test_words_in_an_appeal_are_read_for_danger(warned, ben):
    measures.appeal(measure=warned.pk, words="I am going to kill myself tonight", by=ben)

    assert Item.objects.get(kind=ItemKind.APPEAL).level == Level.NOW


def test_moderators_do_not_see_appeals(asked, emil, noor):
    item = Item.objects.get(kind=ItemKind.APPEAL)
    for moderator in (emil, noor):
        assert browser_of(moderator).get(f"/desk/items/{item.pk}/").status_code == 404


def test_who_decided_cannot_look_again_nor_hold_it(ben, hana):
    measure = measures.suspend(person=ben, until=None, reason="rules", words="Enough.", by=hana)
    measures.appeal(measure=measure.pk, words="Please look.", by=ben)
    item = Item.objects.get(kind=ItemKind.APPEAL)

    with pytest.raises(Refused) as taking:
        desk.take(item=item.pk, by=hana)
    Item.objects.update(state="taken", taken_by=hana, taken_at=timezone.now())
    with pytest.raises(Refused) as deciding_it:
        measures.let_stand(item=Item.objects.get(pk=item.pk), by=hana, words="It stands.")

    refused = {one.value.refusal.code for one in (taking, deciding_it)}
    assert refused == {"somebody_else", "own_decision"}
    assert Appeal.objects.get().decided_at is None


def test_an_upheld_appeal_ends_the_measure_with_an_answer(again, hana, ben, warned):
    deciding.decide(
        item=again.pk, by=hana, decision=decision("uphold", words="You are right, I am sorry.")
    )

    measure, appeal = Measure.objects.get(), Appeal.objects.get()
    assert measure.ended_at is not None
    assert (appeal.upheld, appeal.decided_by, appeal.answer) == (
        True,
        hana,
        "You are right, I am sorry.",
    )
    assert Notification.objects.filter(person=ben, kind="appeal_answered").exists()
    assert "You are right" in browser_of(ben).get(f"/me/record/{measure.pk}/").content.decode()


def test_an_appeal_that_is_not_upheld_changes_nothing_else(again, hana, warned):
    deciding.decide(item=again.pk, by=hana, decision=decision("stand"))

    assert Measure.objects.get().ended_at is None
    assert Appeal.objects.get().upheld is False


def test_upheld_words_are_shown_again(taken, leaves, emil, ben, hana):
    deciding.decide(item=taken.pk, by=emil, decision=decision("hide"))
    measures.appeal(measure=Measure.objects.get().pk, words="It was kind.", by=ben)
    item = Item.objects.get(kind=ItemKind.APPEAL)
    desk.take(item=item.pk, by=hana)

    deciding.decide(item=item.pk, by=hana, decision=decision("uphold"))

    assert leaves.hidden == {}


def test_an_upheld_removal_is_undone_by_its_feature(taken, leaves, emil, ben, hana):
    deciding.decide(item=taken.pk, by=emil, decision=decision("remove"))
    measures.appeal(measure=Measure.objects.get().pk, words="Please.", by=ben)
    item = Item.objects.get(kind=ItemKind.APPEAL)
    desk.take(item=item.pk, by=hana)

    deciding.decide(item=item.pk, by=hana, decision=decision("uphold"))

    assert leaves.undone == [("board:1", ben.pk, hana.pk)]


def test_suspending_ends_every_screen_and_every_duty(emil, room, hana, commits):
    people.on_duty(emil, room)
    hints = []
    live.listen(hints.append)

    with commits():
        measures.suspend(person=emil, until=None, reason="rules", words="We need to talk.", by=hana)

    assert Person.objects.get(pk=emil.pk).standing == Standing.SUSPENDED
    assert Duty.objects.get().ended_at is not None
    assert (emil.pk,) in [hint.people for hint in hints if hint.kind == "kick"]


def test_what_a_suspended_moderator_had_waits_for_another(taken, emil, noor, hana):
    measures.suspend(person=emil, until=None, reason="rules", words="We need to talk.", by=hana)

    item = Item.objects.get()
    assert (item.state, item.taken_by, item.promised_at) == (
        ItemState.OPEN,
        None,
        taken.promised_at,
    )
    assert desk.take(item=item.pk, by=noor).taken_by == noor


@pytest.mark.parametrize("who", ["ana", "emil", "dora", "ola"])
def test_only_those_who_lead_suspend(who, request, ben):
    somebody = request.getfixturevalue(who)

    with pytest.raises(Refused):
        measures.suspend(person=ben, until=None, reason="rules", words="No.", by=somebody)

    assert Person.objects.get(pk=ben.pk).standing == Standing.ACTIVE
    assert not Measure.objects.exists()


def test_nobody_suspends_themself(hana):
    with pytest.raises(Refused) as no:
        standing.suspend(person=hana, until=None, by=hana)

    assert no.value.refusal.code == "own_account"


def test_a_suspension_ends_on_its_day_by_itself(ben, hana):
    now = timezone.now()
    measures.suspend(
        person=ben, until=now + timedelta(days=1), reason="rules", words="A day.", by=hana, now=now
    )

    measures.end_due(now + timedelta(hours=23))
    assert Person.objects.get(pk=ben.pk).standing == Standing.SUSPENDED
    measures.end_due(now + timedelta(days=1))

    assert Person.objects.get(pk=ben.pk).standing == Standing.ACTIVE
    assert Entry.objects.filter(act="lift_suspension", by=None, about=ben.pk).exists()


def test_a_second_suspension_outlasts_the_first(ben, hana):
    now = timezone.now()
    for until in (now + timedelta(days=1), None):
        measures.suspend(person=ben, until=until, reason="rules", words="So.", by=hana, now=now)

    measures.end_due(now + timedelta(days=2))

    assert Person.objects.get(pk=ben.pk).standing == Standing.SUSPENDED


def test_an_upheld_suspension_is_lifted(ben, hana):
    lead = people.person("lead-reed", Role.SAFEGUARDING_LEAD)
    measure = measures.suspend(person=ben, until=None, reason="rules", words="Enough.", by=hana)
    measures.appeal(measure=measure.pk, words="Please look.", by=ben)
    item = Item.objects.get(kind=ItemKind.APPEAL)
    desk.take(item=item.pk, by=lead)

    deciding.decide(item=item.pk, by=lead, decision=decision("uphold"))

    assert Person.objects.get(pk=ben.pk).standing == Standing.ACTIVE


def test_a_decision_without_words_is_refused(ben, emil):
    with pytest.raises(Refused):
        measures.keep_measure(
            person=ben, kind=MeasureKind.WARNING, reason="rules", words=" ", by=emil
        )

    assert not Measure.objects.exists()


def test_an_over_measure_needs_no_appeal(warned, ben):
    Measure.objects.update(ended_at=timezone.now())

    with pytest.raises(Refused) as no:
        measures.appeal(measure=warned.pk, words="Please.", by=ben)

    assert no.value.refusal.code == "ended"
    assert Item.objects.filter(kind=ItemKind.APPEAL).count() == 0
    assert Item.objects.get().state == ItemState.CLOSED
