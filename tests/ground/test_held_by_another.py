"""Somebody else holds the database for longer than is waited for: nobody's words are lost, and the
answer says so plainly."""

from contextlib import ExitStack, contextmanager
from uuid import uuid4

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client, RequestFactory

from community.sessions import NotedIfItCan
from groups.models import Draft, Message
from tests.people import browser_of, on_duty

OURS = {"Sec-Fetch-Site": "same-origin"}
WORDS = "The nights are long, and I wanted to say it once."


@contextmanager
def held_by_another():
    """Another line writes and does not end. Here, nobody waits for it as long as outside."""
    wait = "PRAGMA busy_timeout = 20" if connection.vendor == "sqlite" else "SET lock_timeout = 20"
    another = connections.create_connection("default")
    with connection.cursor() as ours, another.cursor() as theirs:
        ours.execute(wait)
        if connection.vendor == "sqlite":
            theirs.execute("BEGIN IMMEDIATE")
        else:
            theirs.execute("BEGIN")
            for table in connection.introspection.table_names():
                theirs.execute(f'LOCK TABLE "{table}" IN EXCLUSIVE MODE')
        try:
            yield
        finally:
            theirs.execute("ROLLBACK")
    another.close()
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_words_survive_a_database_that_somebody_else_holds(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)
    browser.raise_request_exception = False
    say, cid = f"/rooms/{room.pk}/", str(uuid4())
    sent = {"cid": cid, "body": WORDS}
    report = {"kind": "room", "id": room.pk, "reason": "other", "words": WORDS, "sure": "1"}

    with held_by_another():
        pages = [browser.get(path).status_code for path in (say, "/me/", "/groups/", "/help-now/")]
        said = browser.post(say, sent, headers=OURS)
        told = browser.post("/report/", report, headers=OURS)
        drafted = browser.post(f"{say}draft/", sent, headers=OURS)
        signing = Client(raise_request_exception=False).post(
            "/accounts/login/", {"login": "ana-lark", "password": "seven quiet lanterns"}
        )

    again = browser.post(say, sent)
    assert pages == [200, 200, 200, 200]
    assert (said.status_code, WORDS in said.text) == (503, True)
    assert (told.status_code, WORDS in told.text, "/help-now/" in told.text) == (503, True, True)
    assert drafted.status_code == 503
    assert (signing.status_code, "seven quiet" in signing.text) == (503, False)
    assert again.status_code == 303
    assert list(Message.objects.values_list("body", flat=True)) == [WORDS]
    assert not Draft.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nobody_is_sent_on_as_if_they_were_signed_in():
    before = SessionStore()
    before.create()
    request = RequestFactory().post("/accounts/login/")
    request.COOKIES["sessionid"] = before.session_key

    with ExitStack() as last:

        def signs_in(request):
            request.session.cycle_key()
            request.session["who"] = "ana-lark"
            last.enter_context(held_by_another())
            return HttpResponse("You are in.")

        answer = NotedIfItCan(signs_in)(request)

    assert (answer.status_code, "You are in." in answer.text) == (503, False)
    assert answer.cookies["sessionid"]["max-age"] == 0
