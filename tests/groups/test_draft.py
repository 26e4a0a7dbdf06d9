"""What is in the box is kept sealed, for its writer alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from community.refusal import Refused
from groups.actions.drafts import KEPT, forget_old_drafts, save_draft
from groups.models import Draft
from tests.people import browser_of


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


def test_a_draft_longer_than_a_message_is_kept_whole(ana, room):
    body = "a" * 6000

    answer = browser_of(ana).post(f"/rooms/{room.pk}/draft/", {"cid": str(uuid4()), "body": body})

    assert answer.status_code == 204
    assert Draft.objects.get().body == body


def test_what_is_too_long_to_keep_is_refused_and_never_cut(ana, room):
    keep(ana, room, "What was kept before")

    answer = browser_of(ana).post(
        f"/rooms/{room.pk}/draft/", {"cid": str(uuid4()), "body": "a" * 20_001}
    )

    assert answer.status_code == 400
    assert Draft.objects.get().body == "What was kept before"
