"""From what somebody typed to a verdict: clean, pace, screen, then the one write path.

The socket calls `prepare` and gives what it gets to the committer; the page's form calls `send`.
Both are the same rule: screening informs a person on the team, it never stops a message. Only
contact details are asked about once, and go through when the author says so.
"""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from community import pace, screening
from community.refusal import Refusal
from community.safety.reading import concern
from groups import forms
from groups.append import Append, Found, Signal, Verdict, append
from groups.enums import HeldFor

TOO_FAST = Refusal(
    "rate", _("That was a lot at once. What you wrote is kept and can go out in a moment.")
)
CHECK = Refusal(
    "check",
    _("This looks like a way to reach somebody outside. Everyone in the room would read it."),
)


def send(
    *,
    by: int,
    room: str,
    cid: UUID,
    body: str,
    note: str = "",
    reply_to: int | None = None,
    held_for: HeldFor = HeldFor.GROUP,
    sure: bool = False,
) -> Verdict:
    """Says something in a room. `by` is a person's number. Answers with a Verdict, never raises
    Refused; raises django.db.Error where the outcome is unknown: repeat with the same cid."""
    wish = prepare(
        by=by,
        room=room,
        cid=cid,
        body=body,
        note=note,
        reply_to=reply_to,
        held_for=held_for,
        sure=sure,
    )
    return wish if isinstance(wish, Verdict) else append([wish])[0]


def prepare(
    *,
    by: int,
    room: str,
    cid: UUID,
    body: str,
    note: str = "",
    reply_to: int | None = None,
    held_for: HeldFor = HeldFor.GROUP,
    sure: bool = False,
) -> Append | Verdict:
    """Everything slow that comes before the locks. Asks no database.

    A Verdict with a refusal: `empty`, `too_long`, `rate` (with `wait`, in seconds) or `check`
    (with what was `found`; the same cid with `sure` sends it).
    """
    body, note = forms.clean_words(body), forms.clean_note(note)
    if (refusal := forms.refuse_words(body, note)) is not None:
        return Verdict(room, cid, refusal=refusal)
    if (wait := pace.spend_send(person=by, room=room)) > 0:
        return Verdict(room, cid, refusal=TOO_FAST, wait=wait)
    signal = _signal(body)
    if not sure and held_for == HeldFor.GROUP and (found := _contacts(body)):
        near = signal is not None and signal.needs_help
        return Verdict(room, cid, refusal=CHECK, found=found, help=near)
    return Append(
        room=room,
        person=by,
        cid=cid,
        body=body,
        note=note,
        reply_to=reply_to,
        held_for=held_for,
        signal=signal,
    )


def _contacts(body: str) -> tuple[Found, ...]:
    return tuple(Found(str(c.kind), c.start, c.end) for c in screening.find_contacts(body))


def _signal(body: str) -> Signal | None:
    """What a person on the team should read soon, and why. Nothing below amber."""
    heard = concern(screening.screen(body))
    return Signal(heard.level, heard.codes) if heard is not None else None


def look_again(body: str) -> tuple[tuple[Found, ...], Signal | None]:
    """Words that change are looked at as new ones are: contact details in them, and whether a
    person should read them soon."""
    return _contacts(body), _signal(body)
