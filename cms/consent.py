"""What the author of a story says yes to, and whether that yes covers a version. Reads only."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from cms import vouched
from community.refusal import Refusal

# Change the words below only together with the version.
VERSION = "2026-11"
CALL_AFTER = timedelta(days=7)  # the last line of them
LINES = (
    _("Your words stand in this library, where everybody can read them."),
    _("You are named only as the page says. Nobody is told more."),
    _("We mend spelling. Anything else is shown to you again before it is public."),
    _("You can take it back on any day, with this same link, and say no reason."),
    _("Then the page and every draft of it are deleted here at once."),
    _("What others copied before that is out of our hands."),
    _("Somebody asks you a week later how it is to have it out."),
)

NO_CONSENT = Refusal(
    "no_consent", _("The author has not said yes to these words yet. Send them their link.")
)
NO_SUCH_LINK = Refusal("no_such_link", _("This link leads to no story here."), hides=True)


def refusal(revision: Revision, *, given: Iterable[str]) -> Refusal | None:
    """None where a yes that stands was to these words, or to those before a small mend."""
    yes = set(given)
    return None if yes and vouched.reaches(revision, yes) else NO_CONSENT
