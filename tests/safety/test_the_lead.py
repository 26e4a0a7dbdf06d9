"""Who leads in safeguarding can be called in hours they wrote down; else who stands in; else it is said
that nobody can."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone

from community.accounts.enums import Role
from community.accounts.models import Grant
from community.notifications.models import Notification, Preference
from community.record.models import Entry
from community.refusal import Refused
from community.safety import rota, sending_calls
from community.safety.actions import clocks, desk
from community.safety.actions import rota as act
from community.safety.enums import ItemKind, ItemState, Level, Rung
from community.safety.models import Call, Item, NotMe, RotaLine, RotaOff
from community.safety.queries_leads import _lead, leads_now
from community.safety.rota import SAFEGUARDING, Line
from tests.people import browser_of, by_day_and_night, on_duty, person
from tests.safety.conftest import on_desk

LONDON = ZoneInfo("Europe/London")
NINE, FIVE, TEN, SEVEN = time(9), time(17), time(22), time(7)
MINUTE = timedelta(minutes=1)


def at(day, hour, minute=0, *, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)  # 23 November is a Monday


def down(weekday, begins=NINE, ends=FIVE, off=()):
    return Line(1, SAFEGUARDING, 1, "hana", weekday, begins, ends, frozenset(off))


# lines, on a break until, now; then: until when they can be called, and from when again
HOURS = {
    "in the middle": ([down(0)], None, at(23, 12), (at(23, 17), at(30, 9))),
    "before": ([down(0)], None, at(23, 8, 59), (None, at(23, 9))),
    "at the end": ([down(0)], None, at(23, 17), (None, at(30, 9))),
    "two that meet": ([down(0), down(0, FIVE, TEN)], None, at(23, 12), (at(23, 22), at(30, 9))),
    "past midnight": ([down(6, TEN, SEVEN)], None, at(23, 1), (at(23, 7), at(29, 22))),
    "a day off": ([down(0, off=[date(2026, 11, 23)])], None, at(23, 12), (None, at(30, 9))),
    "the night before a day off": (
        [down(day, TEN, SEVEN, off=[date(2026, 11, 23)]) for day in (6, 0)],
        None,
        at(23, 1),
        (at(23, 7), at(29, 22)),
    ),
    "on a break": ([down(0), down(1)], date(2026, 11, 23), at(23, 12), (None, at(24, 9))),
    "a break that ends at night": (
        [down(day, TEN, SEVEN) for day in range(7)],
        date(2026, 11, 23),
        at(23, 23),
        (None, at(24, 0)),
    ),
    "no hours": ([], None, at(23, 12), (None, None)),
    # The clock goes back on 25 October and forward on 28 March: seven is seven on the wall.
    "a long night": (
        [down(5, TEN, SEVEN)],
        None,
        datetime(2026, 10, 25, 6, 30, tzinfo=UTC),
        (datetime(2026, 10, 25, 7, tzinfo=UTC), at(31, 22, month=10)),
    ),
    "a short night": (
        [down(5, TEN, SEVEN)],
        None,
        datetime(2026, 3, 29, 6, 30, tzinfo=UTC),
        (None, at(4, 22, month=4)),
    ),
}


def test_hours_are_by_the_clock_of_the_place_overnight_and_when_it_changes(settings):
    assert settings.TIME_ZONE == "Europe/London"
    found = {
        name: _lead(1, "hana", lines, is_here=False, rests_until=rests, now=now)
        for name, (lines, rests, now, _expected) in HOURS.items()
    }

    said = {name: (lead.until, lead.back_at) for name, lead in found.items()}
    assert said == {name: expected for name, (*_given, expected) in HOURS.items()}


@pytest.fixture
def lotte(hana):
    """Hana leads and Lotte stands in. Both proved an address."""
    somebody = person("lotte-fen")
    for one in (hana, somebody):
        Grant.objects.create(person=one, role=Role.SAFEGUARDING_LEAD)
        address = f"{one.handle}@mail.example"
        EmailAddress.objects.create(user=one, email=address, verified=True, primary=True)
    return somebody


@pytest.fixture
def now():
    return timezone.now()


def around(moment, who):
    """Hours of theirs that run at this moment."""
    here = moment.astimezone(rota.zone())
    begins, ends = here - timedelta(hours=1), here + timedelta(hours=2)
    line = RotaLine.objects.create(
        place=SAFEGUARDING,
        person=who,
        weekday=begins.weekday(),
        begins=begins.time().replace(second=0, microsecond=0),
        ends=ends.time().replace(second=0, microsecond=0),
    )
    rota.forget()
    return line, begins.date()


def mailed():
    return sorted(letter.to[0].split("@")[0] for letter in mail.outbox)


def called(rung):
    return set(Call.objects.filter(rung=rung).values_list("person__handle", flat=True))


def test_it_goes_to_the_lead_else_to_who_stands_in_else_to_nobody(hana, lotte, emil, room, now):
    def to():
        rota.forget()
        found = leads_now(now=now)
        return found.to.name if found.to else None

    nobody = to()
    around(now, lotte)
    stands_in = to()
    line, day = around(now, hana)
    lead = to()
    free = RotaOff.objects.create(line=line, day=day)
    day_off = to()
    free.delete()
    rest = Preference.objects.create(person=hana, rests_until=timezone.localdate(now))
    on_a_break = to()
    rest.delete()
    Grant.objects.filter(person=hana, role=Role.SAFEGUARDING_LEAD).update(ended_at=now)
    no_more = to()

    assert (nobody, lead) == (None, "hana-cove")
    assert {stands_in, day_off, on_a_break, no_more} == {"lotte-fen"}
    assert not [line for line in rota.lines() if line.place == SAFEGUARDING]  # nobody comes for it


def test_the_one_who_can_be_called_is_and_everybody_if_there_is_no_answer(
    hana, lotte, item, emil, now
):
    """It was taken, and does not hurry: it leaves the house all the same."""
    desk.take(item=item.pk, by=emil)
    around(now, lotte)

    desk.call_lead(item=item.pk, situation="child", by=emil)
    sending_calls.send_due(timezone.now())
    first = (called(Rung.LEAD), mailed())
    clocks.tick(now + clocks.LEAD_ANSWERS - MINUTE)
    before = called(Rung.LEADS)
    for minutes in (1, 2, 3):
        clocks.tick(timezone.now() + clocks.LEAD_ANSWERS + minutes * MINUTE)

    assert first == ({"lotte-fen"}, ["lotte-fen"])
    assert (before, called(Rung.LEADS)) == (set(), {"hana-cove", "lotte-fen"})
    assert Notification.objects.filter(person=hana, kind="item_raised").count() == 1
    assert Item.objects.get().taken_by == emil


def test_an_answer_calls_nobody_else_and_asking_again_calls_all(hana, lotte, item, emil, now):
    around(now, lotte)
    lead = desk.call_lead(item=item.pk, situation="child", by=emil)
    desk.leave_note(item=item.pk, by=lotte, words="I have it, I ring you at ten.")
    clocks.tick(timezone.now() + clocks.LEAD_ANSWERS + MINUTE)
    answered = called(Rung.LEADS)
    page = browser_of(emil).get(f"/desk/items/{item.pk}/").text

    again = desk.call_lead(item=item.pk, situation="child", by=emil)

    assert (lead.name, again, answered) == ("lotte-fen", None, set())
    assert "has been here since" in page
    assert called(Rung.LEADS) == {"hana-cove", "lotte-fen"}


def test_who_does_not_look_at_it_and_who_asks_are_passed_over(hana, lotte, item, emil, now):
    around(now, hana)
    around(now, lotte)
    Item.objects.update(about=hana)
    about_the_lead = desk.call_lead(item=item.pk, situation="child", by=emil)
    Item.objects.update(about=None)
    Call.objects.all().delete()

    by_the_lead = desk.call_lead(item=item.pk, situation="child", by=hana)

    assert (about_the_lead.name, by_the_lead.name) == ("lotte-fen", "lotte-fen")


def test_who_asked_not_to_be_called_to_children_is_called_where_nobody_else_can(
    hana, lotte, item, emil, now
):
    NotMe.objects.create(person=hana, topics=["children"])
    around(now, hana)
    alone = desk.call_lead(item=item.pk, situation="child", by=emil)
    around(now, lotte)
    Call.objects.all().delete()

    beside = desk.call_lead(item=item.pk, situation="child", by=emil)

    assert (alone.name, beside.name) == ("hana-cove", "lotte-fen")


def test_cards_say_who_can_be_called_and_that_nobody_can(hana, lotte, item, emil, now):
    browser = browser_of(emil)
    path = f"/desk/items/{item.pk}/child/card/"
    nobody = browser.get(path).text
    line, _day = around(now, lotte)
    ahead = browser.get(path).text
    RotaLine.objects.update(weekday=(line.weekday + 2) % 7)
    rota.forget()
    later = browser.get(path).text
    browser.post(f"/desk/items/{item.pk}/child/call/")
    sheet = browser.get("/desk/situations/").text

    assert "has not written down when they can be called" in nobody
    assert "Nobody who leads can be reached now." in nobody
    assert "Call everybody who leads" in nobody
    assert "Now this goes to <bdi>lotte-fen</bdi>, who stands in." in ahead
    assert "Call lotte-fen" in ahead
    assert "The first who can be called is <bdi>lotte-fen</bdi>, from" in later
    assert called(Rung.LEADS) == {"hana-cove", "lotte-fen"}
    assert "Nobody who leads can be reached now." in sheet


def test_only_they_themselves_say_when_they_can_be_called(hana, lotte, emil):
    def plan(person, by):
        hours = {"weekdays": [0], "begins": TEN, "ends": SEVEN}
        act.plan(place=SAFEGUARDING, person=person, by=by, **hours)
        rota.forget()

    for who, by in [(lotte, hana), (emil, emil), (emil, hana)]:
        with pytest.raises(Refused):
            plan(who, by)
    plan(lotte, lotte)
    page = browser_of(hana).get("/desk/rota/").text

    assert [line.person for line in RotaLine.objects.all()] == [lotte]
    assert "Safeguarding lead and deputy" in page
    assert "Safeguarding lead and deputy" not in browser_of(emil).get("/desk/rota/").text


def test_who_was_asked_takes_it_over_and_whoever_had_it_is_told(hana, lotte, item, emil, room):
    on_duty(emil, room)
    desk.take(item=item.pk, by=emil)
    with pytest.raises(Refused):
        desk.take_over(item=item.pk, by=hana)
    desk.call_lead(item=item.pk, situation="child", by=emil)
    page = browser_of(hana).get(f"/desk/items/{item.pk}/").text

    desk.take_over(item=item.pk, by=hana)

    assert "Those who lead were asked for." in page
    assert (Item.objects.get().taken_by, Item.objects.get().state) == (hana, ItemState.TAKEN)
    assert Notification.objects.filter(person=emil, kind="item_taken_over").exists()
    assert Entry.objects.filter(act="take_over_item", by=hana.pk).count() == 1


def test_what_somebody_has_and_does_not_decide_is_mailed_to_those_who_lead(
    lotte, evenings, leaves, ben, emil, hana, now
):
    by_day_and_night()
    item = on_desk(
        evenings.area, level=Level.NOW, at=now, kind=ItemKind.SIGNAL, id="1", about=ben.pk
    )
    desk.take(item=item.pk, by=emil, now=now)
    for minutes in (15, 21):
        clocks.tick(now + minutes * MINUTE)

    sending_calls.send_due(now + 22 * MINUTE)

    assert mailed() == ["hana-cove", "lotte-fen"]
