"""Becoming a mentor: offering oneself, being approved, saying what one brings, taking a break."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from community.accounts.actions.roles import grant_role
from community.accounts.enums import Role
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.enums import MentorState
from mentoring.models import Mentor

PATH = "/mentoring/"


@transaction.atomic
def apply_as_mentor(*, by: Person, why: str) -> Mentor:
    """Offers to be a mentor, with a few words for the coordinator. Raises Refused where one is
    already offered."""
    by = Person.objects.select_for_update().get(pk=by.pk)
    mentor = Mentor.objects.filter(person=by).first()
    insist(rules.may_apply(by, mentor))
    mentor = mentor or Mentor(person=by)
    mentor.state = MentorState.APPLIED
    mentor.why = why
    mentor.applied_at = timezone.now()
    mentor.save()
    return mentor


@transaction.atomic
def approve_mentor(*, mentor: Mentor, by: Person) -> Mentor:
    """From now on they can be asked; nothing happens until they say yes. On the record."""
    mentor = Mentor.objects.select_for_update().select_related("person").get(pk=mentor.pk)
    insist(rules.may_approve(by, mentor))
    mentor.state = MentorState.APPROVED
    mentor.approved_at = timezone.now()
    mentor.approved_by = by
    mentor.save()
    grant_role(person=mentor.person, role=Role.MENTOR, by=by)
    record.write(
        act="approve_mentor", by=by.pk, about=mentor.person_id, subject=f"mentor:{mentor.pk}"
    )
    notify(person=mentor.person, kind="mentor_approved", path=PATH)
    return mentor


@transaction.atomic
def describe_mentor(
    *,
    by: Person,
    brings: str,
    topics: Collection[str],
    limits: Collection[str],
    languages: Collection[str],
    times: Collection[str],
    styles: Collection[str],
    places: int,
    reads_when: str,
) -> Mentor:
    """What a mentor brings, when and for how many. Raises Refused for who is no mentor."""
    mentor = Mentor.objects.select_for_update().filter(person=by).first()
    insist(rules.NOT_THERE if mentor is None else None)
    assert mentor is not None
    mentor.brings = brings
    mentor.topics, mentor.limits = sorted(topics), sorted(limits)
    mentor.languages, mentor.times = sorted(languages), sorted(times)
    mentor.styles, mentor.places, mentor.reads_when = sorted(styles), places, reads_when
    mentor.save()
    return mentor


@transaction.atomic
def take_a_break(*, by: Person) -> Mentor:
    """Nobody new asks them; whom they are with is told nothing here. Undone by `come_back`."""
    return _change(by, from_=MentorState.APPROVED, to=MentorState.BREAK)


@transaction.atomic
def come_back(*, by: Person) -> Mentor:
    """They can be asked again."""
    return _change(by, from_=MentorState.BREAK, to=MentorState.APPROVED)


def _change(by: Person, *, from_: MentorState, to: MentorState) -> Mentor:
    mentor = Mentor.objects.select_for_update().filter(person=by).first()
    insist(rules.NOT_THERE if mentor is None else None)
    assert mentor is not None
    if mentor.state == from_:
        mentor.state = to
        mentor.save(update_fields=["state"])
    return mentor
