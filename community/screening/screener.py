"""Put the parts together: one text in, one finding out. Nothing is stored anywhere."""

from __future__ import annotations

from dataclasses import replace

from community.screening import levels
from community.screening.attack import is_aimed, listen_for_attack
from community.screening.distress import Heard, listen, strength
from community.screening.findings import Context, Finding, Level, Reason, Signal
from community.screening.language import language
from community.screening.model import model_value
from community.screening.reading import Reading, read
from community.screening.rules import ANCHORS

_KEPT_REASONS = 8
_PREVIOUS = 3
_MOST_TO_GO_ON = 15


def screen(text: str | Reading, context: Context | None = None) -> Finding:
    """Say how soon a person should read `text`, and why.

    Never raises for any text. The same text and context give the same finding. Spans in the
    reasons lie inside `text`. The level never means that someone is or is not at risk.
    """
    reading = read(text)
    folded, words, known = reading.folded, reading.words, reading.known
    length = len(reading.text)
    heard = listen(folded, known)
    if context is not None and context.previous:
        heard = _with_previous(reading.text, context.previous, heard)
    attacks = listen_for_attack(folded, known, context)
    spoken = language(reading.text, words)
    model = model_value(words, marks=reading.marks)
    score = levels.score(heard, model)
    found = levels.level(heard, model)
    reasons = list(_reasons(heard)) + list(attacks)
    if found is not Level.NONE and not heard:
        reasons.append(Reason(Signal.WORDING, 0, length, "model"))
    if spoken != "en":
        reasons.append(Reason(Signal.LANGUAGE, 0, length, "language"))
        found = max(found, Level.LOW, key=lambda one: one.rank)
    if any(not reason.turned for reason in attacks):
        strong = any(not r.turned and r.rule != "insult at someone" for r in attacks)
        found = max(found, Level.RED if strong else Level.AMBER, key=lambda one: one.rank)
    return Finding(found, round(score, 6), tuple(reasons), spoken)


def may_go_on(text: str | Reading) -> bool:
    """Whether these words can end a sentence that was begun in a message before: few, and one of
    them wakes a rule."""
    reading = read(text)
    return len(reading.words) <= _MOST_TO_GO_ON and not ANCHORS.isdisjoint(reading.known)


def may_be_aimed(text: str | Reading) -> bool:
    """Whether this may be an attack on somebody who is called by their name alone: then it matters
    who is there."""
    reading = read(text)
    return is_aimed(reading.folded.text, reading.known)


def _with_previous(
    text: str, previous: tuple[str, ...], alone: tuple[Heard, ...]
) -> tuple[Heard, ...]:
    """What is heard when the author's last words are read along; it can only raise."""
    before = " ".join(previous[-_PREVIOUS:]) + " "
    along = Reading(before + text)
    joined = tuple(
        replace(one, reason=_moved(one.reason, len(before)))
        for one in listen(along.folded, along.known)
        if one.reason.end > len(before)
    )
    return joined if strength(joined) > strength(alone) else alone


def _moved(reason: Reason, by: int) -> Reason:
    return replace(reason, start=max(0, reason.start - by), end=reason.end - by)


def _reasons(heard: tuple[Heard, ...]) -> tuple[Reason, ...]:
    """The strongest reasons, without a weaker one that lies wholly inside a stronger."""
    kept: list[Reason] = []
    for one in heard:
        here = one.reason
        if any(k.start <= here.start and here.end <= k.end for k in kept):
            continue
        kept.append(here)
        if len(kept) == _KEPT_REASONS:
            break
    return tuple(kept)
