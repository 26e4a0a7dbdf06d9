"""How soon the team answered: against what it promised, and never of fewer than five."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety import numbers
from community.safety.actions import desk
from community.safety.enums import Level
from community.safety.numbers import row_of
from groups.models import MembersFold, Message
from tests.people import browser_of, on_duty
from tests.safety.conftest import on_desk
from tests.words import say

MINUTE = timedelta(minutes=1)


def test_the_middle_and_nine_of_ten_are_of_all_that_came():
    row = row_of(Level.NOW, 5 * MINUTE, [n * MINUTE for n in range(1, 11)])

    assert (row.count, row.in_time, row.middle, row.nearly_all) == (
        10,
        50,
        5.5 * MINUTE,
        9 * MINUTE,
    )


def test_what_nobody_has_taken_is_not_in_time_and_the_longest():
    row = row_of(Level.NOW, 5 * MINUTE, [MINUTE, MINUTE, None, None, None])

    assert (row.count, row.in_time, row.middle, row.nearly_all) == (5, 40, None, None)


def test_fewer_than_five_show_nothing():
    row = row_of(Level.NOW, 5 * MINUTE, [MINUTE] * 4)

    assert (row.count, row.in_time, row.middle, row.nearly_all) == (None, None, None, None)


def test_the_page_counts_from_coming_to_taking(evenings, leaves, emil, hana):
    at = timezone.now() - timedelta(hours=1)
    for number in range(5):
        item = on_desk(evenings.area, level=Level.TODAY, at=at, id=str(number))
        if number:
            desk.take(item=item.pk, by=emil)

    found = {row.level: row for row in numbers.numbers(now=timezone.now()).rows}
    page = browser_of(hana).get("/desk/numbers/").content.decode()

    assert (found[Level.TODAY].count, found[Level.TODAY].in_time) == (5, 80)
    assert found[Level.NOW].count is None
    assert "80 %" in page
    assert "fewer than five" in page
    assert "emil-ash" not in page


def test_what_members_folded_and_what_of_it_stood_is_counted_from_five_on(room, ana, emil, hana):
    on_duty(emil, room)
    said = [Message.objects.get(seq=say(ana, room, "Words.").seq) for _ in range(6)]
    over = {"ended_at": timezone.now(), "ended_by": emil.pk, "outcome": "stood"}
    for message in said[:4]:
        MembersFold.objects.create(message=message, author=ana, **over)
    four = numbers.numbers(now=timezone.now())
    for message in said[4:]:
        MembersFold.objects.create(message=message, author=ana)
    six = numbers.numbers(now=timezone.now())

    assert [(one.folded, one.overturned) for one in (four, six)] == [(None, None), (6, None)]
    assert "6 were folded by members" in browser_of(hana).get("/desk/numbers/").text


@pytest.mark.parametrize("who", ["emil", "ana", "cleo", "ola"])
def test_only_those_who_lead_read_it(who, request, evenings):
    assert browser_of(request.getfixturevalue(who)).get("/desk/numbers/").status_code == 404
