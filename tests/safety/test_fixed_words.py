"""A professional's word stands behind the fixed words, by name, and only behind the words they read."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.house.enums import Point
from community.house.models import House
from community.opening.rules import may_confirm
from community.record.models import Entry
from community.refusal import Refused
from community.safety import fixed_words
from community.safety.actions.fixed_words import say_read, take_back
from community.safety.models import WordsRead
from community.wiring import words_to_read
from tests.groups.test_room_page import address, text
from tests.people import PASSWORD, browser_of

SAID = "read for this place by Ada Lee, psychiatrist"
NOBODY = "No professional has read these words for this place yet."


def read_all(by, on=None, besides=()):
    for one in fixed_words.standing():
        if one.words.key not in besides:
            on = on or timezone.localdate()
            say_read(key=one.words.key, name="Ada Lee", profession="psychiatrist", on=on, by=by)


def test_every_set_is_whole_sentences_that_stand_in_the_product():
    sets = {one.key: one.lines() for one in fixed_words.every()}

    assert set(sets) == {
        "help",
        "plan",
        "mentors",
        "cards",
        "emergency",
        "letters",
        "deaths",
        "practice",
    }
    assert "Please do not wait for us." in sets["help"]
    assert "Thank you for telling us" in sets["help"]
    assert (
        "Get through the next ten minutes. Then the next ten." in sets["help"]
    )  # taken in by kept
    assert "Breathe out slowly" in sets["help"]
    assert "We do not know where you are. Only you can call." in sets["help"]
    assert sets["help"].count("Please do not wait for us.") == 1
    assert [key for key, lines in sets.items() if len(lines) < 5] == []
    assert [line for lines in sets.values() for line in lines if "{%" in line or "<" in line] == []


def test_the_name_stands_beside_the_words_until_they_change(ola, ana, room, monkeypatch):
    before = text(browser_of(ana).get(address(room)))
    read_all(by=ola)
    named = text(browser_of(ana).get(address(room)))

    changed = fixed_words.FixedWords("help", "Help", lambda: ["Other words."])
    monkeypatch.setitem(fixed_words._sets, "help", changed)
    fixed_words.forget()
    after = text(browser_of(ana).get(address(room)))

    assert [(NOBODY in page, SAID in page) for page in (before, named, after)] == [
        (False, False),
        (False, True),
        (False, False),
    ]


def test_that_nobody_read_them_is_said_to_the_team_alone(emil, ola, room):
    def said(address):
        page = text(browser_of(emil).get(address))
        return (NOBODY in page, SAID in page)

    before = said("/desk/deaths/"), said("/help-now/")
    read_all(by=ola)
    after = said("/desk/deaths/"), said("/help-now/")

    assert before == ((True, False), (False, False))
    assert after == ((False, True), (False, True))


def test_strangers_are_let_in_and_the_reminder_rests_once_all_are_read(ola, hana):
    now, settings = timezone.now(), House.load()
    read_all(by=ola, besides=("plan",))
    one_missing = may_confirm(ola, point=Point.TEXTS, settings=settings)
    said_one = words_to_read(ola, now)
    read_all(by=ola, besides=set(fixed_words._sets) - {"plan"})

    assert one_missing.code == "words_unread"
    assert str(said_one.words).startswith("1 set of fixed words")
    assert may_confirm(ola, point=Point.TEXTS, settings=settings) is None
    assert (words_to_read(ola, now), words_to_read(hana, now)) == (None, None)
    WordsRead.objects.update(read_on=timezone.localdate() - timedelta(days=366))
    assert str(words_to_read(ola, now).words).startswith("8 sets of fixed words")
    assert may_confirm(ola, point=Point.TEXTS, settings=settings) is None  # old, and still true


def test_ola_writes_it_down_after_her_password_and_takes_it_back(ola):
    browser, path = browser_of(ola), "/desk/fixed-words/help/read/"
    given = {"help-name": "Ada Lee", "help-profession": "psychiatrist", "help-on": "2026-01-05"}
    asked = browser.post(path, given)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    late = browser.post(path, {**given, "help-on": "2999-01-01"})
    empty = browser.post(path, {**given, "help-name": " "})
    assert not WordsRead.objects.exists()

    browser.post(path, given)
    browser.post(path, {**given, "help-on": "2026-01-06"})
    read = WordsRead.objects.first()
    page = text(browser.get("/desk/fixed-words/"))
    asked_again = browser_of(ola).post(f"/desk/fixed-words/{read.pk}/away/")
    browser.post(f"/desk/fixed-words/{read.pk}/away/")
    is_gone = not WordsRead.objects.exists()
    browser.post(path, {**given, "help-every": "on"})

    for answer in (asked, asked_again):
        assert answer.url.startswith("/accounts/reauthenticate/")
    assert (late.status_code, empty.status_code) == (422, 422)
    assert "Read by Ada Lee, psychiatrist, on 6 January 2026." in page
    assert is_gone
    assert not fixed_words.due(today=date(2026, 2, 1))
    acts = Entry.objects.filter(subject="words:help").order_by("pk")
    assert [(entry.act, entry.by) for entry in acts] == [
        ("say_words_read", ola.pk),
        ("say_words_read", ola.pk),
        ("take_back_words_read", ola.pk),
        ("say_words_read", ola.pk),
    ]
    assert not [entry for entry in acts if "Ada" in str(entry.data)]


def test_nobody_else_says_so_and_nobody_is_without_a_name(ana, hana):
    today = timezone.localdate()
    for somebody in (ana, hana):
        with pytest.raises(Refused):
            say_read(key="help", name="A", profession="b", on=today, by=somebody)
        with pytest.raises(Refused):
            take_back(read=1, by=somebody)
        assert browser_of(somebody).get("/desk/fixed-words/").status_code == 403
    row = {"key": "help", "name": "A", "profession": "nurse", "digest": "d", "read_on": today}
    WordsRead.objects.create(**row)
    for missing in ("name", "profession", "digest"):
        with pytest.raises(IntegrityError), transaction.atomic():
            WordsRead.objects.create(**{**row, missing: ""})
