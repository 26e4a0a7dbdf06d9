"""What an account may do. Plain questions: None, or a Refusal that says why."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import texts
from community.accounts.enums import STAFF, ConsentKind, Role, Standing
from community.accounts.models import Consent, Grant, Person
from community.accounts.roles import NEVER_TOGETHER, TABLE, Act
from community.refusal import Refusal

# An act of power asks for the password again when the last proof is older (ASVS 7.5.3).
STEP_UP_AFTER = timedelta(minutes=5)

NOT_YOURS = Refusal("not_yours", _("This is done by others here. It is not part of your role."))
NOT_ACTIVE = Refusal("not_active", _("Your place here is on hold at the moment."))
ONE_MORE_STEP = Refusal(
    "second_factor", _("Your role reads other people's words, so it needs a second step at log-in.")
)
CONSENT_MISSING = Refusal(
    "consent",
    _("Before you go into a room, please read what we keep and say if that is all right."),
)
FIRST_CONSENT = Refusal(
    "consent",
    _("Before you keep anything about your health here, please read what we keep."),
)
TREATS_PEOPLE = Refusal("treats", _("An account of the care team cannot enter rooms."), hides=True)
LAST_OPERATOR = Refusal(
    "last_operator", _("You are the last operator. Please make another one first.")
)
TWO_ACCOUNTS = Refusal(
    "two_accounts", _("Care team and peers are kept apart: this needs a second account.")
)


def roles_of(person: Person) -> frozenset[Role]:
    """The roles this person holds now, read once for each loaded person."""
    known: frozenset[Role] | None = getattr(person, "_roles", None)
    if known is None:
        held = Grant.objects.filter(person=person, ended_at=None).values_list("role", flat=True)
        known = frozenset(Role(role) for role in held) | {Role.MEMBER}
        person._roles = known
    return known


def forget_roles(person: Person) -> None:
    """Reads the roles anew at the next question: after a grant or its end."""
    person.__dict__.pop("_roles", None)


def is_staff(person: Person) -> bool:
    """Whether any of the person's roles reads or decides over other people's words."""
    return bool(roles_of(person) & STAFF)


def treats_people(person: Person) -> bool:
    """Whether this is an account of the care team: it enters no room, so nothing leads it there."""
    return Role.PROVIDER in roles_of(person)


def may(person: Person, act: Act) -> Refusal | None:
    """The one question behind every act of a role: the account is active, one of its roles opens
    the act, and where the operator insists, the log-in has a second factor."""
    if not person.is_authenticated or person.standing != Standing.ACTIVE:
        return NOT_ACTIVE
    if not any(act in TABLE[role] for role in roles_of(person)):
        return NOT_YOURS
    return needs_second_factor(person)


def may_use_powers(person: Person) -> Refusal | None:
    """Asked before any permission of the library counts: its groups stay with a person who is on
    hold or leaving, so that they are there again afterwards. Until then they open nothing."""
    if person.standing != Standing.ACTIVE:
        return NOT_ACTIVE
    return needs_second_factor(person)


def needs_second_factor(person: Person) -> Refusal | None:
    """Staff roles sign in with a second factor wherever STAFF_MFA_REQUIRED is set."""
    if settings.STAFF_MFA_REQUIRED and is_staff(person) and not is_mfa_enabled(person):
        return ONE_MORE_STEP
    return None


def may_enter_rooms(person: Person) -> Refusal | None:
    """Asked by pages and by the socket, for every room: an active account with both consents to
    the texts it was shown, not one of the care team, and a second factor where one is due."""
    if person.standing != Standing.ACTIVE:
        return NOT_ACTIVE
    if treats_people(person):
        return TREATS_PEOPLE
    if not has_consented(person):
        return CONSENT_MISSING
    return needs_second_factor(person)


def may_tag_oneself(person: Person) -> Refusal | None:
    """What somebody has lived with is kept only after a yes; on an account of the care team there
    is no place for it."""
    if treats_people(person):
        return TREATS_PEOPLE
    return None if has_consented(person) else FIRST_CONSENT


def has_consented(person: Person) -> bool:
    """Whether both consents stand, each to the text as it is now."""
    known: bool | None = getattr(person, "_has_consented", None)
    if known is not None:
        return known
    standing = Consent.objects.filter(person=person, withdrawn_at=None)
    return _stands(dict(standing.values_list("kind", "version")))


def _stands(given: Mapping[str, str]) -> bool:
    """Whether these versions, by kind, are yes to every text as it is now."""
    return all(given.get(kind) == texts.current(kind).version for kind in ConsentKind)


def read_ahead(people: Collection[Person]) -> None:
    """Reads at once what `may_enter_rooms` asks about each of many people, who were loaded a moment
    ago to be asked about and for nothing else."""
    ids = [person.pk for person in people]
    roles: dict[int, set[Role]] = {pk: {Role.MEMBER} for pk in ids}
    for pk, role in Grant.objects.filter(person__in=ids, ended_at=None).values_list(
        "person", "role"
    ):
        roles[pk].add(Role(role))
    given: dict[int, dict[str, str]] = {pk: {} for pk in ids}
    standing = Consent.objects.filter(person__in=ids, withdrawn_at=None)
    for pk, kind, version in standing.values_list("person", "kind", "version"):
        given[pk][kind] = version
    for person in people:
        person._roles = frozenset(roles[person.pk])
        person._has_consented = _stands(given[person.pk])


def may_grant(by: Person | None, person: Person, role: Role) -> Refusal | None:
    """`by` None is the operator's own command line. Who runs mentoring makes mentors."""
    act = Act.RUN_MENTORING if role == Role.MENTOR else Act.GRANT_ROLES
    if by is not None and may(by, act) is not None and may(by, Act.GRANT_ROLES) is not None:
        return NOT_YOURS
    after = roles_of(person) | {role}
    if any(pair <= after for pair in NEVER_TOGETHER):
        return TWO_ACCOUNTS
    return None


def may_end_grant(
    by: Person | None, person: Person, role: Role, *, operators: Collection[int]
) -> Refusal | None:
    """People may lay down a role of their own; the last operator may not go. `operators` are the
    ids of those who hold that role now."""
    if role == Role.OPERATOR and set(operators) <= {person.pk}:
        return LAST_OPERATOR
    if by is None or by.pk == person.pk:
        return None
    return may(by, Act.GRANT_ROLES)


def proved_recently(proved_at: datetime | None, *, now: datetime | None = None) -> bool:
    """Whether a password or passkey was given within STEP_UP_AFTER."""
    return proved_at is not None and (now or timezone.now()) - proved_at <= STEP_UP_AFTER
