"""What the pages of one's own space draw."""

from typing import Any

from django import template
from django.forms import BoundField

from community.wellbeing.enums import ENDS, Measure

register = template.Library()


@register.inclusion_tag("wellbeing/_five.html")
def five(row: BoundField) -> dict[str, Any]:
    """One of five in a row, with "no answer" before them."""
    return {"row": row, "ends": ENDS[Measure(row.name)]}
