"""What templates of the desk ask."""

from datetime import datetime

from django import template
from django.utils import timezone

from community.safety import how_soon as due

register = template.Library()


@register.filter
def how_soon(item: due.Due, now: datetime | None = None) -> str:
    """How soon somebody looks, in a word."""
    return due.how_soon(item, now=now or timezone.now())
