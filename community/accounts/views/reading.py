"""Who can read what: one page, for members and strangers alike."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def who_can_read(request: HttpRequest) -> HttpResponse:
    """Every kind of word kept here, who reads it, and what may have to be passed on."""
    return render(request, "accounts/who_can_read.html")
