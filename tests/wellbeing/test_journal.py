"""Words for oneself: sealed, in no figure, and a line of them for a mentor by one's own hand."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.utils import timezone

from community.accounts import personal_data
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Item
from community.wellbeing.actions import days as actions
from community.wellbeing.models import JournalEntry, Share
from community.wellbeing.queries import sharing
from groups.models import Draft, Message
from tests.people import browser_of

APPS = ("cms", "community", "groups", "mentoring", "realtime")
JOURNAL = "/me/journal/"
HEAVY = "I have pills here and I want it to stop."


@pytest.fixture
def entry(ana):
    return actions.write_entry(day=timezone.localdate(), words=f"{HEAVY}\nThen I slept.", by=ana)


def test_a_page_is_written_changed_and_deleted(ana):
    browser, today = browser_of(ana), timezone.localdate()

    browser.post(f"{JOURNAL}write/", {"words": "A heron.", "day": today})
    mine = JournalEntry.objects.get()
    browser.post(f"{JOURNAL}{mine.pk}/", {"words": "Two herons.", "day": today})
    changed = browser.get(JOURNAL).text
    browser.post(f"{JOURNAL}{mine.pk}/", {"delete": "yes"})

    assert "Two herons." in changed
    assert "A heron." not in changed
    assert not JournalEntry.objects.exists()


def test_nobody_else_finds_changes_or_deletes_it(ana, ben, emil, entry):
    for somebody in (ben, emil):
        browser = browser_of(somebody)
        for address in (f"{JOURNAL}{entry.pk}/", f"{JOURNAL}{entry.pk}/bring/"):
            assert browser.get(address).status_code == 404
            assert browser.post(address, {"delete": "yes"}).status_code == 404
        with pytest.raises(Refused):
            actions.rewrite_entry(entry=entry.pk, day=entry.day, words="mine", by=somebody)

    assert JournalEntry.objects.get().words.startswith(HEAVY)
    assert not Item.objects.exists()


def test_in_the_database_it_is_sealed(entry):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM wellbeing_journalentry")
        stored = cursor.fetchone()[0]

    assert stored
    assert "pills" not in stored


def test_without_a_mentor_the_way_to_one_is_said(ana, entry):
    page = browser_of(ana).get(f"{JOURNAL}{entry.pk}/bring/").text

    assert "You have no mentor here at the moment." in page


def test_a_line_lies_in_the_box_and_nothing_is_sent(ana, entry, pair):
    browser, address = browser_of(ana), f"{JOURNAL}{entry.pk}/bring/"
    offered = browser.get(address).text

    first = browser.post(address, {"words": "I slept badly.", "to": pair.mentor.person_id})
    browser.post(address, {"words": "And I ate.", "to": pair.mentor.person_id})

    assert HEAVY in offered
    assert first["Location"] == pair.room.get_absolute_url()
    assert Draft.objects.get(room=pair.room).body == "I slept badly.\n\nAnd I ate."
    assert not Message.objects.filter(room=pair.room, body__contains="slept").exists()


def test_it_goes_along_and_it_goes_away(ana, entry):
    taken = personal_data.export(ana)["wellbeing"]["journal"]
    personal_data.erase(ana, keeps_words=True)

    assert [row["words"] for row in taken] == [entry.words]
    assert not JournalEntry.objects.exists()


def test_nothing_that_is_shared_or_handed_over_reaches_it(ana, entry, pair):
    keys = ["journal", f"journal:{entry.pk}", "section:journal", f"goal:{entry.pk}", "days"]

    shown = sharing.all_shown(ana, keys, today=timezone.localdate())
    answer = browser_of(ana).post(
        "/me/sharing/new/", {"to": pair.mentor.person_id, "parts": keys[1], "sure": "yes"}
    )

    assert [part.key for part in sharing.parts_of(ana)] == [part.key for part in shown] == []
    assert answer.status_code == 422
    assert not Share.objects.exists()


def test_no_part_of_the_house_reads_it_but_ones_own_pages_and_ones_own_archive():
    root = Path(__file__).resolve().parents[2]
    files = (file for app in APPS for file in (root / app).rglob("*.py"))
    reads = {
        str(f.relative_to(root))
        for f in files
        if re.search(r"JournalEntry|journal_of", f.read_text())
    }

    assert {name for name in reads if "/migrations/" not in name} == {
        f"community/wellbeing/{name}.py"
        for name in (
            "actions/days", "models/__init__", "models/days", "personal_data", "queries/days",
            "views/journal",
        )
    }  # fmt: skip


@pytest.mark.parametrize("page", ["/me/calm/", "/me/calm/after/"])
def test_calm_is_words_alone(ana, page):
    """Nothing sounds, moves, flashes or asks the network; and that somebody looked is kept nowhere."""
    before = Entry.objects.count()

    main = BeautifulSoup(browser_of(ana).get(page).text, "html.parser").main

    assert len(main.get_text().split()) > 80
    assert main.select("audio, video, img, iframe, script, canvas, object, embed, svg, form") == []
    assert Entry.objects.count() == before
