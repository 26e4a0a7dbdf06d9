"""Sheets as both sides read them."""

from dataclasses import dataclass
from datetime import datetime

from community.care.choices import Choice, begun_from
from community.care.models import Sheet, SheetVersion, Tie


@dataclass(frozen=True, slots=True)
class Open:
    """One sheet: as it stands, and what stood there before."""

    sheet: Sheet
    now: SheetVersion
    before: list[SheetVersion]
    choice: Choice | None  # of the library, which it began from


def latest(sheet: Sheet) -> SheetVersion:
    """The sheet as it stands."""
    return SheetVersion.objects.filter(sheet=sheet).order_by("-number")[:1].get()


def opened(sheet: Sheet) -> Open:
    """With every version, newest first."""
    now, *before = SheetVersion.objects.filter(sheet=sheet)
    return Open(sheet, now, before, begun_from(sheet))


def sheets_of(tie: Tie) -> list[Sheet]:
    """The member's own, over or not."""
    return list(Sheet.objects.filter(tie=tie))


def sheet_of(tie: Tie, sheet: int) -> Sheet | None:
    """One of the member's own."""
    return Sheet.objects.filter(tie=tie, pk=sheet).first()


def sheets_for(tie: Tie, *, now: datetime) -> list[Sheet]:
    """Those that the provider can open now."""
    return list(Sheet.objects.filter(tie=tie, ended_at=None, until__gt=now))


def sheet_for(tie: Tie, sheet: int, *, now: datetime) -> Sheet | None:
    """One of them."""
    return Sheet.objects.filter(tie=tie, pk=sheet, ended_at=None, until__gt=now).first()
