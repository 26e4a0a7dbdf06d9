"""The three plain choices as weights. None of them is proved to be better: they are settings."""

from collections.abc import Mapping
from fractions import Fraction

from mentoring.enums import Leaning
from mentoring.matching.cast import PARTS, Weights

MOST = 20  # the highest weight one can set by hand

_BEHIND: Mapping[str, Mapping[str, int]] = {
    Leaning.TOGETHER: {"times": 4},
    Leaning.SITUATION: {"situation": 4, "experience": 4},
    Leaning.WAITING: {"waiting": 8},
}


def weights_of(leaning: str) -> dict[str, int]:
    """The weights behind a choice; "" is none of the three."""
    plain = {name: int(getattr(Weights(), name)) for name in PARTS}
    return {**plain, **_BEHIND.get(leaning, {})}


def as_weights(given: Mapping[str, int]) -> Weights:
    """Weights as they are kept, for a score."""
    return Weights(**{name: Fraction(given.get(name, 0)) for name in PARTS})
