"""What came of asking, by how matching was set; nothing under five is shown or can be worked out."""

from collections import Counter

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from mentoring.actions.fitting import set_fitting
from mentoring.few import LEAST, hide_few
from mentoring.matching.leanings import weights_of
from mentoring.models import Offer
from mentoring.queries import outcomes
from tests.mentoring.conftest import asked
from tests.mentoring.reading import words
from tests.people import browser_of, person


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([20, 8, 7, 6], [20, 8, 7, 6]),
        ([20, 8, 3, 4], [20, 8, None, None]),  # seven together
        ([20, 8, 7, 2], [20, 8, None, None]),  # two alone could be worked out
        ([20, 0, 0, 0], [None, None, None, None]),
        ([4, 0, 0, 0], [None, None, None, None]),
    ],
)
def test_few_are_hidden_and_cannot_be_worked_out(counts, shown):
    assert list(hide_few(dict(zip("abcd", counts, strict=True))).values()) == shown


@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 12), min_size=1))
def test_what_is_hidden_is_many_together_or_everything(counts):
    found = hide_few(counts)

    hidden = [counts[name] for name, shown in found.items() if shown is None]
    assert not hidden or sum(hidden) >= LEAST or len(hidden) == len(counts)
    assert all(shown is None or shown >= LEAST for shown in found.values())


def test_an_offer_keeps_how_matching_was_set(ana, ben, hana, mentor):
    assert asked(ana, mentor).setting == "plain"
    set_fitting(leaning="waiting", weights=weights_of("waiting"), answer_days=3, by=hana)
    assert asked(ben, mentor).setting == "waiting"
    by_hand = {**weights_of("waiting"), "values": 9}
    assert set_fitting(leaning="waiting", weights=by_hand, answer_days=3, by=hana).setting == "hand"


def test_each_setting_is_counted_for_itself_by_what_came_of_it():
    many = outcomes._outcome("waiting", 30, Counter(goes_on=9, good=6, not_fit=1, stopped=4))
    few = outcomes._outcome("plain", 4, Counter(goes_on=4))
    nearly_all = outcomes._outcome("hand", 12, Counter(goes_on=10))

    assert (many.asked, many.yes) == (30, 20)
    assert many.came == {"goes_on": 9, "good": 6, "not_fit": None, "stopped": None}
    assert (few.asked, few.yes, set(few.came.values())) == (None, None, {None})
    assert (nearly_all.asked, nearly_all.yes) == (12, None)


def test_only_who_runs_it_sees_the_page_and_no_name_is_on_it(ana, dora, hana, mentor):
    offer = asked(ana, mentor)
    people = [person(f"p-{number}") for number in range(5)]
    Offer.objects.all().delete()
    for somebody in people:
        Offer.objects.create(
            request=offer.request.__class__.objects.create(person=somebody),
            mentor=mentor,
            state="passed",
            score=0.5,
            setting="plain",
            answer_by=timezone.now(),
            answered_at=timezone.now(),
        )

    found = words(browser_of(hana), "/mentoring/run/outcomes/")

    assert "Everything in its measure 5" in found
    assert "dora-wren" not in found
    assert browser_of(dora).get("/mentoring/run/outcomes/").status_code == 404
