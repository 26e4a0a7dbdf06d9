"""The page of the archive that is there to be read: the same data as for programs, in words."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

# As the data for programs write a moment, a day, and one of several fixed answers.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CHOICE = re.compile(r"[a-z]+(_[a-z]+)+")

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
        if isinstance(value, list | tuple) and (rows := list(filter(None, map(_row, value)))):
            yield {"title": name_of(key), "rows": rows}


def _row(one: Any) -> Row:
    named = one if isinstance(one, dict) else {"": one}
    said = ((name_of(key), said_of(value)) for key, value in named.items())
    return [(name, words) for name, words in said if words]


def name_of(key: str) -> str:
    """`joined_at` as somebody would write it."""
    words = re.sub(r"\bi\b", "I", key.replace("_", " "))
    return "IP" if words == "ip" else words[:1].upper() + words[1:]


def said_of(value: Any) -> str:
    """A value as somebody would write it: a moment by the reader's clock; nothing for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case dict():
            return "\n".join(f"{name}: {words}" for name, words in _row(value))
        case list() | tuple():
            return "\n".join(filter(None, map(said_of, value)))
        case str() if _MOMENT.fullmatch(value):
            return date_format(timezone.localtime(datetime.fromisoformat(value)), "j F Y, H:i")
        case str() if _DAY.fullmatch(value):
            return date_format(date.fromisoformat(value), "j F Y")
        case str() if _CHOICE.fullmatch(value):
            return value.replace("_", " ")
        case _:
            return str(value)
