"""The door: before you come in, a name and a password."""

import secrets
from datetime import timedelta

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.signup import complete_signup
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from community.accounts import door, handles, limits, queries, texts
from community.accounts.actions import joining
from community.accounts.actions.consent import TEXT_CHANGED
from community.accounts.actions.sign_up import sign_up
from community.accounts.enums import ConsentKind, Standing
from community.accounts.forms import NO, ComeInForm, NameForm
from community.accounts.models import Person
from community.accounts.views.who import posted
from community.help.first import do_not_wait
from community.help.queries import lines_for
from community.house import queries as house
from community.house import rules as house_rules
from community.refusal import Refusal, Refused
from community.screening import asks_for_help

TRIES = {"limit": 40, "per": 600}


@never_cache
@require_http_methods(["GET", "POST"])
def come_in(request: HttpRequest) -> HttpResponse:
    """Age, house rules, and the yes to health data. "No" is answered here and kept nowhere."""
    if request.user.is_authenticated:
        return redirect("/")
    only_invited = house.joining() == "invitation" or house_rules.may_come_in() is not None
    needs_code = "yes" if only_invited else ""
    form = ComeInForm(posted(request), needs_code=needs_code)
    if request.method != "POST" or not form.is_valid():
        return _come_in_page(request, form)
    if form.cleaned_data["adult"] == NO:
        lines = lines_for(house.current().country, now=timezone.now(), young=True)
        return render(request, "accounts/young.html", {"lines": lines})
    code = form.cleaned_data["code"]
    if code and (refusal := _code_problem(request, code)) is not None:
        form.add_error("code", str(refusal.words))
        return _come_in_page(request, form)
    response = redirect("accounts:name")
    door.remember(
        response,
        door.Yes(
            rules=texts.current(ConsentKind.RULES).version,
            health=texts.current(ConsentKind.HEALTH_DATA).version,
            code=code,
            token=secrets.token_urlsafe(16),
        ),
    )
    return response


def _code_problem(request: HttpRequest, code: str) -> Refusal | None:
    if (refusal := limits.spend(request, act="code", limit=20, per=600)) is not None:
        return refusal
    return None if joining.opens(code) else joining.NO_SUCH_CODE


def _come_in_page(request: HttpRequest, form: ComeInForm) -> HttpResponse:
    context = {
        "form": form,
        "rules": texts.current(ConsentKind.RULES),
        "health": texts.current(ConsentKind.HEALTH_DATA),
        "joining": house.joining(),
        "not_open": house_rules.may_come_in(),
        "next": request.GET.get("next", ""),
    }
    return render(request, "accounts/come_in.html", context, status=_status(form))


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """A name and a password; then they are in."""
    if request.user.is_authenticated:
        return redirect(after_sign_up(request.user))
    yes = door.answer(request)
    if yes is None:
        return redirect("accounts:come_in")
    form = NameForm(posted(request), offered=_offered(request), site_name=house.current().name)
    if request.method != "POST":
        return _name_page(request, form)
    if (refusal := limits.spend(request, act="handle", **TRIES)) is not None:
        form.add_error(None, str(refusal.words))
    if not form.is_valid():
        return _name_page(request, form)
    door.claim(form.cleaned_data["name"], yes)
    try:
        person = _signed_up(form, yes)
    except Refused as refused:
        if (again := _the_same_again(form, yes)) is not None:
            return _enter(request, again, perform_login(request, Login(user=again)))
        return _refused(request, form, refused.refusal)
    door.claim(person.handle, yes, is_made=True)
    if asks_for_help(person.handle):
        messages.warning(request, do_not_wait(_("You are in.")))
    record_authentication(request, person, method="password", reauthenticated=True)
    try:
        response = complete_signup(request, user=person, redirect_url=after_sign_up(person))
    except ImmediateHttpResponse as immediate:
        response = immediate.response
    return _enter(request, person, response)


def _signed_up(form: NameForm, yes: door.Yes) -> Person:
    data = form.cleaned_data
    return sign_up(
        handle=data["name"],
        password=data["password"],
        email=data["email"],
        rules_version=yes.rules,
        consent_version=yes.health,
        invitation=yes.code,
        time_zone=data["time_zone"],
    )


def _the_same_again(form: NameForm, yes: door.Yes) -> Person | None:
    """The person who was made by this very form a moment ago, where a button was pressed twice:
    their name is taken by now, and the card they brought is used, by themselves."""
    data = form.cleaned_data
    if not door.is_the_same(data["name"], yes):
        return None
    recent = timezone.now() - timedelta(seconds=door.SAME_FORM)
    person = Person.objects.filter(
        handle=data["name"], joined_at__gte=recent, is_active=True
    ).first()
    return person if person is not None and person.check_password(data["password"]) else None


def _enter(request: HttpRequest, person: Person, response: HttpResponse) -> HttpResponse:
    response = redirect(after_sign_up(person)) if request.user.is_authenticated else response
    door.forget(response)
    return response


def _refused(request: HttpRequest, form: NameForm, refusal: Refusal) -> HttpResponse:
    """Back to where it can be mended: a code or a text on the first screen, a name on this one."""
    if refusal.code in {joining.NO_SUCH_CODE.code, TEXT_CHANGED.code}:
        first = ComeInForm(data={"adult": "yes", "code": ""})
        first.is_valid()
        first.errors.clear()
        first.add_error(None, str(refusal.words))
        response = _come_in_page(request, first)
        door.forget(response)
        return response
    form.add_error("handle" if form.cleaned_data["handle"] else "pick", str(refusal.words))
    return _name_page(request, form)


def _offered(request: HttpRequest) -> list[str]:
    """Three free names; one that was picked before stays among them."""
    picked = request.POST.get("pick", "")
    offered = queries.free_handles()
    if handles.is_suggestion(picked):
        offered = [picked, *(handle for handle in offered if handle != picked)][:3]
    return offered


def _name_page(request: HttpRequest, form: NameForm) -> HttpResponse:
    return render(request, "accounts/name.html", {"form": form}, status=_status(form))


def _status(form: ComeInForm | NameForm) -> int:
    return 422 if form.is_bound and form.errors else 200


def after_sign_up(person: Person) -> str:
    """Where somebody new goes next: the third screen, or the page of those who wait."""
    if person.standing == Standing.WAITING:
        return reverse("accounts:waiting")
    return reverse("welcome")
