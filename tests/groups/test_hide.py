"""What is hidden is served to nobody, with a reason for its author and a line in the record."""

import pytest
from django.urls import reverse

from community.accounts.enums import Role
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.enums import Why
from community.safety.models import Measure
from groups.actions.messages import hide_message, restore_message
from groups.enums import MessageState, WhyBack
from groups.models import Message, RoomEvent
from tests.people import browser_of, on_duty, person, seat
from tests.words import history, say, told


@pytest.fixture
def words(ana, emil, room):
    on_duty(emil, room)
    return say(ana, room, "Here is how it is done.")


def hide(room, words, by):
    hide_message(room=room.pk, seq=words.seq, reason=Why.METHOD, by=by)


def restore(room, words, by):
    restore_message(room=room.pk, seq=words.seq, reason=WhyBack.FITS, by=by)


def test_hidden_words_leave_every_reading_of_the_room(emil, room, words):
    hide(room, words, emil)

    assert told(room) == [(words.seq, "msg", ""), (words.seq + 1, "hide", "")]
    assert history(room) == [""]
    assert Message.objects.get(room=room, seq=words.seq).body == "Here is how it is done."


def test_the_room_is_not_told_who_hid_them(emil, room, words):
    hide(room, words, emil)

    assert room.events.get(kind="hide").actor is None


def test_the_record_says_who_whom_and_why_without_words(ana, emil, room, words):
    hide(room, words, emil)

    entry = Entry.objects.get(act="hide_message")
    assert (entry.by, entry.about, entry.reason) == (emil.pk, ana.pk, "method")
    assert entry.subject == f"message:{room.pk}:{words.seq}"
    assert entry.data == {}


def test_the_author_is_told_why_and_can_ask_somebody_else(ana, emil, room, words):
    hide_message(room=room.pk, seq=words.seq, reason=Why.METHOD, words="Not in here.", by=emil)

    measure = Measure.objects.get(person=ana)
    notice = Notification.objects.get(person=ana)
    assert (measure.kind, measure.reason, measure.words) == ("hiding", "method", "Not in here.")
    assert notice.path == reverse("safety:measure", args=[measure.pk])


def test_without_words_of_their_own_the_author_reads_the_reason(ana, emil, room, words):
    hide(room, words, emil)

    assert Measure.objects.get(person=ana).words == (
        "Your words are hidden because it names a way to be harmed."
    )


def test_bringing_words_back_ends_the_measure(ana, emil, noor, room, words):
    hide(room, words, emil)
    on_duty(noor, room)

    restore(room, words, noor)

    assert Measure.objects.get(person=ana).ended_at is not None


def test_two_moderators_hide_once(emil, noor, room, words):
    hide(room, words, emil)
    hide(room, words, noor)

    assert Entry.objects.filter(act="hide_message").count() == 1
    assert Message.objects.get(room=room, seq=words.seq).state_by == emil.pk


@pytest.mark.parametrize(("who", "code"), [("ana", "not_moderator"), ("ben", "not_moderator")])
def test_a_member_hides_nothing(who, code, room, words, request):
    with pytest.raises(Refused) as caught:
        hide(room, words, request.getfixturevalue(who))

    assert caught.value.refusal.code == code
    assert history(room) == ["Here is how it is done."]


@pytest.mark.parametrize("who", ["cleo", "hana", "ola"])
def test_for_everybody_outside_the_room_is_not_there(who, room, words, request):
    with pytest.raises(Refused) as caught:
        hide(room, words, request.getfixturevalue(who))

    assert caught.value.refusal.hides


def test_an_ended_appointment_hides_nothing(emil, room, words):
    emil.appointments.update(ended_at=room.made_at)
    emil.duties.all().delete()

    with pytest.raises(Refused):
        hide(room, words, emil)


