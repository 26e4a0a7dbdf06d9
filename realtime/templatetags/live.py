"""What a page needs to open its socket."""

from django import template
from django.template import Context

from realtime.keys import socket_key as key_for

register = template.Library()


@register.simple_tag(takes_context=True)
def socket_key(context: Context) -> str:
    """The proof that a socket of this session was opened by one of our pages."""
    return key_for(context["request"])
