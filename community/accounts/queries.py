"""What pages about people show."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from community.accounts import handles, texts
from community.accounts.enums import ConsentKind, Standing
from community.accounts.models import (
    Admission,
    Block,
    Consent,
    Invitation,
    Person,
    RecoveryCode,
)

# A code is offered when somebody has come back once, not on the way in.
OFFER_CODE_AFTER = timedelta(hours=20)


def is_free(handle: str, *, besides: Person | None = None) -> bool:
    """Whether nobody has this handle or one that looks like it."""
    holders = Person.objects.filter(skeleton=handles.skeleton(handle))
    if besides is not None:
        holders = holders.exclude(pk=besides.pk)
    return not holders.exists()


def free_handles(count: int = 3) -> list[str]:
    """Neutral handles nobody has, all different."""
    found: list[str] = []
    while len(found) < count:
        tried = {handles.suggestion() for _ in range(4 * count)}
        by_skeleton = {handles.skeleton(handle): handle for handle in tried}
        had = set(
            Person.objects.filter(skeleton__in=by_skeleton).values_list("skeleton", flat=True)
        )
        free = [handle for folded, handle in by_skeleton.items() if folded not in had]
        found += [handle for handle in free if handle not in found]
    return found[:count]


def by_handle(handle: str) -> Person | None:
    """The person with this handle, or None. Pages that answer with it are paced."""
    return Person.objects.filter(skeleton=handles.skeleton(handle)).first()


def consents_given(person: Person) -> dict[ConsentKind, Consent]:
    """The consents that stand, by kind."""
    standing = Consent.objects.filter(person=person, withdrawn_at=None)
    return {ConsentKind(consent.kind): consent for consent in standing}


def consents_missing(person: Person) -> list[ConsentKind]:
    """What the person has not yet said yes to in its present version."""
    given = consents_given(person)
    return [
        kind
        for kind in ConsentKind
        if kind not in given or given[kind].version != texts.current(kind).version
    ]


def address_of(person: Person) -> EmailAddress | None:
    """The person's one e-mail address, confirmed or not."""
    return EmailAddress.objects.filter(user_id=person.pk).order_by("-primary", "-verified").first()


def has_recovery_code(person: Person) -> bool:
    """Whether an unused code exists."""
    return RecoveryCode.objects.filter(person=person, used_at=None).exists()


def recovery_offer_is_due(person: Person, *, now: datetime) -> bool:
    """Whether a page should offer a recovery code: somebody who came back and has neither a code
    nor a confirmed address, and has not said "not now"."""
    if now - person.joined_at < OFFER_CODE_AFTER or has_recovery_code(person):
        return False
    if person.emailaddress_set.filter(verified=True).exists():  # type: ignore[attr-defined]
        return False
    return not getattr(getattr(person, "profile", None), "code_declined_at", None)


def blocks_of(person: Person) -> QuerySet[Block]:
    """Whom this person does not want to hear, newest first."""
    return Block.objects.filter(by=person).select_related("of").order_by("-at", "-pk")


def people_waiting() -> QuerySet[Admission]:
    """Who waits to be let in, longest first."""
    return (
        Admission.objects.filter(admitted=None, person__standing=Standing.WAITING)
        .select_related("person")
        .order_by("asked_at", "pk")
    )


def invitations_of(person: Person) -> QuerySet[Invitation]:
    """The codes a person made: whether they were used, never by whom."""
    return Invitation.objects.filter(made_by=person).order_by("-made_at", "-pk")
