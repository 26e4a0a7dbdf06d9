"""A mentor is asked, and answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.refusal import insist
from mentoring import rules, wording
from mentoring.actions import apart
from mentoring.actions import asking as acts
from mentoring.forms import PassForm
from mentoring.matching import words
from mentoring.models import Offer
from mentoring.queries.own import offer_to
from mentoring.views._doors import for_members, person_of, status


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def asked(request: HttpRequest, offer: int) -> HttpResponse:
    """Who asks, what they hope for, why it fits and what does not; yes, or not free right now."""
    person = person_of(request)
    found = offer_to(person, offer)
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    insist(rules.may_answer(person, found))
    if "yes" in request.POST:
        pair = acts.accept(offer=found, by=person)
        messages.success(request, _("This is your room now. A first hello is enough."))
        return redirect(pair.room)
    if "know" in request.POST:
        apart.know_asker(offer=found, by=person)
        messages.success(
            request, _("Kept. You two are not brought together. You need do nothing more.")
        )
        return redirect("mentoring:landing")
    form = PassForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        acts.pass_on(offer=found, by=person, reason=form.cleaned_data["reason"])
        messages.success(request, _("That is all right. You need do nothing more."))
        return redirect("mentoring:landing")
    return render(request, "mentoring/asked.html", _shown(found, form), status=status(form))


def _shown(offer: Offer, form: PassForm) -> dict[str, object]:
    return {
        "offer": offer,
        "asker": offer.request.person,
        "fits": words.to_answer(words.read(offer.fits)),
        "but": words.to_answer(words.read(offer.but)),
        "form": form,
        "they_read": wording.not_free(offer.mentor.person.handle),
    }
