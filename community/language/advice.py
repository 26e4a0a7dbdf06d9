"""All that can be said about a text, arranged for a person who reads it."""

from __future__ import annotations

from dataclasses import dataclass

from community.language import speaker
from community.language.jargon import Hard, hard_words
from community.language.linter import Finding, check
from community.language.readability import Reading, read
from community.language.terms import Severity

_ORDER = list(Severity)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word as it was written, and what is known of it. Told once, however often it stands there."""

    said: str
    finding: Finding
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text; with a number it is a place that a suggestion speaks of."""

    words: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be better, gravest first, and the text with those places marked."""

    suggestions: tuple[Suggestion, ...]
    parts: tuple[Part, ...]
    hard: tuple[Hard, ...]
    reading: Reading


def advice(text: str) -> Advice:
    """Everything about a text. Changes nothing and keeps nothing."""
    findings = check(text)
    suggestions = _told_once(text, findings)
    numbers = {(one.said.lower(), one.finding.term): one.number for one in suggestions}
    parts = []
    at = 0
    for finding in findings:
        said = _said(text, finding)
        parts.append(Part(text[at : finding.start]))
        parts.append(Part(text[finding.start : finding.end], numbers[said.lower(), finding.term]))
        at = finding.end
    parts.append(Part(text[at:]))
    hard = {one.word: one for one in reversed(hard_words(text))}
    return Advice(
        suggestions=suggestions,
        parts=tuple(part for part in parts if part.words),
        hard=tuple(reversed(hard.values())),
        reading=read(text),
    )


def is_for_a_person(text: str) -> bool:
    """Whether somebody writes of wanting to die: then nobody talks to them about words."""
    return any(speaker.wants_to_die(sentence) for sentence in speaker.sentences(_own_words(text)))


def _own_words(text: str) -> str:
    for opened, closed in reversed(speaker.quoted(text)):
        text = f"{text[:opened]} {text[closed:]}"
    return text


def _told_once(text: str, findings: tuple[Finding, ...]) -> tuple[Suggestion, ...]:
    first: dict[tuple[str, str], tuple[str, Finding]] = {}
    for finding in findings:
        said = _said(text, finding)
        first.setdefault((said.lower(), finding.term), (said, finding))
    gravest = sorted(first.values(), key=lambda one: _ORDER.index(one[1].severity))
    return tuple(Suggestion(said, finding, n) for n, (said, finding) in enumerate(gravest, start=1))


def _said(text: str, finding: Finding) -> str:
    return " ".join(text[finding.start : finding.end].split())
