"""What brings you here: groups that fit a person's own words."""

import pytest

from groups.models import SupportGroup
from groups.queries.suggest import suggest
from tests.people import group


def made(slug, title, speaks_of, **more):
    found = group(slug, title=title)
    SupportGroup.objects.filter(pk=found.pk).update(speaks_of=speaks_of, **more)
    return found


@pytest.fixture
def groups(db):
    made("front", "The front room", "new\nhello", is_welcome=True)
    made("nights", "Long evenings", "can't sleep\nsleep\nnights\nawake")
    made("heavy", "Heavy days", "pointless\nlow\nno energy\ndepressed")
    made("busy", "Busy mind", "worried\nworry\npanic\nanxious")
    made("loss", "After a loss", "lost my\nmiss my\nfuneral", is_private=True)


def answers(words):
    return [(found.group.slug, found.words) for found in suggest(words)]


def test_her_own_words_are_the_reason(groups):
    words = "can't sleep, everything is pointless, I don't want to be here any more."

    assert answers(words) == [("nights", ("can't sleep",)), ("heavy", ("pointless",))]


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("I cannot sleep", "nights"),
        ("cant sleep", "nights"),
        ("I can’t sleep", "nights"),
        ("Sleeping is hard", "nights"),
        ("so much WORRYING", "busy"),
        ("my worries", "busy"),
        ("it is all about depression", "heavy"),
        ("I lost my mum", "loss"),
        ("so stressed, worn down", "front"),
        ("slow days at work", "heavy"),
        ("the funeral", "loss"),
    ],
)
def test_a_word_is_found_in_its_forms(groups, words, slug):
    assert answers(words)[0][0] == slug


def test_at_most_three_are_named(groups):
    words = "I lost my cat, I worry, I am awake all night and it is pointless"

    assert len(answers(words)) == 3


def test_more_of_their_words_come_first(groups):
    words = "worry, panic, anxious, and I sleep badly"

    assert answers(words)[0] == ("busy", ("worry", "panic", "anxious"))


@pytest.mark.parametrize("words", ["", "   ", "xyzzy", "42", "…!?", "\u202e\u0000"])
def test_where_nothing_fits_the_welcome_group_is_named(groups, words):
    assert answers(words) == [("front", ())]


def test_without_a_welcome_group_nothing_is_made_up(db):
    assert suggest("hello") == []


def test_closed_and_unlisted_groups_are_never_named(groups):
    SupportGroup.objects.filter(slug="nights").update(is_private=True, is_unlisted=True)
    SupportGroup.objects.filter(slug="busy").update(state="closed", closed_at="2026-01-01T00:00Z")

    assert answers("I cannot sleep and I worry") == [("front", ())]


def test_parts_of_other_words_do_not_count(groups):
    assert answers("a pillow, below the anxiousness of no funerary") == [("busy", ("anxiousness",))]


def test_it_takes_one_query(groups, django_assert_num_queries):
    with django_assert_num_queries(1):
        suggest("I cannot sleep and I worry")


def test_a_very_long_text_is_answered_at_once(groups):
    assert answers("la " * 5_000 + "panic")[0] == ("busy", ("panic",))
