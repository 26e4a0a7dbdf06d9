"""The address to come back by: give, confirm, take away. It never shows whether it is known."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts import handles, limits, queries
from community.accounts.actions import emails
from community.accounts.forms import EmailForm
from community.accounts.views.who import person_of, posted


@never_cache
@login_required
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    """What the address is used for; POST gives one."""
    person = person_of(request)
    form = EmailForm(posted(request))
    if request.method == "POST" and form.is_valid():
        if (refusal := limits.spend(request, act="email", limit=10, per=3600)) is not None:
            form.add_error(None, str(refusal.words))
        else:
            before = queries.address_of(person)
            address = emails.set_email(email=form.cleaned_data["email"], by=person)
            _tell(request, before)
            send_verification_email_to_address(request, address)
            messages.success(request, _("Saved. We sent a message to that address."))
            if handles.problem(person.handle, email=address.email) is handles.HOLDS_EMAIL:
                messages.warning(request, str(handles.HOLDS_EMAIL.words))
            return redirect("accounts:email")
    context = {"form": form, "address": queries.address_of(person)}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "accounts/email.html", context, status=status)


@login_required
@reauthentication_required
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Forgets the address."""
    before = queries.address_of(person_of(request))
    emails.remove_email(by=person_of(request))
    _tell(request, before)
    messages.success(request, _("The address is gone. Nothing will be sent to it."))
    return redirect("accounts:email")


@login_required
@require_POST
def send_again(request: HttpRequest) -> HttpResponse:
    """The message once more, at most every few minutes."""
    address = queries.address_of(person_of(request))
    if address is not None and not address.verified:
        send_verification_email_to_address(request, address)
    messages.success(request, _("If it is not there in a few minutes, look in the spam folder."))
    return redirect("accounts:email")


def _tell(request: HttpRequest, before: EmailAddress | None) -> None:
    """A confirmed address hears that it was replaced, in case it was not its owner's doing."""
    if before is not None and before.verified:
        get_adapter(request).send_notification_mail(
            "account/email/email_changed", before.user, email=before.email
        )
