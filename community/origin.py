"""From where a form was sent, as the browser itself says it."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_ours(request: HttpRequest) -> bool | None:
    """Whether one of our own pages sent this. A browser that knows no Sec-Fetch-Site says it by the
    origin, or by the page it came from. None: it says nothing at all."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    for name in ("Origin", "Referer"):
        if (came := request.headers.get(name)) is not None:
            return _is_here(request, came)
    return None


def _is_here(request: HttpRequest, came: str) -> bool:
    try:
        parts = urlsplit(came)
    except ValueError:
        return False
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
