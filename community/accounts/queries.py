"""What pages about people show."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import QuerySet
from django.utils import timezone

from community.accounts import handles, hidden, offers, texts
from community.accounts.enums import ConsentKind, Offer, Standing, TagSeen
from community.accounts.hidden import names_known_to
from community.accounts.models import (
    Admission,
    Archive,
    Block,
    Consent,
    DayTwo,
    FormerName,
    Invitation,
    Person,
    RecoveryCode,
    Tag,
)
from community.accounts.rules import treats_people

# What can wait is offered when somebody has come back once, not on the way in.
DAY_TWO = timedelta(hours=20)
ON_DAY_TWO = (Offer.CODE, Offer.PRONOUNS, Offer.ABOUT, Offer.CARD, Offer.TAGS)


def is_free(handle: str, *, besides: Person | None = None) -> bool:
    """Whether nobody has this handle or one that looks like it, or has parted from it."""
    holders = Person.objects.filter(skeleton=handles.skeleton(handle))
    if besides is not None:
        holders = holders.exclude(pk=besides.pk)
    return not holders.exists() and not hidden.is_kept_from(handle, besides)


FEW = 5  # rounds in which two words alone are tried


def free_handles(count: int = 3) -> list[str]:
    """Neutral handles nobody has, all different. Where most are had, a number stands behind."""
    found: list[str] = []
    rounds = 0
    while len(found) < count:
        rounds += 1
        tried = {handles.suggestion(numbered=rounds > FEW) for _ in range(4 * count)}
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


def known_by(handle: str) -> Person | None:
    """The same, also by a name they have parted from: for what is told to the team about somebody.
    Never for a page that answers with who it is."""
    if (found := by_handle(handle)) is not None:
        return found
    kept = FormerName.objects.filter(kept_as=hidden.kept_as(handle)).select_related("person")
    return next((one.person for one in kept), None)


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


def offer_due(person: Person, *, now: datetime) -> Offer | None:
    """The one small thing a page may offer now. From the second day on, in a fixed order, never
    what is there already or was declined, and nothing more on the day of a "not now"."""
    if now - person.joined_at < DAY_TWO:
        return None
    declined = dict(DayTwo.objects.filter(person=person).values_list("key", "declined_at"))
    if any(now - at < DAY_TWO for at in declined.values()):
        return None
    open_offers = (offer for offer in ON_DAY_TWO if offer not in declined)
    return next((offer for offer in open_offers if not _is_there(offer, person)), None)


def has_declined(offer: Offer, person: Person) -> bool:
    """Whether this was put away."""
    return DayTwo.objects.filter(person=person, key=offer).exists()


def declined_today(person: Person, *, now: datetime) -> bool:
    """Whether something was put away a short while ago: then nothing more is offered."""
    return DayTwo.objects.filter(person=person, declined_at__gt=now - DAY_TWO).exists()


def _is_there(offer: Offer, person: Person) -> bool:
    if offer == Offer.CODE:
        return has_recovery_code(person) or proved_address_exists(person)
    if offer == Offer.TAGS:
        return treats_people(person) or person.tags.exists()
    if offer == Offer.CARD:
        return treats_people(person) or offers.is_kept_elsewhere(offer, person)
    profile = getattr(person, "profile", None)
    return bool(profile and getattr(profile, offer.value))


def tags_shown(person: Person | int, *, to: TagSeen) -> list[Tag]:
    """What somebody says they have lived with, as far as these may read it."""
    wider = list(TagSeen)[list(TagSeen).index(to) :]
    return list(Tag.objects.filter(person=person, seen_by__in=wider))


def proved_address_exists(person: Person) -> bool:
    """Whether a confirmed e-mail address can let this person back in."""
    return bool(EmailAddress.objects.filter(user_id=person.pk, verified=True).exists())


def blocks_of(person: Person) -> list[tuple[int, str]]:
    """Whom this person does not want to hear, newest first: by number, with the name they knew."""
    own = Block.objects.filter(by=person, by_the_other=False).order_by("-at", "-pk")
    people = dict(own.values_list("of", "of__handle"))
    return list({**people, **names_known_to(person.pk, people)}.items())


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


def archive_of(person: Person, *, now: datetime | None = None) -> Archive | None:
    """What this person asked to take along, being made or ready; None once its time is over. The
    file itself is not read."""
    found = Archive.objects.defer("file").filter(person=person).first()
    is_over = found and found.ends_at and found.ends_at <= (now or timezone.now())
    return None if is_over else found
