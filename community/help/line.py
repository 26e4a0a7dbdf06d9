"""One row of the table a new house starts with."""

from typing import NamedTuple

A = "always"


class Line(NamedTuple):
    name: str
    method: str
    dial: str
    display: str
    hours: str = ""
    is_free: bool = False
    for_young: bool = False
    url: str = ""


class Land(NamedTuple):
    name: str
    emergency: str
    zone: str
    languages: str
    lines: tuple[Line, ...]
