"""Reads the demo's library pages. Pure.

Some lines of `name: value`, an empty line, then the text in parts with an empty line between:
`## a heading`, `steps: title` with `- ` lines, `> somebody's words` with `-- who`, `care: level`
with lines below it, `- ` lists, and paragraphs with **strong** words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "library_pages"
_STRONG = re.compile(r"\*\*(.+?)\*\*")

Block = tuple[str, Any]  # as a page's body takes it: the kind, and what is in it


@dataclass(frozen=True, slots=True)
class Written:
    """One page as it was written. Sources are pairs of title and address."""

    slug: str
    title: str
    topic: str
    summary: str
    note: str
    blocks: list[Block]
    sources: list[tuple[str, str]] = field(default_factory=list)


def pages() -> list[Written]:
    """Every page of the demo's library, by its file's name."""
    return [
        read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))
    ]


def read(slug: str, text: str) -> Written:
    """One page. Raises KeyError where its title, topic or summary is missing."""
    head, _, body = text.partition("\n\n")
    pairs = [
        (name, value.strip()) for name, _, value in (x.partition(":") for x in head.split("\n"))
    ]
    facts = dict(pairs)
    sources = [value.partition(" | ") for name, value in pairs if name == "source"]
    return Written(
        slug=slug,
        title=facts["title"],
        topic=facts["topic"],
        summary=facts["summary"],
        note=facts.get("note", ""),
        blocks=list(_joined(_block(part) for part in body.strip().split("\n\n"))),
        sources=[(title, address) for title, _, address in sources],
    )


def _block(part: str) -> Block:
    lines = part.strip().split("\n")
    first, rest = lines[0], lines[1:]
    if first.startswith("## "):
        return "heading", first.removeprefix("## ")
    if first.startswith("steps:"):
        steps = [line.removeprefix("- ") for line in rest]
        return "steps", {"title": first.removeprefix("steps:").strip(), "steps": steps}
    if first.startswith("> "):
        who = rest[0].removeprefix("-- ") if rest else ""
        return "quote", {"words": first.removeprefix("> "), "who": who}
    if first.startswith("care:"):
        level = first.removeprefix("care:").strip()
        return "care", {"level": level, "text": _paragraph(" ".join(rest))}
    if first.startswith("- "):
        items = "".join(f"<li>{_inline(line.removeprefix('- '))}</li>" for line in lines)
        return "text", f"<ul>{items}</ul>"
    return "text", _paragraph(" ".join(lines))


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Paragraphs that follow each other are one text, as an editor would have typed them."""
    held = ""
    for kind, value in blocks:
        if kind == "text":
            held += value
            continue
        if held:
            yield "text", held
            held = ""
        yield kind, value
    if held:
        yield "text", held


def _paragraph(words: str) -> str:
    return f"<p>{_inline(words)}</p>"


def _inline(words: str) -> str:
    return _STRONG.sub(r"<b>\1</b>", escape(words, quote=False))
