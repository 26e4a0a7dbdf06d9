"""Pages as a person reads them: words in one line, without tags."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.people import PASSWORD, browser_of


def words(browser, address, status=200):
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return plain(answer)


def plain(answer):
    """The words of the page, without tags, in one line."""
    text = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[-1])
    return re.sub(r"\s+", " ", text)


def sent(browser, address, form=None):
    """The page one sees after sending a form."""
    answer = browser.post(address, form or {}, follow=True)
    return plain(answer)


def questions(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked_for:
        assert browser.get(address).status_code == 200
    return len(asked_for)


def proved(somebody):
    """A browser in which this person has typed their password just now."""
    browser = browser_of(somebody)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser
