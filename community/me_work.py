"""The way to one's work here, for who was given a role: every page a role opens, asked by the same
rules as those pages."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.rules import may_speak_for_people
from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may
from community.opening.rules import may_see
from community.safety.rules import may_see_desk, reach_of

DESK = _("The desk")
LIBRARY = _("Write for the library")
OPENING = _("Run the house")


@dataclass(frozen=True, slots=True)
class Way:
    """A page of work, and its name."""

    href: str
    words: str | Promise


def may_write(person: Person) -> bool:
    """Whether the library's pages are theirs to write or to approve."""
    return any(may(person, act) is None for act in (Act.WRITE_PAGES, Act.APPROVE_PAGES))


def runs_the_house(person: Person) -> bool:
    """Whether they see what is left before the house opens."""
    return may_see(person) is None


def library() -> str:
    """Where pages are written."""
    return reverse("wagtailadmin_home")


def ways(person: Person) -> list[Way]:
    """What this person's roles open, in the order of a day."""
    asked = (
        (may_see_desk(reach_of(person)) is None, reverse("safety:desk"), DESK),
        (may(person, Act.RUN_GROUPS) is None, reverse("groups:running"), _("Run the groups")),
        (
            may(person, Act.RUN_MENTORING) is None,
            reverse("mentoring:run"),
            _("Mentors, requests and pairs"),
        ),
        (
            may(person, Act.ADMIT_PEOPLE) is None,
            reverse("accounts:admissions"),
            _("People who want to join"),
        ),
        (
            may(person, Act.CHECK_CARE_TEAM) is None,
            reverse("care:checks"),
            _("Who treats people here"),
        ),
        (may(person, Act.INVITE) is None, reverse("accounts:invite"), _("Invite people")),
        (
            may(person, Act.REVIEW_WELLBEING) is None,
            reverse("wellbeing:reviewing"),
            _("Answers that wait for a reviewer"),
        ),
        (may_write(person), library(), LIBRARY),
        (may_write(person), reverse("library:work"), _("What waits in the library")),
        (
            not may_write(person) and may_speak_for_people(person) is None,
            reverse("library:barrier-sums"),
            _("What stands in people's way"),
        ),
        (runs_the_house(person), reverse("opening:points"), OPENING),
        (
            may(person, Act.SET_HOUSE) is None,
            reverse("wagtailsettings:edit", args=["house", "house"]),
            _("Settings of the house"),
        ),
        (may(person, Act.SET_HOUSE) is None, reverse("wellbeing:packs"), _("Scales and licences")),
        (may(person, Act.GRANT_ROLES) is None, reverse("person:people"), _("Who has which role")),
    )
    return [Way(href, words) for is_open, href, words in asked if is_open]
