"""One sentence for who has just said something heavy on a page without a room: help first."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def do_not_wait(said: str | Promise) -> SafeString:
    """What became of the words, and who answers now."""
    link = format_html('<a href="{}">{}</a>', reverse("help:now"), _("people who answer now"))
    return format_html("{} {} {}.", said, _("Please do not wait for us:"), link)
