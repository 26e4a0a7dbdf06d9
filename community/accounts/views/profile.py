"""What others see of me, what I am called, whom I do not want to hear."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts import hidden, limits, queries
from community.accounts.actions import blocking
from community.accounts.actions import profile as actions
from community.accounts.actions.day_two import decline_offer
from community.accounts.enums import Along, Offer
from community.accounts.forms import HandleForm, PlaceForm, ProfileForm
from community.accounts.models import Profile
from community.accounts.rules import treats_people
from community.accounts.views.who import person_of, posted
from community.help.first import do_not_wait
from community.help.queries import countries
from community.refusal import Refused
from community.screening import asks_for_help


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Pronouns and a line about oneself, both optional."""
    person = person_of(request)
    kept = Profile.objects.filter(person=person).first() or Profile(person=person)
    form = ProfileForm(posted(request), initial={"pronouns": kept.pronouns, "about": kept.about})
    if request.method == "POST" and form.is_valid():
        is_heavy = actions.describe_oneself(
            pronouns=form.cleaned_data["pronouns"], about=form.cleaned_data["about"], by=person
        )
        if is_heavy:
            messages.warning(request, do_not_wait(_("Saved.")))
        else:
            messages.success(request, _("Saved."))
        return redirect("accounts:profile")
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "treats": treats_people(person)}
    return render(request, "accounts/profile.html", context, status=status)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_name(request: HttpRequest) -> HttpResponse:
    """A new handle. Where it cannot be had, three free neutral ones are offered."""
    person = person_of(request)
    along = Along.APART if hidden.hides_from_somebody(person) else Along.TOGETHER
    form = HandleForm(posted(request), initial={"handle": person.handle, "along": along})
    if request.method == "POST" and form.is_valid():
        refusal = limits.spend(request, act="handle", limit=40, per=600)
        try:
            if refusal is not None:
                raise Refused(refusal)
            name, apart = form.cleaned_data["handle"], form.is_apart
            actions.change_handle(handle=name, apart=apart, by=person)
        except Refused as refused:
            form.add_error("handle", str(refused.refusal.words))
        else:
            said = (
                _("Saved. What you wrote before stays under your old name.")
                if apart
                else _("Saved. Others see your new name from now on.")
            )
            if asks_for_help(name):
                messages.warning(request, do_not_wait(said))
            else:
                messages.success(request, said)
            return redirect("accounts:change_name")
    is_wrong = form.is_bound and bool(form.errors)
    context = {"form": form, "offered": queries.free_handles() if is_wrong else ()}
    return render(request, "accounts/change_name.html", context, status=422 if is_wrong else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest) -> HttpResponse:
    """My time and my country, as I say them."""
    person = person_of(request)
    form = PlaceForm(
        posted(request),
        countries=[(country.code, country.name) for country in countries()],
        initial={"time_zone": person.time_zone, "country": person.country},
    )
    if request.method == "POST" and form.is_valid():
        actions.set_place(
            time_zone=form.cleaned_data["time_zone"],
            country=form.cleaned_data["country"],
            by=person,
        )
        messages.success(request, _("Saved."))
        return redirect("accounts:place")
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "accounts/place.html", {"form": form}, status=status)


@never_cache
@login_required
@require_safe
def blocked(request: HttpRequest) -> HttpResponse:
    """Whom I do not want to hear."""
    rows = queries.blocks_of(person_of(request))
    return render(request, "accounts/blocked.html", {"blocks": rows})


@login_required
@require_POST
def unblock(request: HttpRequest, person: int) -> HttpResponse:
    """Hears somebody again. The answer is the same for whoever was never blocked."""
    blocking.unblock(person=person, by=person_of(request))
    messages.success(request, _("Saved."))
    return redirect("accounts:blocked")


@login_required
@require_POST
def not_now(request: HttpRequest, offer: str) -> HttpResponse:
    """A small offer is put away."""
    if offer not in Offer.values:
        raise Http404
    decline_offer(offer=Offer(offer), by=person_of(request))
    return redirect("/me/")
