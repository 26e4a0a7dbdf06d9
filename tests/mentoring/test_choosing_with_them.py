"""Those who run mentoring choose with somebody; what is for the two alone they do not read."""

import pytest

from mentoring.actions import saying_more
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


def test_that_a_diagnosis_counts_is_read_by_the_two_alone(ana, mentor, hana):
    Mentor.objects.update(named="ocd")
    request = saying_more.say_more(request=ask(ana), more=More(diagnosis=["ocd"]), by=ana)

    assert SHARED in words(browser_of(ana), "/mentoring/choose/")
    for page in ("/mentoring/run/plan/", f"/mentoring/run/plan/{request.pk}/"):
        found = words(browser_of(hana), page)
        assert "dora-wren" in found
        assert SHARED not in found
