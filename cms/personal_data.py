"""What the library holds about a person: the checks they gave. Pages belong to the house."""

from typing import Any

from cms.models import PageCheck
from community.accounts import personal_data
from community.accounts.models import Person


def join() -> None:
    """Registers this share."""
    personal_data.register(
        "library",
        models=["cms.PageCheck", "cms.ReviewInvite", "cms.SmallMend"],
        export=export,
        erase=erase,
    )


def export(person: Person) -> dict[str, Any]:
    """Which pages somebody stood behind, and when."""
    given = PageCheck.objects.filter(by=person.pk).order_by("pk")
    return {"checks": list(given.values("page_id", "kind", "at"))}


def erase(person: Person, keeps_words: bool) -> None:
    """A check is the page's, and holds a number that leads to nobody once the account is gone."""
