"""What somebody shows of themselves is read as words in a room are."""

import pytest

from community.accounts.actions.profile import change_handle
from community.safety.models import Item
from groups.models import SupportGroup
from tests.people import browser_of, group


def describes(somebody, about):
    return browser_of(somebody).post(
        "/accounts/profile/", {"pronouns": "", "about": about}, follow=True
    )


@pytest.mark.parametrize(
    ("about", "levels", "helps"),
    [
        ("I am going to end my life tonight.", ["now"], True),
        ("Jigsaws, mostly sky.", [], False),
        ("Sober since spring, which was hard.", [], False),
    ],
)
def test_heavy_words_bring_help_and_somebody(about, levels, helps, ana, emil, evenings):
    page = describes(ana, about).text

    assert [item.level for item in Item.objects.filter(about=ana)] == levels
    assert ("people who answer now" in page) is helps
    for item in Item.objects.all():
        shown = browser_of(emil).post(f"/desk/items/{item.pk}/words/", {"show": "yes"}).text
        assert about in shown


def test_who_asks_to_join_in_distress_does_not_wait_a_day(ana, emil, evenings):
    closed = group("quiet", title="Quiet", moderators=[emil])
    SupportGroup.objects.filter(pk=closed.pk).update(is_private=True)
    words = "Please let me in. I want to end my life tonight."

    page = browser_of(ana).post("/groups/quiet/ask/", {"words": words}, follow=True).text

    assert "people who answer now" in page
    found = Item.objects.filter(about=ana).order_by("kind").values_list("kind", "level", "area")
    assert list(found) == [("request", "today", closed.area), ("signal", "now", closed.area)]


def test_the_same_words_again_call_nobody_again(ana):
    for _ in range(2):
        describes(ana, "I want to die.")

    assert [item.signs.count() for item in Item.objects.all()] == [1]
    assert Item.objects.get().version == 1


def test_a_name_full_of_pain_is_had_brings_help_and_somebody_and_nothing_of_a_later_one(
    ana, emil, evenings
):
    browser = browser_of(ana)
    page = browser.post(
        "/accounts/profile/name/", {"handle": "want to die", "along": "together"}, follow=True
    ).text
    item = Item.objects.get(about=ana)
    shown = browser_of(emil).post(f"/desk/items/{item.pk}/words/", {"show": "yes"}).text
    change_handle(handle="quiet-river", apart=True, by=ana)
    later = browser_of(emil).post(f"/desk/items/{item.pk}/words/", {"show": "yes"}).text

    assert "people who answer now" in page
    assert (item.kind, item.level, item.subject_kind) == ("signal", "soon", "name")
    assert "want to die" in shown
    assert ("want to die" in later, "quiet-river" in later) == (True, False)


def test_a_name_that_may_be_about_somebody_is_read_by_a_person(ana, emil):
    change_handle(handle="i hate ben moss", by=ana)
    change_handle(handle="hate mondays", by=ana)

    assert list(Item.objects.values_list("level", "signals")) == [("today", ["attack"])]
