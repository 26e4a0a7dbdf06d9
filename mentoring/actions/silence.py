"""A room that is quiet, or in which only one of the two writes: four steps, none of which asks anybody to
explain.

Day 3 and 10: who was written to reads that the room is there. Day 7: whoever answers for the room
knows. Day 14: the member may have somebody else meanwhile. Whoever answers begins anew. Where the mentor
said when they answer, the days are counted from then, and it is the mentor who is waited for.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from community.accounts.enums import Standing
from community.notifications.actions import notify_warmly
from community.notifications.resting import rests_until
from groups.models import Message
from mentoring.actions.telling import HERE, tell_who_answers
from mentoring.models import Pair
from mentoring.queries.pairs import is_away
from mentoring.queries.walk import last_writer

STEPS = (3, 7, 10, 14)  # days
TOLD, COORDINATOR, AGAIN, COVER = range(1, 5)


def look_after_quiet_rooms(now: datetime) -> None:
    """The ticker's job. Whose mentor is away is told so already; a member who rests is left in peace;
    and each step is taken once, however many processes look."""
    going = Pair.objects.filter(ended_at=None).exclude(is_away())
    today = timezone.localdate(now)
    going = going.exclude(request__person__notice_preference__rests_until__gte=today)
    going = going.exclude(request__person__standing=Standing.DIED)  # told by a person, not by us
    for pair in _with_hours(going).order_by("pk"):
        first, last = sorted((pair.mentors, pair.members))
        if not pair.quiet_step and first > now - timedelta(days=STEPS[0]):
            continue
        # Nobody wrote after the first of the two: both have been quiet since then.
        since = first if first == last else pair.unanswered or last
        if pair.answers_on is not None and pair.only_said_when(pair.mentors):
            since = max(since, _end_of(pair.answers_on))
        step = sum((now - since) >= timedelta(days=days) for days in STEPS)
        if step != pair.quiet_step:
            _take(pair.pk, pair.quiet_step, step, now)


def _with_hours(pairs: QuerySet[Pair]) -> Any:
    """Each with when the two wrote last, and since when words wait for the one of them who wrote longer
    ago: the first after their last ones. Somebody who writes on and on to nobody is not forgotten because
    they write; to hear when the mentor answers asks for no answer. One question for all."""
    here = Message.objects.filter(room=OuterRef("room"))
    after = here.filter(written_at__gt=OuterRef("earlier"))
    after = after.exclude(written_at=Coalesce(OuterRef("said_when_at"), OuterRef("began_at")))
    return pairs.annotate(
        mentors=_last_of(here, "mentor__person"),
        members=_last_of(here, "request__person"),
        earlier=Least("mentors", "members"),
        unanswered=Subquery(after.order_by("written_at").values("written_at")[:1]),
    )


def _last_of(words: QuerySet[Message], person: str) -> Coalesce:
    """When this one of the two wrote last; where they never did, when the two began."""
    theirs = words.filter(author__person=OuterRef(person)).order_by("-written_at")
    return Coalesce(Subquery(theirs.values("written_at")[:1]), F("began_at"))


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


@transaction.atomic
def _take(number: int, taken: int, step: int, now: datetime) -> None:
    if not Pair.objects.filter(pk=number, ended_at=None, quiet_step=taken).update(quiet_step=step):
        return
    whole = Pair.objects.select_related("mentor__person", "request__person", "room__answers_for")
    for one in range(taken + 1, step + 1):
        _tell(whole.get(pk=number), one, now)


def _tell(pair: Pair, step: int, now: datetime) -> None:
    """At a hard hour for one of the two neither of them hears; whoever answers for the room does.
    That a room is there is not said while the mentor rests: nobody would answer in it."""
    here = pair.room.get_absolute_url()
    if step in (TOLD, AGAIN):
        until = rests_until(pair.mentor.person_id)
        if until is not None and until >= timezone.localdate(now):
            return
        wrote = last_writer(pair)
        for person in (pair.mentor.person, pair.request.person):
            if person.pk != wrote:
                other = pair.other_than(person)
                notify_warmly(person=person, beside=other, kind="room_is_there", path=here, now=now)
    elif step == COORDINATOR:
        tell_who_answers(pair, kind="pair_quiet")
    elif step == COVER:
        member, mentor = pair.request.person, pair.mentor.person
        notify_warmly(person=member, beside=mentor, kind="quiet_cover", path=HERE, now=now)
