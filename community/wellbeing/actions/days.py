"""Writing down how a day was, and the journal. Nobody is told and nothing is recorded."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from community.wellbeing import rules
from community.wellbeing.actions.sharing import end_part
from community.wellbeing.models import CheckIn, JournalEntry
from community.wellbeing.models.days import ENTRY_LIMIT, LINE_LIMIT, MEASURES
from community.wellbeing.queries.sharing import DAYS


@transaction.atomic
def keep_day(*, day: date, answers: Mapping[str, int | None], line: str, by: Person) -> CheckIn:
    """Keeps one day whole, in place of what stood there. Raises Refused for a day that has not
    come, one that is long past, and where nothing is said."""
    insist(rules.may_keep(by))
    insist(rules.is_a_day_to_write(day, today=timezone.localdate()))
    insist(rules.may_say(line, LINE_LIMIT))
    given = {name: answers.get(name) for name in MEASURES}
    if not line.strip() and all(value is None for value in given.values()):
        insist(rules.SAY_SOMETHING)
    kept, _made = CheckIn.objects.update_or_create(
        person=by,
        day=day,
        defaults={**given, "line": line.strip(), "changed_at": timezone.now()},
    )
    return kept


@transaction.atomic
def delete_day(*, day: date, by: Person) -> None:
    """Nothing of the day is kept; with the last one nobody reads any by a sharing or a link."""
    Person.objects.select_for_update().get(pk=by.pk)  # nothing is shared meanwhile
    CheckIn.objects.filter(person=by, day=day).delete()
    if not CheckIn.objects.filter(person=by).exists():
        end_part(what=DAYS, by=by)


@transaction.atomic
def write_entry(*, day: date, words: str, by: Person) -> JournalEntry:
    """A new page of the journal. Raises Refused."""
    _insist_on_words(day=day, words=words, by=by)
    return JournalEntry.objects.create(person=by, day=day, words=words.strip())


@transaction.atomic
def rewrite_entry(*, entry: int, day: date, words: str, by: Person) -> JournalEntry:
    """Changes one's own page. Raises Refused, hidden for anybody else's."""
    found = JournalEntry.objects.select_for_update().filter(pk=entry, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    _insist_on_words(day=day, words=words, by=by)
    found.day, found.words, found.changed_at = day, words.strip(), timezone.now()
    found.save(update_fields=["day", "words", "changed_at"])
    return found


@transaction.atomic
def delete_entry(*, entry: int, by: Person) -> None:
    """Nothing of the page is kept."""
    JournalEntry.objects.filter(pk=entry, person=by).delete()


def _insist_on_words(*, day: date, words: str, by: Person) -> None:
    insist(rules.may_keep(by))
    insist(rules.is_a_day_to_write(day, today=timezone.localdate()))
    insist(rules.may_say(words, ENTRY_LIMIT))
    insist(None if words.strip() else rules.SAY_SOMETHING)
