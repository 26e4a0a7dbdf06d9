"""Words on a wall of the demo that three members found too much last night: they stand behind a line,
and wait on the desk for somebody to look."""

from datetime import datetime, timedelta

from community.accounts.models import Person
from community.demo.places import FOLDED
from community.safety.actions import reporting
from community.safety.enums import ReportReason
from groups.append import add_event, lock_room
from groups.enums import EventKind
from groups.models import FoldFlag, MembersFold, Message

AGO = timedelta(minutes=50)


def fold(people: dict[str, Person], *, now: datetime) -> None:
    """Told the real way, one after the other. The fold is laid by hand, since whether the team is
    here depends on the hour at which somebody tries the demo."""
    slug, part, tellers = FOLDED
    post = Message.objects.select_related("author__person").get(
        room__group__slug=slug, body__contains=part
    )
    for n, (name, words) in enumerate(tellers):
        reporting.report(
            kind="message",
            id=str(post.pk),
            reason=ReportReason.HURTS,
            words=words,
            by=people[name],
            now=now - AGO + timedelta(minutes=9 * n),
        )
    if post.author is None or post.folds.filter(ended_at=None).exists():
        return
    room = lock_room(post.room_id)
    laid = MembersFold.objects.create(message=post, author=post.author.person, at=now - AGO / 2)
    FoldFlag.objects.bulk_create(
        FoldFlag(fold=laid, person=people[name]) for name, _words in tellers
    )
    add_event(room, kind=EventKind.FOLD, subject_seq=post.seq)
