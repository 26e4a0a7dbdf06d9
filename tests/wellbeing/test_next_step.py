"""What one could do next leads where it says: to one's own plan, and to the mentor one has."""

import re

import pytest
from django.utils import timezone

from community.wellbeing import instruments
from community.wellbeing.actions import answers, days
from tests.people import browser_of

GAD_2 = instruments.get("gad-2")


def links_of(page):
    """The address of each link, by its words; a name behind them is left out."""
    found = re.findall(r'<a href="([^"]+)">([^<]+)', page)
    return {words: address for address, words in found}


def next_steps(somebody):
    """The links below a result and below one's days."""
    days.keep_day(day=timezone.localdate(), answers={"mood": 2}, line="", by=somebody)
    answers.begin(instrument=GAD_2, by=somebody)
    for item in range(2):
        answers.answer(instrument=GAD_2, item=item, value=1, by=somebody)
    done = answers.finish(instrument=GAD_2, by=somebody)
    browser = browser_of(somebody)
    pages = (f"/me/questions/gad-2/answers/{done.pk}/", "/me/days/")
    return [links_of(browser.get(page).text) for page in pages]


def test_it_leads_to_my_plan_and_to_the_room_with_my_mentor(ana, pair):
    browser = browser_of(ana)

    for links in next_steps(ana):
        assert links["Look at my plan"] == "/me/my-plan/"
        assert links["Tell my mentor"] == pair.room.get_absolute_url()
        assert "Look for a mentor" not in links
        for words in ("Look at my plan", "Tell my mentor"):
            assert browser.get(links[words]).status_code == 200


@pytest.mark.parametrize(("who", "looks"), [("ben", True), ("ines", False)])
def test_who_has_none_can_look_for_one_where_they_may(request, who, looks):
    for links in next_steps(request.getfixturevalue(who)):
        assert "Tell my mentor" not in links
        assert (links.get("Look for a mentor") == "/mentoring/") is looks


def test_help_after_question_9_leads_to_the_room_with_my_mentor(ana, lena, pair):
    browser = browser_of(ana)
    browser.post("/me/questions/phq-9/")

    sent = browser.post("/me/questions/phq-9/9/", {"answer": "1"})

    links = links_of(browser.get(sent["Location"]).text)
    assert links["Tell my mentor"] == pair.room.get_absolute_url()
