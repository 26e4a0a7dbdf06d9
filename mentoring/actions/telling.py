"""Who is told what, outside with neutral words only. Called inside the transaction of an act."""

from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.actions import notify
from community.notifications.resting import rests_until
from mentoring.models import Offer, Pair, Request
from mentoring.queries.matching import suggestions
from mentoring.queries.people import coordinators

HERE = "/mentoring/"
MINE = "/mentoring/mine/"
RUN = "/mentoring/run/"


def tell_coordinators(kind: str, *, path: str = RUN) -> None:
    """Everybody who runs mentoring."""
    for person in coordinators():
        notify(person=person, kind=kind, path=path)


def where_it_waits(request: Request) -> str:
    """The request, on the page of who runs mentoring."""
    return f"{RUN}#request-{request.pk}"


def tell_who_answers(pair: Pair, *, kind: str, path: str = RUN) -> None:
    """Who answers for the pair's room; where nobody does who is there and does not rest, everybody who
    runs mentoring and is none of the two."""
    named = pair.room.answers_for
    if named is not None and named.standing == Standing.ACTIVE and not _rests(named):
        notify(person=named, kind=kind, path=path)
        return
    two = [pair.mentor.person_id, pair.request.person_id]
    for person in coordinators(besides=two) or coordinators():
        notify(person=person, kind=kind, path=path)


def _rests(person: Person) -> bool:
    until = rests_until(person.pk)
    return until is not None and until >= timezone.localdate()


def tell_asked(offer: Offer) -> None:
    """The mentor who was asked."""
    notify(person=offer.mentor.person, kind="mentor_asked", path=path_of(offer))


def path_of(offer: Offer) -> str:
    """Where the mentor who was asked answers."""
    return f"{HERE}asked/{offer.pk}/"


def tell_choice(request: Request) -> None:
    """The member, who may choose again; the team too where nobody is left to choose."""
    notify(person=request.person, kind="choose_again", path=HERE)
    tell_if_nobody_fits(request)


def tell_if_nobody_fits(request: Request) -> None:
    """The team acts next on a request that nobody fits."""
    if not suggestions(request):
        tell_coordinators("request_needs_you", path=where_it_waits(request))


def tell_cover(pair: Pair) -> None:
    """The member reads that their mentor is away and what they can do; so does who answers for the
    room."""
    notify(person=pair.request.person, kind="mentor_away", path=HERE)
    tell_who_answers(pair, kind="cover_offered")
