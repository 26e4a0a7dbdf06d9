"""Six lines that two people fill together, and a yes from each."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from community.safety.hearing import hear
from mentoring import rules
from mentoring.heard import AGREEMENT
from mentoring.models import Pair, PairAgreement, SignedAgreement


@transaction.atomic
def write_agreement(*, pair: Pair, lines: Mapping[str, str], read: int, by: Person) -> None:
    """Changes the lines and says yes to them; the other is told, and asked for their yes anew.
    Lines that stand like that already are only said yes to. `read` is the version they were written
    over, 0 for none: raises Refused where the other changed it meanwhile."""
    pair, agreement = _locked(pair)
    version = agreement.version if agreement.pk else 0
    insist(rules.may_write_agreement(by, pair, version=version, read=read))
    changes = {**agreement.lines, **lines} != agreement.lines
    if not changes and not agreement.pk:
        return
    if changes:
        if agreement.is_agreed and agreement.pk:
            _keep(agreement, at=agreement.changed_at)
        for name in PairAgreement.LINES:
            setattr(agreement, name, lines.get(name, getattr(agreement, name)))
        agreement.version, agreement.changed_at = version + 1, timezone.now()
    _yes(agreement, pair, by=by)
    if changes:
        words = "\n".join(agreement.lines.values())
        hear(words, subject_kind=AGREEMENT, subject_id=agreement.pk, about=by.pk)


@transaction.atomic
def agree(*, pair: Pair, read: int, by: Person) -> None:
    """Says yes to the lines as they were read. Raises Refused where they were changed meanwhile."""
    pair, agreement = _locked(pair)
    version = agreement.version if agreement.pk else 0
    insist(rules.may_write_agreement(by, pair, version=version, read=read))
    if agreement.pk:
        _yes(agreement, pair, by=by)


def _locked(pair: Pair) -> tuple[Pair, PairAgreement]:
    """The pair, under its lock, and its lines, new ones where it has none."""
    locked = Pair.objects.select_for_update(of=("self",)).filter(pk=pair.pk)
    found = locked.select_related("mentor__person", "request__person").first()
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    agreement = PairAgreement.objects.filter(pair=found).first()
    return found, agreement or PairAgreement(pair=found)


def _yes(agreement: PairAgreement, pair: Pair, *, by: Person) -> None:
    """Notes the yes of one, and tells the other, once, that there is something to read."""
    is_mentor = pair.mentor.person_id == by.pk
    is_new = not agreement.yes_of(is_mentor=is_mentor)
    agreement.say_yes(is_mentor=is_mentor)
    agreement.save()
    if agreement.is_agreed:
        _keep(agreement, at=timezone.now())
    if is_new:
        path = f"/mentoring/pairs/{pair.pk}/agreement/"
        notify(person=pair.other_than(by), kind="agreement_changed", path=path)


def _keep(agreement: PairAgreement, *, at: datetime) -> None:
    """What both have said yes to stays readable as it was, once for each version."""
    SignedAgreement.objects.get_or_create(
        agreement=agreement,
        version=agreement.version,
        defaults={"kept": SignedAgreement.sealed(agreement.lines), "signed_at": at},
    )
