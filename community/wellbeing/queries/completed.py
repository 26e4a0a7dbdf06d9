"""Scales as they are here: those whose words the operator typed in, with permission, are whole."""

from collections.abc import Mapping
from dataclasses import replace

from community.wellbeing import instruments
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.models import Completed


def all_scales() -> list[Instrument]:
    """Every scale that is known, completed where it was. One question."""
    words = {row.instrument: row for row in Completed.objects.all()}
    return [completed(one, words) for one in instruments.ALL]


def scale_of(key: str) -> Instrument | None:
    """The scale of this key, completed where it was; None where there is none."""
    found = instruments.get(key)
    if found is None or found.wording != Wording.MISSING:
        return found
    return completed(
        found, {row.instrument: row for row in Completed.objects.filter(instrument=key)}
    )


def completed(instrument: Instrument, words: Mapping[str, Completed]) -> Instrument:
    """The scale with the words of its completion, where there is one that fits it."""
    row = words.get(instrument.key)
    if row is None or instrument.wording != Wording.MISSING:
        return instrument
    if len(row.items) != len(instrument.items):
        return instrument
    pairs = zip(instrument.items, row.items, strict=True)
    return replace(
        instrument,
        wording=Wording.HERE,
        version=f"{instrument.version}.{row.version}",
        stem=row.stem,
        items=tuple(replace(item, words=said) for item, said in pairs),
    )
