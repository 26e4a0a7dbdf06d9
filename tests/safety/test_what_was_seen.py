"""Somebody can tell about what they have seen. The form shows nothing of what came later."""

from datetime import timedelta

from django.utils import timezone

from community import pace
from community.safety.actions import measures
from groups.actions.belonging import remove_from_room
from groups.models import Message, Seat
from tests.people import browser_of, on_duty, seat, sit
from tests.words import say

REMOVED = {"reason": "unkind", "words": "Please take a break from this room."}


def form_of(browser, message):
    return browser.get(f"/report/?kind=message&id={message.pk}").status_code


def test_somebody_removed_reports_only_earlier_words(ana, ben, emil, room):
    on_duty(emil, room)
    say(ana, room, "before")
    remove_from_room(room=room, person=ben, by=emil, **REMOVED)
    say(ana, room, "after")
    before, after = Message.objects.order_by("pk")

    shown = [form_of(browser_of(ben), before), form_of(browser_of(ben), after)]

    assert shown == [200, 404]


def test_a_suspended_person_reports_only_earlier_words(ana, ben, emil, hana, room):
    on_duty(emil, room)
    say(ana, room, "before")
    measures.suspend(person=ben, until=None, reason="rules", words="For now.", by=hana)
    say(ana, room, "after")
    before, after = Message.objects.order_by("pk")

    shown = [form_of(browser_of(ben), before), form_of(browser_of(ben), after)]

    assert shown == [200, 404]


def test_who_left_learns_of_nobody_who_came_later(ben, cleo, emil, room):
    on_duty(emil, room)
    remove_from_room(room=room, person=ben, by=emil, **REMOVED)
    later = sit(cleo, room)
    Seat.objects.filter(pk=later.pk).update(entered_at=timezone.now() + timedelta(seconds=1))
    beside = {
        who: browser_of(ben).get(f"/report/?kind=seat&id={room.pk}.{seat(who, room).wire_id}")
        for who in (cleo, emil)
    }

    assert (beside[cleo].status_code, beside[emil].status_code) == (404, 200)


def test_nobody_counts_messages_through_the_form(ben, room):
    pace.forget()
    browser = browser_of(ben)

    answers = [browser.get(f"/report/?kind=message&id={n}").status_code for n in range(900, 961)]

    assert (set(answers[:60]), answers[60]) == ({404}, 403)
