"""Whether strangers are let in yet, and what has to be true before a point can be confirmed."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from community.help import queries as lines
from community.house import queries
from community.house.enums import Point
from community.house.models import House
from community.refusal import Refusal

NOT_OPEN = Refusal(
    "not_open",
    _("This place is not open yet, so nobody new can come in today. Please look in again."),
)
NO_LINES = Refusal("no_lines", _("There are no helplines for this country yet. Add them first."))
LINES_UNCHECKED = Refusal(
    "lines_unchecked",
    _("Some lines of this country were not checked. Call each one, then write down who and when."),
)
NOBODY_LEADS = Refusal(
    "nobody_leads",
    _("Write down the safeguarding lead and the deputy first, and how to reach both."),
)
NO_ROTA = Refusal("no_rota", _("Write down first who is there when: the rota is still empty."))
NIGHT_OPEN = Refusal("night_open", _("Say first who pays attention at night, or that nobody does."))
MAIL_UNPROVED = Refusal(
    "mail_unproved", _("No test mail has gone out yet. Run “manage.py check_mail ADDRESS” first.")
)


def may_come_in() -> Refusal | None:
    """Asked before somebody new gets an account without a code. People who have one come in at any
    time, and the team comes in by invitation before anybody else."""
    house = queries.current()
    if settings.OPEN_WITHOUT_CONFIRMATION or house.opened_at is not None:
        return None
    if settings.DEMO_ALLOWED and house.is_demo:
        return None
    return NOT_OPEN


def can_be_confirmed(point: Point, *, house: House) -> Refusal | None:
    """What the software can see for itself is asked of nobody: a point that is plainly not
    settled cannot be confirmed."""
    if point == Point.COUNTRY:
        return _country(house)
    if point == Point.HOURS:
        return None if house.rota.strip() else NO_ROTA
    if point == Point.SAFEGUARDING:
        named = all((house.lead, house.lead_reach, house.deputy, house.deputy_reach))
        return None if named else NOBODY_LEADS
    if point == Point.NIGHT:
        return None if house.night else NIGHT_OPEN
    if point == Point.MAIL:
        return None if house.mail_worked_at else MAIL_UNPROVED
    return None


def _country(house: House) -> Refusal | None:
    of_country = lines.all_lines(house.country)
    if not of_country:
        return NO_LINES
    return LINES_UNCHECKED if any(line.verified_at is None for line in of_country) else None
