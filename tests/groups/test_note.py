"""A note above words: by their author, or by a moderator later, without any blame."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.enums import Why
from community.safety.models import Measure
from groups.actions.messages import edit_message, hide_message
from groups.actions.speaking import add_note, take_note_away
from groups.enums import NoteKind
from groups.events import events_after
from groups.models import Message
from groups.own_data import export
from tests.people import browser_of, on_duty
from tests.words import say


@pytest.fixture
def words(ana, emil, room):
    on_duty(emil, room)
    return say(ana, room, "He fell on the stairs.")


def note(room, words, by, **more):
    add_note(room=room.pk, seq=words.seq, note_kind=NoteKind.LOSS, by=by, **more)


def kept(words):
    message = Message.objects.get(seq=words.seq)
    return message.note_kind, message.note, message.note_by_team


def test_every_screen_is_told_with_the_words_it_has(ana, emil, room, words):
    note(room, words, emil, note="a brother")

    told = events_after(room.pk, words.seq)
    assert [(e.kind, e.ref, e.body, e.note_kind, e.note, e.edited, e.name) for e in told] == [
        ("note", words.seq, "He fell on the stairs.", "loss", "a brother", False, "ana-lark")
    ]


def test_a_page_loaded_later_folds_them(ben, emil, room, words):
    note(room, words, emil)

    page = browser_of(ben).get(reverse("groups:room", args=[room.pk])).content.decode()

    assert 'data-how="collapse" data-kind="loss"><summary>Loss and grief</summary>' in page


def test_it_is_recorded_without_words_and_is_no_measure(ana, emil, room, words):
    note(room, words, emil, note="a brother")

    entry = Entry.objects.get(act="add_note")
    assert (entry.by, entry.about, entry.reason) == (emil.pk, ana.pk, "loss")
    assert (entry.subject, entry.data) == (f"message:{room.pk}:{words.seq}", {})
    assert not Measure.objects.exists()


def test_the_author_is_told_once_and_without_blame(ana, emil, room, words):
    note(room, words, emil)
    add_note(room=room.pk, seq=words.seq, note_kind=NoteKind.HARM, by=emil)

    notice = Notification.objects.get(person=ana)
    assert notice.kind == "note_added"
    page = browser_of(ana).get("/me/notices/").content.decode()
    assert "Your words are as they were." in page


def test_the_same_note_twice_is_one(emil, room, words):
    note(room, words, emil)
    note(room, words, emil)

    assert [event.kind for event in events_after(room.pk, words.seq)] == ["note"]


def test_who_is_not_on_duty_adds_none(noor, room, words):
    with pytest.raises(Refused) as caught:
        note(room, words, noor)

    assert caught.value.refusal.code == "off_duty"
    assert kept(words) == ("", "", False)


def test_in_a_slow_room_a_moderator_needs_no_duty(ana, noor, wall):
    words = say(ana, wall, "He fell on the stairs.")

    note(wall, words, noor)

    assert kept(words) == ("loss", "", True)


@pytest.mark.parametrize(("who", "code"), [("ben", "not_moderator"), ("cleo", "not_member")])
def test_members_and_strangers_add_none(who, code, room, words, request):
    with pytest.raises(Refused) as caught:
        note(room, words, request.getfixturevalue(who))

    assert caught.value.refusal.code == code
    assert kept(words) == ("", "", False)


def test_a_note_of_the_authors_own_is_theirs(ana, emil, room, words):
    own = say(ana, room, "And then the rain.", note="weather", note_kind=NoteKind.OTHER)

    with pytest.raises(Refused) as caught:
        note(room, own, emil)

    assert caught.value.refusal.code == "own_note"
    assert kept(own) == ("other", "weather", False)


def test_hidden_words_get_none(emil, room, words):
    hide_message(room=room.pk, seq=words.seq, reason=Why.METHOD, by=emil)

    with pytest.raises(Refused):
        note(room, words, emil)


def test_hidden_words_hide_their_note_too(ana, emil, room):
    on_duty(emil, room)
    words = say(ana, room, "Words.", note="a dose", note_kind=NoteKind.HARM, intent="listen")

    hide_message(room=room.pk, seq=words.seq, reason=Why.METHOD, by=emil)

    told = events_after(room.pk, 0)[0]
    assert (told.body, told.note, told.note_kind, told.intent) == ("", "", "", "")


def test_the_author_changes_their_words_below_the_teams_note(ana, emil, room, words):
    note(room, words, emil)

    edit_message(room=room.pk, seq=words.seq, body="He fell.", note="nothing", by=ana)

    assert kept(words) == ("loss", "", True)
    assert Message.objects.get(seq=words.seq).body == "He fell."


def test_the_authors_page_does_not_ask_about_the_teams_note(ana, emil, room, words):
    note(room, words, emil, note="a brother")

    page = browser_of(ana).get(reverse("groups:edit", args=[room.pk, words.seq])).content.decode()

    assert "“Loss and grief: a brother”. It stays." in page
    assert 'name="note"' not in page


def test_the_page_of_own_words_shows_it(ana, emil, room, words):
    note(room, words, emil, note="a brother")

    page = browser_of(ana).get(reverse("groups:my-words", args=[room.pk])).content.decode()

    assert "Note above it: Loss and grief: a brother" in page


def test_the_archive_tells_it_from_the_authors_own(ana, emil, room, words):
    note(room, words, emil)

    row = export(ana)["words"][0]

    assert (row["note_is_about"], row["note_added_by_the_team"]) == ("loss", True)


def test_the_team_takes_its_own_note_away(emil, room, words):
    note(room, words, emil)

    take_note_away(room=room.pk, seq=words.seq, by=emil)

    assert kept(words) == ("", "", False)
    assert [e.note_kind for e in events_after(room.pk, words.seq)] == ["", ""]
    assert Entry.objects.filter(act="take_note_away").exists()


def test_the_page_of_a_moderator_puts_it_there(emil, room, words):
    browser, page = browser_of(emil), reverse("groups:note", args=[room.pk, words.seq])

    answer = browser.post(page, {"note_kind": "loss", "note": " a  brother "})

    assert answer["Location"] == reverse("groups:room", args=[room.pk]) + f"#m-{words.seq}"
    assert kept(words) == ("loss", "a brother", True)


def test_the_same_page_takes_it_away(emil, room, words):
    note(room, words, emil)
    browser, page = browser_of(emil), reverse("groups:note", args=[room.pk, words.seq])
    assert "Take the note away" in browser.get(page).content.decode()

    browser.post(page, {"away": "1"})

    assert kept(words) == ("", "", False)


def test_a_note_of_the_team_says_what_it_is_about(ana, wall):
    message = Message.objects.filter(seq=say(ana, wall, "Words.").seq)

    with pytest.raises(IntegrityError), transaction.atomic():
        message.update(note_by_team=True, note="loss")
    message.update(note_by_team=True, note_kind="loss")


@pytest.mark.parametrize("left", [{"note_kind": "loss"}, {"intent": "listen"}])
def test_words_that_are_gone_leave_no_note_and_no_wish(ana, wall, left):
    message = Message.objects.filter(seq=say(ana, wall, "Words.").seq)
    gone = {"state": "deleted", "state_at": "2026-01-01T00:00Z", "state_by": 1, "state_why": "own"}

    with pytest.raises(IntegrityError), transaction.atomic():
        message.update(**gone, body="", **left)
    message.update(**gone, body="")
