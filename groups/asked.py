"""What stands by words that three members asked the team to look at: for the others in their place,
for their author below them. Nobody is blamed, and a time is told only while it lies ahead."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from groups.events import Event
from groups.folding import Folded, Wishes, folded


def fold_of(event: Event, *, own: bool, wishes: Wishes) -> Folded:
    """How the words of an event stand before a reader with these wishes."""
    return folded(
        own=own,
        note=event.note,
        note_kind=event.note_kind,
        body=event.body,
        wishes=wishes,
        asked=instead(event.back_at) if event.folded else "",
    )


def instead(back_at: datetime | None) -> str:
    """The line that others press to read the words."""
    return _("Three members asked for this to be looked at. %(look)s Show it anyway.") % {
        "look": when(back_at)
    }


def to_author(back_at: datetime | None) -> str:
    """What the author reads below their own words."""
    return _(
        "Three members asked for this to be looked at. %(look)s Until then others see a line here "
        "and can open it. Nothing else comes of it."
    ) % {"look": when(back_at)}


def when(back_at: datetime | None) -> str:
    """By when, where that can be said truly."""
    if back_at is None or back_at <= timezone.now():
        return _("Someone from the team will look at it.")
    clock = timezone.localtime(back_at).strftime("%H:%M")
    return _("Someone from the team looks at it when we are back at %(time)s.") % {"time": clock}
