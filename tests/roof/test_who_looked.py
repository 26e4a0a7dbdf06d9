"""Who looked at what is somebody's: written down when it happens, and theirs to read."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from community.accounts import looks
from community.safety.actions import desk
from community.safety.models import Item
from tests.own_looks import seen
from tests.people import browser_of
from tests.words import wait

PAGE = "/accounts/who-looked/"


def test_the_team_at_words_that_waited(ana, emil, room):
    wait(ana, room, "Is anybody there?")
    waiting = Item.objects.get()

    desk.uncover(item=waiting.pk, by=emil)
    desk.uncover(item=waiting.pk, by=emil)

    assert seen(ana) == [
        (
            "Somebody of the team, on the desk",
            "Your words that this was about",
            "Your words waited for the team.",
        )
    ]
    assert "Somebody of the team" in browser_of(ana).get(PAGE).content.decode()


def test_the_operators_own_copy(ana, tmp_path):
    call_command("export_person", ana.handle, str(tmp_path / "out.zip"))

    assert seen(ana) == [
        (
            "The operator, by a command",
            "A copy of everything that is kept about me",
            "You asked the operator for it.",
        )
    ]


def test_looks_of_long_ago_are_gone(ana, tmp_path):
    call_command("export_person", ana.handle, str(tmp_path / "out.zip"))

    assert looks.at(ana, now=timezone.now() + timedelta(days=366)) == []
