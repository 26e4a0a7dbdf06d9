"""Who a member is: shown only with a reason and a second person, recorded, told afterwards."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import glass
from community.safety.models import Glass
from tests.people import browser_of, on_duty, person

WHY = "They wrote that they have taken something."


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def address(ben):
    EmailAddress.objects.create(user=ben, email="ben@mail.example", verified=True)


@pytest.fixture
def asked(taken, address, emil):
    """Emil asked to see who Ben is."""
    return glass.ask_who(item=taken.pk, why=WHY, in_progress=False, by=emil)


def page(somebody, item):
    return browser_of(somebody).get(f"/desk/items/{item.pk}/who/").content.decode()


def told(kind):
    return set(Notification.objects.filter(kind=kind).values_list("person__handle", flat=True))


def refused(run):
    with pytest.raises(Refused) as no:
        run()
    return no.value.refusal.code


def test_one_person_alone_sees_nothing(asked, taken, emil, noor):
    assert refused(lambda: glass.agree(glass=asked.pk, by=emil)) == "not_alone"
    for somebody in (emil, noor):
        assert "ben@mail.example" not in page(somebody, taken)
    assert told("glass_asked") == {"noor-vale"}


def test_two_see_it_together_for_a_day(asked, taken, emil, noor, hana):
    glass.agree(glass=asked.pk, by=noor)

    for somebody in (emil, noor):
        assert "ben@mail.example" in page(somebody, taken)
    assert "ben@mail.example" not in page(hana, taken)
    Glass.objects.update(opened_at=timezone.now() - timedelta(hours=25))
    assert "ben@mail.example" not in page(emil, taken)


def test_while_an_act_is_in_progress_one_on_duty_opens_it_alone(taken, address, emil, room):
    alone = {"item": taken.pk, "why": WHY, "in_progress": True, "by": emil}
    assert refused(lambda: glass.ask_who(**alone)) == "not_on_duty"
    on_duty(emil, room)

    glass.ask_who(**alone)

    assert "ben@mail.example" in page(emil, taken)
    assert "opened alone, an act was in progress" in page(emil, taken)


def test_what_one_opened_alone_is_looked_at_within_a_day(taken, emil, noor, hana, room, now):
    on_duty(emil, room)
    made = glass.ask_who(item=taken.pk, why=WHY, in_progress=True, by=emil, now=now)
    Notification.objects.all().delete()

    glass.tick(now + timedelta(hours=23))
    assert told("glass_asked") == set()
    for minutes in (0, 1, 2):
        glass.tick(now + timedelta(hours=24, minutes=minutes))
    assert told("glass_asked") == {"hana-cove"}
    assert Notification.objects.count() == 1

    assert glass.agree(glass=made.pk, by=noor).agreed_by == noor


def test_the_person_is_told_after_three_days_once(asked, noor, ben, now):
    glass.agree(glass=asked.pk, by=noor, now=now)

    glass.tick(now + timedelta(days=2))
    assert told("looked_at") == set()
    for minutes in (0, 1):
        glass.tick(now + timedelta(days=3, minutes=minutes))

    assert told("looked_at") == {"ben-moss"}
    read = browser_of(ben).get("/me/record/").content.decode()
    assert "When the team looked at who I am" in read
    assert WHY not in read


def test_a_reason_not_to_tell_is_written_by_the_second_person(asked, emil, noor, ben, now):
    glass.agree(glass=asked.pk, by=noor, now=now)
    quiet = {"glass": asked.pk, "why": "Somebody at home reads their mail."}
    assert refused(lambda: glass.do_not_tell(**quiet, by=emil)) == "not_the_second"

    glass.do_not_tell(**quiet, by=noor)

    glass.tick(now + timedelta(days=9))
    assert told("looked_at") == set()
    assert "When the team looked" not in browser_of(ben).get("/me/record/").content.decode()


def test_every_step_stands_on_the_record_without_words(asked, noor):
    glass.agree(glass=asked.pk, by=noor)

    acts = Entry.objects.filter(subject=f"glass:{asked.pk}").values_list("act", flat=True)
    assert list(acts) == ["ask_glass", "agree_glass"]
    assert not Entry.objects.filter(data__icontains="taken something").exists()


@pytest.mark.parametrize("who", ["ana", "ben", "cleo", "ola", "ines"])
def test_for_everybody_else_there_is_no_such_page(who, request, asked, taken):
    browser = browser_of(request.getfixturevalue(who))
    path = f"/desk/items/{taken.pk}/who/"

    assert browser.get(path).status_code == 404
    assert browser.post(f"{path}{asked.pk}/agree/").status_code == 404
    assert browser.post(f"{path}ask/", {"why": WHY}).status_code == 404


def test_who_looks_after_another_room_agrees_to_nothing(asked):
    stranger = person("rhea-field", "moderator")

    assert refused(lambda: glass.agree(glass=asked.pk, by=stranger)) == "not_here"


def test_it_works_by_plain_forms(taken, address, emil, noor):
    path = f"/desk/items/{taken.pk}/who/"
    empty = browser_of(emil).post(f"{path}ask/", {"why": ""})
    browser_of(emil).post(f"{path}ask/", {"why": WHY})
    found = Glass.objects.get()

    shown = browser_of(noor).post(f"{path}{found.pk}/agree/", follow=True).content.decode()

    assert empty.status_code == 422
    assert "ben@mail.example" in shown


def test_the_database_refuses_half_a_look(asked, emil, noor, now):
    rows = Glass.objects.filter(pk=asked.pk)
    for half in (
        {"opened_at": now, "tell_at": now},  # alone, and no act in progress
        {"opened_at": now, "agreed_by": noor, "agreed_at": now},  # the person is never told
        {"agreed_by": emil},  # agreeing with oneself
        {"why": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**half)

    assert rows.update(opened_at=now, tell_at=now, agreed_by=noor, agreed_at=now) == 1
