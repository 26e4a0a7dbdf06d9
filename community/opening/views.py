"""The points of the opening, each with one button."""

from dataclasses import dataclass, replace
from datetime import datetime

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST, require_safe

from community.accounts.models import Person
from community.house import queries
from community.house.enums import STANDS_BEHIND, Point
from community.house.models import House, OpeningPoint
from community.opening import rules
from community.opening.actions import confirm
from community.refusal import Refusal, Refused, insist

LOOK = _lazy("Look at it")
SETTINGS = (("/cms/settings/house/house/", LOOK),)
# Where what a point speaks of stands, and what each way there is called.
SETTLED_AT: dict[Point, tuple[tuple[str, Promise], ...]] = {
    Point.COUNTRY: (("/cms/snippets/help/helpline/", LOOK),),
    Point.HOURS: SETTINGS,
    Point.SAFEGUARDING: SETTINGS,
    Point.NIGHT: SETTINGS,
    Point.TEXTS: (
        ("/accounts/house-rules/", _lazy("The house rules")),
        ("/accounts/who-can-read/", _lazy("Who can read what")),
    ),
    Point.MAIL: (),
    Point.BACKUP: (),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One point as the page shows it."""

    point: Point
    said: OpeningPoint | None
    who: str
    refusal: Refusal | None
    ways: tuple[tuple[str, Promise], ...]
    is_next: bool = False  # the one thing to do now

    @property
    def is_left(self) -> bool:
        """Nobody stands behind it, or it is to be looked at again."""
        return self.said is None or self.changed_at is not None

    @property
    def can_be_confirmed(self) -> bool:
        return self.is_left and self.refusal is None

    @property
    def fixed_words(self) -> bool:
        """Whether what is missing is somebody's word behind the fixed words."""
        return self.refusal is rules.WORDS_UNREAD

    @property
    def yes(self) -> Promise:
        """The words of its button."""
        return STANDS_BEHIND[self.point]

    @property
    def changed_at(self) -> datetime | None:
        return self.said.changed_at if self.said else None


@require_safe
def opening(request: HttpRequest) -> HttpResponse:
    """What is settled, by whom and since when, and what is left."""
    person = _person(request)
    insist(rules.may_see(person))
    settings = House.load()
    points = queries.points()
    ids = {said.confirmed_by for said in points.values() if said}
    names = dict(Person.objects.filter(pk__in=ids).values_list("pk", "handle"))
    rows = [
        Row(
            point,
            said,
            names.get(said.confirmed_by, "") if said else "",
            rules.may_confirm(person, point=point, settings=settings),
            SETTLED_AT[point],
        )
        for point, said in points.items()
    ]
    left = [row for row in rows if row.is_left]
    following = _following(left)
    shown = [replace(row, is_next=row is following) for row in rows]
    said = {"rows": shown, "left": len(left), "next": following, "settings": settings}
    return render(request, "opening/points.html", said)


def _following(left: list[Row]) -> Row | None:
    """The first that can be done on a page, whether settled or stood behind; else the first."""
    on_a_page = [row for row in left if row.can_be_confirmed or row.ways or row.fixed_words]
    return next(iter(on_a_page or left), None)


def stand_behind(request: HttpRequest, key: str) -> HttpResponse:
    """Who may not is told so before being asked for a password."""
    insist(rules.may_see(_person(request)))
    return _stand_behind(request, key)


@require_POST
@reauthentication_required
def _stand_behind(request: HttpRequest, key: str) -> HttpResponse:
    if key not in Point.values:
        raise Http404
    try:
        confirm(point=Point(key), by=_person(request))
    except Refused as error:
        messages.error(request, str(error.refusal.words))
    else:
        messages.success(request, _("Thank you. It stands on the record, with your name."))
    return redirect("opening:points")


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # the gate lets nobody else in
    return request.user
