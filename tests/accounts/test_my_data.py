"""Everything kept about somebody is theirs to take along, and nobody else's words with it."""

import io
import json
import zipfile

import pytest
from django.core.management import CommandError, call_command

from community.record.models import Entry
from tests.people import PASSWORD, browser_of, on_duty
from tests.words import say

PAGE = "/accounts/my-data/"


def opened(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture
def anas(ana, ben, emil, room):
    """Ana's browser, which has just asked for her password; she and Ben have spoken."""
    on_duty(emil, room)
    say(ana, room, "The kettle is <on>.")
    say(ben, room, "I will bring the cups.")
    browser = browser_of(ana)
    browser.post(f"/accounts/reauthenticate/?next={PAGE}", {"password": PASSWORD})
    return browser


def test_the_archive_holds_ones_own_words_and_nobody_elses(anas):
    answer = anas.post(PAGE)

    files = opened(answer.content)
    assert sorted(files) == ["data.json", "read-me.html"]
    assert [w["words"] for w in json.loads(files["data.json"])["groups"]["words"]] == [
        "The kettle is <on>."
    ]
    assert "The kettle is &lt;on&gt;." in files["read-me.html"]
    assert "cups" not in "".join(files.values())


def test_the_files_name_says_nothing(anas):
    answer = anas.post(PAGE)

    name = answer["Content-Disposition"]
    assert name.startswith('attachment; filename="archive-20')
    assert answer["Cache-Control"] == "no-store, private"


def test_the_password_is_asked_for_again_first(ana, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    browser = browser_of(ana)

    answer = browser.post(PAGE)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/reauthenticate/")


def test_that_it_was_made_is_recorded_and_nothing_of_it(anas, ana):
    anas.post(PAGE)

    entry = Entry.objects.get(act="take_archive")
    assert (entry.by, entry.about, entry.data) == (ana.pk, ana.pk, {})


def test_the_command_gives_the_same_as_the_page(anas, ana, tmp_path, capsys):
    file = tmp_path / "out.zip"

    call_command("export_person", "Ana-Lark", str(file))

    page, command = opened(anas.post(PAGE).content), opened(file.read_bytes())
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
