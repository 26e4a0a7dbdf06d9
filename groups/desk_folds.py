"""What follows in a room when somebody tells the team about words, and when the team has decided."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.notifications import kinds
from community.safety import followers, numbers
from groups.actions import folds
from groups.enums import FoldEnd
from groups.models import MembersFold, Message

_AS_THEY_ARE = "nothing"  # the choice on the desk that leaves everything as it is


def join() -> None:
    """Called once, when every app is ready."""
    numbers.register_folds(_folds)
    followers.register("message", told=_told, decided=_decided)
    kinds.register(
        "words_folded",
        sentence=_("Somebody from the team will look at something you wrote."),
        mails=False,
    )
    kinds.register(
        "words_stand",
        sentence=_("Somebody from the team has looked. Your words stand as they are."),
        mails=False,
    )


def _folds(since: datetime) -> tuple[int, int]:
    """How many there were, and how many of them a moderator let stand."""
    laid = MembersFold.objects.filter(at__gt=since)
    return laid.count(), laid.filter(outcome=FoldEnd.STOOD).count()


def _told(*, id: str) -> None:
    folds.count_flags(message=int(id))


def _decided(*, id: str, by: Person, choice: str) -> None:
    """Whatever was chosen, somebody has looked."""
    message = Message.objects.select_related("room", "author__person").filter(pk=int(id)).first()
    if message is not None:
        outcome = FoldEnd.STOOD if choice == _AS_THEY_ARE else FoldEnd.ACTED
        folds.unfold(message, outcome=outcome, by=by.pk)
