"""Nobody is sent away from here by a link that was put into their hands (ASVS 3.7.2)."""

import pytest
from django.test import Client

from tests.accounts.conftest import PASSWORD

PAYLOADS = [
    "https://evil.example/", "http://evil.example", "//evil.example", "///evil.example",
    "////evil.example/%2e%2e", "\\\\evil.example", "/\\evil.example", "\\/evil.example",
    "https:evil.example", "https:/evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "ftp://evil.example/",
    "http://testserver@evil.example/", "http://testserver.evil.example/", "//testserver\t.evil.example",
    "\thttps://evil.example", " https://evil.example", "https://evil.example\\@testserver/",
    "http://[::1]@evil.example/", "http://[evil.example/", "/%09/evil.example\r\nX: y",
    "https://testserver:pw@evil.example", "http:///evil.example",
    "\x00//evil.example", "http://127.0.0.1.evil.example/",
]  # fmt: skip


def lands(answer):
    """Whether a browser that follows this answer stays here."""
    place = answer.get("Location", "")
    ours = place.startswith("/") and not place.startswith(("//", "/\\")) and "\n" not in place
    return ours or place.startswith("?")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_signing_in_leads_to_our_own_pages_alone(ana, payload):
    form = {"login": "ana-lark", "password": PASSWORD, "next": payload}

    answer = Client().post("/accounts/login/", form)

    assert answer.status_code == 302
    assert lands(answer), answer["Location"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_page_of_the_door_passes_it_on(stranger, payload):
    for path in ("/accounts/come-in/", "/accounts/signup/", "/accounts/name/", "/cms/login/"):
        answer = stranger.get(path, {"next": payload})
        assert answer.status_code == 200 or lands(answer), (path, answer["Location"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_signing_out_leads_to_our_own_pages_alone(ana, client, payload):
    client.force_login(ana)

    answer = client.post("/accounts/logout/", {"next": payload})

    assert lands(answer), answer["Location"]


def test_a_page_of_ours_is_where_one_wanted_to_go(ana):
    form = {"login": "ana-lark", "password": PASSWORD, "next": "/accounts/profile/"}

    assert Client().post("/accounts/login/", form)["Location"] == "/accounts/profile/"
