"""Calling people to an item, rung by rung: on the screen at once, by mail and pager through a row
that the ticker sends. Inside the transaction of what caused it, so that nothing is called in vain.

No mail is waited for, and none stops the next rung: a row that cannot leave is tried again while
the clocks go on.
"""

from collections.abc import Iterable
from datetime import datetime

from community.accounts.models import Person
from community.house import queries as house
from community.house.hours import state
from community.notifications.actions import notify
from community.record import write as record
from community.safety import care, clocks, duty, on_call, places
from community.safety.enums import ItemKind, ItemState, Level, Rung
from community.safety.models import Call, Item
from community.safety.subjects import HOUSE
from community.safety.tell import leads, moderators_of, path_of, who_may_look

KIND = {
    Rung.FIRST: "item_called",
    Rung.AREA: "item_late",
    Rung.LEAD: "item_raised",
    Rung.LEADS: "item_raised",
}


def call_first(item: Item, *, now: datetime) -> None:
    """Whoever is on duty or on call, for what hurries, first those who did not ask to be left out; where nobody is, everybody who looks after
    the place, at once. A report that nobody else could look at goes to those who lead as well. The
    caller holds the item."""
    if Level(item.level) not in clocks.CALLED_AT_ONCE or item.state != ItemState.OPEN:
        return
    item.called_at = now
    there = who_is_there(item.area, now=now) & set(who_may_look(item, besides=0))
    there = there - care.rather_not(there, item.signals) or there
    if there:
        call(item, Rung.FIRST, there, now=now)
    if not there and item.level == Level.NOW:
        item.late_told_at = now
        call_area(item, now=now)
    if not there and item.kind == ItemKind.REPORT:
        item.late_raised_at = now
        call_leads(item, now=now)
    item.save(update_fields=["called_at", "late_told_at", "late_raised_at"])


def call_area(item: Item, *, now: datetime) -> None:
    """Everybody who moderates there. The room of a pair has no moderators: those who lead hear at
    once."""
    call(item, Rung.AREA, moderators_of(item.area) or leads(), now=now)


def call_leads(item: Item, *, now: datetime) -> None:
    """Coordinators and the safeguarding lead."""
    call(item, Rung.LEADS, leads(), now=now)


def call_lead(item: Item, lead: int, *, now: datetime) -> None:
    """The safeguarding lead alone, or who stands in, within the hours they wrote down: somebody of
    the team asks for them, so it leaves the house at once, however little it hurries."""
    call(item, Rung.LEAD, [lead], now=now)


def call(item: Item, rung: Rung, people: Iterable[int], *, now: datetime) -> None:
    """Calls those of them who may look, and the operator's pager. Once a level and rung."""
    may = set(people) & set(who_may_look(item, besides=0))
    reachable = _by_mail(item, rung, may, now=now)
    for person in Person.objects.filter(pk__in=may).order_by("pk"):
        notify(person=person, kind=KIND[rung], path=path_of(item))
        _row(item, rung, person=person, now=now, leaves=person.pk in reachable)
    hurries = rung == Rung.LEAD or Level(item.level) in clocks.CALLED_AT_ONCE
    if clocks.current().pager_url and hurries:
        _row(item, rung, person=None, now=now, leaves=True)
    record.write(
        act=KIND[rung],
        by=None,
        subject=item.subject,
        area=item.area,
        data={"item": item.pk},
        at=now,
    )


def _row(item: Item, rung: Rung, *, person: Person | None, now: datetime, leaves: bool) -> None:
    Call.objects.get_or_create(
        item=item,
        level=item.level,
        rung=rung,
        person=person,
        defaults={"at": now, "due_at": now if leaves else None},
    )


def who_is_there(area: str, *, now: datetime) -> set[int]:
    """By number: who is on duty for the area, and who said that they can be called."""
    leases = duty.standing_by(now=now)
    if area != HOUSE:
        leases = leases.filter(place__in=[place.key for place in places.of_areas([area])])
    on_duty = set(leases.values_list("person_id", flat=True))
    return on_duty | on_call.who_is(area, now=now)


def _by_mail(item: Item, rung: Rung, people: set[int], *, now: datetime) -> set[int]:
    """Who is also mailed at once. At night only those who said yes; what does not hurry leaves the
    house by the ordinary mail alone. Who leads within their own hours said yes by writing them."""
    if rung == Rung.LEAD:
        return people
    if Level(item.level) not in clocks.CALLED_AT_ONCE:
        return set()
    if rung == Rung.FIRST or state(house.hours(), now=now).within:
        return people
    return people & on_call.who_is(item.area, now=now)
