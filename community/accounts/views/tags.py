"""What I have lived with, one word at a time, and who may read it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts import queries, rules
from community.accounts.actions import tags as actions
from community.accounts.enums import Lived, TagSeen, Topic
from community.accounts.forms import TagForm
from community.accounts.views.who import person_of, posted
from community.refusal import insist


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tags(request: HttpRequest) -> HttpResponse:
    """What is said so far, and one more. Saying the same again changes it."""
    person = person_of(request)
    insist(rules.may_tag_oneself(person))
    form = TagForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.tag_oneself(
            topic=Topic(form.cleaned_data["topic"]),
            lived=Lived(form.cleaned_data["lived"]),
            seen_by=TagSeen(form.cleaned_data["seen_by"]),
            by=person,
        )
        messages.success(request, _("Kept."))
        return redirect("accounts:tags")
    context = {"form": form, "said": queries.tags_shown(person, to=TagSeen.ME)}
    status = 422 if form.is_bound else 200
    return render(request, "accounts/tags.html", context, status=status)


@login_required
@require_POST
def take_away(request: HttpRequest, topic: str) -> HttpResponse:
    """One of them is gone. The answer is the same where it was never said."""
    if topic not in Topic.values:
        raise Http404
    actions.take_tag_away(topic=Topic(topic), by=person_of(request))
    messages.success(request, _("Taken away. Nobody reads it any more."))
    return redirect("accounts:tags")
