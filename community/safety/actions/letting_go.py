"""What ends on the desk when somebody of the team can act no more, or not there: what they had
waits for another, with its old promise, and no room stands open in their name."""

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.safety import episodes, rules
from community.safety.actions.duty import end_all_duty, lock_person
from community.safety.enums import ItemState
from community.safety.models import Item
from community.safety.tell import tell_item


@transaction.atomic
def stop(person: Person, by: Person | None) -> None:
    """The person leaves or is suspended: leases and items end at once."""
    lock_person(person.pk)
    let_go_out_of_reach(person, by)
    end_all_duty(person=person, by=by, at=timezone.now())


@transaction.atomic
def let_go_out_of_reach(person: Person, by: Person | None) -> None:
    """Lets go of whatever this person has and can open no more: a role, an area or the account's
    place has ended. Changes nothing where all of it is still theirs to look after."""
    reach = rules.reach_of(Person.objects.get(pk=person.pk))  # roles read anew
    held = Item.objects.select_for_update().filter(taken_by=person).exclude(state=ItemState.CLOSED)
    lost = [item for item in held.order_by("pk") if not reach.covers(item.area)]
    for item in lost:
        item.state, item.taken_by, item.taken_at = ItemState.OPEN, None, None
        item.look_again_at = None
        item.version += 1
        item.save()
        episodes.give_parts(item)
        tell_item(item)
    for item in lost:
        record.write(
            act="release_item",
            by=by.pk if by else None,
            about=item.about_id,
            subject=item.subject,
            area=item.area,
            data={"item": item.pk},
        )
