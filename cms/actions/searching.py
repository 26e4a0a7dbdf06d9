"""What was looked for in vain, kept as sums of words for ninety days."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cms.models import SearchedWord
from cms.queries import explained
from cms.vocabulary import remembered

KEPT_FOR = timedelta(days=90)


@transaction.atomic
def found_nothing(*, words: str) -> None:
    """One more for each word that the library could have known. The search itself is forgotten."""
    for word in sorted(remembered(words, glossary=explained.vocabulary())):
        said, _ = SearchedWord.objects.get_or_create(word=word, week=monday(timezone.localdate()))
        SearchedWord.objects.filter(pk=said.pk).update(times=F("times") + 1)


def forget(now: datetime) -> None:
    """The ticker's job: nothing is kept longer than it is shown."""
    SearchedWord.objects.filter(week__lt=timezone.localdate(now) - KEPT_FOR).delete()


def monday(day: date) -> date:
    """The week of a day, as sums name it."""
    return day - timedelta(days=day.weekday())
