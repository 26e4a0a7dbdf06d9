"""Reads the pages of the starting library. Pure.

Some lines of `name: value`, an empty line, then the text in parts with an empty line between:
`## a heading`, `steps: title` with `- ` lines, `> somebody's words` with `-- who`, `care: level`
with lines below it, `- ` lists, and paragraphs with **strong** words. Kinds of pages have parts of
their own: `part: title | minutes`, `side: field` and `letter:` with lines below them, `word: hard
word | plain words` (a star behind a word that texts explain) and `said: what | what was done` line by line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "library_pages"
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_OWN = frozenset({"part", "side", "letter", "word", "said"})  # parts that are not of the text

Block = tuple[str, Any]  # as a page's body takes it: the kind, and what is in it


@dataclass(frozen=True, slots=True)
class Written:
    """One page as it was written. Sources are pairs of title and address. `own` holds what only
    its kind of page has, in the order of the file."""

    slug: str
    title: str
    topic: str
    summary: str
    note: str
    blocks: list[Block]
    sources: list[tuple[str, str]] = field(default_factory=list)
    kind: str = "article"
    facts: dict[str, str] = field(default_factory=dict)
    own: list[Block] = field(default_factory=list)


def pages() -> list[Written]:
    """Every page of the library, by its file's name."""
    return [
        read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))
    ]


def articles() -> list[Written]:
    """Of these, the articles."""
    return [page for page in pages() if page.kind == "article"]


def read(slug: str, text: str) -> Written:
    """One page. Raises KeyError where its title or summary is missing, or its topic or `of`."""
    head, _, body = text.partition("\n\n")
    pairs = [
        (name, value.strip()) for name, _, value in (x.partition(":") for x in head.split("\n"))
    ]
    facts = dict(pairs)
    sources = [value.partition(" | ") for name, value in pairs if name == "source"]
    blocks = [block for part in body.strip().split("\n\n") for block in _blocks(part)]
    return Written(
        slug=slug,
        title=facts["title"],
        topic=facts.get("topic") or facts["of"],
        summary=facts["summary"],
        note=facts.get("note", ""),
        blocks=list(_joined(block for block in blocks if block[0] not in _OWN)),
        sources=[(title, address) for title, _, address in sources],
        kind=facts.get("kind", "article"),
        facts=facts,
        own=[block for block in blocks if block[0] in _OWN],
    )


def _blocks(part: str) -> Iterator[Block]:
    lines = part.strip().split("\n")
    name, _, first = lines[0].partition(":")
    if name not in _OWN:
        yield _block(lines)
    elif name in {"word", "said"}:
        for line in lines:
            one, _, other = line.partition(":")[2].partition(" | ")
            yield name, (one.strip(), other.strip())
    elif name == "part":
        title, _, minutes = first.partition(" | ")
        yield "part", {"title": title.strip(), "minutes": int(minutes), "text": _below(lines)}
    else:
        yield name, (first.strip(), _below(lines))


def _below(lines: list[str]) -> str:
    return "\n".join(lines[1:])


def _block(lines: list[str]) -> Block:
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
