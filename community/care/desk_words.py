"""What the desk has to ask about words that were handed over to somebody of a care team: the words as
they stand, while they are kept, and whose they are. Never to whom."""

from collections.abc import Callable

from django.utils.translation import gettext as _now

from community.care.actions.hearing import PIECE, QUESTION, SHEET
from community.care.models import Piece, Question, Sheet
from community.care.queries.choosing import words_of
from community.care.queries.sheets import latest
from community.safety import subjects
from community.safety.subjects import HOUSE, Context, Line

_Find = Callable[[int], tuple[Line, int] | None]


def join() -> None:
    """Called once, when every app is ready."""
    for kind, find in ((PIECE, _piece), (QUESTION, _question), (SHEET, _sheet)):
        _register(kind, find)


def _register(kind: str, find: _Find) -> None:
    subjects.register(
        kind,
        snapshot=lambda id: _found(find, id)[0].words,
        context=lambda id: Context(
            where=_now("Handed over to a care team"), lines=(_found(find, id)[0],)
        ),
        area=lambda id: HOUSE,
        about=lambda id: _found(find, id)[1],
    )


def _found(find: _Find, id: str) -> tuple[Line, int]:
    """Raises LookupError, also for what was taken back: nothing of it is kept."""
    found = find(int(id)) if id.isascii() and id.isdecimal() and len(id) < 19 else None
    if found is None:
        raise LookupError(id)
    return found


def _piece(number: int) -> tuple[Line, int] | None:
    kept = Piece.objects.filter(pk=number, ended_at=None).select_related("tie__person").first()
    if kept is None:
        return None
    person, words = kept.tie.person, words_of(kept.kind, kept.said)
    return Line(person.handle, words, kept.handed_at, is_subject=True), person.pk


def _question(number: int) -> tuple[Line, int] | None:
    kept = Question.objects.filter(pk=number).select_related("tie__person").first()
    if kept is None:
        return None
    person = kept.tie.person
    return Line(person.handle, kept.words, kept.handed_at, is_subject=True), person.pk


def _sheet(number: int) -> tuple[Line, int] | None:
    kept = Sheet.objects.filter(pk=number).select_related("tie__person").first()
    if kept is None:
        return None
    person, now = kept.tie.person, latest(kept)
    words = "\n".join([kept.title, now.options, now.matters, now.leans])
    return Line(person.handle, words, now.at, is_subject=True), person.pk
