"""Links for somebody outside: made and ended by their owner, opened with a code on one device."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.wellbeing.actions import links as actions
from community.wellbeing.forms.visits import CodeForm, LinkForm
from community.wellbeing.models import ShareLink
from community.wellbeing.queries import sharing as queries
from community.wellbeing.views._who import person_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest) -> HttpResponse:
    """What is open to somebody outside, who looked when, and a new link."""
    person = person_of(request)
    parts = queries.parts_of(person)
    form = LinkForm(request.POST or None, parts=parts)
    if form.is_valid():
        fresh = actions.make_link(**form.cleaned_data, by=person)
        address = settings.SITE_URL + reverse("wellbeing:by-link", args=[fresh.token])
        return render(request, "wellbeing/link_made.html", {"fresh": fresh, "address": address})
    open_now = ShareLink.objects.filter(person=person, ended_at=None, until__gt=timezone.now())
    titles = queries.titles_of(person)
    rows = [
        (link, [titles.get(key, queries.GONE) for key in link.parts])
        for link in open_now.prefetch_related("views")
    ]
    context = {"form": form, "rows": rows, "parts": parts}
    return render(request, "wellbeing/links.html", context, status=422 if form.is_bound else 200)


@require_POST
def end_link(request: HttpRequest, link: int) -> HttpResponse:
    """From now on it opens nothing."""
    actions.end_link(link=link, by=person_of(request))
    messages.success(request, _("Ended. It opens nothing any more."))
    return redirect("wellbeing:links")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Asks for the code once; then shows the parts, as they are now, on this device alone."""
    device = request.COOKIES.get(_cookie(token), "")
    if actions.on_device(token, device, now=timezone.now()) is not None:
        found = actions.look_by_link(token=token, device=device)
        shown = queries.all_shown(found.person, found.parts, today=timezone.localdate())
        version = queries.version_of(found.person, found.parts)
        context = {"shown": shown, "token": token, "until": found.until, "version": version}
        return render(request, "wellbeing/by_link.html", context)
    link = actions.alive(token, now=timezone.now())
    if link is None or link.device_hash:
        raise Http404
    form = CodeForm(request.POST or None)
    if form.is_valid():
        made = actions.open_link(token=token, code=form.cleaned_data["code"])
        if made is not None:
            answer = redirect("wellbeing:by-link", token)
            _set(answer, token, made, until=link)
            return answer
        form.add_error("code", _("These are not the digits."))
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/by_link_code.html", {"form": form}, status=status)


@login_not_required
@never_cache
@require_safe
def still_by_link(request: HttpRequest, token: str, version: str) -> HttpResponse:
    """204 while an open page may go on showing what it shows."""
    device = request.COOKIES.get(_cookie(token), "")
    link = actions.on_device(token, device, now=timezone.now())
    if link is None or queries.version_of(link.person, link.parts) != version:
        raise Http404
    return HttpResponse(status=204)


def _cookie(token: str) -> str:
    """A name that says nothing, one for each link."""
    return f"k{actions.hashed(token)[:12]}"


def _set(answer: HttpResponse, token: str, device: str, *, until: ShareLink) -> None:
    answer.set_cookie(
        _cookie(token),
        device,
        expires=until.until,
        path=reverse("wellbeing:by-link", args=[token]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",  # the link is followed from a mail program or a chat
    )
