"""Messages, people and rooms on the desk: the registered subjects tried through the desk itself."""

import pytest

from community.refusal import Refused
from community.safety import subjects
from community.safety.actions import deciding, desk, measures, reporting
from community.safety.enums import ItemKind, MeasureKind, ReportReason
from community.safety.models import Item, Measure
from groups.enums import MessageState, SeatState
from groups.models import Message, Seat
from tests.people import browser_of, on_duty, seat
from tests.safety.conftest import decision
from tests.words import say, wait


@pytest.fixture
def said(emil, ben, room):
    """Ben said something in the live room."""
    on_duty(emil, room)
    say(ben, room, "You people are hopeless.")
    return Message.objects.get(room=room)


@pytest.fixture
def item(said, ana):
    """Ana told the team about it, and Emil has it."""
    return report("message", said.pk, by=ana).item


def report(kind, id, *, by):
    return reporting.report(kind=kind, id=str(id), reason=ReportReason.HURTS, words="", by=by)


def decide(item, by, choice, **given):
    desk.take(item=item.pk, by=by)
    return deciding.decide(item=item.pk, by=by, decision=decision(choice, **given))


def test_covering_from_the_desk_hides_the_message_and_tells_once(item, said, emil, ben):
    decide(item, emil, "hide")

    message = Message.objects.get(pk=said.pk)
    assert (message.state, message.state_why) == (MessageState.HIDDEN, "unkind")
    assert list(ben.notifications.values_list("kind", flat=True)) == ["measure"]
    assert Measure.objects.get().subject == f"message:{said.pk}"


def test_an_upheld_appeal_shows_the_message_again(item, said, emil, ben, hana):
    decide(item, emil, "hide")
    measures.appeal(measure=Measure.objects.get().pk, words="Read it again.", by=ben)

    decide(Item.objects.get(kind=ItemKind.APPEAL), hana, "uphold")

    assert Message.objects.get(pk=said.pk).state == MessageState.SHOWN


def test_removing_from_the_desk_ends_the_seat_and_an_appeal_gives_it_back(
    item, emil, ben, hana, room
):
    decide(item, emil, "remove")
    assert seat(ben, room).state == SeatState.REMOVED
    measure = Measure.objects.get()
    assert (measure.kind, measure.subject) == (MeasureKind.REMOVAL, room.place)
    measures.appeal(measure=measure.pk, words="I am calm now.", by=ben)

    decide(Item.objects.get(kind=ItemKind.APPEAL), hana, "uphold")

    assert seat(ben, room).state == SeatState.ACTIVE


def test_words_that_wait_are_answered_from_the_desk(ana, emil, evenings, room):
    held = wait(ana, room, "I could not sleep.")
    item = Item.objects.get(kind=ItemKind.HELD)
    desk.uncover(item=item.pk, by=emil)

    decide(item, emil, "let_in")

    message, item = Message.objects.get(pk=held.pk), Item.objects.get()
    assert message.offered_by == emil.pk
    assert (message.state, item.state) == (MessageState.HELD, "waiting")


def test_only_uncovering_on_the_desk_says_that_words_were_read(ana, emil, evenings, room):
    held = wait(ana, room, "I could not sleep.")
    path = f"/desk/items/{Item.objects.get().pk}/"
    browser = browser_of(emil)

    browser.get(path)
    assert Message.objects.get(pk=held.pk).seen_at is None
    shown = browser.post(f"{path}words/", {"show": "yes"}).content.decode()

    assert "I could not sleep." in shown
    assert Message.objects.get(pk=held.pk).seen_by == emil.pk


def test_a_person_is_told_about_by_their_seat(said, ana, ben, room):
    kind, id = subjects.get("message").author(str(said.pk))
    page = browser_of(ana).get("/report/", {"kind": "message", "id": said.pk}).content.decode()

    told = report(kind, id, by=ana)

    assert f"kind=seat&amp;id={id}" in page
    assert (told.item.about, told.item.area) == (ben, room.area)
    assert told.snapshot.startswith("ben-moss")


def test_a_room_is_told_about_by_who_sits_there(ana, cleo, room):
    told = report("room", room.pk, by=ana)

    assert (told.item.about, told.item.area) == (None, room.area)
    with pytest.raises(Refused) as no:
        report("room", room.pk, by=cleo)
    assert no.value.refusal.hides


def test_who_left_still_tells_and_who_never_was_there_does_not(said, ana, cleo, room):
    Seat.objects.filter(person=ana, room=room).update(
        state=SeatState.LEFT, ended_at=said.written_at
    )

    assert report("message", said.pk, by=ana).item.subject_id == str(said.pk)
    for kind, id in (("message", said.pk), ("seat", f"{room.pk}.{seat(ana, room).wire_id}")):
        with pytest.raises(Refused) as no:
            report(kind, id, by=cleo)
        assert no.value.refusal.hides


def test_a_profile_is_told_about_only_by_who_has_met_them(ana, ben, cleo, room):
    assert report("profile", ben.pk, by=ana).item.about == ben
    with pytest.raises(Refused) as no:
        report("profile", ben.pk, by=cleo)
    assert no.value.refusal.hides


@pytest.mark.parametrize("id", ["", ".", "x.y", "9" * 40, "²", "1.2.3"])
@pytest.mark.parametrize("kind", ["room", "seat", "message", "profile", "measure", "letter"])
def test_ids_that_mean_nothing_are_not_found(kind, id, ana, room):
    assert browser_of(ana).get("/report/", {"kind": kind, "id": id}).status_code == 404
