"""Codes that let people in, and a person's decision where a person decides."""

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts import rules
from community.accounts.enums import Standing
from community.accounts.models import Admission, Invitation, Person
from community.accounts.roles import Act
from community.record import write as record
from community.refusal import Refusal, Refused, insist

LETTERS = "bcdfghjkmnpqrstvwxz"  # none that look alike, none that make words
LENGTH = 8
CARD_LASTS = timedelta(days=30)
INVITATION_LASTS = timedelta(days=90)
MOST_USES = 200
ENOUGH_USES = 10_000  # more than come through one code until its day

NO_SUCH_CODE = Refusal(
    "invitation",
    _("This code does not open the door: it may be mistyped, used, or past its day."),
)
ALREADY_DECIDED = Refusal("already_decided", _("Somebody has already answered this person."))
WORDS_MISSING = Refusal("words_missing", _("Please write a few words to this person."))


def hashed(code: str) -> str:
    """What is kept of a code. Keyed, because eight letters alone could be tried out."""
    plain = "".join(c for c in code.casefold() if c.isalnum())
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, b"invitation\0" + plain.encode(), hashlib.sha256).hexdigest()


def opens(code: str) -> bool:
    """Whether the code would let somebody in now. Nothing is used up."""
    now = timezone.now()
    return Invitation.objects.filter(hash=hashed(code), uses_left__gt=0, ends_at__gt=now).exists()


@transaction.atomic
def use_invitation(*, code: str) -> None:
    """Takes one use of a code. Who used it is written nowhere.

    Raises Refused, in the same words, for a code that is wrong, used up, ended or past its day.
    """
    taken = Invitation.objects.filter(
        hash=hashed(code), uses_left__gt=0, ends_at__gt=timezone.now()
    ).update(uses_left=F("uses_left") - 1, uses=F("uses") + 1)
    if not taken:
        raise Refused(NO_SUCH_CODE)


@transaction.atomic
def make_card(*, by: Person) -> str:
    """A referral card for one person: eight letters, shown this once. Who treats people gets a code
    that does not run out before its day: they know whom they gave it to, and one that opens nothing
    any more would tell them that this person is here.

    Raises Refused for somebody who may not invite.
    """
    if rules.treats_people(by):
        return _make(by=by, uses=ENOUGH_USES, lasts=CARD_LASTS, is_card=False)
    return _make(by=by, uses=1, lasts=CARD_LASTS, is_card=True)


@transaction.atomic
def make_invitation(*, uses: int, by: Person) -> str:
    """An invitation for up to `uses` people: eight letters, shown this once. Who treats people gets
    one that does not run out, as above.

    Raises Refused for somebody who may not invite.
    """
    if rules.treats_people(by):
        return make_card(by=by)
    return _make(by=by, uses=max(1, min(uses, MOST_USES)), lasts=INVITATION_LASTS, is_card=False)


@transaction.atomic
def make_invitation_here(*, uses: int) -> str:
    """An invitation from the operator's own command line: before the opening, for the team."""
    return _made(by=None, uses=max(1, min(uses, MOST_USES)), lasts=CARD_LASTS, is_card=False)


def _make(*, by: Person, uses: int, lasts: timedelta, is_card: bool) -> str:
    insist(rules.may(by, Act.INVITE))
    return _made(by=by, uses=uses, lasts=lasts, is_card=is_card)


def _made(*, by: Person | None, uses: int, lasts: timedelta, is_card: bool) -> str:
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    made = Invitation.objects.create(
        hash=hashed(code),
        is_card=is_card,
        made_by=by,
        uses_left=uses,
        ends_at=timezone.now() + lasts,
    )
    act = "make_card" if is_card else "make_invitation"
    number = by.pk if by else None
    record.write(act=act, by=number, subject=f"invitation:{made.pk}", data={"uses": uses})
    return code


@transaction.atomic
def end_invitation(*, invitation: int, by: Person) -> None:
    """No further use of a code one made. Ending an ended one changes nothing.

    Raises Refused, hiding, for somebody else's.
    """
    found = Invitation.objects.select_for_update().filter(pk=invitation, made_by=by).first()
    if found is None:
        raise Refused(Refusal("no_such_invitation", _("There is no such code."), hides=True))
    if found.uses_left:
        found.uses_left = 0
        found.save(update_fields=["uses_left"])
        record.write(act="end_invitation", by=by.pk, subject=f"invitation:{found.pk}")


@transaction.atomic
def admit(*, person: int, by: Person) -> Person:
    """Lets somebody in who was waiting.

    Raises Refused for somebody who may not decide, or where it was decided before.
    """
    admission = _undecided(person, by)
    _decide(admission, by, admitted=True, words="")
    Person.objects.filter(pk=person).update(standing=Standing.ACTIVE)
    live.kick([person])
    admission.person.standing = Standing.ACTIVE
    return admission.person


@transaction.atomic
def decline(*, person: int, words: str, by: Person) -> None:
    """Does not let somebody in, in words they will read. Their account stays theirs to delete.

    Raises Refused for somebody who may not decide, without words, or where it was decided before.
    """
    if not words.strip():
        raise Refused(WORDS_MISSING)
    _decide(_undecided(person, by), by, admitted=False, words=words.strip())


def _undecided(person: int, by: Person) -> Admission:
    insist(rules.may(by, Act.ADMIT_PEOPLE))
    admission = (
        Admission.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(person_id=person)
        .first()
    )
    if admission is None:
        raise Refused(Refusal("no_such_person", _("Nobody is waiting here."), hides=True))
    if admission.admitted is not None or admission.person.standing != Standing.WAITING:
        raise Refused(ALREADY_DECIDED)
    return admission


def _decide(admission: Admission, by: Person, *, admitted: bool, words: str) -> None:
    admission.admitted = admitted
    admission.words = words
    admission.decided_by = by
    admission.decided_at = timezone.now()
    admission.save()
    record.write(
        act="admit" if admitted else "decline",
        by=by.pk,
        about=admission.person_id,
        subject=f"person:{admission.person_id}",
    )
