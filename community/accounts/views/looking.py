"""Who looked at what is mine."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.accounts import looks
from community.accounts.views.who import person_of


@never_cache
@login_required
@require_safe
def who_looked(request: HttpRequest) -> HttpResponse:
    """Every look that was written down in the last year: when, who, at what, why."""
    found = looks.at(person_of(request), now=timezone.now())
    return render(request, "accounts/who_looked.html", {"looks": found})
