"""What is written to mentoring and in a pair's room reaches the desk, and who sees it there."""

import pytest
from django.utils import timezone

from community.notifications.models import Notification
from community.safety import subjects
from community.safety.actions import clocks
from community.safety.models import Item
from groups.sending import prepare
from mentoring.actions import asking, mentors
from tests.mentoring.conftest import wishes
from tests.people import browser_of

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
    assert said(ana, pair.room, HEAVY).help
    return Item.objects.get()


def test_heavy_words_between_two_reach_the_coordinator(heavy, pair, hana):
    assert heavy.area == f"room:{pair.room_id}"

    page = browser_of(hana).get("/desk/").content.decode()
    opened = browser_of(hana).get(f"/desk/items/{heavy.pk}/")

    assert "ana-lark" in page
    assert opened.status_code == 200


def test_no_moderator_looks_into_a_pair(heavy, emil, evenings):
    assert "ana-lark" not in browser_of(emil).get("/desk/").content.decode()
    assert browser_of(emil).get(f"/desk/items/{heavy.pk}/").status_code == 404


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
