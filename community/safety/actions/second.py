"""What a second person looks at before they agree: found under its lock, by whoever may open its item."""

from typing import TypeVar

from community.accounts.models import Person
from community.refusal import insist
from community.safety import rules
from community.safety.models import Emergency, Glass
from community.safety.nearness import stands_apart

Asked = TypeVar("Asked", Glass, Emergency)


def under_lock(of: type[Asked], number: int, *, by: Person) -> Asked:
    """Locked until the transaction ends. Raises Refused: hidden where it is not there for `by`."""
    found = of._default_manager.select_for_update().filter(pk=number).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    reach = rules.reach_of(by)
    insist(rules.may_open(reach, found.item, is_apart=stands_apart(by.pk, found.item_id)))
    return found
