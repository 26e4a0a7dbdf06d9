"""What somebody has lived with: theirs alone, until they say who may read it."""

import pytest
from django.db import IntegrityError, transaction

from community.accounts.actions.consent import withdraw
from community.accounts.actions.profile import change_handle
from community.accounts.actions.tags import tag_oneself, take_tag_away
from community.accounts.enums import Lived, TagSeen, Topic
from community.accounts.models import Tag
from community.accounts.own_data import _export
from community.refusal import Refused
from tests.mentoring.conftest import mentor_of, paired
from tests.people import browser_of, on_duty
from tests.words import say

PAGE = "/accounts/profile/tags/"


@pytest.fixture
def tagged(ana):
    """Ana said one thing for herself, one for whom she talks with, one for her rooms."""
    for topic, seen_by in zip(("sleep", "loss", "work"), TagSeen, strict=True):
        tag_oneself(topic=Topic(topic), lived=Lived.PAST, seen_by=seen_by, by=ana)
    return ana


def kept(somebody):
    return list(somebody.tags.values_list("topic", "lived", "seen_by"))


def read_by(somebody, said):
    """What of the three somebody reads beside these words."""
    where, words = said
    page = browser_of(somebody).get(f"/rooms/{where.pk}/m/{words.seq}/who/").text
    return [name for name in ("sleep", "losing someone", "work and money") if f"{name} ·" in page]


def test_what_is_said_is_kept_and_can_be_changed_and_taken_away(ana):
    browser = browser_of(ana)

    page = browser.post(PAGE, {"topic": "sleep", "lived": "now", "seen_by": "me"}, follow=True)
    assert "<strong>sleep · now</strong>" in page.text
    browser.post(PAGE, {"topic": "sleep", "lived": "past", "seen_by": "rooms"})
    assert kept(ana) == [("sleep", "past", "rooms")]

    browser.post(f"{PAGE}sleep/away/")

    assert kept(ana) == []


def test_nothing_is_kept_where_an_answer_is_missing_or_unknown(ana):
    wrong = [{}, {"topic": "rain", "lived": "now", "seen_by": "me"}, {"topic": "sleep"}]

    answers = [browser_of(ana).post(PAGE, given).status_code for given in wrong]

    assert answers == [422, 422, 422]
    assert browser_of(ana).post(f"{PAGE}rain/away/").status_code == 404
    assert kept(ana) == []


def test_each_is_read_by_those_it_is_for_and_nobody_else(tagged, ben, cleo, dora, emil, room):
    pair = paired(tagged, mentor_of(dora))
    on_duty(emil, room)
    in_a_room, for_two = (
        (where, say(tagged, where, "Good evening.")) for where in (room, pair.room)
    )

    assert read_by(ben, in_a_room) == ["work and money"]
    assert read_by(dora, for_two) == ["losing someone", "work and money"]
    assert read_by(cleo, in_a_room) == []
    assert "losing someone (in the past)" in browser_of(dora).get(f"/rooms/{pair.room_id}/").text


def test_they_are_ticked_for_her_when_she_asks_for_a_mentor(tagged):
    page = browser_of(tagged).get("/mentoring/ask/").text

    ticked = [
        topic for topic in Topic.values if f'value="{topic}"' in page and _is_ticked(page, topic)
    ]
    assert ticked == ["sleep", "loss", "work"]


def _is_ticked(page, topic):
    box = page.split(f'name="topics" value="{topic}"', 1)[1].split(">", 1)[0]
    return "checked" in box


def test_a_new_name_apart_from_the_old_shows_none_of_it(tagged):
    change_handle(handle="river-wren", apart=True, by=tagged)

    assert [seen_by for _topic, _lived, seen_by in kept(tagged)] == ["me", "me", "me"]


def test_without_a_yes_to_health_and_on_an_account_that_treats_nothing_is_kept(ana, ines):
    withdraw(by=ana)

    for somebody in (ana, ines):
        with pytest.raises(Refused):
            tag_oneself(topic=Topic.SLEEP, lived=Lived.NOW, seen_by=TagSeen.ME, by=somebody)
    assert not Tag.objects.exists()


def test_taking_away_needs_no_yes_and_touches_nobody_else(tagged, ben):
    tag_oneself(topic=Topic.SLEEP, lived=Lived.NOW, seen_by=TagSeen.ME, by=ben)
    withdraw(by=tagged)

    take_tag_away(topic=Topic.SLEEP, by=tagged)

    assert (len(kept(tagged)), len(kept(ben))) == (2, 1)


def test_the_archive_holds_them(tagged):
    assert _export(tagged)["lived_with"][1] == {
        "what": "loss",
        "when": "past",
        "who_may_read_it": "two",
    }


def test_a_topic_is_tagged_once(tagged, ben):
    Tag.objects.create(person=ben, topic=Topic.SLEEP)

    with (
        pytest.raises(IntegrityError, match=r"a_topic_is_tagged_once|tag\.person_id"),
        transaction.atomic(),
    ):
        Tag.objects.create(person=tagged, topic=Topic.SLEEP)
