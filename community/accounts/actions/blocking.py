"""Not hearing somebody. The other is never told and can find no trace of it."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts import hidden
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
    _own_wish(by, person)


@transaction.atomic
def hide_from_each_other(*, person: Person, by: Person) -> None:
    """ "I know this person outside": neither hears the other any more, anywhere, within a second.
    The other is not told, and no page of theirs shows it or takes it back. Not on the record.

    Raises Refused for oneself.
    """
    block(person=person, by=by)
    Block.objects.filter(by=by, of=person).update(both=True)
    _, is_new = Block.objects.get_or_create(by=person, of=by, defaults={"by_the_other": True})
    if is_new:
        live.kick([person.pk])


@transaction.atomic
def unblock(*, person: int, by: Person) -> None:
    """`by` hears this person again; where `by` had hidden both, so does the other. Where the other
    had, nothing is shown again; nor where the other has parted since from the name they had: whom it
    showed again would be who they are now. Unblocking somebody who was not blocked changes
    nothing."""
    own = Block.objects.filter(by=by, of_id=person, by_the_other=False)
    since = own.values_list("at", flat=True).first()
    if since is None:
        return
    Block.objects.filter(by_id=person, of=by, by_the_other=True).delete()
    hidden_by_them = Block.objects.filter(by_id=person, of=by, both=True).exists()
    if hidden_by_them or hidden.has_parted(person, since):
        own.update(by_the_other=True, both=False)
    else:
        own.delete()
    live.kick([by.pk, person])


def _own_wish(by: Person, person: Person) -> None:
    """A wish of one's own, also where the other had hidden both before."""
    made, is_new = Block.objects.get_or_create(by=by, of=person)
    if made.by_the_other:
        made.by_the_other = False
        made.save(update_fields=["by_the_other"])
    if is_new:
        live.kick([by.pk])
