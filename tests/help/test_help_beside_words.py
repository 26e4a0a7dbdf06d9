"""The help beside heavy words of one's own says honestly when somebody from the team is there."""

from datetime import datetime, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from community.house import queries as house
from community.safety import rota
from community.safety.models import RotaLine
from community.templatetags.face import when
from tests.people import browser_of, by_day_and_night, on_duty, staffed


def who(browser, room):
    """What the help at the box says of the team."""
    page = BeautifulSoup(browser.get(room.get_absolute_url()).content, "html.parser")
    found = page.select("#help-near #help-who")
    assert len(found) == 1
    return " ".join(found[0].get_text(" ").split())


@pytest.fixture
def night():
    """The team went home an hour ago and is back in six: then."""
    here = timezone.localtime()
    back = (here + timedelta(hours=6)).replace(minute=0, second=0, microsecond=0)
    staffed(back.time(), (here - timedelta(hours=1)).time())
    return back


def is_down(emil, room, *, on):
    """Emil is down for the room, from nine, on one day ahead."""
    RotaLine.objects.create(
        place=room.place, person=emil, weekday=on.weekday(), begins=time(9), ends=time(10)
    )
    rota.forget()
    return datetime.combine(on, time(9), tzinfo=rota.zone())


def test_the_help_beside_heavy_words_says_when_somebody_is_there(ana, emil, room, wall, night):
    browser = browser_of(ana)
    at_night = who(browser, room), who(browser, wall)
    planned = is_down(emil, room, on=timezone.localdate() + timedelta(days=3))
    by_the_rota = who(browser, room)
    by_day_and_night()
    house.forget()
    RotaLine.objects.all().delete()
    rota.forget()
    by_day = who(browser, room), who(browser, wall)
    lease = on_duty(emil, room)
    there = who(browser, room)
    lease.until = timezone.now()
    lease.save()
    gone = who(browser, room)

    until = f"Nobody from our team is here until {when(night)}."
    assert at_night == (until, until)
    assert by_the_rota == f"Nobody from our team is here until {when(planned)}."
    assert by_day[0] == gone == "Nobody from our team is here right now."
    assert by_day[1].startswith("Our team reads what is written here by ")
    assert by_day[1].endswith(", and may not see it before.")
    assert there == "Talk to emil-ash alone"
