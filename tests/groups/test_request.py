"""Asking to join a private group, and the answer."""

import pytest

from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Appointment, Item
from groups.actions.belonging import admit, decline, join_group, take_back_request
from groups.models import Membership
from tests.people import group


@pytest.fixture
def quiet(emil):
    made = group("quiet", title="Quiet", moderators=[emil])
    made.is_private = True
    made.save()
    return made


@pytest.fixture
def asked(cleo, quiet):
    return join_group(group=quiet, by=cleo, words="I lost somebody.")


def closed_item():
    item = Item.objects.get()
    return (item.state, item.outcome)


def test_the_moderator_lets_somebody_in(asked, cleo, emil):
    admit(membership=asked, by=emil)

    asked.refresh_from_db()
    entry = Entry.objects.get(act="admit_to_group")
    assert (asked.state, asked.asked_words) == ("active", "")
    assert closed_item() == ("closed", "admit")
    assert (entry.by, entry.about, entry.area) == (emil.pk, cleo.pk, asked.group.area)
    assert Notification.objects.get(person=cleo).kind == "request_answered"


def test_a_coordinator_lets_somebody_in_too(asked, hana):
    assert admit(membership=asked, by=hana).state == "active"


def test_not_now_comes_with_words_and_no_lock(asked, cleo, quiet, emil):
    decline(membership=asked, by=emil, words=" Not at the moment. ")

    asked.refresh_from_db()
    assert (asked.state, asked.answer, asked.asked_words) == ("declined", "Not at the moment.", "")
    assert closed_item() == ("closed", "decline")
    assert join_group(group=quiet, by=cleo).state == "asked"
    assert Item.objects.exclude(state="closed").count() == 1


def test_not_now_without_words_is_not_said(asked, emil):
    with pytest.raises(Refused, match="empty"):
        decline(membership=asked, by=emil, words="  ")

    asked.refresh_from_db()
    assert asked.state == "asked"


def test_a_moderator_of_another_group_does_not_answer(asked, noor):
    Appointment.objects.create(area="group:0", person=noor)

    with pytest.raises(Refused, match="other_area"):
        admit(membership=asked, by=noor)


def test_a_member_does_not_answer(asked, ben):
    with pytest.raises(Refused, match="not_yours"):
        admit(membership=asked, by=ben)

    assert not Entry.objects.exists()


def test_a_request_is_answered_once(asked, emil, hana):
    admit(membership=asked, by=emil)

    with pytest.raises(Refused, match="nobody_asked"):
        decline(membership=asked, by=hana, words="Not now.")


def test_a_request_can_be_taken_back_without_a_trace(asked, cleo, quiet):
    take_back_request(group=quiet, by=cleo)

    assert not Membership.objects.filter(person=cleo).exists()
    assert closed_item() == ("closed", "taken_back")


def test_taking_back_what_was_never_asked_is_refused(ben, quiet):
    with pytest.raises(Refused, match="nobody_asked"):
        take_back_request(group=quiet, by=ben)


def test_the_words_of_a_request_are_sealed(asked):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT asked_words FROM groups_membership WHERE id = %s", [asked.pk])
        stored = cursor.fetchone()[0]

    assert "lost" not in stored
    assert len(stored) > 20
