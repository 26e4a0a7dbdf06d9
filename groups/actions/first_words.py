"""Whether a group wants a moderator to read somebody's first words before everybody does."""

from django.db import transaction

from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from groups import rules
from groups.models import SupportGroup


@transaction.atomic
def hold_first_words(*, group: SupportGroup, by: Person) -> None:
    """From now on they wait, even while a moderator is on duty. Raises Refused."""
    _set(group, True, act="hold_first_words", by=by)


@transaction.atomic
def let_first_words(*, group: SupportGroup, by: Person) -> None:
    """From now on they go out like any others; what waits already goes on waiting. Raises
    Refused."""
    _set(group, False, act="let_first_words", by=by)


def _set(group: SupportGroup, holds: bool, *, act: str, by: Person) -> None:
    insist(rules.may_run_groups(by))
    group = SupportGroup.objects.select_for_update().get(pk=group.pk)
    if group.holds_first == holds:
        return
    group.holds_first = holds
    group.save(update_fields=["holds_first"])
    write(act=act, by=by.pk, subject=group.area, area=group.area)
