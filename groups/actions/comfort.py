"""How rooms are for oneself. Private choices and no acts of power: nothing here is recorded."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from community import live
from community.accounts.models import Person
from community.refusal import insist
from groups import rules_speaking
from groups.enums import Fold, NoteKind
from groups.models import MutedWords, NoteChoice, TypingShown


@transaction.atomic
def choose_folds(*, choices: Mapping[NoteKind, Fold], by: Person) -> None:
    """Keeps what the person wants of words with each kind of note."""
    NoteChoice.objects.filter(person=by, kind__in=choices).delete()
    NoteChoice.objects.bulk_create(
        NoteChoice(person=by, kind=kind, fold=fold) for kind, fold in choices.items()
    )
    _tell(by)


@transaction.atomic
def mute_words(*, words: str, until: datetime, now: datetime, by: Person) -> None:
    """Folds messages with these words for this person, until then. Raises Refused."""
    muted = MutedWords.objects.filter(person=by, until__gt=now).count()
    insist(rules_speaking.may_mute(words, until, muted=muted, now=now))
    MutedWords.objects.create(person=by, words=words, since=now, until=until)
    _tell(by)


def unmute_words(*, muted: int, by: Person) -> None:
    """These words may be met again. Somebody else's, or none, change nothing."""
    if MutedWords.objects.filter(person=by, pk=muted).delete()[0]:
        _tell(by)


def _tell(person: Person) -> None:
    """The person's own open rooms fold anew; nobody else is told."""
    live.me(person.pk, kind="folds", id="")


def forget_ended(now: datetime) -> None:
    """Muted words whose day has come are kept no longer."""
    MutedWords.objects.filter(until__lte=now).delete()


@transaction.atomic
def show_typing(*, by: Person) -> None:
    """Shows that the person is writing, to others who do so too; open screens follow."""
    _, is_new = TypingShown.objects.get_or_create(person=by)
    if is_new:
        live.kick([by.pk])


@transaction.atomic
def hide_typing(*, by: Person) -> None:
    """Shows it to nobody any more, and sees it of nobody."""
    if TypingShown.objects.filter(person=by).delete()[0]:
        live.kick([by.pk])
