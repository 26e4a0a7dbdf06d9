"""What comes back to a question."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.care import rules
from community.care.models import EarlierAnswer, Question, Tie
from community.care.models.handing import WORDS_LIMIT
from community.care.queries.door import provider_of
from community.care.queries.handing import question_for
from community.notifications.actions import notify
from community.refusal import insist
from community.wellbeing.rules import may_say


@transaction.atomic
def answer(*, tie: int, question: int, words: str, talk_on: date | None, by: Person) -> Question:
    """Words, or "let us talk about it" on a day. Answering again keeps what stood there, for both to
    read. Raises Refused: hidden where it is taken back or over by now."""
    now, today = timezone.now(), timezone.localdate()
    held = locked_tie(tie, by=by)
    found = question_for(held, question, now=now)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    insist(None if words.strip() or talk_on else rules.ANSWER_WITH)
    insist(may_say(words, WORDS_LIMIT))
    insist(None if talk_on is None or talk_on >= today else rules.DAY_IS_OVER)
    said, before = (words.strip(), talk_on), (found.answer, found.talk_on)
    if said == before:
        return found
    if found.answered_at is not None:
        EarlierAnswer.objects.create(
            question=found, answer=found.answer, talk_on=found.talk_on, at=found.answered_at
        )
    (found.answer, found.talk_on), found.answered_at = said, now
    found.save(update_fields=["answer", "talk_on", "answered_at"])
    notify(person=held.person, kind="care_answer", path=reverse("care:tie", args=[tie]))
    return found


def locked_tie(tie: int, *, by: Person) -> Tie:
    """The tie that this provider may write by, held until the act is done: it is ended before or
    after, never meanwhile. Raises Refused."""
    provider = provider_of(by)
    insist(rules.may_treat(by, provider, today=timezone.localdate()))
    assert provider is not None
    ties = Tie.objects.select_for_update(of=("self",)).select_related("person")
    found = ties.filter(pk=tie, provider=provider).first()
    insist(rules.may_read(found, provider))
    assert found is not None
    return found
