"""Who looked at what is somebody's: written down when it happens, and theirs to read."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from community.accounts import looks
from community.care.enums import Kind
from community.care.models import Piece
from community.record.models import Entry
from community.safety.actions import deciding, desk
from community.safety.models import Item
from community.wellbeing import instruments
from community.wellbeing.actions import answers, links, plan, sharing
from community.wellbeing.enums import Section
from tests.care.conftest import checked, tie  # noqa: F401
from tests.people import browser_of
from tests.safety.conftest import decision, item, leaves, taken, told  # noqa: F401
from tests.wellbeing.conftest import lena, mentor, pair  # noqa: F401
from tests.words import wait

PAGE = "/accounts/who-looked/"


def seen(person):
    """(who, what, why), newest first."""
    found = looks.at(person, now=timezone.now())
    return [(str(look.who), str(look.what), str(look.why)) for look in found]


def test_a_mentor_and_a_link(ana, ben, dora, pair):  # noqa: F811
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    until = timezone.now() + timedelta(days=7)
    sharing.share(to=dora.pk, parts=["section:well"], until=until, by=ana)
    browser_of(dora).get(f"/shared/{ana.pk}/")
    fresh = links.make_link(parts=["section:well"], days=2, by=ana)
    device = links.open_link(token=fresh.token, code=fresh.code)
    links.look_by_link(token=fresh.token, device=device)

    mine, others = seen(ana), seen(ben)

    assert mine == [
        ("Whoever has your link and its six digits", "When I am well", "You made a link."),
        ("dora-wren", "When I am well", "You share it with them."),
        ("dora-wren", "What you wrote when you asked for a mentor", "You chose them."),
    ]
    assert others == []


def test_a_reviewer_once_an_hour(ana, lena):  # noqa: F811
    phq_9 = instruments.get("phq-9")
    answers.begin(instrument=phq_9, by=ana)
    answers.answer(instrument=phq_9, item=8, value=1, by=ana)
    browser = browser_of(lena)
    address = browser.get("/reviewing/").content.decode().split('href="/reviewing/')[1]
    address = "/reviewing/" + address.split('"')[0]

    for _twice in range(2):
        assert browser.get(address).status_code == 200

    assert [who for who, _what, _why in seen(ana)] == ["A wellbeing reviewer"]


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


def test_what_somebody_reported_shows_only_once_it_was_decided(taken, ben, emil):  # noqa: F811
    desk.uncover(item=taken.pk, by=emil)
    before = seen(ben)

    deciding.decide(item=taken.pk, by=emil, decision=decision("hide"))

    assert before == []
    assert [why for _who, _what, why in seen(ben)] == [
        "Somebody had told the team. You can read what was decided."
    ]
    assert Entry.objects.filter(act="read_item", about=ben.pk).count() == 1


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


def test_the_care_team_at_what_was_handed_over(ana, tie):  # noqa: F811
    now = timezone.now()
    Piece.objects.create(
        tie=tie, kind=Kind.GOAL, key="goal:1", content="{}", until=now + timedelta(days=7)
    )
    before = seen(ana)
    Piece.objects.update(opened_at=now)

    assert before == []
    assert seen(ana) == [
        (
            "Ines Vidal, psychologist, Northside",
            str(Kind.GOAL.label),
            "You handed it over.",
        )
    ]
