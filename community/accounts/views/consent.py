"""What somebody agreed to, agreeing anew, and taking it back in two steps."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts import queries, texts
from community.accounts.actions import consent as actions
from community.accounts.enums import ConsentKind
from community.accounts.forms import AgreeForm
from community.accounts.models import Person
from community.accounts.views.leaving import address_of
from community.accounts.views.who import person_of, posted
from community.refusal import Refused


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest) -> HttpResponse:
    """The texts with their versions; where one is new or was taken back, a yes is asked for."""
    person = person_of(request)
    missing = queries.consents_missing(person)
    form = AgreeForm(posted(request), initial=_present())
    if request.method == "POST" and form.is_valid():
        given = {"rules": ConsentKind.RULES, "health": ConsentKind.HEALTH_DATA}
        versions = {kind: form.cleaned_data[name] for name, kind in given.items()}
        try:
            actions.agree(
                versions={kind: versions[kind] for kind in missing if kind in versions}, by=person
            )
        except Refused as refused:
            fresh = AgreeForm(initial=_present())
            return _page(request, person, fresh, note=str(refused.refusal.words))
        return redirect("/")
    return _page(request, person, form)


@login_required
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Takes it back: signed out here and everywhere, the data goes by the rules of leaving."""
    left = actions.withdraw(by=person_of(request))
    logout(request)
    return render(request, "accounts/withdrawn.html", {"proof": address_of(left)})


def _present() -> dict[str, str]:
    return {
        "rules": texts.current(ConsentKind.RULES).version,
        "health": texts.current(ConsentKind.HEALTH_DATA).version,
    }


def _page(request: HttpRequest, person: Person, form: AgreeForm, note: str = "") -> HttpResponse:
    given = queries.consents_given(person)
    context = {
        "form": form,
        "note": note,
        "missing": queries.consents_missing(person),
        "rules": texts.current(ConsentKind.RULES),
        "health": texts.current(ConsentKind.HEALTH_DATA),
        "given": [
            {"consent": found, "text": texts.text(kind, found.version)}
            for kind, found in given.items()
        ],
    }
    context["before"] = [
        one for one in person.consents.order_by("-given_at", "-pk") if one.withdrawn_at
    ]
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "accounts/consent.html", context, status=status)
