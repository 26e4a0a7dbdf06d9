"""What readers miss, how our pages read, and where they lead: for those who work on the library."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cms.actions import outside as actions
from cms.models import LibraryLimits
from cms.queries import outside, work
from cms.queries import reports as reported
from cms.views.questions import worker_of
from community.house import queries as house


@never_cache
@require_safe
def wordings(request: HttpRequest) -> HttpResponse:
    """How every public page reads, the worst first."""
    worker_of(request)
    return render(request, "cms/wordings.html", {"wordings": work.wordings()})


@never_cache
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """What readers looked for in vain, and links that lead nowhere."""
    worker_of(request)
    context = {
        "looked_for": reported.looked_for(),
        "broken": reported.broken_links(),
        "outside": outside.broken(),
        "shut": outside.shut(),
        "is_any_untried": outside.is_any_untried(),
        "is_nobody_reached": outside.is_nobody_reached(),
        "tries": LibraryLimits.load().tries_addresses and not house.current().is_demo,
    }
    return render(request, "cms/reports.html", context)


@never_cache
@require_POST
def it_works(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody opened an address in their own browser."""
    actions.say_it_works(number=number, by=worker_of(request))
    messages.success(request, _("Thank you. It is tried again in a month."))
    return redirect("library:reports")
