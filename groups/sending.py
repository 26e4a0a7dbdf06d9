"""From what somebody typed to a verdict: clean, pace, screen, then the one write path.

The socket calls `prepare` and gives what it gets to the committer; the page's form calls `send`.
Both are the same rule: screening informs a person on the team, it never stops a message. Contact
details are asked about once, and go through when the author says so; a way to be harmed with an
amount, a place or means at hand waits for a person, while the author has help and can send the rest.
"""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from community import pace, screening
from community.refusal import Refusal
from community.safety.reading import concern
from groups import forms, word_rules
from groups.along import people_named
from groups.append import Append, Found, Verdict, append
from groups.cards import leads_here
from groups.enums import HeldFor, Intent, NoteKind
from groups.near import Signal, near

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
    note_kind: NoteKind | None = None,
    intent: Intent | None = None,
    reply_to: int | None = None,
    held_for: HeldFor = HeldFor.GROUP,
    sure: bool = False,
    waits: bool = False,
) -> Verdict:
    """Says something in a room. `by` is a person's number. Answers with a Verdict, never raises
    Refused; raises django.db.Error where the outcome is unknown: repeat with the same cid. `waits`:
    in a live room nobody reads it before the team, even if somebody has come meanwhile."""
    wish = prepare(
        by=by,
        room=room,
        cid=cid,
        body=body,
        note=note,
        note_kind=note_kind,
        intent=intent,
        reply_to=reply_to,
        held_for=held_for,
        sure=sure,
        waits=waits,
    )
    return wish if isinstance(wish, Verdict) else append([wish])[0]


def prepare(
    *,
    by: int,
    room: str,
    cid: UUID,
    body: str,
    note: str = "",
    note_kind: NoteKind | None = None,
    intent: Intent | None = None,
    reply_to: int | None = None,
    held_for: HeldFor = HeldFor.GROUP,
    sure: bool = False,
    waits: bool = False,
) -> Append | Verdict:
    """Everything slow that comes before the locks. Asks no database but for the house's rules about
    words, every few seconds, and for who sits there where one of them may be attacked by name.

    A Verdict with a refusal: `empty`, `too_long`, `rate` (with `wait`, in seconds) or `check`
    (with what was `found`; the same cid with `sure` sends it).
    """
    body, note = forms.clean_words(body), forms.clean_note(note) if note else ""
    if (refusal := forms.refuse_words(body, note)) is not None:
        return Verdict(room, cid, refusal=refusal)
    if (wait := pace.spend_send(person=by, room=room)) > 0:
        return Verdict(room, cid, refusal=TOO_FAST, wait=wait)
    reading = screening.read(body)
    screened = screening.screen(reading, people_named(reading, room=room, by=by))
    found, signal = _contacts(reading, note), _signal(screened, body, note)
    asks = _asks(body, note, signal) if held_for == HeldFor.GROUP else []
    if (found or asks) and not sure and held_for == HeldFor.GROUP:
        return _check(room, cid, body, found, asks, signal)
    if asks:
        word_rules.count(asks, anyway=True)
    return Append(
        room=room,
        person=by,
        cid=cid,
        body=body,
        note=note,
        note_kind=note_kind,
        intent=intent,
        reply_to=reply_to,
        held_for=held_for,
        must_wait=waits,
        signal=signal,
        goes_on=held_for != HeldFor.ME and screening.may_go_on(reading),
        names_a_way=names_a_way(body, note, screened),
    )


def _asks(body: str, note: str, signal: Signal | None) -> list[word_rules.Asked]:
    """Which of the house's rules about words ask here. Words of distress are never stopped."""
    if signal is not None and signal.is_about_the_author:
        return []
    return word_rules.asks_about(body, note)


def _check(
    room: str,
    cid: UUID,
    body: str,
    found: tuple[Found, ...],
    asks: list[word_rules.Asked],
    signal: Signal | None,
) -> Verdict:
    """Asks before it goes out, with everything there is to ask about, and where it stands."""
    word_rules.count(asks, anyway=False)
    words = [CHECK.words] if found else []
    refusal = Refusal(CHECK.code, " ".join(map(str, [*words, *(one.said for one in asks)])))
    spans = {span for one in asks for span in one.spans(body)}
    places = {(one.start, one.end) for one in found}
    more = tuple(Found("word", *span) for span in sorted(spans - places))
    marked = (*found, *more) or (Found("word", 0, 0),)
    return Verdict(room, cid, refusal=refusal, found=marked, near=near(signal))


def look_again(
    body: str, note: str, *, room: str, by: int
) -> tuple[tuple[Found, ...], Signal | None]:
    """New words and changed ones are looked at in one way, with the note above them: contact
    details, and whether a person should read them soon. What is found in the note is told without
    a place: places count in the words."""
    reading = screening.read(body)
    screened = screening.screen(reading, people_named(reading, room=room, by=by))
    return _contacts(reading, note), _signal(screened, body, note)


def names_a_way(body: str, note: str, screened: screening.Finding | None = None) -> bool:
    """Whether a person reads this before a room does. `screened`: what was found in the body."""
    return bool(screening.held_back(body, screened) or (note and screening.held_back(note)))


def _contacts(reading: screening.Reading, note: str) -> tuple[Found, ...]:
    body = reading.text
    found = tuple(
        Found(str(c.kind), c.start, c.end)
        for c in screening.find_contacts(reading)
        if not leads_here(body[c.start : c.end])
    )
    both = screening.find_contacts(f"{note} {body}") if note else ()
    above = tuple(Found(str(c.kind), 0, 0) for c in both if c.start < len(note))
    return above + found


def _signal(screened: screening.Finding, body: str, note: str) -> Signal | None:
    """What a person on the team should read soon, and why. Nothing below amber. A note and the
    words below it can only raise each other."""
    findings = [screened]
    if note:
        findings += [screening.screen(note), screening.screen(f"{note} {body}")]
        findings.sort(key=lambda one: one.level.rank)
    heard = [found for found in map(concern, findings) if found is not None]
    return Signal(heard[-1].level, heard[-1].codes) if heard else None
