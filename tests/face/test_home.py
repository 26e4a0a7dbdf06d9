"""The first page tells the truth about who is here, and no more."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from community.accounts.models import Person
from community.home import presence
from community.house import queries as house
from community.house.models import House
from community.safety.models import Duty

pytestmark = pytest.mark.django_db


@pytest.fixture
def hours():
    """`hours(opens, closes)` sets the house's hours around now."""

    def set_hours(opens, closes):
        local = timezone.localtime()
        clock = [(local + timedelta(hours=shift)).time() for shift in (opens, closes)]
        named = {"staffed_from": clock[0], "staffed_until": clock[1], "rota": "Every day Emil"}
        House.objects.update_or_create(pk=1, defaults=named)
        return f"{clock[0]:%H:%M}", f"{clock[1]:%H:%M}"

    return set_hours


def strip(client):
    page = BeautifulSoup(client.get("/").text, "html.parser")
    return page.find(class_="strip").get_text().strip()


def on_duty(somebody):
    now = timezone.now()
    return Duty.objects.create(person=somebody, place="room:1", until=now + timedelta(seconds=60))


def test_at_night_it_says_when_the_team_is_back(client, hours):
    opens, _ = hours(2, 8)

    page = strip(client)

    assert page == f"Nobody from the team is here right now. We are back at {opens}."


def test_hours_with_nobodys_name_promise_nothing(client, hours):
    said = []
    for around in ((2, 8), (-2, 2)):
        hours(*around)
        House.objects.update(rota=" ")
        house.forget()
        said.append(strip(client))

    assert said == ["Nobody from the team is here right now."] * 2


def test_within_the_hours_nobody_on_duty_is_said(client, hours):
    _, closes = hours(-2, 2)

    page = strip(client)

    assert page == (
        f"Nobody from the team is here right now. The team is usually here until {closes}."
    )


def test_somebody_on_duty_is_said(client, hours, emil):
    _, closes = hours(-2, 2)
    on_duty(emil)

    page = strip(client)

    assert page == f"Someone from the team is here now. The team is here until {closes}."


def test_outside_the_hours_nothing_is_promised(client, hours, emil):
    hours(2, 8)
    on_duty(emil)

    page = strip(client)

    assert page == "Someone from the team is here now."


@pytest.mark.parametrize("ended", ["lapsed", "ended", "suspended"])
def test_a_duty_that_is_over_counts_for_nobody(emil, ended):
    now = timezone.now()
    duty = on_duty(emil)
    if ended == "lapsed":
        duty.until = now - timedelta(seconds=1)
    elif ended == "suspended":
        Person.objects.filter(pk=emil.pk).update(standing="suspended")
    else:
        duty.ended_at = now
    duty.save()

    assert presence(now=now)["here"] is False


def test_the_page_says_nothing_about_health_in_its_title(client):
    page = client.get("/").text

    assert "<title>Welcome · Kindred</title>" in page


def test_who_is_signed_in_is_led_to_their_own_page(client, ana):
    client.force_login(ana)

    response = client.get("/")

    assert response.status_code == 302
    assert response["Location"] in {"/me/", "/groups/"}


def test_the_page_for_strangers_sets_no_cookie(client):
    assert client.get("/").cookies == {}
