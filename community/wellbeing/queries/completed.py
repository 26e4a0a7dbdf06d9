"""Scales as they are here: those whose words the operator typed in, with permission, are whole. What
was answered is read in the words it was asked in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from community.wellbeing import instruments
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.instruments.definition import Item
from community.wellbeing.models import AnswerSet, Completed

_NUMBER = _("Question %(n)s")


def offered_words() -> dict[str, Completed]:
    """What members are asked now, by scale. One question."""
    return {row.instrument: row for row in Completed.objects.filter(ended_at=None)}


def all_scales() -> list[Instrument]:
    """Every scale that is known, completed where it is. One question."""
    words = offered_words()
    return [completed(one, words) for one in instruments.ALL]


def scale_of(key: str) -> Instrument | None:
    """The scale of this key, completed where it is; None where there is none."""
    found = instruments.get(key)
    if found is None or found.wording != Wording.MISSING:
        return found
    return completed(found, offered_words())


def completed(instrument: Instrument, words: Mapping[str, Completed]) -> Instrument:
    """The scale with the words of its completion, where there is one that fits it."""
    row = words.get(instrument.key)
    return _in_words_of(row, instrument) or instrument


def as_asked(answers: AnswerSet) -> Instrument | None:
    """The scale in the words in which these answers were given; None for a scale nobody knows."""
    return all_as_asked([answers])[0][1]


def all_as_asked(answers: Iterable[AnswerSet]) -> list[tuple[AnswerSet, Instrument | None]]:
    """Each set of answers with its scale as it was asked. One question."""
    rows = {(row.instrument, str(row.version)): row for row in Completed.objects.all()}
    return [(one, _as_asked(one, rows)) for one in answers]


def _as_asked(answers: AnswerSet, rows: Mapping[tuple[str, str], Completed]) -> Instrument | None:
    found = instruments.get(answers.instrument)
    if found is None:
        return None
    if found.wording != Wording.MISSING:
        return found if found.asks_as(answers.version) else _without_words(found, answers)
    row = rows.get((found.key, answers.version.rpartition(".")[2]))
    return _in_words_of(row, found) or _without_words(found, answers)


def _in_words_of(row: Completed | None, instrument: Instrument) -> Instrument | None:
    if row is None or instrument.wording != Wording.MISSING:
        return None
    if len(row.items) != len(instrument.items):  # taken out, or of another version of the scale
        return None
    pairs = zip(instrument.items, row.items, strict=True)
    return replace(
        instrument,
        wording=Wording.HERE,
        version=f"{instrument.version}.{row.version}",
        stem=row.stem,
        items=tuple(replace(item, words=said) for item, said in pairs),
    )


def _without_words(instrument: Instrument, answers: AnswerSet) -> Instrument:
    """Nobody knows any more what was asked: by its number alone, never in other words."""
    items = tuple(_numbered(item, n) for n, item in enumerate(instrument.items, start=1))
    return replace(instrument, version=answers.version, stem="", items=items)


def _numbered(item: Item, number: int) -> Item:
    return replace(item, words=str(_NUMBER) % {"n": number})
