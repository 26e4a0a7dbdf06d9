"""A practice room with scripted cases: tried where nobody waits, and nothing is kept."""

import pytest

from community.record.models import Entry
from community.safety.models import Item
from community.safety.practice import ACTS, CASES
from community.screening import screen
from tests.people import browser_of


def test_every_case_has_an_answer_and_a_reason():
    assert [one for one in CASES if not (one.fits and one.fits <= set(ACTS) and str(one.why))] == []
    assert len({one.level for one in CASES}) == 4


def test_the_turn_of_speech_is_one_for_the_program_too():
    assert str(screen(str(CASES[4].words)).level) == "none"


def test_an_answer_is_met_with_what_fits_and_kept_nowhere(emil, evenings):
    browser = browser_of(emil)
    first = browser.get("/desk/practice/", follow=True).content.decode()
    wrong = browser.post("/desk/practice/1/", {"level": "calm", "act": "leave"}).content.decode()
    right = browser.post("/desk/practice/1/", {"level": "now", "act": "stay"}).content.decode()

    assert "Tonight it ends." in first
    assert "What we would look for" in wrong
    assert "That fits" in right
    assert (Item.objects.count(), Entry.objects.count()) == (0, 0)


@pytest.mark.parametrize("path", ["/desk/practice/", "/desk/practice/1/", "/desk/practice/99/"])
def test_it_is_the_teams_alone(path, ana, emil, evenings):
    assert browser_of(ana).get(path).status_code == 404
    assert browser_of(emil).get("/desk/practice/99/").status_code == 404
