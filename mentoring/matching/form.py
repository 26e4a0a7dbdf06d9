"""The form in which an instance is written down: read strictly, refused in one plain sentence."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NoReturn, TypeVar
from zoneinfo import ZoneInfo

from mentoring.matching.cast import PARTS, SHARED, Instance, Mentee, Mentor, Weights
from mentoring.matching.week import WEEK, Free

Kind = TypeVar("Kind", Mentor, Mentee)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(1900, 3000)  # a week of each is a week by every clock
_LISTS = (*SHARED, "diagnosis")
_BOTH = frozenset({"id", "languages", "age", "timezone", "free"})
_MAY_BOTH = frozenset({"gender", "prefers", *_LISTS})
_MENTOR = _BOTH | {"capacity", "approved", "on_break"}
_MENTEE = _BOTH | {"waiting_days", "match_on_diagnosis"}
_INSTANCE = frozenset({"date", "min_overlap_minutes", "weights", "mentors", "mentees"})


class Malformed(Exception):
    """The instance is not of the form; the message is one plain line."""


def read(text: str) -> Instance:
    """The instance that this JSON text holds. Raises Malformed."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Malformed("the instance is not JSON") from error
    given = _object(value, "the instance", _INSTANCE, may={"never"})
    return Instance(
        day=_day(given["date"]),
        mentors=_people(given["mentors"], "mentors", _mentor),
        mentees=_people(given["mentees"], "mentees", _mentee),
        weights=_weights(given["weights"]),
        min_overlap=_whole(given["min_overlap_minutes"], "min_overlap_minutes", most=WEEK),
        never=_never(given.get("never", [])),
    )


def _mentor(value: Any, where: str) -> Mentor:
    given = _object(value, where, _MENTOR, may={"load", *_MAY_BOTH})
    return Mentor(
        **_person(given, where),
        capacity=_whole(given["capacity"], f"{where}.capacity"),
        load=_whole(given.get("load", 0), f"{where}.load"),
        approved=_yes_or_no(given["approved"], f"{where}.approved"),
        on_break=_yes_or_no(given["on_break"], f"{where}.on_break"),
    )


def _mentee(value: Any, where: str) -> Mentee:
    given = _object(value, where, _MENTEE, may={"wants_gender", "age_range", *_MAY_BOTH})
    return Mentee(
        **_person(given, where),
        waiting_days=_whole(given["waiting_days"], f"{where}.waiting_days"),
        match_on_diagnosis=_yes_or_no(given["match_on_diagnosis"], f"{where}.match_on_diagnosis"),
        wants_gender=_said(given.get("wants_gender"), f"{where}.wants_gender"),
        age_range=_range(given.get("age_range"), f"{where}.age_range"),
    )


def _person(given: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What mentors and mentees have in common."""
    age = given["age"]
    return {
        "id": _word(given["id"], f"{where}.id", some=True),
        "languages": _words(given["languages"], f"{where}.languages"),
        "timezone": _zone(given["timezone"], f"{where}.timezone"),
        "free": _free(given["free"], f"{where}.free"),
        "gender": _said(given.get("gender"), f"{where}.gender"),
        "age": None if age is None else _whole(age, f"{where}.age"),
        "prefers": _choices(given.get("prefers", []), f"{where}.prefers"),
        **{name: _words(given.get(name, []), f"{where}.{name}") for name in _LISTS},
    }


def _people(value: Any, name: str, read_one: Callable[[Any, str], Kind]) -> tuple[Kind, ...]:
    found = tuple(read_one(one, f"{name}[{at}]") for at, one in enumerate(_list(value, name)))
    seen = set()
    for one in found:
        if one.id in seen:
            _no(f'{name}: the id "{one.id}" stands there twice')
        seen.add(one.id)
    return found


def _object(
    value: Any, where: str, must: Collection[str], *, may: Collection[str]
) -> dict[str, Any]:
    if not isinstance(value, dict):
        _no(f"{where} must be an object")
    if unknown := sorted(value.keys() - {*must, *may}):
        _no(f"{where} has an unknown key: {_named(unknown)}")
    if missing := sorted(must - value.keys()):
        _no(f"{where} lacks {_named(missing)}")
    return value


def _weights(value: Any) -> Weights:
    given = _object(value, "weights", set(), may=PARTS)
    return Weights(**{name: _weight(given.get(name, 0), f"weights.{name}") for name in PARTS})


def _weight(value: Any, where: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1000:
        _no(f"{where} must be a number from 0 to 1000")
    return Fraction(round(value * 1000), 1000)


def _never(value: Any) -> frozenset[tuple[str, str]]:
    pairs = set()
    for at, pair in enumerate(_list(value, "never")):
        if not (
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)
        ):
            _no(f"never[{at}] must be two ids: a mentor's and a mentee's")
        pairs.add((pair[0], pair[1]))
    return frozenset(pairs)


def _free(value: Any, where: str) -> Free:
    spans = []
    for at, span in enumerate(_list(value, where)):
        if not (isinstance(span, list) and len(span) == 2 and all(_is_whole(one) for one in span)):
            _no(f"{where}[{at}] must be two whole numbers of minutes")
        start, end = span
        if not (0 <= start < WEEK and 0 <= end <= start + WEEK):
            _no(f"{where}[{at}] must begin within the week and be no longer than one")
        spans.append((start, end))
    return tuple(spans)


def _range(value: Any, where: str) -> tuple[int, int] | None:
    if value is None:
        return None
    if not (isinstance(value, list) and len(value) == 2 and all(_is_whole(one) for one in value)):
        _no(f"{where} must be two whole numbers: the youngest and the oldest")
    if value[0] > value[1]:
        _no(f"{where} must begin with the smaller number")
    return value[0], value[1]


def _choices(value: Any, where: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_word(one, where) for one in _list(value, where)))


def _words(value: Any, where: str) -> frozenset[str]:
    return frozenset(_word(one, where) for one in _list(value, where))


def _word(value: Any, where: str, *, some: bool = False) -> str:
    if not isinstance(value, str):
        _no(f"{where} must be text")
    if some and not value:
        _no(f"{where} must not be empty")
    try:
        value.encode()
    except UnicodeEncodeError:
        _no(f"{where} holds half a character")
    return value


def _said(value: Any, where: str) -> str:
    """A word that may be left out; null is left out, nothing else is."""
    return "" if value is None else _word(value, where)


def _zone(value: Any, where: str) -> str:
    name = _word(value, where)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        _no(f'{where}: there is no time zone "{name}"')
    return name


def _day(value: Any) -> date:
    written = _word(value, "date")
    try:
        day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        _no("date must be a day like 2026-11-23")
    if day.year not in _YEARS:
        _no(f"date must be in the years {_YEARS[0]} to {_YEARS[-1]}")
    return day


def _whole(value: Any, where: str, *, most: int = 1_000_000) -> int:
    if not _is_whole(value) or not 0 <= value <= most:
        _no(f"{where} must be a whole number from 0 to {most}")
    return int(value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _yes_or_no(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        _no(f"{where} must be true or false")
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list):
        _no(f"{where} must be a list")
    return value


def _named(keys: Iterable[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys)


def _no(words: str) -> NoReturn:
    raise Malformed(words)
