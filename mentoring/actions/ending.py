"""Two people stop: either of them, at any time, without a reason. And a mentor stops being one."""

from django.db import transaction
from django.utils import timezone

from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from groups.actions.pairs import close_pair_room
from groups.append import lock_room
from mentoring import rules
from mentoring.actions.telling import HERE
from mentoring.models import Mentor, Pair


@transaction.atomic
def end_pair(*, pair: Pair, by: Person) -> None:
    """The two stop. Their room stays for both to read, the mentor's place is free again, and the
    member may ask anew at once. The other is told in a sentence that is the same whoever ended it.

    The room is locked before its pair, as where a person leaves. Raises Refused where they have
    stopped already.
    """
    lock_room(pair.room_id)
    locked = Pair.objects.select_for_update(of=("self",)).filter(pk=pair.pk)
    found = locked.select_related("mentor__person", "request__person", "room").first()
    insist(rules.may_act(by, found))
    assert found is not None
    found.ended_at = timezone.now()
    found.save(update_fields=["ended_at"])
    close_pair_room(room=found.room, by=by)
    other = found.other_than(by)
    record.write(act="end_pair", by=by.pk, about=other.pk, subject=f"pair:{found.pk}")
    notify(person=other, kind="pair_ended", path=HERE)


@transaction.atomic
def stop_mentoring(*, by: Person) -> None:
    """They lay down the role: nobody new asks them, and whom they talk with reads a true sentence
    and may ask for somebody else. Raises Refused for who is no mentor."""
    insist(rules.may_describe(Mentor.objects.filter(person=by).first()))
    end_role(person=by, role=Role.MENTOR, by=by)
