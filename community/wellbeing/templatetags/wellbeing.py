"""What the pages of one's own space draw."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from community.wellbeing.enums import ENDS, Measure

NOT_TO_VERY = (_("not at all"), _("very much"))
register = template.Library()


@register.inclusion_tag("wellbeing/_five.html")
def five(row: BoundField) -> dict[str, Any]:
    """One of five in a row, with "no answer" before them."""
    ends = ENDS[Measure(row.name)] if row.name in Measure.values else NOT_TO_VERY
    return {"row": row, "ends": ends}
