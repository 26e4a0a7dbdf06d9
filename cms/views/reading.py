"""Reading, finding, following: everything a stranger can do in the library."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    conditional_page,
    require_POST,
    require_safe,
)
from wagtail.views import serve

from cms import kept, queries
from cms.actions import searching, voices
from cms.enums import Barrier
from cms.models import ArticlePage, LibraryHome, TopicPage
from community.accounts import limits
from community.house import queries as house

FEED = 20


@login_not_required
@conditional_page
@cache_control(public=True, max_age=0, must_revalidate=True)
@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """A page of the library. Strangers get it as it was made for the last of them, as long as the
    edition is the same; a session makes it private again, on the way out."""
    key = kept.key_of(request)
    if key is not None and (known := kept.kept(key)) is not None:
        return known
    response: HttpResponse = serve(request, path)
    if hasattr(response, "render"):
        response.render()
    if key is not None:
        kept.keep(key, request, response)
    return response


@login_not_required
@never_cache  # what somebody looked for stays on nobody's disk
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Public pages with these words, or with the nearest words we have. Of a search in vain, words of
    our own vocabulary are counted."""
    found = queries.search(request.GET.get("words", ""))
    if (
        found.words
        and not found.pages
        and not limits.spend(request, act="search", limit=10, per=3600)
    ):
        searching.found_nothing(words=found.words)
    return render(request, "cms/search.html", {"found": found})


@login_not_required
@require_safe
def kept_here(request: HttpRequest) -> HttpResponse:
    """What this browser keeps of the library. The browser fills it in; we do not know."""
    return render(request, "cms/kept_here.html")


@login_not_required
@cache_control(max_age=3600)
@require_safe
def offline_worker(request: HttpRequest) -> HttpResponse:
    """A worker that opens what somebody kept, when the line or the server is down."""
    return render(request, "cms/offline.js", content_type="text/javascript")


@login_not_required
@csrf_exempt  # a page that is the same for everybody holds no key; other sites are refused below
@never_cache
@require_POST
def helpful(request: HttpRequest, page: int) -> HttpResponse:
    """Whether a page helped. A sum; nobody is kept."""
    read = get_object_or_404(ArticlePage.objects.live().public(), pk=page)
    is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    if is_ours and not limits.spend(request, act=f"helpful:{page}", limit=1, per=3600):
        voices.say_helpful(page=read, yes=request.POST.get("helped") == "yes")
    return render(request, "cms/thanks.html", {"page": read})


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """What search engines may know: public pages that are looked after."""
    pages = [
        *LibraryHome.objects.live().public(),
        *TopicPage.objects.live().public(),
        *queries.whole(),
    ]
    rows: list[tuple[str, datetime | None]] = [
        (_absolute(one), one.last_published_at) for one in pages
    ]
    ours = [reverse("cms:barriers"), *(reverse("cms:barrier", args=[one]) for one in Barrier)]
    rows += [(f"{settings.SITE_URL}{path}", None) for path in ours]
    return render(request, "cms/sitemap.xml", {"rows": rows}, content_type="application/xml")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Where the sitemap is. Everything else says on its own page that it is in no index: who may
    not look would never read that."""
    words = f"User-agent: *\nDisallow:\n\nSitemap: {settings.SITE_URL}{reverse('cms:sitemap')}\n"
    return HttpResponse(words, content_type="text/plain")


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest pages, for who follows them."""
    told = Atom1Feed(
        title=f"{house.current().name}: {_('new pages')}",
        link=f"{settings.SITE_URL}/learn/",
        description="",
        feed_url=f"{settings.SITE_URL}{request.path}",
    )
    for one in queries.newest(FEED):
        told.add_item(
            title=one.title,
            link=_absolute(one),
            description=one.summary,
            pubdate=one.first_published_at,
            updateddate=one.last_published_at,
        )
    return HttpResponse(told.writeString("utf-8"), content_type="application/atom+xml")


def _absolute(page: ArticlePage) -> str:
    return f"{settings.SITE_URL}{page.get_url()}"
