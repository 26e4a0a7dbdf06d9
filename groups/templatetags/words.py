"""How somebody's words stand on a page: plain text, and addresses as links that give nothing away.

The room's script does the same for words that arrive later (`words.js`); one table of cases tests
both.
"""

import re
from collections.abc import Collection, Mapping
from datetime import timedelta

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from groups import asked
from groups.cards import ADDRESS, AFTER
from groups.enums import Fold, Intent, RoomKind
from groups.events import Event
from groups.folding import label
from groups.models import Message, Room
from groups.queries import asks
from groups.spans import COVER

register = template.Library()
_SIGN = re.compile(f"({COVER})")


@register.filter
def linked(text: str, alone: Collection[str] = ()) -> SafeString:
    """The text, escaped, its addresses as links, a plain mark where the team covers something.
    Nothing else becomes markup. Of `alone` only the card below is seen; the words stay."""
    parts: list[SafeString] = []
    at = 0
    for match in ADDRESS.finditer(text):
        address = match.group().rstrip(AFTER)
        parts.append(_plain(text[at : match.start()]))
        before, at = match.start(), match.start() + len(address)
        hides = address in alone and _has_its_line(text, before, at)
        hidden = SafeString(" hidden" if hides else "")
        parts.append(
            format_html(
                '<a href="{}" rel="noopener nofollow ugc"{}>{}</a>', address, hidden, address
            )
        )
    parts.append(_plain(text[at:]))
    return format_html_join("", "{}", ((part,) for part in parts))


def _has_its_line(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line of these places."""
    return (
        not text[:start].rpartition("\n")[2].strip() and not text[end:].partition("\n")[0].strip()
    )


def _plain(text: str) -> SafeString:
    mark = format_html('<span class="covered">{}</span>', _("covered by the team"))
    parts = (mark if part == COVER else part for part in _SIGN.split(text))
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def to_author(event: Event) -> str:
    """What the author of folded words reads below them."""
    return asked.to_author(event.back_at)


@register.filter
def would_like(intent: str) -> str:
    """What somebody would like of whoever answers, in words."""
    return str(Intent(intent).label) if intent else ""


@register.filter
def answered_within(room: Room) -> timedelta:
    """How long somebody who says what would help waits before the team hears of it."""
    return asks.within(RoomKind(room.kind))


@register.filter
def note_line(message: Message) -> str:
    """The note above a message as one line, for its author and the team."""
    return label(message.note, message.note_kind)


@register.filter
def of_kind(choices: Mapping[str, str], kind: str) -> str:
    """What was chosen for this kind."""
    return choices.get(kind, Fold.COLLAPSE)


@register.filter
def marked(text: str, found: list[tuple[int, int]]) -> SafeString:
    """The text with these places marked: what looks like a way to reach somebody outside."""
    parts: list[SafeString] = []
    at = 0
    for start, end in sorted(found):
        if start < at or start == end:  # found in the note above
            continue
        parts.append(format_html("{}<mark>{}</mark>", text[at:start], text[start:end]))
        at = end
    parts.append(format_html("{}", text[at:]))
    return format_html_join("", "{}", ((part,) for part in parts))
