"""Whole pages kept for strangers alone, in the edition of the library they were made for.

What somebody with a session reads is never kept and never comes from here. A kept page lives a
minute, because a care card names the lines that are open now; a change of the library ends it with
the commit of the change, in every process, by the number of the edition.
"""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from cms.models.kept import Edition

SECONDS = 60


def key_of(request: HttpRequest) -> str | None:
    """Where this page is kept; None for anybody with a session, and for anything but reading."""
    if request.method != "GET" or request.GET or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    edition = Edition.objects.values_list("number", flat=True).first() or 0
    theme = request.COOKIES.get("theme", "")[:8]
    return f"learn:{edition}:{request.get_host()}:{theme}:{request.path}"


def kept(key: str) -> HttpResponse | None:
    """The page as it was made for another stranger."""
    content = cache.get(key)
    return None if content is None else HttpResponse(content)


def keep(key: str, request: HttpRequest, response: HttpResponse) -> None:
    """Keeps a whole page that is the same for every stranger."""
    is_for_one = response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    if response.status_code == 200 and not response.streaming and not is_for_one:
        cache.set(key, response.content, SECONDS)
