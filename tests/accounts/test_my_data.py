"""Everything kept about somebody is theirs to take along, and nobody else's words with it. It is
asked for, made by the ticker part by part, handed over, and gone."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions import taking_along
from community.accounts.models import Archive, ArchivePart
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from tests.people import PASSWORD, browser_of, on_duty
from tests.words import say

PAGE = "/accounts/my-data/"


def opened(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture
def anas(ana):
    """Ana's browser, which has just asked for her password."""
    browser = browser_of(ana)
    browser.post(f"/accounts/reauthenticate/?next={PAGE}", {"password": PASSWORD})
    return browser


def finish(now=None):
    """The ticker, until nothing is left to do: it gives way after a second, on a busy machine too."""
    now = now or timezone.now()
    for _look in range(20):
        taking_along.make_due(now)
        waits = Archive.objects.filter(ready_at=None).exclude(again_at__gt=now)
        if not waits.exists():
            return


@pytest.fixture
def made(anas):
    """Her browser, once the file she asked for is ready."""
    anas.post(PAGE)
    finish()
    return anas


def said(browser):
    """What the page says of the file, in one line."""
    page = browser.get(PAGE).content.decode()
    part = page.split('id="archive"')[1]
    return " ".join(part.split('role="status">')[1].split("</p>")[0].split())


def test_the_archive_holds_ones_own_words_and_nobody_elses(anas, ana, ben, emil, room):
    on_duty(emil, room)
    say(ana, room, "The kettle is <on>.")
    say(ben, room, "I will bring the cups.")
    anas.post(PAGE)
    finish()

    answer = anas.post(PAGE, {"take": "yes"})

    files = opened(answer.content)
    assert sorted(files) == ["data.json", "read-me.html"]
    assert [w["words"] for w in json.loads(files["data.json"])["groups"]["words"]] == [
        "The kettle is <on>."
    ]
    assert "The kettle is &lt;on&gt;." in files["read-me.html"]
    assert "cups" not in "".join(files.values())


def test_the_page_leads_to_where_words_of_others_can_be_read(anas):
    page = anas.get(PAGE).text.split("Before you leave")[1].split("</ul>")[0]

    found = {
        address: anas.get(address).status_code for address in re.findall(r'href="(.*?)"', page)
    }
    assert found == dict.fromkeys(found, 200)
    assert len(found) == 6


def test_the_files_name_says_nothing(made):
    answer = made.post(PAGE, {"take": "yes"})

    name = answer["Content-Disposition"]
    assert name.startswith('attachment; filename="archive-20')
    assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("asked", [{}, {"take": "yes"}, {"forget": "yes"}])
def test_the_password_is_asked_for_again_first(ana, settings, asked):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    browser = browser_of(ana)

    answer = browser.post(PAGE, asked)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert not Archive.objects.exists()


def test_the_page_says_how_far_it_is(anas, monkeypatch):
    monkeypatch.setattr(taking_along, "SPAN", 0)  # one part at a time
    parts = len(personal_data.shares())

    anas.post(PAGE)
    before = said(anas)
    taking_along.make_due(timezone.now())
    first = said(anas)
    for _part in range(parts):
        taking_along.make_due(timezone.now())

    assert before == f"Your file is being made: 0 of {parts} parts are in it."
    assert first == f"Your file is being made: 1 of {parts} parts are in it."
    assert said(anas).startswith("Your file is ready.")
    assert not ArchivePart.objects.exists()


def test_a_process_that_dies_loses_no_part(anas, ana, monkeypatch):
    def dies(person):
        raise SystemExit

    anas.post(PAGE)
    last = personal_data.shares()[-1]
    with monkeypatch.context() as patch:
        patch.setitem(
            personal_data._shares,
            last.feature,
            personal_data.Share(last.feature, last.models, dies, last.erase),
        )
        with pytest.raises(SystemExit):
            finish()
    kept = ArchivePart.objects.count()

    finish()

    assert kept == len(personal_data.shares()) - 1
    assert Archive.objects.get(person=ana).ready_at is not None


