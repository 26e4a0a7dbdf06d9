"""Reading a page before it is public, and standing behind it: for reviewers, for mentors who know
such days themselves, and by a link for somebody from outside."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms import rules
from cms.actions import checking, naming
from cms.enums import CheckKind
from cms.forms import InviteForm, NoteForm, ShownForm
from cms.models import StoryPage
from cms.models.base import LibraryPage
from cms.queries import holding, review
from community.accounts import rules as accounts
from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.views.who import person_of, posted
from community.refusal import Refusal, Refused, insist

GIVEN = gettext_lazy("Thank you. Your check is written down.")
SMALL = gettext_lazy("Thank you. The checks it had stand.")


@never_cache
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Pages that wait for the person who asks, and those that name them: also when the role ended."""
    person = person_of(request)
    named_on = review.named_on(person)
    if not named_on:
        _checker(request)
    return render(
        request,
        "cms/checks.html",
        {"waiting": review.waiting_for(person), "named_on": named_on},
    )


@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, page: int) -> HttpResponse:
    """The page as it waits now, and what this person can say to it."""
    person = _checker(request)
    version = _version(page)
    state = review.state_of(page)
    kind = CheckKind(state.task.secondpersontask.kind) if state else None
    is_note = "send-back" in request.POST
    if "small" in request.POST and kind is not None:
        checking.mend_waiting(page=page, kind=kind, by=person)
        messages.success(request, SMALL)
        return redirect("library:check", page)
    form = NoteForm(posted(request) if is_note else None)
    shown = ShownForm(None if is_note else posted(request))
    if request.method == "POST" and kind is not None:
        if not is_note and shown.is_valid():
            checking.check_waiting(page=page, kind=kind, by=person, **shown.cleaned_data)
            messages.success(request, GIVEN)
            held = holding.held(version)
            return redirect("library:check", page) if held else redirect("library:checks")
        if is_note and form.is_valid():
            checking.send_back(page=page, kind=kind, words=form.cleaned_data["words"], by=person)
            messages.success(request, _("Sent back with your note."))
            return redirect("library:checks")
    return render(
        request,
        "cms/check.html",
        {
            "page": version,
            "gates": review.gates(version),
            "kind": kind,
            "is_story": isinstance(version, StoryPage),
            "refusal": _refusal(person, version, kind),
            "form": form,
            "shown_form": shown,
            "works_here": rules.works_here(person),
            "held": holding.held(version),
            "is_mend": kind is not None and _may_call_small(person, version),
            "invite_form": InviteForm() if _may_invite(person, version) else None,
        },
        status=422 if form.errors or shown.errors else 200,
    )


@never_cache
@require_POST
def invite(request: HttpRequest, page: int) -> HttpResponse:
    """Makes a link for one person from outside. It is shown this once."""
    person = _checker(request)
    version = _version(page)
    form = InviteForm(request.POST)
    link = ""
    if form.is_valid():
        key = checking.invite_reviewer(page=version, by=person, **form.cleaned_data)
        link = request.build_absolute_uri(reverse("cms:sign", args=[key]))
    context = {"page": version, "invite_form": form, "link": link}
    return render(request, "cms/invited.html", context, status=200 if link else 422)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, key: str) -> HttpResponse:
    """One page, one person from outside, once."""
    invite = review.invite_of(checking.hashed(key))
    if invite is None or not checking.is_open(invite):
        raise Refused(rules.NO_SUCH_LINK)
    form = ShownForm(posted(request))
    if form.is_bound and form.is_valid():
        by = request.user if isinstance(request.user, Person) else None
        checking.sign_by_link(key=key, by=by, **form.cleaned_data)
        return render(request, "cms/signed.html")
    state = review.state_of(invite.page_id)
    waits = state is not None and state.task.secondpersontask.kind == invite.kind
    context = {"page": _version(invite.page_id), "invite": invite, "waits": waits, "form": form}
    return render(request, "cms/sign.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def name_off(request: HttpRequest, page: int) -> HttpResponse:
    """One's own name, or that of somebody from outside, is read by nobody any more."""
    person = person_of(request)
    if request.POST.get("whose") == "outside":
        naming.take_outside_names_off(page=page, by=person)
        messages.success(request, _("The name is off the page."))
        return redirect("library:check", page)
    naming.take_my_name_off(page=page, by=person)
    messages.success(request, _("Your name is off the page. Your check stands."))
    return redirect("library:checks")


def _checker(request: HttpRequest) -> Person:
    person = person_of(request)
    acts = (Act.WRITE_PAGES, Act.APPROVE_PAGES, Act.MENTOR, Act.RUN_MENTORING)
    if all(accounts.may(person, act) is not None for act in acts):
        insist(accounts.NOT_YOURS)
    return person


def _version(page: int) -> LibraryPage:
    found = review.newest_version(page)
    if not isinstance(found, LibraryPage):
        raise Http404
    return found


def _may_call_small(person: Person, page: LibraryPage) -> bool:
    revision = page.get_latest_revision()
    return revision is not None and rules.may_call_small(person, revision=revision) is None


def _may_invite(person: Person, page: LibraryPage) -> bool:
    revision = page.get_latest_revision()
    editor = revision.user_id if revision else None
    return rules.may_invite(person, last_editor=editor) is None


def _refusal(person: Person, page: LibraryPage, kind: CheckKind | None) -> Refusal | None:
    revision = page.get_latest_revision()
    if kind is None or revision is None:
        return rules.NOT_WAITING
    return review.refusal(person, revision, kind)
