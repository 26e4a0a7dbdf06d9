"""What somebody takes from a page for themselves: theirs alone, and never on a page that is kept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cms import queries
from cms.actions import later as actions
from cms.forms import TakeAlongForm
from cms.models import ArticlePage
from community.accounts.views.who import person_of, posted
from community.refusal import Refused
from community.wellbeing.actions.questions import add_question
from community.wellbeing.enums import Section


@never_cache
@require_safe
def later(request: HttpRequest) -> HttpResponse:
    """What this person keeps to read later, the newest first."""
    return render(request, "cms/later.html", {"pages": queries.kept_by(person_of(request))})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, page: int) -> HttpResponse:
    """Lays a page aside or puts it back. Who signs in on the way here lands on the page itself."""
    person = person_of(request)
    if request.POST.get("keep") == "no":
        actions.put_back(page=page, by=person)
        return redirect("library:later")
    read = get_object_or_404(ArticlePage.objects.live().public(), pk=page)
    if request.method == "POST":
        actions.keep(page=read, by=person)
        messages.success(request, _("Kept. It waits in your space; only you see that."))
    return redirect(read.get_url())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_along(request: HttpRequest, page: int) -> HttpResponse:
    """Makes a question for an appointment out of a page: it joins the person's own list."""
    person = person_of(request)
    read = get_object_or_404(ArticlePage.objects.live().public(), pk=page)
    form = TakeAlongForm(posted(request), initial={"words": _("About “%s”: ") % read.title})
    if form.is_bound and form.is_valid():
        try:
            add_question(words=form.cleaned_data["words"], by=person)
        except Refused as refused:
            form.add_error("words", str(refused.refusal.words))
        else:
            messages.success(request, _("It is on your list for an appointment."))
            return redirect("wellbeing:part", Section.QUESTIONS.value)
    context = {"form": form, "page": read}
    return render(request, "cms/take_along.html", context, status=422 if form.is_bound else 200)
