"""Moments are said as people say them: the day only where it is not today."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from community.templatetags.face import when


def at_ten_46(days):
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(10, 46)))


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "yesterday, 10:46"), (0, "10:46"), (1, "tomorrow, 10:46")]
)
def test_days_that_are_near_have_names(days, words):
    assert when(at_ten_46(days)) == words


def test_other_days_are_said_with_their_date():
    moment = at_ten_46(5)

    assert when(moment) == f"{moment.day} {moment:%b}, 10:46"


def test_what_has_no_moment_says_nothing():
    assert when(None) == ""
