"""Deciding together. Each of the two writes their own column; a version is never written over, and
nobody writes over what the other wrote a moment ago."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.care import choices, rules
from community.care.actions.answering import locked_tie
from community.care.actions.hearing import SHEET, hear
from community.care.enums import Side
from community.care.models import Sheet, SheetVersion, Tie
from community.care.models.handing import QUESTION_LIMIT, WORDS_LIMIT
from community.care.queries.choosing import LONGEST
from community.care.queries.sheets import latest, sheet_for
from community.notifications.actions import notify
from community.refusal import Refusal, insist
from community.wellbeing.rules import may_say

MOST_OPTIONS = 12  # that fit on one page


@dataclass(frozen=True, slots=True)
class Mine:
    """The member's column, and what was decided."""

    options: str = ""
    matters: str = ""
    leans: str = ""
    decided: str = ""
    look_on: date | None = None

    @property
    def words(self) -> list[str]:
        """All that was written, box by box."""
        boxes = (self.options, self.matters, self.leans, self.decided)
        return [words.strip() for words in boxes if words.strip()]


@dataclass(frozen=True, slots=True)
class Theirs:
    """The provider's column, and what was decided."""

    thinks: str = ""
    decided: str = ""
    look_on: date | None = None


@transaction.atomic
def begin(
    *,
    tie: int,
    title: str,
    said: Mine,
    until: datetime,
    by: Person,
    page: int | None = None,
) -> Sheet:
    """A new sheet, to be read and written by the provider until then; `page`: the options sheet of
    the library that it begins from. Raises Refused."""
    now = timezone.now()
    insist(rules.may_bring(by))
    held = _tie(tie, by)
    insist(rules.may_hand_over(held, today=timezone.localdate(now)))
    insist(None if title.strip() else rules.SAY_IT)
    insist(may_say(title, QUESTION_LIMIT))
    insist(None if now < until <= now + LONGEST else rules.END_TOO_FAR)
    choice = choices.find(page)
    sheet = Sheet.objects.create(
        tie=held,
        title=title.strip(),
        page=choice.page if choice else None,
        handed_at=now,
        until=until,
    )
    _write(sheet, Side.MEMBER, _fields(said), number=1)
    _hear(sheet, title, *said.words, about=by)
    assert held.provider.person is not None
    path = reverse("care:person", args=[held.pk])
    notify(person=held.provider.person, kind="care_handed", path=path)
    return sheet


@transaction.atomic
def write_as_member(*, sheet: int, said: Mine, seen: int, by: Person) -> SheetVersion:
    """Raises Refused: hidden for somebody else's, in words where it is closed or the other has
    written since version `seen`."""
    found = _mine(sheet, by)
    _hear(found, *new_words(said, latest(found)), about=by)
    return _next(found, Side.MEMBER, _fields(said), seen)


@transaction.atomic
def add_option(*, sheet: int, words: str, by: Person) -> SheetVersion:
    """One more option, taken from a suggestion. Raises Refused."""
    found = _mine(sheet, by)
    before = latest(found)
    options = "\n".join([*before.option_lines, words.strip()])
    return _next(found, Side.MEMBER, {"options": options}, before.number)


@transaction.atomic
def write_as_provider(*, tie: int, sheet: int, said: Theirs, seen: int, by: Person) -> SheetVersion:
    """The same from the other side, while it is handed over; the member is told."""
    held = locked_tie(tie, by=by)
    found = sheet_for(held, sheet, now=timezone.now())
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    written = _next(found, Side.PROVIDER, _fields(said), seen)
    path = reverse("care:sheet", args=[held.pk, found.pk])
    notify(person=held.person, kind="care_back", path=path)
    return written


@transaction.atomic
def close(*, sheet: int, by: Person) -> None:
    """Nobody writes any more; both read it as before. Raises Refused, hidden for somebody else's."""
    found = _mine(sheet, by)
    if found.closed_at is None:
        found.closed_at = timezone.now()
        found.save(update_fields=["closed_at"])


@transaction.atomic
def take_back(*, sheet: int, by: Person) -> None:
    """The provider reads it no more; it stays with the member. Raises Refused, hidden."""
    found = _mine(sheet, by)
    if found.ended_at is None:
        found.ended_at = timezone.now()
        found.save(update_fields=["ended_at"])


def new_words(said: Mine, before: SheetVersion) -> list[str]:
    """What the member writes that did not stand there."""
    there = {before.options, before.matters, before.leans, before.decided}
    return [words for words in said.words if words not in there]


def _hear(sheet: Sheet, *words: str, about: Person) -> None:
    for said in words:
        hear(said, subject_kind=SHEET, subject_id=sheet.pk, about=about.pk)


def _may_list(options: str) -> Refusal | None:
    lines = [line for line in options.splitlines() if line.strip()]
    return None if len(lines) <= MOST_OPTIONS else rules.TOO_MANY_OPTIONS


def _next(sheet: Sheet, side: Side, said: dict[str, Any], seen: int) -> SheetVersion:
    insist(rules.SHEET_CLOSED if sheet.closed_at else None)
    before = latest(sheet)
    insist(None if before.number == seen else rules.WRITTEN_MEANWHILE)
    kept = {name: getattr(before, name) for name in SheetVersion.SAYS}
    return _write(sheet, side, {**kept, **said}, number=before.number + 1)


def _write(sheet: Sheet, side: Side, said: dict[str, Any], *, number: int) -> SheetVersion:
    insist(_may_list(said.get("options", "")) if side == Side.MEMBER else None)
    for words in said.values():
        insist(may_say(words, WORDS_LIMIT) if isinstance(words, str) else None)
    return SheetVersion.objects.create(sheet=sheet, side=side, number=number, **said)


def _fields(said: Mine | Theirs) -> dict[str, Any]:
    values = {name: getattr(said, name) for name in said.__dataclass_fields__}
    return {n: v.strip() if isinstance(v, str) else v for n, v in values.items()}


def _tie(tie: int, by: Person) -> Tie:
    ties = Tie.objects.select_for_update(of=("self",)).select_related("provider__person")
    found = ties.filter(pk=tie, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _mine(sheet: int, by: Person) -> Sheet:
    """One's own, with its tie held: both sides take that lock, and nobody writes meanwhile."""
    found = Sheet.objects.filter(pk=sheet, tie__person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    _tie(found.tie_id, by)
    return Sheet.objects.get(pk=found.pk)
