"""What the server promises to somebody who leaves quickly."""

import re

import pytest
from django.contrib.sessions.models import Session

from tests.compose import ROOT

pytestmark = pytest.mark.django_db

APPS = ("community", "groups", "mentoring", "cms", "realtime")
OURS = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}
TYPED = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}


@pytest.fixture
def ana_here(client, ana):
    client.force_login(ana)
    client.cookies["theme"] = "dark"
    return client


def test_leaving_ends_the_session_and_every_cookie(ana_here):
    response = ana_here.post("/leave/", headers=OURS)

    assert (response.status_code, response["Location"]) == (303, "/leave/")
    assert response["Clear-Site-Data"] == '"cache"'
    assert not Session.objects.exists()
    kept = {name for name, cookie in response.cookies.items() if cookie["max-age"] != 0}
    assert kept == {"left"}


def test_no_script_keeps_anything_in_the_browser_but_the_help_page_and_what_somebody_chose():
    ours = [path for app in APPS for path in (ROOT / app).rglob("*.js")]
    stored = re.compile(r"\b(localStorage|sessionStorage|indexedDB|caches|cookieStore)\b")

    keeping = {path.name for path in ours if stored.search(path.read_text())}

    assert len(ours) > 20
    # Leaving clears no storage: the help page stays, and keep-here.js empties its own.
    assert keeping == {"offline.js", "keep-here.js"}


def test_an_old_page_without_a_token_can_still_leave(ana):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)

    assert client.post("/leave/", headers=OURS).status_code == 303
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
def test_a_foreign_page_ends_nothing(ana_here, headers):
    response = ana_here.post("/leave/", headers=headers)

    assert response["Location"] == "/leave/"
    assert "Clear-Site-Data" not in response
    assert Session.objects.count() == 1


def test_looking_at_the_dull_page_ends_nothing(ana_here):
    response = ana_here.get("/leave/", headers=OURS)

    assert response.status_code == 200
    assert Session.objects.count() == 1


def test_the_dull_page_is_the_same_for_everyone(client, ana_here):
    mine = ana_here.get("/leave/").text
    ana_here.logout()

    assert mine == client.get("/leave/").text
    assert "Kindred" not in mine
    assert "ana" not in mine.lower().split()


def test_the_dull_page_is_kept_by_no_cache(client):
    assert "no-store" in client.get("/leave/")["Cache-Control"]


def test_how_to_leave_says_what_becomes_of_words(client):
    page = client.get("/leave/how/").text

    assert "is kept as a draft for you alone" in page
    assert "Without scripts, words you have not sent yet are gone" in page


@pytest.mark.parametrize("address", ["/", "/groups/", "/leave/how/", "/help-now/"])
def test_after_leaving_our_own_links_lead_to_the_dull_page(client, address):
    client.cookies["left"] = "1"

    response = client.get(address, headers=OURS)

    assert (response.status_code, response["Location"]) == (302, "/leave/")


def test_after_leaving_an_address_typed_in_opens_again(client):
    client.cookies["left"] = "1"

    response = client.get("/leave/how/", headers=TYPED)

    assert response.status_code == 200
    assert " data-left" in response.text
    assert response.cookies["left"]["max-age"] == 0


def test_what_a_page_fetches_is_not_led_astray(client):
    client.cookies["left"] = "1"

    response = client.get(
        "/healthz", headers={"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}
    )

    assert response.status_code == 200
