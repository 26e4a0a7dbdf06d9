"""Looking for words in one's rooms. What somebody looks for is in no log and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community import pace
from community.accounts.rules import may_enter_rooms
from community.refusal import Refusal, insist
from groups.forms import clean_note
from groups.queries.comfort import muted_by, wishes_of
from groups.queries.mine import seated_rooms
from groups.search import LONGEST, Hits, search, words_of
from groups.views._doors import number, person_of

SEARCHES, PER = 30, 60.0
TOO_FAST = Refusal("rate", _("That was a lot at once. Please wait a moment, then look again."))


@never_cache
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Words in the rooms one sits in, or in one of them."""
    person = person_of(request)
    insist(may_enter_rooms(person))
    query = clean_note(request.GET.get("q", ""))[:LONGEST]
    words = words_of(query)
    now = timezone.now()
    rooms = [mine.room for mine in seated_rooms(person, now=now)]
    place = next((room for room in rooms if room.pk == request.GET.get("room")), None)
    too_fast = bool(words) and pace.spend(f"search:{person.pk}", limit=SEARCHES, per=PER) > 0
    found = (
        Hits([], None)
        if too_fast
        else search(
            person,
            words,
            wishes=wishes_of(person, muted_by(person, now=now)),
            room=place.pk if place else "",
            before=number(request.GET.get("before", "")),
        )
    )
    context = {
        "query": query,
        "words": words,
        "rooms": rooms,
        "place": place,
        "found": found,
        "refusal": TOO_FAST if too_fast else None,
        "asks_for_a_word": "q" in request.GET and not words,
    }
    return render(request, "groups/search.html", context, status=429 if too_fast else 200)