def test_what_stops_one_archive_stops_no_other_and_is_tried_again(ana, ben, monkeypatch):
    def fails_for_ana(person):
        if person.pk == ana.pk:
            raise KeyError("ana's words")
        return {}

    first = personal_data.shares()[0]
    broken = personal_data.Share(first.feature, first.models, fails_for_ana, first.erase)
    now = timezone.now()
    taking_along.ask_for_archive(by=ana)
    taking_along.ask_for_archive(by=ben)

    with monkeypatch.context() as patch:
        patch.setitem(personal_data._shares, first.feature, broken)
        finish(now)
    ready = set(Archive.objects.filter(ready_at__isnull=False).values_list("person", flat=True))
    finish(now + taking_along.RETRY)

    assert ready == {ben.pk}
    assert Archive.objects.get(person=ana).ready_at is not None


def test_a_neutral_notice_says_that_it_is_ready(made, ana):
    notice = Notification.objects.get(person=ana, kind="archive_ready")

    assert notice.path == PAGE


def test_it_lies_sealed_in_the_database(made, ana):
    with connection.cursor() as cursor:
        cursor.execute("SELECT file FROM accounts_archive")
        kept = bytes(cursor.fetchone()[0])

    assert kept.startswith(b"gAAAA")  # Fernet
    assert b"PK" not in kept[:4]


def test_it_is_gone_ten_minutes_after_it_was_saved(made, ana):
    made.post(PAGE, {"take": "yes"})
    taken = Archive.objects.get(person=ana).taken_at

    again = made.post(PAGE, {"take": "yes"})
    taking_along.make_due(taken + timedelta(minutes=9))
    still = Archive.objects.count()
    taking_along.make_due(taken + timedelta(minutes=10))

    assert (again.status_code, still) == (200, 1)
    assert not Archive.objects.exists()
    assert made.post(PAGE, {"take": "yes"}).status_code == 404


def test_it_is_gone_after_a_day_and_when_it_is_not_wanted(made, ana, ben):
    ready = Archive.objects.get(person=ana).ready_at
    taking_along.ask_for_archive(by=ben)
    finish(ready)

    made.post(PAGE, {"forget": "yes"})
    left = set(Archive.objects.values_list("person", flat=True))
    with pytest.raises(Refused):
        taking_along.hand_over(by=ben, now=ready + timedelta(hours=24))
    taking_along.make_due(ready + timedelta(hours=24))

    assert left == {ben.pk}
    assert not Archive.objects.exists()


def test_asking_twice_makes_one(made, ana):
    old = Archive.objects.get(person=ana).pk

    made.post(PAGE)
    made.post(PAGE)

    assert Archive.objects.get(person=ana).pk != old
    assert Entry.objects.filter(act="ask_archive", about=ana.pk).count() == 2


def test_that_it_was_taken_is_recorded_and_nothing_of_it(made, ana):
    made.post(PAGE, {"take": "yes"})
    made.post(PAGE, {"take": "yes"})

    entry = Entry.objects.get(act="take_archive")
    assert (entry.by, entry.about, entry.data) == (ana.pk, ana.pk, {})


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"file": b"x"}, "an_archive_is_ready_whole_or_not_at_all"),
        ({"taken_at": timezone.now()}, "an_archive_is_taken_when_it_is_ready"),
        ({"done": 4}, "an_archive_holds_no_more_than_there_is"),
    ],
)
def test_the_database_refuses_half_an_archive(ana, wrong, name):
    Archive.objects.create(person=ana, of=3, done=3).delete()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Archive.objects.create(person=ana, of=3, **wrong)


def test_the_command_gives_the_same_as_the_page(anas, ana, tmp_path, capsys):
    file = tmp_path / "out.zip"

    call_command("export_person", "Ana-Lark", str(file))

    anas.post(PAGE)
    finish()
    page, command = opened(anas.post(PAGE, {"take": "yes"}).content), opened(file.read_bytes())
    mine, theirs = json.loads(page["data.json"]), json.loads(command["data.json"])
    assert {**mine, "made_at": ""} == {**theirs, "made_at": ""}
    assert file.stat().st_mode & 0o777 == 0o600
    assert capsys.readouterr().out == f"Everything kept about ana-lark is in {file}.\n"


def test_the_command_says_plainly_why_not(ana, tmp_path):
    there = tmp_path / "there.zip"
    there.write_text("kept")

    with pytest.raises(CommandError, match="Nobody here is called nobody-here") as nobody:
        call_command("export_person", "nobody-here", str(tmp_path / "out.zip"))
    with pytest.raises(CommandError, match="is there already") as taken:
        call_command("export_person", "ana-lark", str(there))

    assert (nobody.value.returncode, taken.value.returncode) == (2, 2)
    assert there.read_text() == "kept"
    assert not (tmp_path / "out.zip").exists()
