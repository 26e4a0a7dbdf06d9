"""Making and ending rules about words: by coordinators, for a purpose, until a day. On the record,
without the words."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from groups import rules, word_rules
from groups.models import WordRule


@transaction.atomic
def make_word_rule(
    *,
    words: str,
    purpose: str,
    why: str,
    instead: str,
    days: int,
    by: Person,
    now: datetime | None = None,
) -> WordRule:
    """From now on whoever writes one of these words is asked first. Raises Refused."""
    insist(rules.may_run_groups(by))
    now = now or timezone.now()
    made = WordRule.objects.create(
        words="\n".join(word_rules.lines_of(words)),
        purpose=purpose.strip(),
        why=why.strip(),
        instead=instead.strip(),
        owner=by,
        made_at=now,
        until=now + timedelta(days=days),
    )
    _kept("make_word_rule", made, by=by)
    return made


@transaction.atomic
def end_word_rule(*, rule: int, by: Person) -> None:
    """Nobody is asked any more. Ending what has ended changes nothing. Raises Refused."""
    insist(rules.may_run_groups(by))
    found = WordRule.objects.select_for_update().filter(pk=rule, ended_at=None).first()
    if found is None:
        return
    found.ended_at = timezone.now()
    found.save(update_fields=["ended_at"])
    _kept("end_word_rule", found, by=by)


def _kept(act: str, rule: WordRule, *, by: Person) -> None:
    record.write(act=act, by=by.pk, subject=f"word_rule:{rule.pk}")
    transaction.on_commit(word_rules.forget)
