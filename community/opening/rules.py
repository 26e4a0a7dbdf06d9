"""Who may stand behind a point of the opening, and when."""

from collections.abc import Sequence

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.enums import Role
from community.accounts.models import Grant, Person
from community.accounts.roles import Act
from community.house import queries
from community.house import rules as house
from community.house.enums import Point
from community.house.models import House
from community.refusal import Refusal
from community.safety import fixed_words, rota

LEAD_AND_DEPUTY = 2
NO_MODERATOR = Refusal(
    "no_moderator", _("Nobody moderates here yet. A rota needs people: give somebody the role.")
)
WORDS_UNREAD = Refusal(
    "words_unread",
    _(
        "Nobody's word stands behind some fixed words yet, such as help beside heavy words. Have a "
        "professional read them, and write down who did."
    ),
)

LEADS_WITHOUT_HOURS = Refusal(
    "leads_without_hours",
    _(
        "The lead and the deputy each need the role, and have to write down in the desk's rota when "
        "they can be called."
    ),
)


def may_see(person: Person) -> Refusal | None:
    """The points are shown to those who set the house."""
    return accounts.may(person, Act.SET_HOUSE)


def may_confirm(person: Person, *, point: Point, settings: House) -> Refusal | None:
    """An operator stands behind a point that is not plainly unsettled."""
    if (refusal := may_see(person)) is not None:
        return refusal
    if point == Point.HOURS:
        if not _moderators():
            return NO_MODERATOR
        if planned := rota.lines():
            return _every_hour_has_a_name(planned)
    if point == Point.TEXTS and any(not one.is_read for one in fixed_words.standing()):
        return WORDS_UNREAD
    if (refusal := house.can_be_confirmed(point, house=settings)) is not None:
        return refusal
    return _leads_have_hours() if point == Point.SAFEGUARDING else None


def _leads_have_hours() -> Refusal | None:
    """Whoever needs the lead at the desk is led by these hours."""
    wrote = {line.person for line in rota.every_line() if line.place == rota.SAFEGUARDING}
    return None if len(wrote) >= LEAD_AND_DEPUTY else LEADS_WITHOUT_HOURS


def _every_hour_has_a_name(planned: Sequence[rota.Line]) -> Refusal | None:
    """No hour is published for which nobody is down, in whichever room."""
    missing = rota.gaps(planned, queries.hours())
    if not missing:
        return None
    first = missing[0]
    said = _now("Nobody is down in the rota for %(day)s, %(from)s to %(until)s, which you publish.")
    return Refusal(
        "hours_without_a_name",
        said
        % {
            "day": WEEKDAYS[first.weekday],
            "from": f"{first.begins:%H:%M}",
            "until": f"{first.ends:%H:%M}",
        },
    )


def _moderators() -> bool:
    return Grant.objects.filter(role=Role.MODERATOR, ended_at=None).exists()
