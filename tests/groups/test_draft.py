"""What is in the box is kept sealed, for its writer alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from community.refusal import Refused
from groups.actions.drafts import KEPT, forget_old_drafts, save_draft
from groups.models import Draft
from tests.people import browser_of, on_duty
from tests.words import say


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


def test_an_emptied_box_keeps_nothing(ana, room):
    cid = uuid4()
    save_draft(room=room.pk, cid=cid, body="I wanted", by=ana)
    save_draft(room=room.pk, cid=cid, body="  ", by=ana)

    assert not Draft.objects.exists()


def test_what_another_screen_sends_takes_no_draft_away(ana, emil, room):
    on_duty(emil, room)
    keep(ana, room, "Half written")
    other = {"cid": str(uuid4()), "body": "Said on another screen."}

    sent = browser_of(ana).post(f"/rooms/{room.pk}/", other)
    browser_of(ana).post(f"/rooms/{room.pk}/draft/", {"cid": other["cid"], "body": ""})

    assert sent.status_code == 303
    assert [draft.body for draft in Draft.objects.all()] == ["Half written"]


def test_the_note_is_kept_with_the_words_and_comes_back(ana, room):
    browser = browser_of(ana)

    kept = {"cid": str(uuid4()), "body": "Since the winter", "note": "loss"}
    browser.post(f"/rooms/{room.pk}/draft/", kept)
    page = browser.get(f"/rooms/{room.pk}/").content.decode()

    assert ">Since the winter</textarea>" in page
    assert 'name="note" maxlength="60" value="loss"' in page


def test_what_cannot_be_stored_is_taken_out_of_a_draft(ana, room):
    pasted = {"cid": str(uuid4()), "body": "Since\x00 the winter", "note": "\x00loss"}

    answer = browser_of(ana).post(f"/rooms/{room.pk}/draft/", pasted)

    draft = Draft.objects.get()
    assert (answer.status_code, draft.body, draft.note) == (204, "Since the winter", "loss")


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


def test_what_goes_along_with_the_words_comes_back_too(ana, ben, wall):
    say(ben, wall, "It was on the stairs.")
    browser = browser_of(ana)
    along = {"note_kind": "loss", "intent": "listen", "reply_to": "1"}

    browser.post(f"/rooms/{wall.pk}/draft/", {"cid": str(uuid4()), "body": "I hear", **along})
    page = browser.get(f"/rooms/{wall.pk}/").content.decode()

    assert '<option value="loss" selected>' in page
    assert '<option value="listen" selected>' in page
    assert '<input type="hidden" name="reply_to" value="1">' in page
