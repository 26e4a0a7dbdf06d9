"""Who runs mentoring."""

from collections.abc import Collection

from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act, roles_for


def coordinators(*, besides: Collection[int] = ()) -> list[Person]:
    """Active people whose role lets them run mentoring, the longest here first; nobody of `besides`,
    by number: who is one of a pair does not look after it. Whoever rests is left in peace, and reads
    no mail of ours, while anybody else is there."""
    found = (
        Person.objects.filter(
            grants__role__in=roles_for(Act.RUN_MENTORING),
            grants__ended_at=None,
            standing=Standing.ACTIVE,
        )
        .exclude(pk__in=besides)
        .distinct()
        .order_by("pk")
    )
    there = found.exclude(notice_preference__rests_until__gte=timezone.localdate())
    return list(there) or list(found)


def answers_for(wished: Person | None, *, between: Collection[int]) -> Person | None:
    """Who answers for the room of these two: the person wished while they run mentoring, else somebody
    who does; one of the two only where there is nobody else."""
    found = coordinators(besides=between) or coordinators()
    if wished is not None and wished in found:
        return wished
    return found[0] if found else None
