"""The instruments that are known here, each in a file of its own. Needs no database.

Left out on purpose, as their owners ask for a fee or a licence a use: WAI-SR, SRS and GSRS, CSQ-8; as
their owners ask for registration: BACE, RAS-DS.
"""

from community.wellbeing.instruments import (
    de_jong_gierveld_6,
    gad_2,
    gad_7,
    here,
    ismi_10,
    mspss,
    phq_2,
    phq_8,
    phq_9,
    today,
    ucla_3,
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
    ucla_3.INSTRUMENT,
    de_jong_gierveld_6.INSTRUMENT,
    mspss.INSTRUMENT,
    ismi_10.INSTRUMENT,
    here.INSTRUMENT,
    today.INSTRUMENT,
)
_BY_KEY = {instrument.key: instrument for instrument in ALL}


def get(key: str) -> Instrument | None:
    """The instrument of this key, or None."""
    return _BY_KEY.get(key)


def keys() -> list[str]:
    """Every key there is, in order."""
    return list(_BY_KEY)
