"""How matching is set: a plain choice, the weights behind it, how long a mentor has to answer."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.matching.leanings import weights_of
from mentoring.matching.rank import MIN_OVERLAP
from mentoring.models import Fitting, Mentor

MOST_PAIRS = 3  # people for one mentor, until somebody says otherwise


@transaction.atomic
def set_fitting(
    *,
    leaning: str,
    weights: Mapping[str, int],
    answer_days: int,
    min_overlap: int = MIN_OVERLAP,
    most_pairs: int = MOST_PAIRS,
    by: Person,
) -> Fitting:
    """From now on suggestions and plans are made so; nobody who was asked is asked less. `weights`
    that are those of the leaning are not kept. A mentor who had more places than `most_pairs` has so
    many; whom they talk with stays. On the record. Raises Refused."""
    insist(rules.may_run(by))
    found, _made = Fitting.objects.select_for_update().get_or_create(pk=1)
    plain = weights_of(leaning)
    found.leaning, found.answer_days = leaning, answer_days
    found.min_overlap, found.most_pairs = min_overlap, most_pairs
    found.weights = {name: much for name, much in weights.items() if much != plain[name]}
    found.changed_at, found.changed_by = timezone.now(), by
    found.save()
    Mentor.objects.filter(places__gt=most_pairs).update(places=most_pairs)
    record.write(
        act="set_fitting",
        by=by.pk,
        subject="fitting:1",
        data={
            "leaning": leaning,
            "weights": found.counts,
            "answer_days": answer_days,
            "min_overlap": min_overlap,
            "most_pairs": most_pairs,
        },
    )
    return found
