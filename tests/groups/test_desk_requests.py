"""Requests on the desk, and removals an appeal takes back."""

from uuid import uuid4

import pytest

from community.refusal import Refused
from community.safety import subjects
from community.safety.enums import ItemKind, MeasureKind
from community.safety.models import Measure
from groups.actions.belonging import join_group, let_back, remove_from_room
from groups.models import Membership, Message, Seat
from tests.people import group, on_duty, seat


@pytest.fixture
def asked(cleo, emil):
    quiet = group("quiet", title="Quiet", moderators=[emil])
    quiet.is_private = True
    quiet.save()
    return join_group(group=quiet, by=cleo, words="I lost somebody.")


def run(name, membership, by, words=""):
    subjects.act("membership", name).run(
        id=str(membership.pk), by=by, reason="care", words=words, until=None
    )


def test_the_desk_reads_who_asks_where_and_why(asked, cleo):
    known = subjects.get("membership")
    context = known.context(str(asked.pk))

    assert known.snapshot(str(asked.pk)) == "I lost somebody."
    assert (known.area(str(asked.pk)), known.about(str(asked.pk))) == (asked.group.area, cleo.pk)
    assert (context.where, context.path) == ("Quiet", f"/groups/run/quiet/requests/{asked.pk}/")
    assert [(line.who, line.words) for line in context.lines] == [(cleo.handle, "I lost somebody.")]


def test_nobody_reports_a_request(asked, ben):
    assert not subjects.get("membership").visible_to(str(asked.pk), ben.pk)


def test_two_choices_are_offered_for_requests_alone():
    offered = [act.name for act in subjects.acts("membership", item=ItemKind.REQUEST)]

    assert offered == ["let_in", "not_now"]
    assert subjects.acts("membership", item=ItemKind.REPORT) == []


def test_letting_in_from_the_desk_is_the_same_act(asked, emil):
    run("let_in", asked, emil)

    asked.refresh_from_db()
    assert asked.state == "active"


def test_not_now_from_the_desk_carries_the_words(asked, emil):
    run("not_now", asked, emil, words="Not at the moment.")

    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("declined", "Not at the moment.")


def test_a_request_that_is_gone_is_not_found(asked):
    Membership.objects.all().delete()

    with pytest.raises(LookupError):
        subjects.get("membership").snapshot(str(asked.pk))


@pytest.fixture
def removed(ben, room, hana):
    remove_from_room(room=room, person=ben, by=hana, reason="unkind", words="Please rest.")
    return ben


def undo(room, person, by):
    subjects.undo_of(MeasureKind.REMOVAL)(subject=room.place, person=person, by=by)


def test_an_upheld_appeal_gives_the_seat_back(removed, room, hana):
    undo(room, removed, hana)

    assert seat(removed, room).state == "active"


def test_taking_back_what_was_taken_back_is_quiet(removed, room, hana):
    let_back(room=room, person=removed, by=hana)

    undo(room, removed, hana)

    assert seat(removed, room).state == "active"


def test_a_room_that_is_gone_needs_nothing_back(removed, room, hana):
    Seat.objects.all().delete()
    key = room.place
    room.events.all().delete()
    room.delete()

    subjects.undo_of(MeasureKind.REMOVAL)(subject=key, person=removed, by=hana)

    assert not Seat.objects.exists()


@pytest.fixture
def said(ben, room):
    return Message.objects.create(
        room=room, seq=1, author=seat(ben, room), cid=uuid4(), body="ouch", first_mac="x"
    )


def take_out(message_id, by):
    return subjects.act("message", "remove").run(
        id=str(message_id), by=by, reason="unkind", words="Please rest.", until=None
    )


def test_the_desk_takes_an_author_out_of_the_room(said, ben, room, emil):
    on_duty(emil, room)

    assert take_out(said.pk, emil) == room.place
    assert seat(ben, room).state == "removed"
    assert not Measure.objects.exists()  # the desk keeps it, with its words


def test_the_desk_asks_the_same_rule(said, ben, room, emil):
    with pytest.raises(Refused, match="off_duty"):
        take_out(said.pk, emil)

    assert seat(ben, room).state == "active"


def test_words_without_an_author_take_nobody_out(said, hana):
    Message.objects.update(author=None)

    for gone in (said.pk, 0):
        with pytest.raises(LookupError):
            take_out(gone, hana)
