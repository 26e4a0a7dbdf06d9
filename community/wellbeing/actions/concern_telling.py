"""Who hears that something waits for a wellbeing reviewer, and by when one of them looks."""

from datetime import datetime, timedelta

from django.urls import reverse

from community.accounts.models import Person
from community.notifications.actions import notify
from community.wellbeing.enums import ConcernState, Sooner
from community.wellbeing.models import Concern
from community.wellbeing.queries import rota
from community.wellbeing.queries.concerns import was_written_about

LOOKED_AGAIN = timedelta(hours=24)  # by then whoever has it does something, or it goes back
# Who is there by the rota is called at once, by day and by night; others are told for when they come.
CALLED, CALLED_LATE, FOR_LATER = "review_waits", "review_late", "review_later"
RAISED, RAISED_FOR_LATER = "review_raised", "review_raised_later"


def due(person: Person, sooner: Sooner, *, now: datetime) -> datetime:
    """By when a reviewer looks; where nobody is on the rota, a day, and those who lead are told."""
    promised = rota.read_by(person, now=now)
    return promised.of(sooner) if promised else now + rota.OFFERED_WITHIN


def tell(concern: Concern, *, now: datetime, had: int | None = None) -> None:
    """Those whose hours hold now are called, and whoever has or `had` it hears of it; where nobody is there,
    every reviewer, for when they come. Where nobody comes within a day, those who lead."""
    about = concern.person_id
    there = rota.on_now(now=now, about=about)
    path = reverse("wellbeing:concern", args=[concern.pk])
    for one in there:
        notify(person=one, kind=CALLED, path=path)
    for one in rota.reviewers(about=about):
        if one not in there and (not there or one.pk in (had, concern.taken_by_id)):
            notify(person=one, kind=FOR_LATER, path=path)
    if not there and rota.read_by(concern.person, now=now) is None:
        tell_leads(concern, now=now)


def tell_leads(concern: Concern, *, now: datetime) -> None:
    """That something waits, and not whose it is. Who is on duty or on call is called; the others read
    it when they come."""
    concern.late_raised_at = now
    concern.save(update_fields=["late_raised_at"])
    leads = rota.who_lead(besides=concern.person_id)
    called = rota.can_be_called(leads, now=now)
    for one in leads:
        kind = RAISED if one.pk in called else RAISED_FOR_LATER
        notify(person=one, kind=kind, path=reverse("wellbeing:late"))


def give_back(concern: Concern, *, now: datetime, had: int | None = None) -> None:
    """It waits for every reviewer again, who are told at once; whoever `had` it too, where they did
    not let it go themselves. A promise that was not kept stays: what is late by now is late. Where
    somebody wrote after what came last, it was kept, and a new one begins."""
    concern.state, concern.taken_by, concern.taken_at = ConcernState.OPEN, None, None
    concern.look_again_at = concern.late_told_at = concern.late_raised_at = None
    if was_written_about(concern):
        concern.promised_at = due(concern.person, Sooner(concern.sooner), now=now)
    concern.save()
    tell(concern, now=now, had=had)
