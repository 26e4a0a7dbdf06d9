"""What is in the box is kept sealed, for its writer alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from community.refusal import Refused
from groups.actions.drafts import KEPT, forget_old_drafts, save_draft
from groups.models import Draft


def keep(somebody, room, body):
    save_draft(room=room.pk, cid=uuid4(), body=body, by=somebody)


def test_the_newest_words_replace_the_older(ana, room):
    keep(ana, room, "I wanted")
    keep(ana, room, "I wanted to say")

    assert [draft.body for draft in Draft.objects.all()] == ["I wanted to say"]


def test_in_the_database_they_are_sealed(ana, room):
    keep(ana, room, "I wanted to say")

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM groups_draft")
        stored = cursor.fetchone()[0]
    assert stored
    assert "wanted" not in stored


def test_an_empty_box_keeps_nothing(ana, room):
    keep(ana, room, "I wanted")
    keep(ana, room, "  ")

    assert not Draft.objects.exists()


def test_nobody_keeps_words_in_a_room_they_are_not_in(cleo, room):
    with pytest.raises(Refused) as caught:
        keep(cleo, room, "Hello?")

    assert caught.value.refusal.hides
    assert not Draft.objects.exists()


def test_after_thirty_days_they_are_gone(ana, ben, room):
    keep(ana, room, "old")
    keep(ben, room, "new")
    Draft.objects.filter(person=ana).update(at=timezone.now() - KEPT - timedelta(minutes=1))

    forget_old_drafts(timezone.now())

    assert [draft.person for draft in Draft.objects.all()] == [ben]
