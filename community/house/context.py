"""What every page knows of the house."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from community.house import queries


def house(request: HttpRequest) -> dict[str, Any]:
    """`house`: the operator's settings, read only where a page asks."""
    return {"house": SimpleLazyObject(queries.current)}
