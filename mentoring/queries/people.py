"""Who runs mentoring."""

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act, roles_for


def coordinators() -> list[Person]:
    """Active people whose role lets them run mentoring, the longest here first."""
    return list(
        Person.objects.filter(
            grants__role__in=roles_for(Act.RUN_MENTORING),
            grants__ended_at=None,
            standing=Standing.ACTIVE,
        )
        .distinct()
        .order_by("pk")
    )


def answers_for(wished: Person | None) -> Person | None:
    """Who answers for a pair's room: this person while they run mentoring, else somebody who does."""
    found = coordinators()
    if wished is not None and wished in found:
        return wished
    return found[0] if found else None
