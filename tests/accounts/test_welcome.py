"""What brings you here: help first, her words still there, groups that fit, a person told."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from community.accounts.models import Welcome
from community.help.models import Country, Helpline
from community.safety import subjects
from community.safety.enums import ItemKind, Level
from community.safety.models import Item
from tests.people import browser_of, group, room

HEAVY = "can't sleep, everything is pointless, I don't want to be here any more."
LIGHT = "I lost my job and would like to hear how others live with worry."


@pytest.fixture
def worry(db):
    """A group that speaks of worry."""
    made = group("worry", title="Worry")
    made.speaks_of = "worry\nlost my job"
    made.save()
    return made


@pytest.fixture
def lines(db):
    """One line that is always open, in the country of the house."""
    country, _ = Country.objects.get_or_create(
        code="GB", defaults={"name": "United Kingdom", "emergency": "999"}
    )
    return Helpline.objects.create(
        country=country, name="The night line", dial="+441632960001", display="01632 960001",
        hours="always",
    )  # fmt: skip


def says(somebody, words):
    browser = browser_of(somebody)
    answer = browser.post("/welcome/", {"words": words})
    return browser.get(answer["Location"]).content.decode()


def test_heavy_words_are_met_with_help_first(ana, lines, worry):
    page = says(ana, HEAVY)

    order = [
        "Thank you for telling us", "Nobody has read this yet.", "999", "01632 960001",
        "What you wrote", "everything is pointless", 'id="groups"',
    ]  # fmt: skip
    places = [page.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_heavy_words_bring_nothing_that_frightens(ana, lines):
    page = says(ana, HEAVY)

    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r"warning|your account|detected|flag|calm down|shortly", main, re.I)


def test_a_person_is_told_and_reads_the_words_at_the_desk(ana):
    says(ana, HEAVY)

    item = Item.objects.get()
    assert (item.kind, item.area, item.about_id) == (ItemKind.SIGNAL, subjects.HOUSE, ana.pk)
    assert item.level in {Level.SOON, Level.NOW, Level.TODAY}
    assert HEAVY not in str(item.signals)
    kind = subjects.get(item.subject_kind)
    assert kind.snapshot(item.subject_id) == HEAVY
    assert [line.words for line in kind.context(item.subject_id).lines] == [HEAVY]
    assert kind.about(item.subject_id) == ana.pk


def test_the_page_says_when_somebody_has_taken_it(ana, emil):
    page = says(ana, HEAVY)
    item = Item.objects.get()
    item.state, item.taken_by, item.taken_at = "taken", emil, item.opened_at
    item.save()

    later = browser_of(ana).get("/welcome/found/").content.decode()

    assert "Nobody has read this yet." in page
    assert "Nobody has read this yet." not in later
    assert "Someone from the team has taken this." in later


def test_light_words_lead_to_groups_with_the_words_that_led_there(ana, worry, lines):
    page = says(ana, LIGHT)

    assert "Because you wrote: lost my job, worry" in page
    assert f'href="{worry.get_absolute_url()}"' in page
    assert "Thank you for telling us" not in page
    assert Item.objects.count() == 0


def test_just_let_me_listen_leads_to_the_welcome_group(ana):
    made = group("hello", title="Hello")
    made.is_welcome = True
    made.save()

    page = says(ana, LIGHT)
    skipped = browser_of(ana).post("/welcome/", {"skip": ""})

    assert "let me listen" in page
    assert f'action="{reverse("groups:come-in", args=[made.slug])}"' in page
    assert skipped["Location"] == reverse("groups:come-in", args=[made.slug])
    assert Welcome.objects.filter(person=ana).count() == 1


def test_one_press_below_the_agreement_leads_into_the_room(ana, worry, lines):
    page = says(ana, LIGHT)
    made = room(worry, title="A room")

    pressed = browser_of(ana).post(reverse("groups:come-in", args=[worry.slug]))

    assert "What is said here stays here." in page
    assert pressed["Location"] == made.get_absolute_url()


def test_her_words_are_sealed_in_the_database(ana):
    says(ana, LIGHT)

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM accounts_welcome")
        [(kept,)] = cursor.fetchall()
    assert "worry" not in kept
    assert Welcome.objects.get().words == LIGHT


def test_she_can_say_it_again_in_other_words(ana):
    says(ana, LIGHT)
    page = browser_of(ana).get("/welcome/").content.decode()
    says(ana, HEAVY)

    assert LIGHT in page
    assert Welcome.objects.get().words == HEAVY


def test_too_many_words_are_kept_on_the_page(ana):
    answer = browser_of(ana).post("/welcome/", {"words": "a long night " * 200})

    assert answer.status_code == 422
    assert answer.content.count(b"a long night") == 200


def test_strangers_are_asked_to_sign_in(client, ana):
    says(ana, LIGHT)

    for path in ("/welcome/", "/welcome/found/"):
        assert client.get(path)["Location"].startswith("/accounts/login/")


def test_somebody_else_s_words_are_never_shown(ana, ben):
    says(ana, LIGHT)

    assert browser_of(ben).get("/welcome/found/")["Location"] == "/welcome/"
    assert LIGHT.encode() not in browser_of(ben).get("/welcome/").content
