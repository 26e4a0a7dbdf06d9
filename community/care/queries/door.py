"""Who is checked, who was brought, which code waits."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.care.models import Code, Provider, Tie
from community.care.rules import HERE
from community.wellbeing.readers import Reader


def provider_of(person: Person) -> Provider | None:
    """The checked name of this account, whatever became of the check."""
    return Provider.objects.filter(person=person).first()


def checked_providers(*, today: date) -> QuerySet[Provider]:
    """Those whom a member can bring now, by name."""
    return Provider.objects.filter(
        ended_at=None,
        until__gte=today,
        person__standing=Standing.ACTIVE,
        person__grants__role=Role.PROVIDER,
        person__grants__ended_at=None,
    ).select_related("person", "checked_by")


def people_who_brought(provider: Provider) -> list[Tie]:
    """Those who brought this provider and are here, oldest first."""
    mine = Tie.objects.filter(provider=provider, ended_at=None, person__standing__in=HERE)
    return list(mine)


def brought_by(person: Person) -> list[Tie]:
    """Whom this person brought, what is over last."""
    mine = Tie.objects.filter(person=person).select_related("provider__checked_by")
    return sorted(mine, key=lambda tie: (tie.ended_at is not None, tie.pk))


def readers_of(person: Person) -> list[Reader]:
    """Those of them whom the person may let know how an appointment went."""
    today = timezone.localdate()
    mine = [tie for tie in brought_by(person) if tie.ended_at is None]
    return [Reader(t.pk, str(t.provider)) for t in mine if t.provider.is_checked(today=today)]


def tie_of(person: Person, tie: int) -> Tie | None:
    """One of the member's own, over or not."""
    mine = Tie.objects.filter(person=person, pk=tie)
    return mine.select_related("provider__checked_by").first()


def tie_for(provider: Provider, tie: int) -> Tie | None:
    """The tie with this number, with its member, for `rules.may_read`."""
    mine = Tie.objects.filter(pk=tie, provider=provider)
    return mine.select_related("person", "provider").first()


def waiting_code(person: Person, *, now: datetime) -> Code | None:
    """The code this person shows now, typed or not."""
    codes = Code.objects.filter(person=person, settled_at=None, ends_at__gt=now)
    return codes.select_related("typed_by__person", "typed_by__checked_by").first()


def care_accounts() -> list[Person]:
    """Every account with the role, for who checks them: with the check, if there was one."""
    held = Person.objects.filter(grants__role=Role.PROVIDER, grants__ended_at=None)
    return list(held.select_related("as_provider__checked_by").order_by("handle"))
