"""Who leads in safeguarding, when they can be called, and who is called now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from community.accounts.models import FormerName, Person
from community.notifications.models import Preference
from community.record.models import Entry
from community.safety import care, duty, on_call, rota
from community.safety.enums import Rung
from community.safety.models import Call, Item
from community.safety.rota import SAFEGUARDING, Line
from community.safety.rules import Reach
from community.safety.tell import safeguarding, who_may_look


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who leads: first the lead, then who stands in. `is_here`: on duty or on call now.
    `until`: their own hours run until then. `back_at`: when they begin again. `rests`: on a break,
    and reached by nobody."""

    person: int
    name: str
    is_here: bool = False
    until: datetime | None = None
    back_at: datetime | None = None
    rests: bool = False
    has_hours: bool = False

    @property
    def can_be_reached(self) -> bool:
        """Whether they said that they can be called at this moment."""
        return self.is_here or self.until is not None


@dataclass(frozen=True, slots=True)
class Leads:
    """Those who lead, and to whom of them something goes now. `to` None: nobody can be reached;
    `first_back` is who comes soonest, where anybody wrote it down."""

    every: Sequence[Lead]
    to: Lead | None
    first_back: Lead | None

    @property
    def is_to_the_lead(self) -> bool:
        """Whether the lead is reached, and nobody has to stand in."""
        return self.to is not None and self.to.person == self.every[0].person


@dataclass(frozen=True, slots=True)
class LeadCall:
    """Somebody who leads was called to an item, and has done something there since, or not yet."""

    name: str
    at: datetime
    has_answered: bool


def former_names(item: Item, reach: Reach) -> list[str]:
    """What whoever the item is about was called before: for those who lead alone."""
    if not reach.everywhere or item.about_id is None:
        return []
    return [one.name for one in FormerName.objects.filter(person=item.about_id)]


def safeguarding_leads(*, now: datetime) -> list[Lead]:
    """The longest in the role first. Five small queries."""
    held = safeguarding()
    names = dict(Person.objects.filter(pk__in=held).values_list("pk", "handle"))
    here = set(duty.standing_by(now=now).values_list("person_id", flat=True))
    here |= set(on_call.now_on_call(now=now).values_list("person_id", flat=True))
    rest = _on_a_break(held, now=now)
    hours = [line for line in rota.every_line() if line.place == SAFEGUARDING]
    return [
        _lead(
            person,
            names[person],
            [line for line in hours if line.person == person],
            is_here=person in here,
            rests_until=rest.get(person),
            now=now,
        )
        for person in held
    ]


def leads_now(*, now: datetime, besides: Collection[int] = ()) -> Leads:
    """Whom something goes to now, of those who are not `besides`: the lead within their hours, else
    who stands in within theirs."""
    every = safeguarding_leads(now=now)
    asked = [one for one in every if one.person not in besides]
    coming = [one for one in asked if one.back_at is not None]
    return Leads(
        every,
        to=next((one for one in asked if one.can_be_reached), None),
        first_back=min(coming, key=lambda one: one.back_at or now, default=None),
    )


def lead_for(item: Item, *, by: int, now: datetime) -> Leads:
    """The same for an item: never to who does not look at it, and not to who asks; who asked not to
    be called to such things only where nobody else can be."""
    held = set(safeguarding())
    closed_to = held - set(who_may_look(item, besides=by))
    gently = leads_now(now=now, besides=closed_to | care.rather_not(held, item.signals))
    return gently if gently.to is not None else leads_now(now=now, besides=closed_to)


def lead_called_to(item: Item) -> LeadCall | None:
    """Who was called last as the one who leads, where it was one of them. Two small queries."""
    calls = Call.objects.filter(item=item, rung=Rung.LEAD, person__isnull=False)
    call = calls.select_related("person").order_by("-at", "-pk").first()
    if call is None or call.person is None:
        return None
    return LeadCall(call.person.handle, call.at, has_answered=has_answered(call))


def has_answered(call: Call) -> bool:
    """Whether whoever was called has done anything about the item since: read it, taken it, left a
    note. A page that was only opened is no answer."""
    since = Entry.objects.filter(by=call.person_id, at__gte=call.at)
    return since.filter(data__item=call.item_id).exists()


def _on_a_break(people: Sequence[int], *, now: datetime) -> dict[int, date]:
    today = timezone.localdate(now, timezone=rota.zone())
    resting = Preference.objects.filter(person__in=people, rests_until__gte=today)
    found = resting.values_list("person_id", "rests_until")
    return {person: until for person, until in found if until is not None}


def _lead(
    person: int,
    name: str,
    hours: list[Line],
    *,
    is_here: bool,
    rests_until: date | None,
    now: datetime,
) -> Lead:
    since = now
    if rests_until is not None:
        since = datetime.combine(rests_until + timedelta(days=1), datetime.min.time(), rota.zone())
    turns = rota.turns(hours, since=since, until=since + rota.AHEAD)
    until: datetime | None = None
    back_at: datetime | None = None
    for turn in turns:
        if rests_until is None and turn.begins <= (until or now):
            until = max(until or turn.ends, turn.ends)
        elif back_at is None:
            back_at = max(turn.begins, since)
    return Lead(
        person,
        name,
        is_here=is_here,
        until=until,
        back_at=back_at,
        rests=rests_until is not None,
        has_hours=bool(hours),
    )
