"""Who fits whom: hard rules that nothing is traded for, reasons that are true, one answer."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.accounts.enums import Topic
from mentoring.enums import Language, Style, When
from mentoring.matching.cast import PARTS, Reason, Weights
from mentoring.matching.people import Candidate, Seeker
from mentoring.matching.rank import AT_MOST, may_be_suggested, score, suggest
from mentoring.matching.words import kept, read, to_member, to_mentor

pytestmark = pytest.mark.thorough


def a_seeker(**changed):
    given = {
        "person": 1,
        "topics": frozenset({"sleep"}),
        "languages": frozenset({"en"}),
        "times": frozenset({"evening"}),
    }
    return Seeker(**{**given, **changed})


def a_mentor(**changed):
    given = {
        "mentor": 10,
        "person": 2,
        "name": "Dora",
        "topics": frozenset({"sleep"}),
        "limits": frozenset(),
        "languages": frozenset({"en", "pl"}),
        "times": frozenset({"evening", "weekend"}),
        "styles": frozenset({"listen"}),
        "free": 1,
    }
    return Candidate(**{**given, **changed})


@pytest.mark.parametrize(
    ("seeker", "mentor", "fits"),
    [
        ({}, {}, True),
        ({"topics": frozenset()}, {}, True),
        ({"person": 2}, {}, False),
        ({"never": frozenset({2})}, {}, False),
        ({}, {"free": 0}, False),
        ({}, {"free": -1}, False),
        ({"languages": frozenset({"tr"})}, {}, False),
        ({"times": frozenset({"morning"})}, {}, False),
        ({}, {"limits": frozenset({"sleep"})}, False),
        ({}, {"limits": frozenset({"loss"})}, True),
        ({}, {"topics": frozenset()}, True),
        ({"style": "practical"}, {}, True),
    ],
)
def test_hard_rules_say_who_may_be_suggested(seeker, mentor, fits):
    assert may_be_suggested(a_seeker(**seeker), a_mentor(**mentor)) is fits


@pytest.mark.parametrize(
    ("seeker", "mentor", "fits", "but"),
    [
        (
            {},
            {},
            [Reason("topics", ("sleep",)), Reason("times", ("evening",))],
            [],
        ),
        (
            {"topics": frozenset({"sleep", "work"}), "style": "listen"},
            {},
            [
                Reason("topics", ("sleep",)),
                Reason("times", ("evening",)),
                Reason("style", ("listen",)),
            ],
            [Reason("untold", ("work",))],
        ),
        (
            {"style": "practical"},
            {"shows_topics": False},
            [Reason("times", ("evening",))],
            [Reason("kept"), Reason("other_style", ("practical", "listen"))],
        ),
        (
            {"languages": frozenset({"en", "tr"})},
            {},
            [
                Reason("topics", ("sleep",)),
                Reason("times", ("evening",)),
                Reason("languages", ("en",)),
            ],
            [],
        ),
    ],
)
def test_each_suggestion_says_why_and_what_not(seeker, mentor, fits, but):
    found = suggest(a_seeker(**seeker), [a_mentor(**mentor)], Weights())[0]

    assert (list(found.fits), list(found.but)) == (fits, but)


def test_shared_experience_comes_before_a_free_place():
    knows = a_mentor(mentor=12, free=1, places=3)
    free = a_mentor(mentor=11, topics=frozenset(), free=3, places=3)

    found = suggest(a_seeker(), [free, knows], Weights())

    assert [one.mentor for one in found] == [12, 11]


def test_the_load_is_spread_among_equals():
    busy = a_mentor(mentor=10, free=1, places=3)
    idle = a_mentor(mentor=11, free=3, places=3)

    assert [one.mentor for one in suggest(a_seeker(), [busy, idle], Weights())] == [11, 10]


def test_equals_stand_in_a_fixed_order_and_at_most_five():
    many = [a_mentor(mentor=number) for number in range(9, 0, -1)]

    assert [one.mentor for one in suggest(a_seeker(), many, Weights())] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("reason", "member", "mentor"),
    [
        (
            Reason("topics", ("sleep", "low")),
            "Knows from their own life: low days, sleep.",
            "You know from your own life: low days, sleep.",
        ),
        (
            Reason("times", ("evening",)),
            "You both have time: weekday evenings.",
            "You both have time: weekday evenings.",
        ),
        (
            Reason("style", ("listen",)),
            "Meets people as you like it: mostly listening.",
            "They like how you meet people: mostly listening.",
        ),
        (Reason("languages", ("pl",)), "You both speak: Polish.", "You both speak: Polish."),
        (
            Reason("untold", ("work",)),
            "Has not said anything about: work and money.",
            "They also named, and you did not: work and money.",
        ),
        (
            Reason("kept"),
            "Keeps to themself what they have lived through.",
            "They do not know what you have lived through. You keep that to yourself.",
        ),
        (
            Reason("other_style", ("practical", "listen")),
            "Meets people another way: mostly listening.",
            "They would like: practical, step by step.",
        ),
        (
            Reason("other_style", ("practical",)),
            "Has not said how they meet people.",
            "They would like: practical, step by step.",
        ),
        (Reason("unheard_of"), "", ""),
    ],
)
def test_reasons_are_said_to_each_of_the_two(reason, member, mentor):
    assert (to_member(reason), to_mentor(reason)) == (member, mentor)


def some(words):
    return st.frozensets(st.sampled_from(sorted(words.values)), max_size=4)


SEEKERS = st.builds(
    Seeker,
    person=st.integers(1, 6),
    topics=some(Topic),
    languages=some(Language),
    times=some(When),
    style=st.sampled_from(["", *Style.values]),
    never=st.frozensets(st.integers(1, 6), max_size=3),
)
MENTORS = st.lists(
    st.builds(
        Candidate,
        mentor=st.integers(1, 10_000),
        person=st.integers(1, 6),
        name=st.just("Dora"),
        topics=some(Topic),
        limits=some(Topic),
        languages=some(Language),
        times=some(When),
        styles=some(Style),
        free=st.integers(-1, 3),
        places=st.integers(1, 3),
        shows_topics=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.mentor,
)


@given(SEEKERS, MENTORS)
@settings(max_examples=300, deadline=None)
def test_no_rule_is_ever_broken_and_no_reason_untrue(seeker, mentors):
    known = {one.mentor: one for one in mentors}

    found = suggest(seeker, mentors, Weights())

    assert len(found) == min(AT_MOST, sum(may_be_suggested(seeker, one) for one in mentors))
    for one in found:
        mentor = known[one.mentor]
        assert mentor.person not in {seeker.person, *seeker.never}
        assert mentor.free > 0
        assert seeker.languages & mentor.languages
        assert seeker.times & mentor.times
        assert not seeker.topics & mentor.limits
        assert 0 <= one.score <= 1
        assert_true(seeker, mentor, one)


def assert_true(seeker, mentor, found):
    """Every reason names exactly what the two have in common, or have not."""
    said = {reason.kind: set(reason.keys) for reason in (*found.fits, *found.but)}
    assert said["times"] == seeker.times & mentor.times
    assert said.get("style", {seeker.style}) <= mentor.styles | {""} or "style" not in said
    if mentor.shows_topics:
        assert said.get("topics", set()) == seeker.topics & mentor.topics
        assert said.get("untold", set()) == seeker.topics - mentor.topics
    else:
        assert not {"topics", "untold"} & said.keys()
    assert all(to_member(reason) and to_mentor(reason) for reason in (*found.fits, *found.but))
    assert read(kept(found.fits)) == list(found.fits)


@given(SEEKERS, MENTORS, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_asking_changes_nothing(seeker, mentors, random):
    shuffled = random.sample(mentors, len(mentors))

    assert suggest(seeker, shuffled, Weights()) == suggest(seeker, mentors, Weights())


@given(SEEKERS, MENTORS)
@settings(max_examples=100, deadline=None)
def test_nothing_hidden_moves_the_words(seeker, mentors):
    """Who keeps their topics to themself is described by the same words, whatever they ticked."""
    for one in mentors:
        hidden = {name: getattr(one, name) for name in one.__slots__}
        hidden |= {"shows_topics": False, "limits": frozenset()}
        full = Candidate(**{**hidden, "topics": frozenset(Topic.values)})
        empty = Candidate(**{**hidden, "topics": frozenset()})
        words = [
            [(s.fits, s.but) for s in suggest(seeker, [which], Weights())]
            for which in (full, empty)
        ]
        assert words[0] == words[1]


def test_without_any_weight_all_score_alike():
    assert score(a_seeker(), a_mentor(), Weights(**dict.fromkeys(PARTS, Fraction(0)))) == 0
