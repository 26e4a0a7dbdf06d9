"""My data: asked for, made, to take along."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.accounts import archive
from community.accounts.actions import taking_along
from community.accounts.models import Person
from community.accounts.queries import archive_of
from community.accounts.views.who import person_of


@never_cache
@login_required
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    """Says what is in the archive and how far it is; POST asks for it, hands it over as a file, or
    deletes it."""
    person = person_of(request)
    if request.method != "POST":
        return render(request, "accounts/my_data.html", {"archive": archive_of(person)})
    if "take" in request.POST:
        return _file(person)
    if "forget" in request.POST:
        taking_along.forget_archive(by=person)
        messages.success(request, _("The file is deleted."))
    else:
        taking_along.ask_for_archive(by=person)
    return redirect("person:my_data")


def _file(person: Person) -> HttpResponse:
    name = archive.file_name(timezone.localtime())
    return HttpResponse(
        taking_along.hand_over(by=person),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
