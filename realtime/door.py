"""What a handshake says about itself: from where, and with which session."""

from typing import Any

from django.conf import settings
from django.http.cookie import parse_cookie

from community import pace


def session_of(scope: dict[str, Any]) -> str:
    """The session key in the cookie, or nothing."""
    cookies = parse_cookie("; ".join(_headers(scope, b"cookie")))
    return cookies.get(settings.SESSION_COOKIE_NAME, "")[:64]


def address_of(scope: dict[str, Any]) -> str:
    """From where the socket was opened. What proxies of ours added counts, nothing before it:
    a header somebody wrote themself changes nothing."""
    hops = [hop.strip() for line in _headers(scope, b"x-forwarded-for") for hop in line.split(",")]
    trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if trusted and len(hops) >= trusted:
        return hops[-trusted][:64]
    return str((scope.get("client") or ["unknown"])[0])


def wait_for(address: str) -> float:
    """How long this address has to wait before it may open another socket; 0.0 for not at all."""
    limit = settings.HANDSHAKES_A_MINUTE
    return pace.spend(f"handshake:{address}", limit=limit, per=60.0)


def _headers(scope: dict[str, Any], name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope.get("headers", ()) if key == name]
