"""The instruments that are known here, each in a definition of its own. Needs no database."""

from community.wellbeing.instruments import (
    gad_2,
    gad_7,
    missing,
    ours,
    phq_2,
    phq_8,
    phq_9,
    who_5,
)
from community.wellbeing.instruments.definition import Direction, Instrument, Kind, Risk, Wording

__all__ = ["ALL", "Direction", "Instrument", "Kind", "Risk", "Wording", "get", "keys"]

ALL: tuple[Instrument, ...] = (
    phq_9.INSTRUMENT,
    phq_8.INSTRUMENT,
    phq_2.INSTRUMENT,
    gad_7.INSTRUMENT,
    gad_2.INSTRUMENT,
    who_5.INSTRUMENT,
    *missing.INSTRUMENTS,
    *ours.INSTRUMENTS,
)
_BY_KEY = {instrument.key: instrument for instrument in ALL}


def get(key: str) -> Instrument | None:
    """The instrument of this key, or None."""
    return _BY_KEY.get(key)


def keys() -> list[str]:
    """Every key there is, in order."""
    return list(_BY_KEY)
