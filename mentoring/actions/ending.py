"""Two people stop: either of them, at any time, without a reason; or they are not the right fit, and
whoever asked is matched again. And a mentor stops being one."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import Refusal, insist
from groups.actions.pairs import close_pair_room
from groups.append import lock_room
from mentoring import rules
from mentoring.actions.asking import ask_anew
from mentoring.actions.telling import HERE, tell_who_answers
from mentoring.enums import NOT_THE_FIT, Ending
from mentoring.models import Mentor, Pair, Request
from mentoring.queries.matching import open_request

May = Callable[[Person, Pair | None], Refusal | None]


@transaction.atomic
def end_pair(*, pair: Pair, by: Person) -> None:
    """The two stop. Their room stays for both to read, the mentor's place is free again, and the
    member may ask anew at once. The other is told in a sentence that is the same whoever ended it.

    The room is locked before its pair, as where a person leaves. Raises Refused where they have
    stopped already. Where it was the mentor, who answers for the room hears that the member may need
    somebody: nobody is left by default.
    """
    ended = _end(pair, by=by)
    if by == ended.mentor.person:
        tell_who_answers(ended, kind="member_alone")


@transaction.atomic
def not_the_right_fit(*, pair: Pair, reason: Ending, by: Person) -> Request | None:
    """The two stop, and the member is matched again at once: what they hoped for is asked anew, and
    the days they waited before count on. The other reads what they read after any end, and never
    which of the neutral reasons it was. Raises Refused.

    None where the member has asked again already, or cannot be here at the moment.
    """
    member = Person.objects.select_for_update().get(pk=pair.request.person_id)
    insist(None if reason in NOT_THE_FIT else rules.NOT_THERE)
    return _match_again(_end(pair, by=by, ending=reason), member)


@transaction.atomic
def end_apart(*, pair: Pair, by: Person) -> None:
    """Whoever runs mentoring keeps the two apart: they stop, both read what they read after any end,
    and the member is matched again. Raises Refused, also for one of the two."""
    member = Person.objects.select_for_update().get(pk=pair.request.person_id)
    insist(rules.may_end_for(by, pair))
    _match_again(_end(pair, by=by, may=rules.may_end_for), member)


@transaction.atomic
def end_well(*, pair: Pair, by: Person) -> None:
    """The two have come to the end they planned: either says so, and both read it. Raises Refused
    where no day was planned; then it is a stop."""
    _end(pair, by=by, ending=Ending.GOOD, may=rules.may_end_well)


@transaction.atomic
def stop_mentoring(*, by: Person) -> None:
    """They lay down the role: nobody new asks them, and whom they talk with reads a true sentence
    and may ask for somebody else. Raises Refused for who is no mentor."""
    insist(rules.may_describe(Mentor.objects.filter(person=by).first()))
    end_role(person=by, role=Role.MENTOR, by=by)


def _match_again(ended: Pair, member: Person) -> Request | None:
    """What the member hoped for, asked anew, where nothing stands in the way."""
    if rules.may_ask(member, has_open_request=open_request(member) is not None) is not None:
        return None
    request = ask_anew(ended)
    if ended.ended_by != member:
        notify(person=member, kind="matched_again", path=HERE)
    return request


def _end(pair: Pair, *, by: Person, ending: str = "", may: May = rules.may_act) -> Pair:
    lock_room(pair.room_id)
    locked = Pair.objects.select_for_update(of=("self",)).filter(pk=pair.pk)
    found = locked.select_related("mentor__person", "request__person", "room").first()
    insist(may(by, found))
    assert found is not None
    found.ended_at, found.ended_by, found.ending = timezone.now(), by, ending
    found.save(update_fields=["ended_at", "ended_by", "ending"])
    close_pair_room(room=found.room, by=by)
    for other in (found.mentor.person, found.request.person):
        if other != by:
            record.write(act="end_pair", by=by.pk, about=other.pk, subject=f"pair:{found.pk}")
            kind = "ended_well" if ending == Ending.GOOD else "pair_ended"
            notify(person=other, kind=kind, path=HERE)
    return found
