"""What a stranger may open, and how staff come in."""

from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

# The whole list of what answers to strangers. Anything else asks to sign in or does not exist.
PUBLIC = (
    "/", "/groups/", "/groups/x/", "/learn/", "/help-now/", "/accounts/", "/healthz", "/readyz",
    "/leave/", "/static/", "/styleguide/", "/colours/", "/house.css", "/robots.txt",
    "/cms/login/", "/cms/logout/",
)  # fmt: skip


def _addresses(patterns, prefix="/"):
    for pattern in patterns:
        part = prefix + str(pattern.pattern).lstrip("^/").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns, part)
        elif isinstance(pattern, URLPattern):
            yield part


def _filled(address):
    import re

    address = re.sub(r"<(?:[a-z]+:)?\w+>", "1", address)
    address = re.sub(r"\(\?P<\w+>[^)]*\)", "1", address)
    address = re.sub(r"\(\?:([^|)]*)[^)]*\)", r"\1", address)
    return address.replace("\\", "").replace("^", "").replace("$", "").replace("?", "")


def _is_shut(client, address):
    """Whether it leads to the log-in and nowhere else, which is not drawn for each of them."""
    answer = client.get(address)
    while answer.status_code in {301, 302}:
        onward = answer.headers["Location"]
        if urlsplit(onward).path == "/accounts/login/":
            return True
        answer = client.get(onward)
    return answer.status_code in {404, 405}


def test_every_other_address_asks_a_stranger_to_sign_in(client):
    addresses = {_filled(address) for address in _addresses(get_resolver().url_patterns)}
    closed = {a for a in addresses if a not in PUBLIC[:3] and not a.startswith(PUBLIC[3:])}
    opened = {address for address in sorted(closed) if not _is_shut(client, address)}

    assert len(closed) > 20
    assert opened == set()


def test_the_admins_own_log_in_leads_to_the_one_door(client):
    answer = client.post("/cms/login/", {"username": "ola", "password": "x"})

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


def test_the_admin_keeps_no_people_pages(ola):
    pages = ("users", "groups", "password_reset")

    assert [browser_of(ola).get(f"/cms/{page}/").status_code for page in pages] == [404, 404, 404]


def test_staff_set_up_the_second_step_before_anything_else(emil, settings):
    settings.STAFF_MFA_REQUIRED = True

    answer = browser_of(emil).get("/groups/")

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/accounts/2fa/"


def test_members_need_no_second_step(ana, settings):
    settings.STAFF_MFA_REQUIRED = True

    assert browser_of(ana).get("/accounts/roles/").status_code == 200
