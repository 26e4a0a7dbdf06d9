"""My data: to take along."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.accounts import archive
from community.accounts.actions.taking_along import take_archive
from community.accounts.views.who import person_of


@never_cache
@login_required
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    """Says what is in the archive; POST hands it over as a file."""
    if request.method != "POST":
        return render(request, "accounts/my_data.html")
    person = person_of(request)
    name = archive.file_name(timezone.localtime())
    return HttpResponse(
        take_archive(person=person, by=person),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
