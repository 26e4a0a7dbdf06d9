"""Not hearing somebody. The other is never told and can find no trace of it."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts.models import Block, Person
from community.refusal import Refusal, Refused

NOT_YOURSELF = Refusal("block_self", _("This is you."))


@transaction.atomic
def block(*, person: Person, by: Person) -> None:
    """`by` no longer hears `person`, on every screen of theirs within a second. Blocking twice
    changes nothing. Not on the record: it is a private choice and no act of power.

    Raises Refused for oneself.
    """
    if person.pk == by.pk:
        raise Refused(NOT_YOURSELF)
    _, is_new = Block.objects.get_or_create(by=by, of=person)
    if is_new:
        live.kick([by.pk])


@transaction.atomic
def unblock(*, person: int, by: Person) -> None:
    """`by` hears this person again. Unblocking somebody who was not blocked changes nothing."""
    if Block.objects.filter(by=by, of_id=person).delete()[0]:
        live.kick([by.pk])
