"""How an hour of a meeting is said."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()
WEEK = 7


@register.filter
def day_and_hour(moment: datetime) -> str:
    """By the reader's clock: today and tomorrow by name, the next days by their weekday, later ones
    with the date."""
    here = timezone.localtime(moment)
    clock = date_format(here, "H:i")
    days = (here.date() - timezone.localdate()).days
    if days == 0:
        return _("today %(time)s") % {"time": clock}
    if days == 1:
        return _("tomorrow %(time)s") % {"time": clock}
    if 0 < days < WEEK:
        return date_format(here, "D H:i")
    return date_format(here, "D j M, H:i")
