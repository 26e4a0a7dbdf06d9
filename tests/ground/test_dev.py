"""`make run` says what it does, and why not."""

import io
import re
import socket
import time

import pytest
from django.core.management import CommandError, call_command

from community.management.commands import dev
from tests.processes import free_port


@pytest.fixture
def command():
    return dev.Command(stdout=io.StringIO())


def test_a_taken_port_is_one_plain_sentence(settings):
    with socket.socket() as somebody:
        settings.PORT = free_port()
        somebody.bind((dev.HOST, settings.PORT))
        somebody.listen()

        with pytest.raises(CommandError) as no:
            call_command("dev")

    assert str(no.value) == (
        f"Port {settings.PORT} is taken; start with another one: PORT={settings.PORT + 1} make run"
    )


def test_a_server_for_people_is_not_started_this_way(settings):
    settings.DEMO_ALLOWED = False

    with pytest.raises(CommandError, match=r"docs/running\.md"):
        call_command("dev")


def test_a_long_step_says_its_name(command, monkeypatch):
    monkeypatch.setattr(dev, "QUIET", 0.01)

    with command.says("Making the tables"):
        deadline = time.monotonic() + 60
        while not command.stdout.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)

    assert command.stdout.getvalue() == "Making the tables …\n"


def test_a_short_step_says_nothing(command):
    with command.says("Looking around"):
        pass

    assert command.stdout.getvalue() == ""


def test_the_demo_is_left_alone_where_somebody_has_joined(command, ana):
    words = command.demo()

    assert re.search(r"Ana.*Emil.*window one: Emil, go on duty", words, re.DOTALL)
    assert type(ana).objects.get() == ana
