"""Sheets as both sides read them."""

from dataclasses import dataclass
from datetime import datetime

from community.care.choices import Choice, begun_from
from community.care.models import Sheet, SheetVersion, Tie

LINE = 30
PAPER = ((3000, "large"), (4500, "middle"))
SMALLEST = "small"


@dataclass(frozen=True, slots=True)
class Open:
    """One sheet: as it stands, and what stood there before."""

    sheet: Sheet
    now: SheetVersion
    before: list[SheetVersion]
    choice: Choice | None  # of the library, which it began from

    @property
    def paper(self) -> str:
        """How it is printed: as large as fits on one page, a line that begins anew taking a whole
        one of its column."""
        said = (self.now.matters, self.now.leans, self.now.thinks, self.now.decided)
        lines = [line for words in said for line in words.splitlines()]
        size = sum(len(line) + LINE for line in [*lines, *self.now.option_lines, self.sheet.title])
        return next((name for most, name in PAPER if size <= most), SMALLEST)


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
