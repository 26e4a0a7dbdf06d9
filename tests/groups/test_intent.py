"""What an author would like of whoever answers: theirs to say, shown quietly, and no part of the
words."""

from uuid import uuid4

import pytest
from django.urls import reverse

from groups.actions.messages import delete_message
from groups.events import events_after
from groups.models import Message
from groups.own_data import export
from tests.people import browser_of
from tests.words import say


def address(room):
    return reverse("groups:room", args=[room.pk])


def send(somebody, room, **more):
    form = {"cid": str(uuid4()), "body": "A long day.", **more}
    return browser_of(somebody).post(address(room), form)


@pytest.mark.parametrize("intent", ["listen", "share", "practical", "distraction"])
def test_a_form_says_it_with_the_words(ana, wall, intent):
    send(ana, wall, intent=intent, note_kind="loss", note="a dog")

    told = events_after(wall.pk, 0)[0]
    assert (told.body, told.intent, told.note_kind, told.note) == (
        "A long day.",
        intent,
        "loss",
        "a dog",
    )


def test_readers_see_it_as_one_line(ben, ana, wall):
    send(ana, wall, intent="listen")

    page = browser_of(ben).get(address(wall)).content.decode()

    assert '<span class="message-intent">Please just listen</span>' in page


def test_words_without_it_carry_no_line(ana, wall):
    send(ana, wall)

    page = browser_of(ana).get(address(wall)).content.decode()

    assert page.count('class="message-about"') == 1  # of the empty message


def test_what_nobody_can_mean_is_not_sent_and_the_words_come_back(ana, wall):
    page = send(ana, wall, intent="everyone")

    assert (page.status_code, page.context["box"]["body"]) == (422, "A long day.")
    assert not Message.objects.exists()


def test_what_could_not_be_sent_keeps_what_went_along(ana, wall):
    page = send(ana, wall, body=" ", intent="share", note_kind="harm").content.decode()

    assert '<option value="share" selected>' in page
    assert '<option value="harm" selected>' in page


def test_nothing_of_it_is_left_of_deleted_words(ana, wall):
    say(ana, wall, "A long day.", intent="listen", note_kind="loss", note="a dog")

    delete_message(room=wall.pk, seq=1, by=ana)

    kept = Message.objects.get()
    assert (kept.body, kept.intent, kept.note_kind, kept.note) == ("", "", "", "")


def test_the_archive_has_it(ana, wall):
    say(ana, wall, "A long day.", intent="listen", note_kind="loss", note="a dog")
    say(ana, wall, "Longer still.", reply_to=1)

    first, second = export(ana)["words"]
    assert (first["would_like"], first["note_is_about"], first["note"]) == (
        "listen",
        "loss",
        "a dog",
    )
    assert second["answers_number"] == 1


def test_the_author_can_change_it_later_and_every_screen_follows(ana, ben, wall):
    said = send(ana, wall, intent="listen")
    change = reverse("groups:edit", args=[wall.pk, 1])
    asked = browser_of(ana).get(change).context["form"].initial["intent"]

    browser_of(ana).post(change, {"body": "A long day.", "intent": "practical"})
    told = events_after(wall.pk, 1)
    page = browser_of(ben).get(address(wall)).text
    browser_of(ana).post(change, {"body": "A long day.", "intent": ""})

    assert (said.status_code, asked) == (303, "listen")
    assert [(event.kind, event.ref, event.intent) for event in told] == [("edit", 1, "practical")]
    assert 'class="message-intent">Looking for something practical' in page
    assert Message.objects.get().intent == ""
