"""Two people are kept apart: never suggested, never planned, never paired. The team does, or one of the
two who knows the other from elsewhere."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.actions.asking import let_go
from mentoring.actions.ending import end_apart
from mentoring.actions.telling import tell_if_nobody_fits
from mentoring.enums import OfferState
from mentoring.models import Mentor, NeverTogether, Offer, Request
from mentoring.queries.pairs import pair_between


@transaction.atomic
def keep_apart(*, one: Person, other: Person, ends: bool = False, by: Person) -> NeverTogether:
    """From now on matching never brings these two together; whoever of them was asked for the other is
    asked no more, and the member reads only that they are not free. Neither learns of it. Two who talk
    now are left to talk and this is refused, unless it `ends`: then both read what they read after any
    end, and the member is matched again. On the record. Raises Refused."""
    insist(rules.may_run(by) or (rules.ONE_PERSON if one == other else None))
    _lock_mentors(one, other)
    pair = pair_between(one, other)
    insist(rules.ARE_A_PAIR if pair is not None and not ends else None)
    if pair is not None:
        end_apart(pair=pair, by=by)
    return _never(one, other, by=by)


@transaction.atomic
def know_mentor(*, request: Request, mentor: int, by: Person) -> None:
    """ "I know this person outside": a colleague, a neighbour, somebody who treats them. They are not
    suggested to each other again, and the mentor learns nothing. Raises Refused, also where the two talk
    now: either of them can stop that."""
    found = Mentor.objects.select_related("person").filter(pk=mentor).first()
    insist(rules.NOT_FREE if found is None or found.person == by else None)
    assert found is not None
    _lock_mentors(found.person, by)
    waiting = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    insist(rules.may_choose(by, waiting))
    insist(rules.YOU_ARE_A_PAIR if pair_between(by, found.person) is not None else None)
    _never(found.person, by, by=by)
    tell_if_nobody_fits(waiting)


@transaction.atomic
def know_asker(*, offer: Offer, by: Person) -> None:
    """The same by the mentor who was asked: they are asked no more, and the member reads only that they
    are not free. Raises Refused."""
    insist(rules.may_answer(by, offer))
    _never(offer.request.person, by, by=by)


@transaction.atomic
def know_no_more(*, apart: int, by: Person) -> None:
    """Who said that they know the other takes it back. Raises Refused, also where the team or the other
    said so too: then it is not theirs alone."""
    found = NeverTogether.objects.select_for_update().filter(pk=apart).first()
    insist(rules.may_take_back_apart(by, found))
    assert found is not None
    found.delete()


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


def _lock_mentors(one: Person, other: Person) -> None:
    """Whichever of the two is a mentor says yes to nobody meanwhile: mentors are locked first
    (`actions.asking`)."""
    both = Mentor.objects.filter(person__in=[one, other])
    list(both.select_for_update().order_by("pk").values_list("pk"))


def _never(one: Person, other: Person, *, by: Person) -> NeverTogether:
    first, second = sorted((one, other), key=lambda person: person.pk)
    made, is_new = NeverTogether.objects.get_or_create(
        one=first, other=second, defaults={"said_by": by}
    )
    is_private = by in (one, other)  # of oneself it is a private choice and no act of power
    is_taken_over = not is_new and made.said_by in (one, other) and made.said_by != by
    if is_taken_over:  # the one who said it first does not undo what another wants too
        made.said_by = None if is_private else by
        made.save(update_fields=["said_by"])
    if (is_new or is_taken_over) and not is_private:
        for person in (first, second):
            record.write(act="keep_apart", by=by.pk, about=person.pk, subject=f"apart:{made.pk}")
    theirs = Q(mentor__person=one, request__person=other) | Q(
        mentor__person=other, request__person=one
    )
    for offer in Offer.objects.filter(theirs, state=OfferState.WAITING).order_by("pk"):
        let_go(offer, OfferState.EXPIRED, timezone.now())
    return made
