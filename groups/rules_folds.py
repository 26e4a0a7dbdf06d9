"""When three members' flags fold words until somebody has looked. Plain questions: None, or a
Refusal; nobody is told one. Counting does nothing else, to nobody."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from groups import rules_words
from groups.enums import LISTED, MessageState
from groups.models import Message, Room, Seat

FLAGS = 3
MEMBER_FOR = timedelta(days=7)
# Whose flags a moderator has overturned so often, within this time, counts towards no fold for so
# long. What they tell the team reaches the desk as always.
OVERTURNED, WITHIN, LOST_FOR = 2, timedelta(days=90), timedelta(days=30)

NOT_SHARED = Refusal("not_shared", _("Words are folded in the rooms of a group alone."))
SOMEBODY_IS_HERE = Refusal("somebody_is_here", _("Somebody from the team is here to look."))
OF_THE_TEAM = Refusal("of_the_team", _("These are words of somebody who looks after the room."))
NEEDS_SOMEBODY = Refusal("needs_somebody", _("Somebody may need help: this stays in sight."))
FIRST_WORDS = Refusal("first_words", _("These are somebody's first words in the group."))
LOOKED_AT = Refusal("looked_at", _("Somebody has looked at this already."))


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of the words when one more member has told the team about them."""

    team_is_here: bool
    needs_somebody: bool  # something red or a crisis is on the desk about them
    are_first: bool  # the first their author said in the group
    was_looked_at: bool  # as they are now


def may_fold(message: Message, room: Room, case: Case) -> Refusal | None:
    """Shown words of a member in a shared room, while nobody is there who could look."""
    if room.kind not in LISTED or room.group_id is None:
        return NOT_SHARED
    if message.state != MessageState.SHOWN:
        return rules_words.GONE
    if message.author is None or message.author.moderates:
        return OF_THE_TEAM
    if case.needs_somebody:
        return NEEDS_SOMEBODY
    if case.are_first:
        return FIRST_WORDS
    if case.was_looked_at:
        return LOOKED_AT
    return SOMEBODY_IS_HERE if case.team_is_here else None


def has_lost_the_fold(overturned: Iterable[datetime], *, now: datetime) -> bool:
    """Whether this member's flags count towards no fold now. `overturned`: when moderators let
    words stand that they had helped to fold."""
    times = sorted(overturned, reverse=True)
    for last, *_between, first in zip(*(times[n:] for n in range(OVERTURNED)), strict=False):
        if last - first <= WITHIN and now - last < LOST_FOR:
            return True
    return False


def three_of(
    flaggers: Sequence[int], *, before: Collection[frozenset[int]]
) -> tuple[int, ...] | None:
    """The first three who have not folded this author's words together before, or None."""
    threes = combinations(flaggers, FLAGS)
    return next((three for three in threes if frozenset(three) not in before), None)


def may_let_stand(
    message: Message, room: Room, own: Seat | None, *, by: Person, is_folded: bool, now: datetime
) -> Refusal | None:
    """Whoever brings words back in this room, for words of somebody else that are folded."""
    if (refusal := rules_words.may_reopen(by, room, own, now=now)) is not None:
        return refusal
    if message.author is not None and message.author.person_id == by.pk:
        return rules_words.OWN_WORDS
    return None if is_folded else LOOKED_AT
