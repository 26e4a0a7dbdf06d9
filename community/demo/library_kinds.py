"""Makes a page of the right kind out of what was written in a file."""

from datetime import date
from typing import Any

from cms.models import (
    AnswerPage,
    ArticlePage,
    CoursePage,
    DirectoryPage,
    EasyReadPage,
    GlossaryPage,
    LetterPage,
    OptionsPage,
    SessionPlanPage,
    StepPage,
    StoryPage,
    YouSaidPage,
)
from cms.models.article import REVIEW_AFTER
from community.demo.library_text import Written

KINDS: dict[str, type[ArticlePage]] = {
    "article": ArticlePage,
    "answer": AnswerPage,
    "course": CoursePage,
    "easy": EasyReadPage,
    "glossary": GlossaryPage,
    "letter": LetterPage,
    "options": OptionsPage,
    "said": YouSaidPage,
    "services": DirectoryPage,
    "session": SessionPlanPage,
    "step": StepPage,
    "story": StoryPage,
}
SEEN = date(2026, 11, 26)  # when these pages were written from their sources
SAMPLE = (
    "<p><i>Sample text of this demo. Nobody has checked it for your house, and its people are "
    "invented.</i></p>"
)

SERVICES = (
    {
        "kind": "group",
        "name": "Tuesday circle (made up)",
        "about": "A small group that meets over tea, with or without talking.",
        "who_for": "anyone who finds days hard",
        "fees": "nothing",
        "access": "step-free; come as you are, no sign-up",
        "hours": "Tuesdays, 18:00 to 19:30",
        "place": "Old Mill, Room 2",
        "verified_by": "Hana",
        "verified_at": date(2026, 10, 5),
    },
    {
        "kind": "today",
        "name": "The open door (made up)",
        "about": "Somebody sits down with you on the same day.",
        "who_for": "adults who live in the town",
        "fees": "nothing",
        "languages": "English, Arabic, Polish",
        "hours": "every day, 14:00 to 20:00",
        "place": "12 Market Lane",
    },
    {
        "kind": "money",
        "name": "Money desk (made up)",
        "url": "https://money-desk.example/",
        "about": "Helps with letters about rent, debt and benefits.",
        "fees": "nothing",
        "hours": "Mondays and Thursdays, mornings",
        "place": "Town library, ground floor",
        "verified_by": "Hana",
        "verified_at": date(2026, 9, 14),
    },
)


def parents_first(written: list[Written]) -> list[Written]:
    """Pages that stand under another one come after it."""
    return sorted(written, key=lambda page: "of" in page.facts)


def made_of(written: Written, *, day: date, sample: bool) -> ArticlePage:
    """A page of its kind, not yet in any place. `sample` says on the page what it is."""
    page = KINDS[written.kind](
        title=written.title,
        slug=written.slug,
        summary=written.summary,
        content_note=written.note,
        audience=written.facts.get("audience", "everyone"),
        why_no_sources=written.facts.get("why", ""),
        next_review=day + REVIEW_AFTER,
        **_own(written),
    )
    page.body = [*written.blocks, *([("text", SAMPLE)] if sample else [])]
    page.sources = [
        ("source", {"title": title, "address": address, "seen": day if sample else SEEN})
        for title, address in written.sources
    ]
    return page


def _own(written: Written) -> dict[str, Any]:
    """The fields that only this kind of page has."""
    facts, own = written.facts, [value for _kind, value in written.own]
    if written.kind == "step":
        return {"practice": facts["practice"], "reflect": facts["reflect"]}
    if written.kind == "story":
        return {"voice": facts.get("voice", "")}
    if written.kind == "session":
        return {"needs": facts.get("needs", ""), "parts": [("part", part) for part in own]}
    if written.kind == "options":
        return dict(own)
    if written.kind == "letter":
        return {"letter": "\n\n".join(words for _name, words in own)}
    if written.kind == "glossary":
        return {"terms": [("term", _term(*term)) for term in own]}
    if written.kind == "said":
        return {"entries": [("entry", {"said": said, "did": did}) for said, did in own]}
    return {}


def _term(word: str, plain: str) -> dict[str, Any]:
    """A star stands behind a word that texts explain."""
    return {"word": word.removesuffix("*"), "meaning": plain, "explain": word.endswith("*")}
