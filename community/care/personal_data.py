"""The care team's share of what is kept about a person."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from community.accounts import personal_data
from community.accounts.models import Person
from community.care.enums import Side
from community.care.models import (
    Card,
    Code,
    EarlierAnswer,
    Outcome,
    Piece,
    Provider,
    Question,
    ScaleRequest,
    Sheet,
    SheetVersion,
    ShownStep,
    Suggestion,
    Tie,
)

MODELS = ("care.Card", "care.Code", "care.Provider", "care.Tie")
STAYS = (
    personal_data.Stays(
        _(
            "Who you are as a provider, beside what you wrote to somebody who keeps it. They have to know "
            "whose words these are."
        ),
        of=frozenset({"care.Provider"}),
        of_helpers=True,
    ),
)


def join() -> None:
    """Registers this share."""
    personal_data.register("care", models=MODELS, export=export, erase=erase, stays=STAYS)


def export(person: Person) -> dict[str, Any]:
    """Whom this person brought, what they handed over and asked, and that something came back, which
    can be read here; as a provider, how they were checked and what they answered. Never who brought them, and nothing of what has
    ended: it stays with whom it was written to, and whether they still have it, or are still here,
    is told to nobody."""
    ties = Tie.objects.filter(person=person).select_related("provider")
    checked = Provider.objects.filter(person=person).first()
    cards = Card.objects.filter(person=person)
    open_ties = Tie.objects.filter(provider__person=person, ended_at=None)
    answered = Question.objects.filter(tie__in=open_ties, answered_at__isnull=False)
    earlier = EarlierAnswer.objects.filter(question__tie__in=open_ties)
    return {
        "helps_in_talking_with_me": list(cards.values("spoken", "about", "not_about")),
        "brought": [_tie(tie) for tie in ties],
        "codes_shown": list(Code.objects.filter(person=person).values("made_at", "typed_at")),
        "checked_as": _checked(checked) if checked else None,
        "answered_to_others": list(answered.values("answered_at", "answer", "talk_on")),
        "answered_to_others_before": list(earlier.values("at", "answer", "talk_on")),
        "brought_to_others": _written(open_ties),
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "who": str(tie.provider),
        "called": tie.called,
        "began_at": tie.began_at,
        "ended_at": tie.ended_at,
        "handed_over": [_piece(piece) for piece in Piece.objects.filter(tie=tie)],
        "asked": [_question(question) for question in Question.objects.filter(tie=tie)],
        "showed": list(ShownStep.objects.filter(tie=tie).values("handed_at", "goal", "words")),
        "came_back": _came_back(Tie.objects.filter(pk=tie.pk)),
        "decided_together": [_sheet(sheet) for sheet in Sheet.objects.filter(tie=tie)],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    versions = list(SheetVersion.objects.filter(sheet=sheet).order_by("number"))
    return {
        "title": sheet.title,
        "closed_at": sheet.closed_at,
        "versions": [
            _version(one, before) for before, one in zip([None, *versions], versions, strict=False)
        ],
    }


def _version(version: SheetVersion, before: SheetVersion | None) -> dict[str, Any]:
    """The member's own boxes. Both may write what was decided: it is theirs where they wrote it."""
    is_own = version.side == Side.MEMBER and (not before or before.decided != version.decided)
    return {
        "at": version.at,
        "side": version.side,
        "options": version.options,
        "matters": version.matters,
        "leans": version.leans,
        "decided": version.decided if is_own else "",
        "look_on": version.look_on,
    }


def _written(ties: QuerySet[Tie]) -> dict[str, Any]:
    """What a provider wrote, and not what the member made of it, which they may say after the end."""
    return {
        "ideas": list(Suggestion.objects.filter(tie__in=ties).values("at", "words")),
        "asked_for": list(
            ScaleRequest.objects.filter(tie__in=ties).values("at", "instrument", "why", "then")
        ),
        "outcomes": list(
            Outcome.objects.filter(tie__in=ties).values(
                "at",
                "about",
                "came",
                "decided_by",
                "who",
                "decided_on",
                "words",
                "look_on",
            )
        ),
        "thought": list(
            SheetVersion.objects.filter(sheet__tie__in=ties, side=Side.PROVIDER).values(
                "at", "thinks"
            )
        ),
        "noticed": list(
            ShownStep.objects.filter(tie__in=ties, noticed_at__isnull=False).values(
                "noticed_at", "saw", "strength"
            )
        ),
    }


def _came_back(ties: QuerySet[Tie]) -> dict[str, Any]:
    """That something was written to the member, when, and what they made of it. The words are the
    provider's."""
    thoughts = SheetVersion.objects.filter(sheet__tie__in=ties, side=Side.PROVIDER)
    noticed = ShownStep.objects.filter(tie__in=ties, noticed_at__isnull=False)
    return {
        "ideas": list(Suggestion.objects.filter(tie__in=ties).values("at", "end", "settled_at")),
        "asked_for": list(
            ScaleRequest.objects.filter(tie__in=ties).values("at", "instrument", "end")
        ),
        "outcomes": list(
            Outcome.objects.filter(tie__in=ties).values(
                "at", "came", "decided_by", "decided_on", "look_on", "agreed", "agreed_at"
            )
        ),
        "thought": list(thoughts.values("at")),
        "noticed": list(noticed.values("noticed_at")),
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "what": piece.get_kind_display(),
        "said": piece.said if piece.content else None,
        "handed_at": piece.handed_at,
        "opened_at": piece.opened_at,
        "until": piece.until,
        "ended_at": piece.ended_at,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "words": question.words,
        "handed_at": question.handed_at,
        "opened_at": question.opened_at,
        "talk_on": question.talk_on,
        "answered_at": question.answered_at,
        "answered_before": list(question.earlier.values("at", "talk_on")),
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
    Card.objects.filter(person=person).delete()
    Code.objects.filter(person=person).delete()
    Tie.objects.filter(person=person).delete()
    Provider.objects.filter(person=person, ties=None).delete()
