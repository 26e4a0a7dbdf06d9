"""How rooms are for one person. Asked for that person alone, on their own pages."""

from collections.abc import Iterable
from datetime import datetime

from community.accounts.models import Person
from groups.enums import Fold, NoteKind
from groups.folding import Wishes
from groups.models import MutedWords, NoteChoice, TypingShown


def wishes_of(person: Person, muted: Iterable[MutedWords]) -> Wishes:
    """What this person, who muted these words, would rather not meet. One query."""
    return Wishes(choices=choices_of(person), muted=tuple(one.words for one in muted))


def choices_of(person: Person) -> dict[str, str]:
    """The fold for every kind of note."""
    chosen = NoteChoice.objects.filter(person=person).values_list("kind", "fold")
    return {kind.value: Fold.COLLAPSE.value for kind in NoteKind} | dict(chosen)


def muted_by(person: Person, *, now: datetime) -> list[MutedWords]:
    """The words this person muted whose day has not come, oldest first."""
    return list(MutedWords.objects.filter(person=person, until__gt=now))


def shows_typing(person: Person) -> bool:
    """Whether this person shows that they are writing, and sees it of others who do so too."""
    return TypingShown.objects.filter(person=person).exists()
