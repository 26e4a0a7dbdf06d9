"""A mentor does not hold it alone: a second person is called, and the other is told when the answer
comes."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from community.safety.actions.reporting import earlier_report, report
from community.safety.enums import ReportReason
from community.safety.models import Report
from groups.append import Verdict
from groups.sending import send
from mentoring import rules, wording
from mentoring.actions.telling import tell_who_answers
from mentoring.enums import PAIR
from mentoring.models import Pair

DAYS = 7  # how far ahead a mentor says when they answer


@transaction.atomic
def call_second_person(*, pair: Pair, words: str = "", by: Person) -> Report:
    """Puts it on the desk of the house, for a person to see soon, and tells who answers for the
    room. Nothing of what was said in the room goes along. Calling again while it is open changes
    nothing. Raises Refused for whom the pair is not there."""
    insist(rules.may_ask_for_a_second(by, pair))
    earlier = earlier_report(person=by.pk, kind=PAIR, id=str(pair.pk))
    if earlier is not None:
        return earlier
    made = report(kind=PAIR, id=str(pair.pk), reason=ReportReason.WORRIED, words=words, by=by)
    item = reverse("safety:item", args=[made.item_id])
    tell_who_answers(pair, kind="second_person", path=item)
    return made


def say_when_i_answer(*, pair: Pair, day: date, cid: UUID, by: Person) -> Verdict:
    """ "I have read this. I answer on Thursday": a sentence of their own in the room, sent the one
    way words are sent. It is no answer yet: the member is not the one who is waited for. The same `cid`
    is said once. Raises Refused for who is not the mentor, once they have stopped, or for a day that is
    not ahead."""
    insist(rules.may_say_when(by, pair))
    today = timezone.localdate()
    insist(rules.NOT_THERE if not today <= day < today + timedelta(days=DAYS) else None)
    body = wording.answers_on(day, today=today)
    verdict = send(by=by.pk, room=pair.room_id, cid=cid, body=body)
    if verdict.seq is not None and not verdict.dup:
        Pair.objects.filter(pk=pair.pk).update(answers_on=day, said_when_at=verdict.at)
    return verdict
