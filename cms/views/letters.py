"""A letter filled in without scripts: what somebody wrote comes with the request and goes with the
answer. With scripts nothing is sent at all."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from cms import letters
from cms.forms import LetterForm
from cms.models import LetterPage


@login_not_required
@csrf_exempt  # it changes nothing, and its page holds no key; other sites are refused below
@never_cache
@sensitive_post_parameters()
@sensitive_variables("form", "words", "context")
@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest, page: int) -> HttpResponse:
    """The letter with these words in it, and the boxes again to change them. Nothing is kept."""
    letter = get_object_or_404(LetterPage.objects.live().public(), pk=page)
    is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    if request.method != "POST" or not is_ours:
        return redirect(letter.get_url())
    form = LetterForm(request.POST, letter=letter.letter)
    words = form.said() if form.is_valid() else {}
    context = {"page": letter, "form": form, "parts": letters.filled(letter.letter, words)}
    return render(request, "cms/letter.html", context, status=422 if form.errors else 200)
