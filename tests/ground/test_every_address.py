"""Promises that hold for every address there is, walked through the resolver."""

import pytest
from allauth.account.adapter import get_adapter
from django.urls import URLPattern, get_resolver

from community.gate import OPEN_FOLDERS, OPEN_PATHS
from tests.people import browser_of

# Leaving must work from a page that has grown old and looks at the origin itself; the colours of a
# browser are nobody's secret; the admin's own interface asks for the token in its session check; a
# kept page holds no token, and "was this helpful" and "this stands in my way" count one press an hour
# or a day, from our own pages only; a letter is filled in for whoever asks from there, and nothing of it
# is kept; the address that stops mail is itself the token.
BY_THEMSELVES = (
    "leave/",
    "theme/",
    "cms/api/main/",
    "learn/helpful/",
    "learn/what-",
    "learn/letter/",
    "stop/",
)


def addresses(resolver=None, prefix=""):
    """Every pattern with its whole address."""
    for entry in (resolver or get_resolver()).url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield address, entry.callback
        else:
            yield from addresses(entry, address)


def test_no_address_forgives_a_forged_post():
    found = [
        address
        for address, view in addresses()
        if getattr(view, "csrf_exempt", False) and not address.startswith(BY_THEMSELVES)
    ]

    assert found == []


def test_what_else_opens_to_strangers_is_on_a_short_list():
    found = {
        address
        for address, view in addresses()
        if not getattr(view, "login_required", True)
        and not address.startswith("cms/")
        and not f"/{address}".startswith(OPEN_FOLDERS)
        and f"/{address}" not in OPEN_PATHS
    }

    assert found == {
        "groups/", "groups/<slug:slug>/", "theme/", "house.css", "robots.txt", "stop/<word:token>/",
        "open/<word:token>/", "open/<word:token>/still/<word:version>/", "^cms/(?:users|groups|account|password_reset)/",
    }  # fmt: skip


def test_a_foreign_page_signs_nobody_out(ana):
    browser = browser_of(ana)

    browser.post("/leave/", headers={"origin": "https://elsewhere.example"})

    assert browser.get("/groups/").status_code == 200


@pytest.mark.parametrize(
    ("proxies", "claimed", "believed"),
    [
        (0, "6.6.6.6", "192.0.2.1"),
        (1, "6.6.6.6, 198.51.100.7", "198.51.100.7"),
    ],
)
def test_limits_count_the_address_our_own_proxy_saw(rf, settings, proxies, claimed, believed):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": claimed})

    assert get_adapter().get_client_ip(request) == believed
