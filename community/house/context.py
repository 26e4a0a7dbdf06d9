"""What every page knows of the house."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, Any]:
    """`house`: the operator's name for this place."""
    return {"house": {"name": settings.SITE_NAME}}
