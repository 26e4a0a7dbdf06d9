"""Those who run mentoring choose with somebody; what is for the two alone they do not read."""

import pytest

from mentoring.actions import saying_more
from mentoring.actions.cohort import ask_for
from mentoring.actions.saying_more import More
from mentoring.models import Mentor, Offer
from tests.mentoring.conftest import HOPES, one_more
from tests.mentoring.reading import sent, words
from tests.mentoring.test_cohort import ask
from tests.people import browser_of

pytestmark = pytest.mark.thorough
SHARED = "You both asked for a diagnosis to count"


def test_a_coordinator_chooses_among_those_who_fit(ana, mentor, hana):
    kit = one_more("kit-dale", topics=[])
    request = ask(ana)
    browser = browser_of(hana)
    assert "Choose with them : ana-lark" in words(browser, "/mentoring/run/")

    found = words(browser, f"/mentoring/run/plan/{request.pk}/")
    assert found.index("dora-wren") < found.index("kit-dale")
    assert "Has not said anything about: sleep." in found
    assert HOPES not in found
    sent(browser, "/mentoring/run/plan/one/", {"request": request.pk, "mentor": kit.pk})

    assert Offer.objects.get().mentor == kit
    late = browser.get(f"/mentoring/run/plan/{request.pk}/", follow=True)
    assert "This has been taken back or answered meanwhile." in late.content.decode()
    for somebody in (ana, mentor.person):
        assert browser_of(somebody).get(f"/mentoring/run/plan/{request.pk}/").status_code == 404


def test_that_a_diagnosis_counts_is_read_by_nobody_who_chooses(ana, mentor, hana):
    Mentor.objects.update(named="ocd")
    request = saying_more.say_more(request=ask(ana), more=More(diagnosis=["ocd"]), by=ana)

    assert SHARED not in words(browser_of(ana), "/mentoring/choose/")
    for page in ("/mentoring/run/plan/", f"/mentoring/run/plan/{request.pk}/"):
        found = words(browser_of(hana), page)
        assert "dora-wren" in found
        assert SHARED not in found


def test_who_was_chosen_for_somebody_is_no_black_box(ana, mentor, hana):
    request = ask(ana, topics=["sleep", "loss"])
    assert "the team may ask somebody for you" in words(browser_of(ana), "/mentoring/ask/")

    ask_for(request=request, mentor=mentor.pk, by=hana)

    found = words(browser_of(ana), "/mentoring/")
    assert "What dora-wren brings, and why it may fit The team asked them for you." in found
    assert "Seven years of shift work." in found
    assert "Knows from their own life: sleep." in found
    assert "Has not said anything about: losing someone." in found
