"""Becoming a mentor: offering oneself, being answered, saying what one brings."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from django.db import transaction
from django.utils import timezone

from community.accounts.actions.roles import grant_role
from community.accounts.enums import Role
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety.hearing import hear
from mentoring import rules
from mentoring.actions.telling import HERE, MINE, tell_coordinators
from mentoring.enums import MentorState, SeenBy
from mentoring.heard import APPLICATION
from mentoring.models import Mentor
from mentoring.models.sealed_list import joined
from mentoring.queries.matching import fitting


@transaction.atomic
def apply_as_mentor(*, by: Person, why: str, references: str = "") -> Mentor:
    """Offers to be a mentor, with a few words for the coordinator, and who could say something about
    them. Raises Refused where one is a mentor, or has offered already."""
    by = Person.objects.select_for_update().get(pk=by.pk)
    mentor = Mentor.objects.select_for_update().filter(person=by).first()
    insist(rules.may_apply(by, mentor))
    mentor = mentor or Mentor(person=by)
    now = timezone.now()
    mentor.state, mentor.changed_at = MentorState.APPLIED, now
    mentor.why, mentor.answer, mentor.applied_at = why, "", now
    mentor.references, mentor.references_heard_at = references, None
    mentor.references_heard_by = None
    mentor.save()
    hear(why, subject_kind=APPLICATION, subject_id=mentor.pk, about=by.pk)
    tell_coordinators("mentor_applied")
    return mentor


@transaction.atomic
def take_application_back(*, by: Person) -> None:
    """They do not offer it any more. Raises Refused where it was answered meanwhile."""
    mentor = Mentor.objects.select_for_update().filter(person=by).first()
    insist(rules.NOT_APPLIED if mentor is None or mentor.state != MentorState.APPLIED else None)
    assert mentor is not None
    mentor.state, mentor.changed_at = MentorState.STOPPED, timezone.now()
    mentor.save(update_fields=["state", "changed_at"])


@transaction.atomic
def note_references_heard(*, mentor: Mentor, by: Person) -> Mentor:
    """A coordinator has talked with those who know them; nothing of what was said is kept. On the
    record. Raises Refused."""
    mentor = _application(mentor, by=by)
    mentor.references_heard_at, mentor.references_heard_by = timezone.now(), by
    mentor.save(update_fields=["references_heard_at", "references_heard_by"])
    _record("hear_references", mentor, by)
    return mentor


@transaction.atomic
def approve_mentor(*, mentor: Mentor, by: Person) -> Mentor:
    """From now on they can be asked; nothing happens until they say yes. On the record.

    Raises Refused where it was decided meanwhile, or the person treats people here.
    """
    mentor = _application(mentor, by=by)
    now = timezone.now()
    mentor.state, mentor.changed_at, mentor.approved_at = MentorState.APPROVED, now, now
    mentor.approved_by = by
    mentor.save()
    grant_role(person=mentor.person, role=Role.MENTOR, by=by)
    _record("approve_mentor", mentor, by)
    notify(person=mentor.person, kind="mentor_approved", path=MINE)
    return mentor


@transaction.atomic
def decline_mentor(*, mentor: Mentor, by: Person, words: str) -> Mentor:
    """Not now, in words the person reads. They may offer again. On the record; raises Refused."""
    mentor = _application(mentor, by=by)
    mentor.state, mentor.changed_at = MentorState.DECLINED, timezone.now()
    mentor.answer = words
    mentor.save(update_fields=["state", "changed_at", "answer"])
    _record("decline_mentor", mentor, by)
    notify(person=mentor.person, kind="mentor_answered", path=HERE)
    return mentor


@transaction.atomic
def say_what_i_bring(
    *,
    by: Person,
    brings: str,
    topics: Collection[str],
    topics_seen: SeenBy,
    styles: Collection[str],
    languages: Collection[str],
    lived: Mapping[str, str] = MappingProxyType({}),
) -> Mentor:
    """In their own words and in ticks, and who may read the ticks; `lived` says when, by topic. Raises
    Refused."""
    mentor = _own(by)
    mentor.brings, mentor.topics_seen = brings, topics_seen
    mentor.topics, mentor.styles = sorted(topics), sorted(styles)
    mentor.languages, mentor.lived = sorted(languages), dict(lived)
    mentor.save(update_fields=["brings", "topics_seen", "topics", "styles", "languages", "lived"])
    return mentor


@transaction.atomic
def say_more_about_me(
    *,
    by: Person,
    values: Collection[str],
    situation: Collection[str],
    goals: Collection[str],
    gender: str,
    age: int | None,
    diagnosis: Collection[str] = (),
    gladly: Collection[str] = (),
) -> Mentor:
    """What else matching can use; each may be left out. `gladly` are names as they write them: nobody
    learns here whether somebody of that name is there, or waits. Raises Refused."""
    mentor = _own(by)
    mentor.values, mentor.situation, mentor.goals = sorted(values), sorted(situation), sorted(goals)
    mentor.gender, mentor.age = gender, age
    mentor.named, mentor.gladly = joined(sorted(diagnosis)), joined(gladly)
    mentor.save(update_fields=["values", "situation", "goals", "gender", "age", "named", "gladly"])
    return mentor


@transaction.atomic
def rather_not_now(*, by: Person) -> Mentor:
    """They would rather not say more; they are not asked again. Raises Refused."""
    mentor = _own(by)
    mentor.more_not_now_at = timezone.now()
    mentor.save(update_fields=["more_not_now_at"])
    return mentor


@transaction.atomic
def say_when(*, by: Person, times: Collection[str], places: int, reads_when: str) -> Mentor:
    """Times, for how many people, and when messages are read. Raises Refused, also for more people
    than a mentor may have here."""
    mentor = _own(by)
    insist(rules.may_take(places, most=fitting().most_pairs))
    mentor.times, mentor.places, mentor.reads_when = sorted(times), places, reads_when
    mentor.save(update_fields=["times", "places", "reads_when"])
    return mentor


@transaction.atomic
def say_what_is_not_for_me(*, by: Person, limits: Collection[str]) -> Mentor:
    """Topics they are never suggested for. Only matching and the coordinator know. Raises Refused."""
    mentor = _own(by)
    mentor.limits = sorted(limits)
    mentor.save(update_fields=["limits"])
    return mentor


@transaction.atomic
def note_boundaries_read(*, by: Person) -> Mentor:
    """They have read what a mentor is not. What they would do is theirs and is not kept."""
    mentor = _own(by)
    mentor.boundaries_read_at = timezone.now()
    mentor.save(update_fields=["boundaries_read_at"])
    return mentor


def _own(by: Person) -> Mentor:
    mentor = Mentor.objects.select_for_update().filter(person=by).first()
    insist(rules.may_describe(mentor))
    assert mentor is not None
    return mentor


def _application(mentor: Mentor, *, by: Person) -> Mentor:
    locked = Mentor.objects.select_for_update(of=("self",)).select_related("person")
    mentor = locked.get(pk=mentor.pk)
    insist(rules.may_decide(by, mentor))
    return mentor


def _record(act: str, mentor: Mentor, by: Person) -> None:
    record.write(act=act, by=by.pk, about=mentor.person_id, subject=f"mentor:{mentor.pk}")