def test_a_moderator_brings_words_back(ana, emil, noor, room, words):
    hide(room, words, emil)
    on_duty(noor, room)

    restore(room, words, noor)

    shown = Message.objects.get(room=room, seq=words.seq)
    assert (shown.state, shown.state_at, shown.state_by, shown.state_why) == (
        MessageState.SHOWN,
        None,
        None,
        "",
    )
    assert told(room)[-1] == (words.seq + 2, "restore", "Here is how it is done.")
    assert Notification.objects.filter(person=ana, kind="words_restored").count() == 1


def test_nobody_brings_back_their_own_words(emil, noor, room):
    on_duty(noor, room)
    on_duty(emil, room)
    words = say(emil, room, "Something hasty.")
    hide(room, words, noor)

    with pytest.raises(Refused) as caught:
        restore(room, words, emil)

    assert caught.value.refusal.code == "own_words"


def test_a_moderator_is_not_offered_to_hide_their_own_words(ana, emil, room):
    on_duty(emil, room)
    own, others = say(emil, room, "Something hasty."), say(ana, room, "Good evening.")
    pages = [reverse("groups:acts", args=[room.pk, words.seq]) for words in (others, own)]

    with pytest.raises(Refused) as caught:
        hide(room, own, emil)

    assert caught.value.refusal.code == "own_words"
    assert ["/hide/" in browser_of(emil).get(page).text for page in pages] == [True, False]


def test_harm_is_hidden_by_a_moderator_who_is_not_on_duty(noor, room, words):
    hide(room, words, noor)

    assert history(room) == [""]


def test_off_duty_nobody_brings_words_back_into_a_live_room(emil, noor, room, words):
    hide(room, words, emil)

    with pytest.raises(Refused) as caught:
        restore(room, words, noor)

    assert caught.value.refusal.code == "off_duty"
    assert history(room) == [""]


def test_a_slow_room_and_who_decides_appeals_need_no_duty(ana, emil, room, wall, words):
    lead = person("lena-ford", Role.SAFEGUARDING_LEAD)
    slow = say(ana, wall, "On the wall.")
    hide(room, words, emil)
    hide(wall, slow, emil)

    restore(room, words, lead)
    restore(wall, slow, emil)

    assert history(room) + history(wall) == ["Here is how it is done.", "On the wall."]


def test_the_record_says_why_words_came_back(emil, room, words):
    hide(room, words, emil)
    page = reverse("groups:restore", args=[room.pk, words.seq])
    browser = browser_of(emil)

    unsaid = browser.post(page)
    browser.post(page, {"reason": "mistake"})

    assert "Please choose why." in unsaid.text
    entry = Entry.objects.get(act="restore_message")
    assert (entry.by, entry.reason) == (emil.pk, "mistake")
    assert history(room) == ["Here is how it is done."]


def test_a_removed_moderator_without_appointment_is_outside(emil, noor, room, words):
    place = seat(noor, room)
    place.state, place.ended_at = "removed", place.entered_at
    place.save()
    noor.appointments.update(ended_at=room.made_at)

    with pytest.raises(Refused) as caught:
        hide(room, words, noor)

    assert caught.value.refusal.hides


def test_words_left_without_a_name_are_hidden_covered_and_reported_like_any(ben, emil, room, words):
    Message.objects.filter(seq=words.seq).update(author=None)
    RoomEvent.objects.filter(seq=words.seq).update(actor=None)
    by_ben, by_emil = browser_of(ben), browser_of(emil)

    def answer(browser, act):
        return browser.get(reverse(f"groups:{act}", args=[room.pk, words.seq])).status_code

    to_the_words = [answer(by_emil, act) for act in ("acts", "hide", "cover", "note", "report")]
    to_somebody = [answer(by_ben, act) for act in ("who", "block", "react", "worried")]
    ways = by_emil.get(reverse("groups:acts", args=[room.pk, words.seq])).content.decode()
    hidden = by_emil.post(
        reverse("groups:hide", args=[room.pk, words.seq]), {"reason": Why.CONTACT}
    )

    assert (to_the_words, to_somebody) == ([200, 200, 200, 200, 302], [404] * 4)
    assert ("/report/" in ways, "/who/" in ways, "/remove/" in ways) == (True, False, False)
    assert (hidden.status_code, history(room)) == (303, [""])
