"""What the doors' tests share: a stranger, the way in, the operator's choice who may join."""

import pytest
from django.test import Client

from community import pace
from community.house.models import House
from community.house.queries import forget

PASSWORD = "seven quiet lanterns"
COME_IN, NAME = "/accounts/come-in/", "/accounts/name/"


@pytest.fixture(autouse=True)
def nobody_was_fast_before():
    pace.forget()


@pytest.fixture
def stranger(db):
    """A browser that was never here."""
    return Client()


@pytest.fixture
def at_the_name(stranger):
    """A stranger who said yes on the first screen."""
    stranger.post(COME_IN, {"adult": "yes", "health": "on"})
    return stranger


@pytest.fixture
def joining(db):
    """`joining("approval")`: the operator decides who may join."""

    def decide(how):
        House.objects.update_or_create(pk=1, defaults={"joining": how})
        forget()

    yield decide
    forget()


@pytest.fixture
def proved(client):
    """`proved(ana)`: a browser in which Ana has just typed her password."""

    def sign_in(somebody, password=PASSWORD):
        browser = Client()
        browser.post("/accounts/login/", {"login": somebody.handle, "password": password})
        return browser

    return sign_in
