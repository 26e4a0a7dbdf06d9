"""The page of notices: one calm list, one tap to where each leads."""

from dataclasses import asdict
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from community.notifications import actions, places, queries, resting
from community.notifications.forms import BreakForm, TimesForm, WhichForm


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


@require_http_methods(["GET", "HEAD", "POST"])
def which(request: HttpRequest) -> HttpResponse:
    """What a mail may be about, and from which places it may come."""
    assert request.user.is_authenticated
    person = request.user
    off = queries.no_mail_about(person.pk)
    form = WhichForm(request.POST or None, places=places.of(person), off=off)
    if form.is_valid():
        actions.choose_what_about(off=form.off, by=person)
        messages.success(request, _("Kept. It holds for every device of yours."))
        return redirect("notifications:notices")
    status = 422 if form.is_bound else 200
    return render(request, "notifications/which.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def take_a_break(request: HttpRequest) -> HttpResponse:
    """A break from everything that is sent; and back again."""
    assert request.user.is_authenticated
    person = request.user
    if "end" in request.POST:
        actions.end_break(by=person)
        messages.success(request, _("Good to see you. Nothing was lost."))
        return redirect("/me/")
    form = BreakForm(request.POST or None)
    if form.is_valid():
        until = timezone.localdate() + timedelta(days=form.cleaned_data["days"])
        if form.cleaned_data["tells"]:
            actions.take_a_break_and_tell(until=until, by=person)
        else:
            actions.take_a_break(until=until, by=person)
        messages.success(request, _("Rest well. Everything waits as it is."))
        return redirect("notifications:break")
    rests = resting.rests_until(person.pk)
    shown = {"form": form, "until": rests if rests and rests >= timezone.localdate() else None}
    return render(request, "notifications/break.html", shown, status=422 if form.is_bound else 200)


@login_not_required
@csrf_exempt  # the address alone is enough: mail programs press this for somebody (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """From a mail, without signing in. Looking stops nothing: programs look at links in mails."""
    person = queries.person_of_token(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        actions.stop_mail(person=person)
    return render(request, "notifications/stop.html", {"is_done": request.method == "POST"})
