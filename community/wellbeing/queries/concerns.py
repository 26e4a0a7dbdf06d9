"""Where things for a wellbeing reviewer stand."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from community.accounts.models import Person
from community.record.models import Entry
from community.wellbeing import looks
from community.wellbeing.enums import ConcernState, Sooner
from community.wellbeing.models import Concern, ConcernLine
from community.wellbeing.too_near import too_near


def open_to(reviewer: Person) -> QuerySet[Concern]:
    """What waits that this reviewer may see: nothing about themself, or about whom they are too near
    to."""
    apart = {reviewer.pk, *too_near([reviewer.pk])}
    return Concern.objects.filter(closed_at=None).exclude(person__in=apart)


def nothing_since() -> QuerySet[Concern]:
    """What a reviewer took, and wrote not a word about since."""
    lines = ConcernLine.objects.filter(
        concern=OuterRef("pk"), is_from_team=True, at__gte=OuterRef("taken_at")
    )
    taken = Concern.objects.filter(state=ConcernState.TAKEN, taken_at__isnull=False)
    return taken.filter(~Exists(lines))


def came_last(concern: Concern) -> datetime:
    """When the person answered or wrote last, or asked for words."""
    lines = concern.lines.filter(is_from_team=False)
    came = [
        concern.opened_at,
        concern.asks_for_words_at,
        *concern.answers.values_list("at", flat=True),
        *lines.values_list("at", flat=True),
    ]
    return max(at for at in came if at is not None)


def was_opened(concern: Concern) -> bool:
    """Whether a reviewer opened it after what came last."""
    opened = Entry.objects.filter(about=concern.person_id, act=looks.READ)
    return opened.filter(at__gte=came_last(concern)).exists()


def was_written_about(concern: Concern) -> bool:
    """Whether a reviewer wrote to the person after what came last."""
    return concern.lines.filter(is_from_team=True, at__gte=came_last(concern)).exists()


def open_concern(person: Person) -> Concern | None:
    """What a reviewer was told about this person and has not closed."""
    mine = Concern.objects.filter(person=person, closed_at=None).select_related("taken_by")
    return mine.first()


def waits_for_a_reviewer(people: Collection[int]) -> bool:
    """Whether an answer to question 9 of one of these people needs somebody soon, and nobody has
    said yet what became of it."""
    return Concern.objects.filter(person__in=people, closed_at=None, sooner=Sooner.SOON).exists()
