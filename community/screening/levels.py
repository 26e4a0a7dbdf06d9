"""From what was heard to a level and a score.

The score is the probability-like value of rules and model together, comparable across
messages. The level follows the rules; the model alone can raise a message to amber, never
higher, because red and crisis must be explained by words a person can point to.
"""

from __future__ import annotations

import math

from community.screening.distress import Heard, strength
from community.screening.findings import Level, Signal

# Fitted on out-of-fold predictions, see MODEL_CARD.md ("How rules and model are joined").
RULE_WEIGHT = 1.2
MODEL_WEIGHT = 0.55
OFFSET = -2.3
WITHOUT_MODEL = -1.35
AMBER_BY_MODEL = 1.9
LOW_BY_MODEL = 0.8

_CRISIS, _RED, _AMBER, _LOW = 4.3, 2.85, 1.55, 0.45
_CRISIS_SIGNALS = frozenset({Signal.ACT, Signal.PLAN})


def score(heard: tuple[Heard, ...], model: float | None) -> float:
    """0 to 1, higher is more concern. `model` is the linear model's value, None without one."""
    value = OFFSET + RULE_WEIGHT * strength(heard)
    value += WITHOUT_MODEL if model is None else MODEL_WEIGHT * model
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def level(heard: tuple[Heard, ...], model: float | None) -> Level:
    """The level of distress; see SAFETY 3 for what each level sets in motion."""
    total = strength(heard)
    urgent = max((h.weight for h in heard if h.reason.signal in _CRISIS_SIGNALS), default=0.0)
    if urgent >= _CRISIS:
        return Level.CRISIS
    if total >= _RED:
        return Level.RED
    if total >= _AMBER or (model is not None and model >= AMBER_BY_MODEL):
        return Level.AMBER
    if total >= _LOW or (model is not None and model >= LOW_BY_MODEL):
        return Level.LOW
    return Level.NONE
