"""Four ways to be here: saying that one would like the next, and leaving one without shame."""

from django.db import transaction
from django.utils import timezone

from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.record import write as record
from community.refusal import insist
from groups.actions.hosting import stop_hosting
from groups.models import Host, SupportGroup
from mentoring import rules
from mentoring.actions.telling import tell_coordinators
from mentoring.enums import WISHED, Step
from mentoring.models import Wish


@transaction.atomic
def wish_for(*, step: Step, by: Person) -> Wish:
    """Says that they would like to; somebody from the team talks it over with them. Saying it again
    changes nothing. Raises Refused."""
    insist(may_enter_rooms(by))
    insist(None if step in WISHED else rules.NOT_THERE)
    wish, is_new = Wish.objects.get_or_create(person=by, step=step, talked_at=None)
    if is_new:
        tell_coordinators("step_wished")
    return wish


@transaction.atomic
def take_wish_back(*, step: Step, by: Person) -> None:
    """They would rather not, for now."""
    Wish.objects.filter(person=by, step=step, talked_at=None).delete()


@transaction.atomic
def note_talked(*, wish: int, by: Person) -> None:
    """A coordinator has talked it over with them. On the record. Raises Refused."""
    insist(rules.may_run(by))
    found = Wish.objects.select_for_update().filter(pk=wish, talked_at=None).first()
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    found.talked_at = timezone.now()
    found.save(update_fields=["talked_at"])
    record.write(act="talk_over_step", by=by.pk, about=found.person_id, subject=f"wish:{wish}")


@transaction.atomic
def lay_down(*, step: Step, by: Person) -> None:
    """They greet, or host, no more: at once, without a reason. Changes nothing for who does not."""
    if step == Step.GREETER:
        end_role(person=by, role=Role.GREETER, by=by)
    elif step == Step.CO_HOST:
        _stop_hosting_everywhere(by)


def _stop_hosting_everywhere(by: Person) -> None:
    hosted = Host.objects.filter(person=by, ended_at=None).values("group")
    groups = SupportGroup.objects.select_for_update().filter(pk__in=hosted).order_by("pk")
    now = timezone.now()
    for group in list(groups):
        stop_hosting(group=group, person=by, now=now)
        record.write(act="end_host", by=by.pk, about=by.pk, subject=group.area, area=group.area)
