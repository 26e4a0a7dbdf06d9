"""What is allowed around meetings. Plain questions: None, or a Refusal that says why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may, may_enter_rooms, roles_of
from community.refusal import Refusal
from groups import rules
from groups.enums import HostKind, MembershipState, RoomKind, RoomState, VisitState
from groups.models import Host, Hosting, Meeting, Membership, Room, SupportGroup, Visit

NO_SUCH_MEETING = Refusal("no_such_meeting", _("There is no meeting here."), hides=True)
NOT_LIVE = Refusal("not_live", _("A meeting needs an open live room of the group."))
IN_THE_PAST = Refusal("in_the_past", _("A meeting has to begin later than now."))
CALLED_OFF = Refusal("called_off", _("This meeting was called off."))
IS_OVER = Refusal("is_over", _("This meeting is over."))
NOT_A_HOST = Refusal("not_a_host", _("Only the hosts of this meeting can do this."))
CARE_TEAM = Refusal(
    "care_team",
    _("An account of the care team cannot host here. A clinician hosts with another account."),
)
NOT_OF_THE_GROUP = Refusal("not_of_the_group", _("Only somebody who belongs to the group hosts."))
REAL_NAME = Refusal(
    "real_name", _("A clinician hosts under their real name, with what they work as.")
)
MODERATES_TOO = Refusal(
    "moderates_too",
    _("A clinician has a host's powers only. This person moderates the group."),
)
HOSTS_ALREADY = Refusal("hosts_already", _("This person hosts in this group already."))
NO_HOST = Refusal("no_host", _("This person does not host in this group any more."))
NO_VISIT = Refusal("no_visit", _("There is no visit here."), hides=True)
VISIT_ENDED = Refusal("visit_ended", _("This visit does not take place."))
BELONGS = Refusal("belongs", _("This person belongs to the group and needs no invitation."))
NOT_YET = Refusal("not_yet", _("You can come in a quarter of an hour before it begins."))


# Planning ----------------------------------------------------------------------------------------


def may_plan(person: Person, group: SupportGroup) -> Refusal | None:
    """Coordinators, and the moderators of the group."""
    return rules.may_answer_requests(person, group)


def may_meet_in(room: Room) -> Refusal | None:
    """Groups meet in a live room of theirs that is open. A wall needs no hour."""
    if room.group is None or room.kind != RoomKind.LIVE or room.state != RoomState.OPEN:
        return NOT_LIVE
    return rules.is_open(room.group)


def may_begin(begins: datetime, *, now: datetime) -> Refusal | None:
    """Nobody comes to yesterday."""
    return None if begins > now else IN_THE_PAST


def may_change(meeting: Meeting, *, now: datetime) -> Refusal | None:
    """What was called off or is over stays as it is."""
    if meeting.cancelled_at is not None:
        return CALLED_OFF
    return None if meeting.ends_at > now else IS_OVER


# Members -----------------------------------------------------------------------------------------


def may_see_meetings(
    person: Person, group: SupportGroup, membership: Membership | None
) -> Refusal | None:
    """Who belongs to the group and may go into rooms now, and who runs groups."""
    if may(person, Act.RUN_GROUPS) is None:
        return None
    if membership is None or membership.state != MembershipState.ACTIVE:
        return NO_SUCH_MEETING
    return may_enter_rooms(person)


def may_answer(
    person: Person, meeting: Meeting, membership: Membership | None, *, now: datetime
) -> Refusal | None:
    """Who belongs says whether they come, until it is over."""
    if membership is None or membership.state != MembershipState.ACTIVE:
        return NO_SUCH_MEETING
    return may_enter_rooms(person) or may_change(meeting, now=now)


# Hosting -----------------------------------------------------------------------------------------


def may_host_in(person: Person, group: SupportGroup) -> Refusal | None:
    """Who was asked to host in the group and belongs to it, and its moderators."""
    if (refusal := may_enter_rooms(person)) is not None:
        return refusal
    if Host.objects.filter(group=group, person=person, ended_at=None).exists():
        belongs = Membership.objects.filter(
            group=group, person=person, state=MembershipState.ACTIVE
        )
        return None if belongs.exists() else NOT_OF_THE_GROUP
    if may(person, Act.MODERATE) is None and rules.is_appointed(person, group.area):
        return None
    return NOT_A_HOST


def may_host(person: Person, meeting: Meeting) -> Refusal | None:
    """A host's powers: the script, who comes, being told when somebody goes low. They are for who
    hosts this meeting and still hosts in the group."""
    assert meeting.room.group is not None
    if (refusal := may_host_in(person, meeting.room.group)) is not None:
        return refusal
    is_asked = Hosting.objects.filter(meeting=meeting, person=person).exists()
    return None if is_asked else NOT_A_HOST


def may_take_hosting(person: Person, meeting: Meeting, *, now: datetime) -> Refusal | None:
    """Whoever hosts in the group may host a meeting that is ahead or on."""
    assert meeting.room.group is not None
    return may_host_in(person, meeting.room.group) or may_change(meeting, now=now)


def may_make_host(
    by: Person,
    person: Person,
    membership: Membership | None,
    group: SupportGroup,
    *,
    kind: HostKind,
    real_name: str,
    work: str,
) -> Refusal | None:
    """A member of the group, said to be what they are. A clinician gets a host's powers only, and
    their real name stands beside what they work as."""
    if (refusal := may_plan(by, group)) is not None:
        return refusal
    if Role.PROVIDER in roles_of(person):
        return CARE_TEAM
    if (
        membership is None
        or membership.state != MembershipState.ACTIVE
        or person.standing != Standing.ACTIVE
    ):
        return NOT_OF_THE_GROUP
    if kind == HostKind.CLINICIAN and not (real_name.strip() and work.strip()):
        return REAL_NAME
    if rules.is_appointed(person, group.area):
        return MODERATES_TOO if kind == HostKind.CLINICIAN else HOSTS_ALREADY
    return None


def may_greet_low(person: Person, room: Room) -> Refusal | None:
    """Who went much lower than they came is told to who hosts in the group, and to nobody else."""
    assert room.group is not None
    return None if may_host_in(person, room.group) is None else NO_SUCH_MEETING


# Visiting ----------------------------------------------------------------------------------------


def may_ask_for_visit(
    by: Person, person: Person, membership: Membership | None, meeting: Meeting, *, now: datetime
) -> Refusal | None:
    """Whoever plans the group's meetings names a visitor. Who belongs does not visit."""
    assert meeting.room.group is not None
    if (refusal := may_plan(by, meeting.room.group)) is not None:
        return refusal
    if membership is not None and membership.state == MembershipState.ACTIVE:
        return BELONGS
    return may_change(meeting, now=now) or may_enter_rooms(person)


