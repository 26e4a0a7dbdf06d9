"""My page: a few lines of what matters now, then quiet links to the rest. Made of several
features, so it stands on the roof."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community import me_lines, me_work
from community.accounts.enums import Offer
from community.accounts.models import Person
from community.accounts.offers import SAID
from community.accounts.queries import offer_due
from community.accounts.rules import is_staff, treats_people
from community.me_lines import Ask, Line
from community.notifications.queries import News, news_of
from community.safety.own_lines import offers_danger_note
from community.safety.rules import reach_of
from community.safety.warmth import may_be_warm
from groups.enums import RoomKind, RoomState
from groups.models import Room
from groups.queries.mine import MyRoom, has_new, my_rooms
from groups.rules import may_run_groups

MORNING = 5  # o'clock


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """What matters now, and the way to everything that is one's own."""
    person, now = _person(request), timezone.now()
    rooms = my_rooms(person, now=now)
    lines = me_lines.lines(person, own=_Own(rooms, news_of(person.pk)).asks, now=now)
    on_top = {line.href for line in lines}
    return render(
        request,
        "me.html",
        {
            "lines": [line for line in lines if not line.not_now],
            "offers": [line for line in lines if line.not_now],
            "looks_for_rooms": not rooms and not is_staff(person),
            "came_with_words": not is_staff(person),
            "treats": treats_people(person),
            "work": [way for way in me_work.ways(person) if way.href not in on_top],
            "rooms_have_new": has_new(rooms),
        },
    )


@require_safe
def rooms(request: HttpRequest) -> HttpResponse:
    """Every room one sits in, those with new words first."""
    return render(
        request,
        "me_rooms.html",
        {
            "rooms": my_rooms(_person(request), now=timezone.now()),
            "treats": treats_people(_person(request)),
        },
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """The page's own lines; two of them look at the same rooms."""

    rooms: list[MyRoom]
    news: News

    @property
    def asks(self) -> dict[int, Ask]:
        return {
            10: _desk,
            20: _groups,
            22: _library,
            24: _house,
            30: self.answered,
            40: self.tonight,
            58: self.door,
            60: _small_thing,
        }

    def answered(self, person: Person, now: datetime) -> Line | None:
        """A notice, in its own words where it is the only one; else the room in which somebody
        wrote since one was there."""
        if (notice := self.news.only) is not None:
            opens = reverse("notifications:open", args=[notice.id])
            return Line(notice.path, notice.sentence, is_new=True, opens=opens)
        if self.news.some:
            return Line("/me/notices/", _("Something waits for you"), is_new=True)
        mine = self._with_new()
        return _room_line(mine) if mine else None

    def tonight(self, person: Person, now: datetime) -> Line | None:
        """The room to go to now: where the team is, else the one that meets next before the night is
        over, else one whose team comes back until then. Quiet where nothing is on."""
        on = self._on(now)
        return _room_line(min(on, key=_how_soon)) if on else None

    def door(self, person: Person, now: datetime) -> Line | None:
        """The way to one's room where nothing is on: to the one that meets next, else to any."""
        others = self._others()
        return _room_line(min(others, key=_how_soon)) if others and not self._on(now) else None

    def _on(self, now: datetime) -> list[MyRoom]:
        night_ends = _night_ends(now)
        return [mine for mine in self._others() if _is_on(mine, until=night_ends)]

    def _others(self) -> list[MyRoom]:
        """Open rooms beside the one in which somebody wrote."""
        shown = None if self.news.some else self._with_new()
        return [m for m in self.rooms if m is not shown and m.room.state == RoomState.OPEN]

    def _with_new(self) -> MyRoom | None:
        return next((mine for mine in self.rooms if mine.has_new), None)


def _night_ends(now: datetime) -> datetime:
    """Five in the morning, by the reader's clock: until then it is tonight."""
    here = timezone.localtime(now)
    day = here.date() if here.hour < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, time(MORNING), tzinfo=here.tzinfo)


def _is_on(mine: MyRoom, *, until: datetime) -> bool:
    """Whether somebody is there, or a meeting or the team comes before then."""
    opening = mine.opening
    if opening is None:
        return False
    if opening.here or opening.is_on:
        return True
    comes = opening.meeting or opening.at
    return comes is not None and comes < until


def _how_soon(mine: MyRoom) -> tuple[bool, datetime, bool, bool]:
    is_here = mine.opening is not None and mine.opening.here
    meets = mine.opening.meeting if mine.opening else None
    at = meets or datetime.max.replace(tzinfo=UTC)
    return not is_here, at, mine.room.kind != RoomKind.LIVE, not mine.has_new


def _room_line(mine: MyRoom) -> Line:
    return Line(
        mine.room.get_absolute_url(),
        mine.room.title,
        is_new=mine.has_new,
        side=_other_title(mine.room),
        opening=mine.opening,
    )


def _other_title(room: Room) -> str:
    """The group's title, where it says more than the room's."""
    title = room.group.title if room.group else ""
    return "" if title == room.title else title


def _desk(person: Person, now: datetime) -> Line | None:
    return None if reach_of(person).is_empty else Line("/desk/", me_work.DESK)


def _groups(person: Person, now: datetime) -> Line | None:
    return Line("/groups/run/", _("Run the groups")) if may_run_groups(person) is None else None


def _library(person: Person, now: datetime) -> Line | None:
    return Line(me_work.library(), me_work.LIBRARY) if me_work.may_write(person) else None


def _house(person: Person, now: datetime) -> Line | None:
    if not me_work.runs_the_house(person):
        return None
    return Line(reverse("opening:points"), me_work.OPENING)


def _small_thing(person: Person, now: datetime) -> Line | None:
    """What can wait until somebody came back, one at a time: first the way back in, after a week
    the sealed note, then the rest, which is for calm days."""
    offer = offer_due(person, now=now)
    is_member = not (is_staff(person) or treats_people(person))
    if offer != Offer.CODE and is_member and offers_danger_note(person, now=now):
        return _note_for_danger()
    if offer is None or (offer != Offer.CODE and may_be_warm({person.pk}, now) is not None):
        return None
    said = SAID[offer]
    return Line(
        said.href,
        said.title,
        about=said.about,
        label=said.label,
        not_now=reverse("accounts:not_now", args=[offer]),
    )


def _note_for_danger() -> Line:
    """Who or where, should somebody be in danger. Only an offer, and none to the team."""
    return Line(
        reverse("safety:danger"),
        _("If you were in danger, who should know?"),
        about=_("We do not know where you are. A sealed note can say who, or where."),
        label=_("Look at it"),
        not_now=reverse("accounts:not_now", args=[Offer.DANGER]),
    )


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # the gate lets nobody else in
    return request.user
