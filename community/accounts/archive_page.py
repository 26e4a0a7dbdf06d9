"""The page of the archive that is there to be read: the same data as for programs, in words.

What somebody wrote stands as they wrote it, whatever it looks like. Only under a name that is known to
hold a moment, a day or one of several fixed answers is a value put into other words.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

# Names of moments and days, beside all that end in `_at` or `_on`.
_TIMES = frozenset(
    {"began", "day", "due", "ended", "at", "from", "made", "on", "since", "until", "week"}
)
# Names of what is one of several fixed answers. No name under which anybody can write stands here.
_CHOICES = frozenset(
    {
        "area", "became", "decided_by", "end", "instrument", "is_for", "kind", "level",
        "no_mail_about", "note_is_about", "offer", "outcome", "reason", "role", "section", "state",
        "takes", "topics_seen", "would_like",
    }
)  # fmt: skip
# What somebody wrote line by line: the names of the lines say nothing about what is in them.
_OWN = frozenset({"agreed", "lines", "your_card_shown"})

Row = list[tuple[str, str]]


def parts(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A heading and its sections for each feature; a section is a heading and its rows."""
    for feature, share in data.items():
        if isinstance(share, dict) and (sections := list(_sections(share))):
            yield {"title": name_of(feature), "sections": sections}


def _sections(share: dict[str, Any]) -> Iterator[dict[str, Any]]:
    plain = {key: value for key, value in share.items() if not isinstance(value, list | tuple)}
    if row := _row(plain):
        yield {"title": "", "rows": [row]}
    for key, value in share.items():
        if isinstance(value, list | tuple) and (
            rows := [row for one in value if (row := _row(one, key))]
        ):
            yield {"title": name_of(key), "rows": rows}


def _row(one: Any, of: str = "") -> Row:
    named = one if isinstance(one, dict) else {"": one}
    said = (
        (name_of(key), said_of(value, of if of in _OWN else key)) for key, value in named.items()
    )
    return [(name, words) for name, words in said if words]


def name_of(key: str) -> str:
    """`joined_at` as somebody would write it."""
    words = re.sub(r"\bi\b", "I", key.replace("_", " "))
    return "IP" if words == "ip" else words[:1].upper() + words[1:]


def said_of(value: Any, name: str = "") -> str:
    """A value as somebody would write it; nothing for nothing. Its name says what it can be."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case dict():
            return "\n".join(f"{asked}: {words}" for asked, words in _row(value, name))
        case list() | tuple():
            return "\n".join(filter(None, (said_of(one, name) for one in value)))
        case str() if name in _CHOICES:
            return value.replace("_", " ")
        case str() if name in _TIMES or name.endswith(("_at", "_on")):
            return _time(value)
        case _:
            return str(value)


def _time(value: str) -> str:
    """A moment by the reader's clock, or a day; as it stands where it is neither."""
    try:
        if "T" not in value:
            return date_format(date.fromisoformat(value), "j F Y")
        return date_format(timezone.localtime(datetime.fromisoformat(value)), "j F Y, H:i")
    except (ValueError, OverflowError):
        return value
