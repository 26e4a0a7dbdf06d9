"""Who may do what: the table for everyone, giving and ending roles for operators."""

from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.http import require_safe

from community.accounts import rules
from community.accounts.actions.roles import end_role, grant_role
from community.accounts.enums import Role
from community.accounts.models import Grant, Person
from community.accounts.roles import TABLE, Act
from community.accounts.views.who import person_of
from community.refusal import Refused, insist


class RoleForm(forms.Form):
    """A name and a role."""

    handle = forms.CharField(label=gettext_lazy("Name"), max_length=30)
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=[choice for choice in Role.choices if choice[0] != Role.MEMBER],
    )

    def clean_handle(self) -> Person:
        try:
            return Person.objects.get_by_natural_key(self.cleaned_data["handle"])
        except Person.DoesNotExist:
            raise forms.ValidationError(_("Nobody here has this name.")) from None


@require_safe
@login_required
def table(request: HttpRequest) -> HttpResponse:
    """Everyone may read who may do what."""
    rows = [(Role(role).label, [Act(act).label for act in Act if act in acts])
            for role, acts in TABLE.items()]  # fmt: skip
    return render(
        request,
        "accounts/roles.html",
        {"rows": rows, "may_grant": rules.may(person_of(request), Act.GRANT_ROLES) is None},
    )


def operators_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Asks the rule before the password: who may not come in is not asked to prove anything."""

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        insist(rules.may(person_of(request), Act.GRANT_ROLES))
        return view(request, *args, **kwargs)

    return answer


@method_decorator([login_required, operators_only, reauthentication_required], name="dispatch")
class People(View):
    """Operators give and end roles; who granted what stands beside each."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(request, RoleForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = RoleForm(request.POST)
        if not form.is_valid():
            return self._page(request, form, status=422)
        person, role = form.cleaned_data["handle"], Role(form.cleaned_data["role"])
        act = end_role if "end" in request.POST else grant_role
        try:
            act(person=person, role=role, by=person_of(request))
        except Refused as error:
            form.add_error(None, str(error.refusal.words))
            return self._page(request, form, status=422)
        messages.success(request, _("Done. It stands on the record."))
        return redirect("person:people")

    def _page(self, request: HttpRequest, form: RoleForm, status: int = 200) -> HttpResponse:
        grants = (
            Grant.objects.filter(ended_at=None)
            .select_related("person", "granted_by")
            .order_by("person__handle", "role")
        )
        return render(
            request, "accounts/people.html", {"form": form, "grants": grants}, status=status
        )
