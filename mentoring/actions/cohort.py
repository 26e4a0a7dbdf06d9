"""The team asks mentors: for one member, or the best for everybody who waits, at once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import Told, notify_many
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.actions.telling import HERE
from mentoring.enums import RequestState
from mentoring.matching.rank import why, why_not
from mentoring.matching.score import MOST
from mentoring.matching.words import kept
from mentoring.models import Fitting, Mentor, Offer, Request
from mentoring.queries import cohort
from mentoring.queries.matching import fitting


@transaction.atomic
def ask_all(*, mark: str, by: Person) -> list[Offer]:
    """Asks every mentor of the plan that a coordinator saw under this `mark`; each answers as if a
    member had chosen. All or nothing. Raises Refused where anything changed meanwhile: then there is
    another plan to look at."""
    insist(rules.may_run(by))
    _lock_everybody()
    requests = cohort.waiting()
    both, set_so = cohort.both_sides(requests), fitting()
    plan = cohort.plan(both, set_so)
    insist(rules.PLAN_CHANGED if plan.mark != mark else None)
    chosen = {r.pk: r for r in requests if r.pk in plan.pairs}
    mentors = Mentor.objects.select_related("person").in_bulk(set(plan.pairs.values()))
    now = timezone.now()
    offers = [
        _offer(
            chosen[number],
            mentors[mentor],
            both,
            plan.scores[number],
            now=now,
            set_so=set_so,
        )
        for number, mentor in plan.pairs.items()
    ]
    return _ask(offers, by=by, now=now)


@transaction.atomic
def ask_for(*, request: Request, mentor: int, by: Person) -> Offer:
    """A coordinator asks one mentor for one member. The rules are those of a suggestion. Raises
    Refused."""
    insist(rules.may_run(by))
    locked = Mentor.objects.select_for_update(of=("self",)).select_related("person")
    asked = locked.filter(pk=mentor).first()
    list(Request.objects.select_for_update().filter(pk=request.pk).values_list("pk"))
    requests = cohort.waiting([request.pk])
    insist(rules.NO_LONGER if not requests else None)
    both = cohort.both_sides(requests)
    set_so, now = fitting(), timezone.now()
    fits = asked is not None and cohort.may_be_asked(both, request.pk, asked.pk, set_so)
    insist(None if fits else rules.NOT_FREE)
    assert asked is not None
    found = both.suggestion(request.pk, asked.pk, set_so)
    score = round(found.score * MOST)
    offer = _offer(requests[0], asked, both, score, now=now, set_so=set_so)
    return _ask([offer], by=by, now=now)[0]


def _lock_everybody() -> None:
    """All mentors, then all requests that wait: the order in which locks are taken."""
    list(Mentor.objects.select_for_update().order_by("pk").values_list("pk"))
    waiting = Request.objects.filter(state=RequestState.OPEN)
    list(waiting.select_for_update().order_by("pk").values_list("pk"))


def _offer(
    request: Request,
    mentor: Mentor,
    both: cohort.Both,
    score: int,
    *,
    now: datetime,
    set_so: Fitting,
) -> Offer:
    seeker, candidate = both.seekers[request.pk], both.candidates[mentor.pk]
    return Offer(
        request=request,
        mentor=mentor,
        score=cohort.share(score),
        fits=kept(why(seeker, candidate)),
        but=kept(why_not(seeker, candidate)),
        by_team=True,
        offered_at=now,
        answer_by=mentor.due(now=now, days=set_so.answer_days),
        setting=set_so.setting,
    )


def _ask(offers: list[Offer], *, by: Person, now: datetime) -> list[Offer]:
    """Keeps them, and tells both sides and the record."""
    made = Offer.objects.bulk_create(offers, batch_size=500)
    Request.objects.filter(pk__in=[one.request_id for one in made]).update(
        state=RequestState.OFFERED, changed_at=now, then=[]
    )
    record.write_many(
        act="ask_for", by=by.pk, about=[(o.request.person_id, f"offer:{o.pk}") for o in made]
    )
    notify_many(
        [Told(o.mentor.person_id, "mentor_asked", f"{HERE}asked/{o.pk}/") for o in made]
        + [Told(o.request.person_id, "mentor_asked_for_you", HERE) for o in made]
    )
    return made
