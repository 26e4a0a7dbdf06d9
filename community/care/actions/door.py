"""Bringing somebody of one's care team: chosen from those who are checked, or by a code that is
shown to them. Until the member says yes, nothing is there; after it, still nothing is shared."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from community import pace
from community.accounts.actions.joining import LETTERS
from community.accounts.limits import SLOW_DOWN
from community.accounts.models import Person
from community.care import rules
from community.care.actions.closing import close
from community.care.enums import Side
from community.care.models import Code, Provider, Tie
from community.care.models.door import CODE_LENGTH
from community.care.queries.door import provider_of
from community.notifications.actions import notify
from community.refusal import insist

CODE_LASTS = timedelta(days=7)
TRIES, TRIES_PER = 10, 3600
CALLED_LIMIT = 60


def hashed(code: str) -> str:
    """What is kept of a code. Keyed, because eight letters alone could be tried out."""
    plain = "".join(c for c in code.casefold() if c.isalnum())
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, b"care-code\0" + plain.encode(), hashlib.sha256).hexdigest()


@transaction.atomic
def make_code(*, by: Person) -> str:
    """Eight letters, shown this once, good for one use within seven days. They take the place of
    those before. Raises Refused."""
    insist(rules.may_bring(by))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    _settle(Code.objects.filter(person=by))
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    Code.objects.create(person=by, hash=hashed(code), ends_at=timezone.now() + CODE_LASTS)
    return code


@transaction.atomic
def type_code(*, code: str, by: Person) -> None:
    """A provider types what was shown to them. Whatever it was, right, wrong, used, past its day or
    somebody else's, the answer is this None after one statement: who showed it sees the provider's
    name, and nobody else learns a thing. Raises Refused for who is not checked, or types too much."""
    provider = provider_of(by)
    insist(rules.may_treat(by, provider, today=timezone.localdate()))
    wait = pace.spend(f"care-code:{by.pk}", limit=TRIES, per=TRIES_PER)
    insist(SLOW_DOWN if wait > 0 else None)
    now = timezone.now()
    untouched = Code.objects.filter(typed_at=None, settled_at=None, ends_at__gt=now)
    # One row and one statement: of two at once the database lets one write.
    untouched.filter(hash=hashed(code)).update(typed_at=now, typed_by=provider)


def tell_of_typed(now: datetime) -> None:
    """The ticker's job: a member is told that somebody typed their code. Not in the provider's own
    page, which would then take longer for a code that is right."""
    typed = Code.objects.filter(typed_at__isnull=False, settled_at=None, told_at=None)
    for number in list(typed.values_list("pk", flat=True)):
        with transaction.atomic():
            code = typed.select_for_update(of=("self",)).filter(pk=number).first()
            if code is not None:
                code.told_at = now
                code.save(update_fields=["told_at"])
                notify(person=code.person, kind="care_typed", path=reverse("care:confirm"))


@transaction.atomic
def say_yes(*, called: str, by: Person) -> Tie:
    """The member read who typed their code, and it is the right one. Raises Refused."""
    insist(rules.may_bring(by))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    code = _typed_code(by)
    provider = _held(code.typed_by_id) if code.typed_by_id else None
    insist(rules.may_be_brought(provider, today=timezone.localdate()))
    assert provider is not None
    tie = _bring(provider, called=called, by=by)
    _settle(Code.objects.filter(pk=code.pk))
    return tie


@transaction.atomic
def say_no(*, by: Person) -> None:
    """It is not the right one, or not now. Nobody is told; the code is used up."""
    _settle(Code.objects.filter(person=by))


@transaction.atomic
def choose(*, provider: int, called: str, by: Person) -> Tie:
    """One of those the service has checked. Raises Refused; bringing whom one has brought changes
    nothing."""
    insist(rules.may_bring(by))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    found = _held(provider)
    insist(rules.may_be_brought(found, today=timezone.localdate()))
    assert found is not None
    return _bring(found, called=called, by=by)


@transaction.atomic
def end_as_member(*, tie: int, by: Person) -> None:
    """At any time, without a reason; the provider's pages are blank within a second, and they are
    not told. Raises Refused, hidden for somebody else's."""
    _end(Tie.objects.filter(pk=tie, person=by), Side.MEMBER)


@transaction.atomic
def end_as_provider(*, tie: int, by: Person) -> None:
    """The same from the other side. The member is told, with what they can do next. Raises Refused,
    hidden for somebody else's."""
    found = _end(Tie.objects.filter(pk=tie, provider__person=by), Side.PROVIDER)
    if found is not None:
        path = reverse("care:tie", args=[found.pk])
        notify(person=found.person, kind="care_over", path=path)


def _bring(provider: Provider, *, called: str, by: Person) -> Tie:
    words = called.strip()
    insist(None if 0 < len(words) <= CALLED_LIMIT else rules.CALL_ME)
    tie = Tie.objects.filter(person=by, provider=provider, ended_at=None).first()
    if tie is None:
        tie = Tie.objects.create(person=by, provider=provider, called=words)
        assert provider.person is not None
        notify(person=provider.person, kind="care_brought", path=reverse("care:home"))
    return tie


def _held(provider: int) -> Provider | None:
    """Locked until the yes is done: a check is ended before or after it, never meanwhile."""
    rows = Provider.objects.select_for_update(of=("self",)).select_related("person")
    return rows.filter(pk=provider).first()


def _typed_code(by: Person) -> Code:
    typed = Code.objects.filter(person=by, settled_at=None, typed_at__isnull=False)
    found = typed.filter(ends_at__gt=timezone.now()).select_related("typed_by__person").first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _settle(codes: QuerySet[Code]) -> None:
    codes.filter(settled_at=None).update(settled_at=timezone.now())


def _end(ties: QuerySet[Tie], side: Side) -> Tie | None:
    """The tie that ended just now; None where it was over."""
    locked = ties.select_for_update(of=("self",))
    found = locked.select_related("person", "provider").first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    if found.ended_at is not None:
        return None
    close(found, side, now=timezone.now())
    return found
