"""The rule a measure rests on, named by version and place, so that it reads as it stood then."""

from django.utils.functional import Promise

from community.accounts import texts
from community.accounts.enums import ConsentKind

# Of our own rules in each version: those that say what the team and the program do. Nobody breaks them,
# and no step against somebody rests on them.
_WHAT_WE_DO = {"1": frozenset({4, 5})}


def rows() -> list[tuple[str, str | Promise]]:
    """The rules as they stand that somebody can break, each with its name."""
    now = texts.current(ConsentKind.RULES)
    named = [(f"{now.version}:{place}", line) for place, line in enumerate(now.lines)]
    return [(name, line) for name, line in named if is_rule(name)]


def is_rule(name: str) -> bool:
    """Whether there is, or was, such a rule, and somebody can break it."""
    version, _colon, place = name.partition(":")
    ours = _WHAT_WE_DO.get(version.partition(".")[0], frozenset())
    return bool(said(name)) and int(place) not in ours


def said(name: str) -> str | Promise:
    """The rule in its own words; nothing for what never was one."""
    version, _colon, place = name.partition(":")
    text = texts.text(ConsentKind.RULES, version) if version else None
    if text is None or not place.isdecimal() or int(place) >= len(text.lines):
        return ""
    return text.lines[int(place)]
