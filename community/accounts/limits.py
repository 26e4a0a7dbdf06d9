"""Pace for the doors: by where a request comes from, so that nobody is locked out by a stranger."""

import hashlib

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community import pace
from community.refusal import Refusal

SLOW_DOWN = Refusal(
    "pace", _("That was a lot in a short time. Please wait a few minutes and try again.")
)


def spend(request: HttpRequest, *, act: str, limit: int, per: int) -> Refusal | None:
    """Counts one try of `act` from this place; a Refusal once there were `limit` in `per` seconds.
    The address itself is not kept."""
    place = hashlib.sha256(str(get_client_ip(request)).encode()).hexdigest()[:16]
    return SLOW_DOWN if pace.spend(f"{act}:{place}", limit=limit, per=per) > 0 else None
