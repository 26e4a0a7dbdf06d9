"""The rule a measure rests on, named by version and place, so that it reads as it stood then."""

from django.utils.functional import Promise

from community.accounts import texts
from community.accounts.enums import ConsentKind


def rows() -> list[tuple[str, str | Promise]]:
    """The rules as they stand, each with its name."""
    now = texts.current(ConsentKind.RULES)
    return [(f"{now.version}:{place}", line) for place, line in enumerate(now.lines)]


def is_rule(name: str) -> bool:
    """Whether there is, or was, such a rule."""
    return bool(said(name))


def said(name: str) -> str | Promise:
    """The rule in its own words; nothing for what never was one."""
    version, _colon, place = name.partition(":")
    text = texts.text(ConsentKind.RULES, version) if version else None
    if text is None or not place.isdecimal() or int(place) >= len(text.lines):
        return ""
    return text.lines[int(place)]
