"""A way back in for somebody without e-mail: one code, one use."""

import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import queries
from community.accounts.actions.sessions import end_sessions
from community.accounts.models import Person, RecoveryCode
from community.record import write as record
from community.refusal import Refusal, Refused

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # none that look alike on paper
GROUPS, GROUP = 5, 4  # 20 signs, 98 bits

NO_WAY_BACK = Refusal(
    "no_way_back",
    _("That name and that code do not belong together, or the code was used before."),
)


def in_one_spelling(code: str) -> str:
    """The code as it was made, whatever spaces, hyphens and capitals somebody typed."""
    plain = "".join(c for c in code.casefold() if c.isalnum())
    return "-".join(plain[i : i + GROUP] for i in range(0, len(plain), GROUP))


@transaction.atomic
def make_recovery_code(*, by: Person) -> str:
    """A new code, shown this once; an earlier one opens nothing any more."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    RecoveryCode.objects.filter(person=person, used_at=None).delete()
    RecoveryCode.objects.create(person=person, hash=make_password(code))
    record.write(act="make_recovery_code", by=person.pk, about=person.pk)
    return code


@transaction.atomic
def recover(*, handle: str, code: str, password: str) -> Person:
    """Opens an account with its handle and code: the code is used up, the password is new, every
    other session and socket has ended.

    Raises Refused in the same words, after the same work, whatever was wrong.
    """
    person = queries.by_handle(handle)
    kept = (
        RecoveryCode.objects.select_for_update()
        .filter(person=person, person__is_active=True, used_at=None)
        .first()
        if person
        else None
    )
    spelled = in_one_spelling(code)
    if person is None or kept is None:
        make_password(spelled)  # a known name takes as long
        raise Refused(NO_WAY_BACK)
    if not check_password(spelled, kept.hash):
        raise Refused(NO_WAY_BACK)
    kept.used_at = timezone.now()
    kept.save(update_fields=["used_at"])
    person.set_password(password)
    person.save(update_fields=["password"])
    end_sessions(person=person, by=person)
    record.write(act="recover", by=person.pk, about=person.pk)
    return person
