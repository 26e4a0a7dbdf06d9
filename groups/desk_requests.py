"""What the floors below have to ask about belonging: requests to join on the desk, removals that
are taken back, and what the notices say."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.notifications import kinds
from community.notifications.kinds import Warm
from community.safety import subjects
from community.safety.enums import ItemKind, MeasureKind
from community.safety.subjects import Context, Line
from groups.actions import belonging
from groups.enums import SeatState
from groups.locks import lock_group_of
from groups.models import Membership, Room, Seat


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        "membership",
        snapshot=lambda id: _membership(id).asked_words,
        words=lambda id: _membership(id).asked_words,
        context=_context,
        area=lambda id: _membership(id).group.area,
        about=lambda id: _membership(id).person_id,
        lock=lock_group_of,
    )
    only = frozenset({ItemKind.REQUEST})
    subjects.register_act("membership", "let_in", label=_("Let them in"), run=_let_in, of=only)
    subjects.register_act(
        "membership",
        "not_now",
        label=_("Not now"),
        help=_("In your words. They can ask again, and nothing is held against them."),
        run=_not_now,
        of=only,
        needs_words=True,
    )
    subjects.register_undo(MeasureKind.REMOVAL, undo=_let_back)
    kinds.register("request_answered", sentence=_("Your request has an answer."), mails=True)
    kinds.register("let_back", sentence=_("You can come back in."), mails=True)
    kinds.register(
        "appointed", sentence=_("You have been given something to look after."), mails=True
    )
    kinds.register(
        "somebody_new",
        sentence=_("Somebody could use a hello from you."),
        mails=False,
        warm=Warm.DROPPED,  # the desk's clock for first words runs on
    )
    kinds.register("appointment_ended", sentence=_("You look after one thing less."), mails=True)


def _membership(id: str) -> Membership:
    """Raises LookupError."""
    found = Membership.objects.select_related("group", "person").filter(pk=int(id)).first()
    if found is None:
        raise LookupError(id)
    return found


def _context(id: str) -> Context:
    membership = _membership(id)
    group = membership.group
    line = Line(
        membership.person.handle, membership.asked_words, membership.asked_at, is_subject=True
    )
    path = reverse("groups:answer", args=[group.slug, membership.pk])
    return Context(where=group.title, path=path, lines=(line,))


def _let_in(*, id: str, by: Person, reason: str, words: str, until: datetime | None) -> None:
    belonging.admit(membership=_membership(id), by=by)


def _not_now(*, id: str, by: Person, reason: str, words: str, until: datetime | None) -> None:
    belonging.decline(membership=_membership(id), by=by, words=words)


def _let_back(*, subject: str, person: Person, by: Person) -> None:
    """Nothing is left to do where the room is gone, or the person is back already."""
    room = Room.objects.filter(pk=subject.removeprefix("room:")).first()
    if room is None:
        return
    if Seat.objects.filter(room=room, person=person, state=SeatState.REMOVED).exists():
        belonging.let_back(room=room, person=person, by=by)
