"""What readers told an author without words: the author learns how many, and nobody who."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils.translation import ngettext_lazy

from groups.enums import MessageState, ReactionKind
from groups.models import Reaction, Seat

_SENTENCES = {
    ReactionKind.HEARD: ngettext_lazy("%(n)s person heard you.", "%(n)s people heard you.", "n"),
    ReactionKind.TOO: ngettext_lazy(
        "%(n)s person knows this too.", "%(n)s people know this too.", "n"
    ),
    ReactionKind.HELPED: ngettext_lazy(
        "This helped %(n)s person.", "This helped %(n)s people.", "n"
    ),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """For one reader: what was told to them, and what they told others. Both by number."""

    told: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    said: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def sentence(self, seq: int) -> str:
        return heard_sentence(self.told.get(seq, {}))


def heard(seat: Seat, seqs: Collection[int], *, blocked: Collection[int]) -> Heard:
    """For whoever has this seat, about the messages of these numbers in its room. What a person
    they blocked has pressed is not counted. One query, none where there are no messages."""
    if not seqs:
        return Heard()
    told: dict[int, Counter[str]] = {}
    said: dict[int, frozenset[str]] = {}
    rows = Reaction.objects.filter(
        Q(person=seat.person_id) | Q(message__author=seat),
        message__room=seat.room_id,
        message__seq__in=seqs,
        message__state=MessageState.SHOWN,
    ).values_list("message__seq", "message__author", "person", "kind")
    for seq, author, person, kind in rows:
        assert seq is not None  # words that are shown have a number
        if author != seat.pk:
            said[seq] = said.get(seq, frozenset()) | {kind}
        elif person not in blocked:
            told.setdefault(seq, Counter())[kind] += 1
    return Heard(told, said)


def told_to(seat: Seat, seqs: Collection[int], *, blocked: Collection[int]) -> dict[int, str]:
    """The sentence for each of the author's own messages that somebody heard. One query."""
    rows = (
        Reaction.objects.filter(
            message__author=seat, message__seq__in=seqs, message__state=MessageState.SHOWN
        )
        .exclude(person__in=blocked)
        .values_list("message__seq", "kind")
        .annotate(many=Count("pk"))
    )
    counts: dict[int, dict[str, int]] = {}
    for seq, kind, many in rows:
        if seq is not None:
            counts.setdefault(seq, {})[kind] = many
    return {seq: heard_sentence(found) for seq, found in counts.items()}


def heard_sentence(counts: Mapping[str, int]) -> str:
    """How many heard the author, in words for the author alone."""
    return " ".join(
        str(words % {"n": counts[kind]}) for kind, words in _SENTENCES.items() if kind in counts
    )
