"""A page as its writer sees it in the preview: every place that asks for something is marked where it
stands, and listed. Nothing of it is on the page that readers get."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _

from cms import checks, gates, wording
from cms.laid_text import Laid, Mark, lay
from community.language.jargon import hard_words
from community.language.linter import Finding, check
from community.language.readability import read
from community.language.stories import Danger, dangers
from community.language.terms import Severity

_TEXT = re.compile(r'(?s)(<h1>.*?)(?=<footer class="article-facts")')
_PICTURE = re.compile(
    r'(?s)(<figure class="article-picture">\s*<img\b[^>]*?alt="([^"]*)".*?)(</figure>)'
)
_MAIN = re.compile(r'(?=<main id="main")')
STOPS, REASON, THOUGHT, HARD, LONG = "stops", "reason", "thought", "hard", "long"
OLDEST = 30  # an age beyond which no figure says more
_KINDS = {Severity.MUST: STOPS, Severity.SHOULD: REASON, Severity.CONSIDER: THOUGHT}
_ORDER = (STOPS, REASON, THOUGHT, HARD)


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to look at, however often it stands there."""

    number: int
    kind: str
    said: str
    better: str
    why: str


def with_notes(html: str, page: Any) -> str:
    """The whole page of a preview with its places marked, and the list before its main part."""
    found = _TEXT.search(html)
    if found is None:
        return html
    laid = lay(found[1])
    notes, marks = _looked_over(laid, is_told=page.is_told)
    notes += _beside(page, after=len(notes))
    text = _PICTURE.sub(_with_its_note, laid.marked(marks))
    said = f"{html[: found.start()]}{text}{html[found.end() :]}"
    told = render_to_string("cms/admin/writing.html", _context(page, notes))
    said = _MAIN.sub(lambda _found: told, said, count=1)
    style = format_html('<link rel="stylesheet" href="{}">', static("cms/admin/writing.css"))
    return said.replace("</head>", f"{style}</head>", 1)


def _context(page: Any, notes: list[Note]) -> dict[str, Any]:
    reading = page.reading
    asked = wording.of_page(page).refusal(is_told=page.is_told, why=page.why_these_words)
    left = checks.what_is_left(
        body=page.body,
        sources=page.sources,
        why_no_sources=page.why_no_sources,
        next_review=page.next_review,
        words=asked,
    )
    stops = [one.words for one in page.what_stops_it()]
    return {
        "words": checks.reading_in_words(reading),
        "age": min(reading.age, OLDEST) if reading.words else 0,
        "grades": checks.grades_in_words(reading, hardest=page.hardest_grade),
        "sentences": checks.long_sentences(reading),
        "left": list(dict.fromkeys([*(one.words for one in left), *stops])),
        "pictures": checks.pictures_in_words(page.body),
        "notes": notes,
    }


def _looked_over(laid: Laid, *, is_told: bool) -> tuple[list[Note], list[Mark]]:
    """Notes, gravest first, and the places they speak of."""
    places = sorted(_places(laid, is_told=is_told), key=lambda one: _ORDER.index(one[2].kind))
    numbers: dict[tuple[str, str], Note] = {}
    marks = []
    for start, end, note in places:
        key = (note.said.lower(), note.kind)
        told = numbers.setdefault(
            key, Note(len(numbers) + 1, note.kind, note.said, note.better, note.why)
        )
        marks.append(Mark(start, end, told.kind, told.number, told.better or told.why))
    return list(numbers.values()), [*marks, *_long_ones(laid)]


def _places(laid: Laid, *, is_told: bool) -> Iterator[tuple[int, int, Note]]:
    told = laid.words if is_told else laid.quoted
    for danger in dangers(told):
        refusal = wording.METHOD if danger.danger is Danger.METHOD else wording.NAME
        said = laid.words[danger.start : danger.end]
        yield danger.start, danger.end, Note(0, STOPS, said, "", str(refusal.words))
    for finding in check(laid.own):
        yield finding.start, finding.end, _of_finding(laid.words, finding, is_told=is_told)
    for finding in check(laid.quoted):
        if finding.severity is Severity.MUST:
            yield finding.start, finding.end, _of_finding(laid.words, finding, is_told=True)
    for start, end in laid.links:
        if gates.says_nothing(laid.words[start:end]):
            note = Note(0, STOPS, laid.words[start:end], "", str(gates.LINK_WORDS.words))
            yield start, end, note
    for hard in hard_words(laid.own):
        yield hard.start, hard.end, Note(0, HARD, hard.word, _(", or ").join(hard.plain), "")


def _beside(page: Any, *, after: int) -> list[Note]:
    """Of words that are not to be seen in the text: what a picture shows, the content note."""
    words = "\n\n".join(page.small_words())
    found = (_of_finding(words, one, is_told=page.is_told) for one in check(words))
    return [replace(note, number=after + n) for n, note in enumerate(found, start=1)]


def _of_finding(words: str, finding: Finding, *, is_told: bool) -> Note:
    kind = _KINDS[finding.severity]
    if is_told and kind == STOPS:
        kind = REASON  # somebody's own words: a reason is enough
    said = " ".join(words[finding.start : finding.end].split())
    source = finding.source.name
    return Note(0, kind, said, _(", or ").join(finding.better), f"{finding.why} ({source})")


def _long_ones(laid: Laid) -> Iterator[Mark]:
    """A point at the end of each long sentence."""
    at = 0
    for sentence in read(laid.own).long_sentences:
        start = laid.own.find(sentence, at)
        if start >= 0:
            at = start + len(sentence)
            yield Mark(at, at, LONG, 0, _("long sentence"))


def _with_its_note(found: re.Match[str]) -> str:
    """A picture that does not say what it shows, with a line that says so."""
    if gates.shows_something(found[2]):
        return found[0]
    said = format_html('<p class="writing-note writing-mute">{}</p>', gates.PICTURE_WORDS.words)
    return f"{found[1]}{said}{found[3]}"
