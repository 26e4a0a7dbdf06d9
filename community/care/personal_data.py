"""The care team's share of what is kept about a person."""

from typing import Any

from community.accounts import personal_data
from community.accounts.models import Person
from community.care.models import Code, Provider, Tie

MODELS = ("care.Code", "care.Provider", "care.Tie")


def join() -> None:
    """Registers this share."""
    personal_data.register("care", models=MODELS, export=export, erase=erase)


def export(person: Person) -> dict[str, Any]:
    """Whom this person brought and when; as a provider, how they were checked. Never who brought
    them."""
    ties = Tie.objects.filter(person=person).select_related("provider")
    checked = Provider.objects.filter(person=person).first()
    return {
        "brought": [_tie(tie) for tie in ties],
        "codes_shown": list(Code.objects.filter(person=person).values("made_at", "typed_at")),
        "checked_as": _checked(checked) if checked else None,
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "who": str(tie.provider),
        "called": tie.called,
        "began_at": tie.began_at,
        "ended_at": tie.ended_at,
    }


def _checked(provider: Provider) -> dict[str, Any]:
    return {
        "name": provider.name,
        "profession": provider.profession,
        "organisation": provider.organisation,
        "how": provider.how,
        "checked_on": provider.checked_on,
        "until": provider.until,
    }


def erase(person: Person, keeps_words: bool) -> None:
    """A member's go whole. A provider's name stays only beside what they wrote to somebody who
    keeps it."""
    Code.objects.filter(person=person).delete()
    Tie.objects.filter(person=person).delete()
    Provider.objects.filter(person=person, ties=None).delete()
