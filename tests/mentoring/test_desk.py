"""What is written to mentoring and in a pair's room reaches the desk, and who sees it there."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from community import pace
from community.accounts.enums import Role
from community.accounts.models import Grant
from community.notifications.models import Notification
from community.safety import subjects
from community.safety.actions import clocks
from community.safety.enums import Level
from community.safety.models import Appointment, Item
from community.safety.subjects import HOUSE
from groups.sending import prepare
from mentoring.actions import asking, mentors
from mentoring.actions.heavy import tell_mentor
from mentoring.enums import When
from tests.mentoring.conftest import wishes
from tests.people import browser_of, on_duty


@pytest.fixture(autouse=True)
def unhurried():
    pace.forget()


HEAVY = "I want to end it tonight, I have pills here."


def test_heavy_words_in_a_request_are_on_the_desk_of_the_house(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes(hopes=HEAVY))

    item = Item.objects.get()
    assert (item.subject_kind, item.subject_id) == ("mentor_request", str(request.pk))
    assert (item.kind, item.area, item.about) == ("signal", "house", ana)
    assert item.level in ("now", "soon")
    subject = subjects.get("mentor_request")
    assert subject.snapshot(str(request.pk)) == HEAVY
    assert subject.context(str(request.pk)).lines[0].who == "ana-lark"
    assert subject.about(str(request.pk)) == ana.pk


def test_heavy_words_of_somebody_who_offers_too(ben):
    mentor = mentors.apply_as_mentor(by=ben, why=HEAVY)

    item = Item.objects.get()
    assert (item.subject_kind, item.subject_id) == ("mentor_application", str(mentor.pk))
    assert subjects.get("mentor_application").snapshot(str(mentor.pk)) == HEAVY


def test_calm_words_are_on_no_desk(ana, ben, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes())
    mentors.apply_as_mentor(by=ben, why="I had good help once.")

    assert not Item.objects.exists()


def test_changing_the_words_adds_to_the_same_item(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes(hopes=HEAVY))
    asking.change_request(request=request, by=ana, wishes=wishes(hopes=HEAVY + " Please."))

    assert Item.objects.count() == 1


@pytest.mark.parametrize("id", ["0", "999999", "x", "", "²", "9" * 30])
@pytest.mark.parametrize("kind", ["mentor_request", "mentor_application"])
def test_what_is_not_there_is_not_found(db, kind, id):
    with pytest.raises(LookupError):
        subjects.get(kind).snapshot(id)


def test_nobody_can_report_somebody_s_request(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert not subjects.get("mentor_request").visible_to(str(request.pk), mentor.person_id)


# A pair's room ------------------------------------------------------------------------------------


def said(somebody, room, body):
    """Says it as page and socket do, screened."""
    from uuid import uuid4

    from groups.append import append

    return append([prepare(by=somebody.pk, room=room.pk, cid=uuid4(), body=body)])[0]


@pytest.fixture
def heavy(ana, pair):
    """The desk's item about what Ana wrote to Dora."""
    assert said(ana, pair.room, HEAVY).near
    return Item.objects.get()


def test_heavy_words_between_two_reach_the_coordinator(heavy, pair, hana):
    assert heavy.area == HOUSE

    page = browser_of(hana).get("/desk/").content.decode()
    opened = browser_of(hana).get(f"/desk/items/{heavy.pk}/")

    assert "ana-lark" in page
    assert opened.status_code == 200


def test_who_is_on_duty_is_called_to_what_hurries_and_reads_only_what_came_before(
    ana, dora, pair, emil, room
):
    on_duty(emil, room)
    for number in range(7):
        said(dora, pair.room, f"Before {number}.")
    said(ana, pair.room, HEAVY)
    said(dora, pair.room, "Said to Ana alone, after.")
    item = Item.objects.get()

    lines = subjects.get("message").context(item.subject_id).lines

    assert Notification.objects.filter(person=emil, kind="item_called").exists()
    assert [line.words for line in lines] == [*[f"Before {n}." for n in range(2, 7)], HEAVY]
    assert browser_of(emil).get(f"/desk/items/{item.pk}/").status_code == 200
    assert browser_of(emil).get(f"/rooms/{pair.room_id}/").status_code == 404


def test_what_does_not_hurry_stays_with_those_who_answer_for_pairs(ana, pair, emil, evenings):
    said(ana, pair.room, "I cut my arms last night.")
    item = Item.objects.get()

    assert (item.level, item.area) == (Level.TODAY, f"room:{pair.room_id}")
    assert browser_of(emil).get(f"/desk/items/{item.pk}/").status_code == 404


@pytest.mark.parametrize(("times", "kinds"), [(list(When), {"pair_heavy"}), ([], set())])
def test_the_mentor_is_told_inside_their_hours_and_never_has_it(ana, dora, pair, times, kinds):
    pair.mentor.times = times
    pair.mentor.save()

    tell_mentor(pair.room, ana.pk, datetime(2026, 1, 7, 19, 0, tzinfo=UTC))  # a Wednesday
    tell_mentor(pair.room, dora.pk, datetime(2026, 1, 7, 19, 0, tzinfo=UTC))

    told = Notification.objects.filter(person=dora, kind="pair_heavy")
    assert set(told.values_list("kind", flat=True)) == kinds


def test_a_mentor_who_also_moderates_does_not_take_it(ana, dora, pair, evenings):
    Appointment.objects.create(area=evenings.area, person=dora)
    Grant.objects.create(person=dora, role=Role.MODERATOR)
    said(ana, pair.room, HEAVY)

    answer = browser_of(dora).get(f"/desk/items/{Item.objects.get().pk}/")

    assert answer.status_code == 403


def test_what_nobody_has_in_time_is_said_to_those_who_lead(heavy, hana):
    clocks.tick(heavy.promised_at)

    assert Notification.objects.filter(person=hana, kind="item_late").exists()


@pytest.mark.parametrize("kind", ["room", "message"])
def test_either_of_the_two_can_tell_the_team(pair, ana, dora, hana, kind):
    said(dora, pair.room, "Give me your address.")
    message = pair.room.messages.get()
    id = pair.room_id if kind == "room" else str(message.pk)

    form = {"kind": kind, "id": id, "reason": "contact", "words": "She asks.", "sure": "yes"}
    assert browser_of(ana).get("/report/", {"kind": kind, "id": id}).status_code == 200
    answer = browser_of(ana).post("/report/", form)

    item = Item.objects.get(kind="report")
    assert answer.status_code in (200, 302, 303)
    assert (item.area, item.about) == (
        f"room:{pair.room_id}",
        None if kind == "room" else dora,
    )
    assert browser_of(hana).get(f"/desk/items/{item.pk}/").status_code == 200


def test_a_pair_is_no_stranger_s_to_report(pair, cleo):
    answer = browser_of(cleo).get("/report/", {"kind": "room", "id": pair.room_id})

    assert answer.status_code == 404
    assert timezone.now()