def may_object(
    person: Person, visit: Visit | None, membership: Membership | None, *, now: datetime
) -> Refusal | None:
    """Each member may say no, without a reason, until the meeting is over."""
    if visit is None or membership is None or membership.state != MembershipState.ACTIVE:
        return NO_VISIT
    if visit.state == VisitState.OFF:
        return VISIT_ENDED
    return may_enter_rooms(person) or may_change(visit.meeting, now=now)


def may_give_word(by: Person, visit: Visit | None, *, now: datetime) -> Refusal | None:
    """Somebody who plans here says that the group was asked. What one member refused stays so."""
    if visit is None:
        return NO_VISIT
    assert visit.meeting.room.group is not None
    if (refusal := may_plan(by, visit.meeting.room.group)) is not None:
        return refusal
    if visit.state == VisitState.OFF:
        return VISIT_ENDED
    return may_change(visit.meeting, now=now)


def may_visit(
    person: Person, visit: Visit | None, *, opens_at: datetime, now: datetime
) -> Refusal | None:
    """Only with the group's yes, and only while the meeting is on."""
    if visit is None or visit.person_id != person.pk:
        return NO_VISIT
    if visit.state != VisitState.AGREED:
        return VISIT_ENDED
    if (refusal := may_enter_rooms(person) or may_change(visit.meeting, now=now)) is not None:
        return refusal
    return None if now >= opens_at else NOT_YET
