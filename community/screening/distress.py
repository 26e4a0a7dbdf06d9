"""Listen for distress: wake the rules, find what turns them, add up what is left."""

from __future__ import annotations

from dataclasses import dataclass

from community.screening import rules
from community.screening.findings import Reason, Signal, Turn
from community.screening.normalise import Folded
from community.screening.turns import KEEPS, Turner

# The strongest signal counts whole and each further kind a little: a message that says the
# same thing five times is not five times as worrying. Weights as in rules.Rule.
_FURTHER = (1.0, 0.35, 0.2, 0.1)
_MOST_PER_RULE = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """One reason with the weight that is left of it."""

    reason: Reason
    weight: float


def listen(folded: Folded, words: set[str]) -> tuple[Heard, ...]:
    """All signals of distress, strongest first, without one inside another of its kind."""
    heard: list[Heard] = []
    turner: Turner | None = None
    for rule, places in rules.places(folded.text, words, most=_MOST_PER_RULE):
        for start, end in places:
            turner = turner or Turner(folded.text, words)
            turned = turner.turns(start, end, rule.signal)
            if turned and rule.immune:
                turned = tuple(turn for turn in turned if turn not in rule.immune)
            reason = Reason(rule.signal, *folded.original(start, end), rule.name, turned)
            heard.append(Heard(reason, rule.weight * kept(turned)))
    heard.sort(key=lambda one: (-one.weight, one.reason.start, one.reason.rule))
    return tuple(heard)


def kept(turned: tuple[Turn, ...]) -> float:
    """The share of a weight that its turns leave: the strongest counts, further ones a little."""
    if not turned:
        return 1.0
    return min(KEEPS[turn] for turn in turned) * 0.8 ** (len(turned) - 1)


def strength(heard: tuple[Heard, ...]) -> float:
    """One number for everything heard; each signal counts once, by its strongest reason."""
    if not heard:
        return 0.0
    best: dict[Signal, float] = {}
    for one in heard:
        best[one.reason.signal] = max(best.get(one.reason.signal, 0.0), one.weight)
    ranked = sorted(best.values(), reverse=True)
    return sum(weight * share for weight, share in zip(ranked, _FURTHER, strict=False))
