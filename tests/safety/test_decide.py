"""Deciding: once, by who has it, with words to everybody concerned, on the record."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refusal, Refused
from community.safety import subjects
from community.safety.actions import deciding, desk
from community.safety.choices import choices_for
from community.safety.enums import ItemKind, ItemState, Level, MeasureKind, Why
from community.safety.intake import settle
from community.safety.models import Item, Letter, Measure, Report
from community.safety.receipts import hash_of
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision, on_desk


def names(item, *, may_suspend=False):
    return [choice.name for choice in choices_for(item, may_suspend=may_suspend)]


def test_covering_words_tells_the_author_and_the_reporter(taken, leaves, emil, ben, ana):
    deciding.decide(item=taken.pk, by=emil, decision=decision("hide"))

    item, measure = Item.objects.get(), Measure.objects.get()
    assert (item.state, item.outcome) == (ItemState.CLOSED, "hide")
    assert leaves.hidden == {"1": (emil.pk, "unkind")}
    assert (measure.person, measure.kind, measure.subject, measure.reason, measure.words) == (
        ben,
        MeasureKind.HIDING,
        "leaf:1",
        "unkind",
        "Please mind how it reads.",
    )
    assert dict(Notification.objects.values_list("person", "kind")) == {
        ben.pk: "measure",
        ana.pk: "report_answered",
    }


def test_writing_to_the_author_is_no_measure(taken, emil, ben):
    deciding.decide(item=taken.pk, by=emil, decision=decision("write", words="How are you?"))

    letter = Letter.objects.get()
    assert (letter.person, letter.by, letter.words, letter.read_at) == (
        ben,
        emil,
        "How are you?",
        None,
    )
    assert not Measure.objects.exists()
    assert Item.objects.get().state == ItemState.CLOSED


def test_a_warning_is_kept_with_its_words(taken, emil, ben):
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))

    assert Measure.objects.get().kind == MeasureKind.WARNING


def test_a_registered_act_runs_and_keeps_a_measure(taken, leaves, emil, ben):
    until = timezone.now() + timedelta(days=7)

    deciding.decide(item=taken.pk, by=emil, decision=decision("remove", until=until))

    measure = Measure.objects.get()
    assert leaves.removed == [("1", emil.pk, until)]
    assert (measure.kind, measure.subject, measure.until) == (
        MeasureKind.REMOVAL,
        "board:1",
        until,
    )


def test_no_action_needs_a_reason_and_tells_only_the_reporter(taken, emil, ana):
    deciding.decide(
        item=taken.pk, by=emil, decision=decision("nothing", why=Why.FINE, note="an old joke")
    )

    assert list(Notification.objects.values_list("person", "kind")) == [(ana.pk, "report_answered")]
    assert Entry.objects.get(act="decide_nothing").reason == "fine"
    assert Item.objects.get().notes.get().words == "an old joke"


def test_everybody_who_told_us_gets_an_answer_once(taken, leaves, emil, noor, ana):
    Report.objects.create(item=taken, reporter=noor, reason="hurts", receipt="secondone")

    deciding.decide(item=taken.pk, by=emil, decision=decision("nothing"))

    assert Report.objects.filter(answered_at=None).count() == 0
    assert Notification.objects.filter(kind="report_answered").count() == 2


@pytest.mark.parametrize("choice", ["hide", "write", "warn", "remove"])
def test_words_are_needed_where_the_person_is_told(choice, taken, leaves, emil):
    with pytest.raises(Refused) as no:
        deciding.decide(item=taken.pk, by=emil, decision=decision(choice, words="   "))

    assert no.value.refusal.code == "empty"
    assert (leaves.hidden, leaves.removed) == ({}, [])
    assert Item.objects.get().state == ItemState.TAKEN


def test_who_has_not_taken_it_does_not_decide(item, emil):
    with pytest.raises(Refused) as no:
        deciding.decide(item=item.pk, by=emil, decision=decision("nothing"))

    assert no.value.refusal.code == "not_taken"


def test_what_somebody_else_has_is_decided_by_them(taken, noor):
    with pytest.raises(Refused) as no:
        deciding.decide(item=taken.pk, by=noor, decision=decision("nothing"))

    assert no.value.refusal.code == "taken"


def test_what_is_decided_is_decided(taken, emil, ben):
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))

    with pytest.raises(Refused) as no:
        deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))

    assert no.value.refusal.code == "closed"
    assert Measure.objects.count() == 1


def test_a_choice_that_is_not_offered_is_refused(taken, emil):
    with pytest.raises(Refused) as no:
        deciding.decide(item=taken.pk, by=emil, decision=decision("close them all"))

    assert no.value.refusal.code == "choice"


def test_one_moderator_alone_cannot_suspend(taken, emil, hana):
    assert "suspend" not in names(taken)
    with pytest.raises(Refused) as no:
        deciding.decide(item=taken.pk, by=emil, decision=decision("suspend"))

    assert no.value.refusal.code == "choice"


def test_an_act_that_fails_leaves_nothing_behind(taken, leaves, emil, ben):
    def cannot(*, id, by, reason):
        raise Refused(Refusal("busy", "Not now."))

    subjects.register(
        "leaf",
        snapshot=leaves.snapshot,
        context=leaves.context,
        area=lambda id: leaves.area,
        about=lambda id: leaves.author,
        hide=cannot,
    )
    with pytest.raises(Refused):
        deciding.decide(item=taken.pk, by=emil, decision=decision("hide"))

    assert Item.objects.get().state == ItemState.TAKEN
    assert not Measure.objects.exists()
    assert not Notification.objects.exists()
    assert not Entry.objects.filter(act__startswith="decide").exists()


def test_a_person_in_crisis_is_written_to_and_never_warned(evenings, leaves, ben, emil):
    now = timezone.now()
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)

    assert names(item) == ["write", "follow_up", "support", "hide", "nothing"]


def test_a_step_is_offered_where_somebody_may_be_attacked(evenings, leaves, ben, hana):
    item = on_desk(evenings.area, level=Level.SOON, at=timezone.now(), id="1", about=ben.pk)
    assert not {"remove", "suspend"} & set(names(item, may_suspend=True))
    item.signals = ["attack"]

    assert {"remove", "suspend"} <= set(names(item, may_suspend=True))


def test_whoever_told_the_team_nobody_is_sanctioned_for_distress(
    evenings, leaves, ana, ben, emil, item
):
    now = timezone.now()
    before = names(item, may_suspend=True)
    signs = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk).signs
    signs.update(codes=["attack"])
    attack = names(item, may_suspend=True)
    signs.update(codes=["plan"])
    desk.take(item=item.pk, by=emil)
    page = browser_of(emil).get(f"/desk/items/{item.pk}/").text

    assert before == attack == ["write", "hide", "warn", "remove", "suspend", "nothing"]
    assert names(item, may_suspend=True) == ["write", "follow_up", "support", "hide", "nothing"]
    assert "Nobody is warned or shut out for them" in page
    with pytest.raises(Refused):
        deciding.decide(item=item.pk, by=emil, decision=decision("warn"))


def test_a_step_names_the_rule_it_rests_on(taken, emil, ben):
    for rule in ("", "1:99", "9:0", "words"):
        with pytest.raises(Refused) as no:
            deciding.decide(item=taken.pk, by=emil, decision=decision("warn", rule=rule))
        assert no.value.refusal.code == "rule"

    deciding.decide(item=taken.pk, by=emil, decision=decision("warn", rule="1:0"))

    page = browser_of(ben).get(f"/me/record/{Measure.objects.get().pk}/").content.decode()
    assert "Be kind. Everyone here is having a hard time of some sort." in page


def test_what_was_seen_when_deciding_is_kept_as_its_hash(taken, leaves, emil):
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))

    kept = Measure.objects.get().evidence_hash
    assert kept == hash_of("the pond is deep")
    assert Entry.objects.get(act="measure_warning").data["evidence"] == kept


def test_silence_closes_nothing(evenings, leaves, ben, emil):
    now = timezone.now()
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil, now=now)

    deciding.decide(item=item.pk, by=emil, decision=decision("write"), now=now)

    waiting = Item.objects.get()
    assert (waiting.state, waiting.look_again_at, waiting.taken_by) == (
        ItemState.WAITING,
        now + desk.LOOK_AGAIN[Level.NOW],
        emil,
    )


def test_somebody_asks_again_on_day_two(evenings, leaves, ben, emil):
    now = timezone.now()
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil, now=now)

    deciding.decide(item=item.pk, by=emil, decision=decision("follow_up", words=""), now=now)

    waits = Item.objects.get()
    assert (waits.state, waits.taken_by) == (ItemState.WAITING, emil)
    assert timedelta(hours=24) <= waits.look_again_at - now <= timedelta(hours=72)
    assert not Letter.objects.exists()


def test_a_new_signal_wakes_what_waited(evenings, leaves, ben, emil):
    now = timezone.now()
    item = on_desk(evenings.area, level=Level.TODAY, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil, now=now)
    deciding.decide(item=item.pk, by=emil, decision=decision("write"), now=now)

    on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)

    woken = Item.objects.get()
    assert (woken.state, woken.level, woken.taken_by) == (ItemState.OPEN, Level.NOW, None)


def test_what_wakes_stays_with_whoever_has_it_and_is_there(evenings, leaves, ben, emil, room):
    now = timezone.now()
    on_duty(emil, room)
    item = on_desk(evenings.area, level=Level.TODAY, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil, now=now)
    deciding.decide(item=item.pk, by=emil, decision=decision("write"), now=now)

    on_desk(evenings.area, level=Level.NOW, at=now, id="2", about=ben.pk)

    woken = Item.objects.get()
    assert (woken.state, woken.level, woken.taken_by) == (ItemState.TAKEN, Level.NOW, emil)


def test_held_words_offer_only_what_their_room_registered(evenings, leaves, ben, monkeypatch):
    subjects.register_act(
        "leaf", "let_in", label="Let them in", run=leaves.remove, of=frozenset({ItemKind.HELD})
    )
    item = on_desk(
        evenings.area,
        level=Level.TODAY,
        at=timezone.now(),
        id="1",
        about=ben.pk,
        kind=ItemKind.HELD,
    )

    assert names(item, may_suspend=True) == ["let_in"]


def test_an_act_may_settle_the_item_itself(evenings, leaves, ben, emil):
    def let_in(*, id, by, reason, words, until):
        settle(kind=ItemKind.HELD, subject_kind="leaf", subject_id=id, outcome="let_in")

    subjects.register_act(
        "leaf", "let_in", label="Let them in", run=let_in, of=frozenset({ItemKind.HELD})
    )
    item = on_desk(
        evenings.area,
        level=Level.TODAY,
        at=timezone.now(),
        id="1",
        about=ben.pk,
        kind=ItemKind.HELD,
    )
    desk.take(item=item.pk, by=emil)

    deciding.decide(item=item.pk, by=emil, decision=decision("let_in"))

    assert (Item.objects.get().state, Item.objects.get().outcome) == (ItemState.CLOSED, "let_in")


def test_words_of_somebody_who_left_can_still_be_covered(leaves, ana, emil, taken):
    Item.objects.update(about=None)

    deciding.decide(item=taken.pk, by=emil, decision=decision("hide", words=""))

    assert "1" in leaves.hidden
    assert not Measure.objects.exists()


def test_the_record_of_a_decision_holds_no_words(taken, emil):
    deciding.decide(
        item=taken.pk,
        by=emil,
        decision=decision("hide", words="Mind the wording", note="quite a note"),
    )

    kept = str(list(Entry.objects.values()))
    for word in ("Mind the wording", "quite a note", "pond", "frightened", "ana-lark"):
        assert word not in kept
