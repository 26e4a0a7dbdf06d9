"""The author's own page of their story: to read it, to say yes, to take it back. No account."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from cms import consent
from cms.actions import stories
from cms.actions.checking import hashed
from cms.models import StoryConsent, StoryPage
from cms.queries import review
from cms.views.changed import said_if_changed
from community.accounts.views.who import person_of
from community.refusal import Refused


@never_cache
@require_POST
def ask(request: HttpRequest, page: int) -> HttpResponse:
    """Makes the author's link. It is shown this once."""
    version = StoryPage.objects.filter(pk=page).first()
    if version is None:
        raise Http404
    key = stories.ask_author(page=version, by=person_of(request))
    link = request.build_absolute_uri(reverse("cms:story", args=[key]))
    return render(request, "cms/story_link.html", {"page": version, "link": link})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def story(request: HttpRequest, key: str) -> HttpResponse:
    """What stands in the story now, and what the author said to it."""
    given = StoryConsent.objects.filter(key=hashed(key), withdrawn_at=None).first()
    page, read = (review.newest_version(given.page) if given else None) or (None, "")
    if given is None or not isinstance(page, StoryPage):
        raise Refused(consent.NO_SUCH_LINK)
    if request.method == "POST":
        return _said(request, key)
    revision = page.get_latest_revision()
    covered = bool(given.given_at and consent.refusal(revision, given=[given.digest]) is None)
    context = {"page": page, "read": read, "given": given, "covered": covered}
    context["lines"] = consent.LINES
    return render(request, "cms/story_consent.html", context)


def _said(request: HttpRequest, key: str) -> HttpResponse:
    if request.POST.get("say") == "yes":
        with said_if_changed(request):
            stories.say_yes(key=key, read=request.POST.get("read", ""))
        return redirect("cms:story", key)
    if request.POST.get("say") == "take-back" and "sure" in request.POST:
        stories.take_back(key=key)
        return render(request, "cms/story_gone.html")
    return redirect("cms:story", key)
