"""My sessions: seen by me alone, ended by me at once."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from community.accounts.actions.sessions import end_sessions
from community.record.models import Entry

pytestmark = pytest.mark.django_db


def _signed_in(person):
    client = Client()
    client.force_login(person, backend="community.accounts.sign_in.OneLook")
    client.get(reverse("person:roles"))
    return client


def test_signing_out_everywhere_else_keeps_this_place(ana):
    here, phone = _signed_in(ana), _signed_in(ana)

    here.post(reverse("person:sessions"))

    assert here.get(reverse("person:sessions")).status_code == 200
    assert phone.get(reverse("person:sessions")).status_code == 302


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Safari/537.36 Edg/130",
            "Edge on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
            "Firefox on Linux",
        ),
        ("", "a device that does not say what it is"),
    ],
)
def test_a_place_is_named_as_people_name_it(ana, agent, words):
    client = _signed_in(ana)
    UserSession.objects.update(user_agent=agent)

    page = client.get(reverse("person:sessions"), headers={"User-Agent": agent}).content.decode()

    assert words in page
    assert "Mozilla" not in page


def test_ending_my_sessions_leaves_others_signed_in(ana, ben):
    anas, bens = _signed_in(ana), _signed_in(ben)

    ended = end_sessions(person=ana, by=ana)

    assert ended == 1
    assert anas.get(reverse("person:sessions")).status_code == 302
    assert bens.get(reverse("person:sessions")).status_code == 200
    assert not Entry.objects.exists()


def test_ending_somebody_elses_sessions_is_on_the_record(ana, ola):
    _signed_in(ana)

    end_sessions(person=ana, by=ola)

    entry = Entry.objects.get()
    assert (entry.act, entry.by, entry.about) == ("end_sessions", ola.pk, ana.pk)
