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
from cms.views.changed import said_if_changed
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
    version, read = _version(page)
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
            return _give(request, page, kind, **shown.cleaned_data)
        if is_note and form.is_valid():
            checking.send_back(page=page, kind=kind, words=form.cleaned_data["words"], by=person)
            messages.success(request, _("Sent back with your note."))
            return redirect("library:checks")
    return render(
        request,
        "cms/check.html",
        {
            "page": version,
            "read": read,
            "gates": review.gates(version),
            "links_for_author": review.links_for_author(version),
            "kind": kind,
            "is_story": isinstance(version, StoryPage),
            "refusal": _refusal(person, version, kind),
            "form": form,
            "shown_form": shown,
            "may_send_back": kind is not None and review.may_send_back(person, version, kind),
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
    version, _read = _version(page)
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
        return _sign(request, key, **form.cleaned_data)
    state = review.state_of(invite.page_id)
    waits = state is not None and state.task.secondpersontask.kind == invite.kind
    version, read = _version(invite.page_id)
    context = {"page": version, "read": read, "invite": invite, "waits": waits, "form": form}
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


def _version(page: int) -> tuple[LibraryPage, str]:
    found, read = review.newest_version(page) or (None, "")
    if not isinstance(found, LibraryPage):
        raise Http404
    return found, read


def _give(request: HttpRequest, page: int, kind: CheckKind, *, shown_as: str) -> HttpResponse:
    person, read = person_of(request), request.POST.get("read", "")
    with said_if_changed(request) as changed:
        checking.check_waiting(page=page, kind=kind, by=person, read=read, shown_as=shown_as)
        messages.success(request, GIVEN)
    stays = changed or holding.held(_version(page)[0])
    return redirect("library:check", page) if stays else redirect("library:checks")


def _sign(request: HttpRequest, key: str, *, shown_as: str) -> HttpResponse:
    by = request.user if isinstance(request.user, Person) else None
    with said_if_changed(request) as changed:
        read = request.POST.get("read", "")
        checking.sign_by_link(key=key, by=by, read=read, shown_as=shown_as)
    return redirect("cms:sign", key) if changed else render(request, "cms/signed.html")


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
    return rules.may_give(person, revision=revision, kind=kind)
