"""The page of notices: one calm list, one tap to where each leads."""

from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from community.notifications import actions, queries
from community.notifications.forms import TimesForm


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """The newest notices. Looking at the list reads nothing; opening one does."""
    assert request.user.is_authenticated
    found = queries.notices_of(request.user.pk)
    return render(
        request,
        "notifications/notices.html",
        {
            "notices": found,
            "newest": max((notice.id for notice in found), default=0),
            "some_are_new": any(notice.is_new for notice in found),
            "address": queries.proved_address(request.user.pk),
            "wants_mail": queries.wants_mail(request.user.pk),
        },
    )


@require_POST
def open_notice(request: HttpRequest, notice: int) -> HttpResponse:
    """Reads one notice and goes where it leads."""
    assert request.user.is_authenticated
    found = actions.mark_read(by=request.user, notice=notice)
    if found is None:
        raise Http404
    return redirect(found.path)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Reads what the page showed."""
    assert request.user.is_authenticated
    upto = request.POST.get("upto", "")
    if upto.isdecimal():
        actions.mark_all_read(by=request.user, upto=int(upto[:18]))
    return redirect("notifications:notices")


@require_POST
def mail(request: HttpRequest) -> HttpResponse:
    """Mail on or off."""
    assert request.user.is_authenticated
    if request.POST.get("mail") == "yes":
        actions.choose_mail(by=request.user)
        messages.success(request, _("A short mail will say when something waits for you."))
    else:
        actions.choose_no_mail(by=request.user)
        messages.success(request, _("You get no mail about this any more."))
    return redirect("notifications:notices")


@require_http_methods(["GET", "HEAD", "POST"])
def times(request: HttpRequest) -> HttpResponse:
    """Quiet hours, a budget, a break."""
    assert request.user.is_authenticated
    chosen = asdict(queries.wishes_of(request.user.pk))
    form = TimesForm(request.POST or None, initial=chosen)
    if form.is_valid():
        actions.choose_times(wishes=form.wishes, by=request.user)
        messages.success(request, _("Kept. It holds for every device of yours."))
        return redirect("notifications:notices")
    status = 422 if form.is_bound else 200
    return render(request, "notifications/times.html", {"form": form}, status=status)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """From a mail, without signing in. Looking stops nothing: programs look at links in mails."""
    person = queries.person_of_token(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        actions.stop_mail(person=person)
    return render(request, "notifications/stop.html", {"is_done": request.method == "POST"})
