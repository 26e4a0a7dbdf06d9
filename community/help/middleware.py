"""Help now answers whatever else is broken."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from community.help import kept


class HelpStands:
    """Where the help page cannot be made, because the database is away or anything else failed,
    the page that was kept takes its place. Stands outside everything that asks the database."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        ours = (reverse("help:now"), reverse("help:kept"))
        if response.status_code < 500 or request.path not in ours:
            return response
        country = request.GET.get("country", "").upper()
        stands = HttpResponse(kept.page(kept.remembered(country)))
        stands["Cache-Control"] = "no-store"
        return stands
