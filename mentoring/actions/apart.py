"""Two people are kept apart: never suggested, never planned, never paired."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.actions.asking import let_go
from mentoring.enums import OfferState
from mentoring.models import NeverTogether, Offer


@transaction.atomic
def keep_apart(*, one: Person, other: Person, by: Person) -> NeverTogether:
    """From now on matching never brings these two together; whoever of them was asked for the other is
    asked no more, and the member reads only that they are not free. Neither learns of it. On the
    record. Raises Refused."""
    insist(rules.may_run(by) or (rules.ONE_PERSON if one == other else None))
    first, second = sorted((one, other), key=lambda person: person.pk)
    made, is_new = NeverTogether.objects.get_or_create(
        one=first, other=second, defaults={"said_by": by}
    )
    if is_new:
        record.write(act="keep_apart", by=by.pk, about=first.pk, subject=f"apart:{made.pk}")
        record.write(act="keep_apart", by=by.pk, about=second.pk, subject=f"apart:{made.pk}")
    theirs = Q(mentor__person=one, request__person=other) | Q(
        mentor__person=other, request__person=one
    )
    for offer in Offer.objects.filter(theirs, state=OfferState.WAITING).order_by("pk"):
        let_go(offer, OfferState.EXPIRED, timezone.now())
    return made


@transaction.atomic
def let_meet(*, apart: int, by: Person) -> None:
    """They may be brought together again. On the record. Raises Refused."""
    insist(rules.may_run(by))
    found = NeverTogether.objects.select_for_update().filter(pk=apart).first()
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    for person in (found.one_id, found.other_id):
        record.write(act="let_meet", by=by.pk, about=person, subject=f"apart:{apart}")
    found.delete()
