"""Who looks after a group and who hosts in it, and as what: shown where members are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from community.accounts.enums import Role, Standing
from community.accounts.models import Grant, Person
from groups.enums import HostKind, MembershipState
from groups.models import Host, SupportGroup


@dataclass(frozen=True, slots=True)
class Shown:
    """One of them. `name`: the real one where somebody hosts under it; `writes_as`: how the room
    knows them then, where that is another name."""

    person: int
    name: str
    role: str
    writes_as: str = ""
    is_real: bool = False
    moderates: bool = False


def hosts_of(group: SupportGroup) -> list[Shown]:
    """The group's moderators, then those who host: everybody who may host a meeting now. Two
    queries."""
    moderators = Person.objects.filter(
        appointments__area=group.area,
        appointments__ended_at=None,
        standing=Standing.ACTIVE,
        pk__in=Grant.objects.filter(role=Role.MODERATOR, ended_at=None).values("person"),
    )
    shown = [
        Shown(person.pk, person.handle, _("moderator"), moderates=True)
        for person in moderators.order_by("handle")
    ]
    there = {one.person for one in shown}
    hosts = Host.objects.filter(
        group=group,
        ended_at=None,
        person__standing=Standing.ACTIVE,
        person__memberships__group=group,
        person__memberships__state=MembershipState.ACTIVE,
    )
    for host in hosts.select_related("person").order_by("kind", "person__handle"):
        if host.person_id not in there:
            shown.append(_shown(host))
    return shown


def _shown(host: Host) -> Shown:
    name = host.real_name or host.person.handle
    role = host.work if host.kind == HostKind.CLINICIAN else str(HostKind(host.kind).label)
    if host.work and host.kind != HostKind.CLINICIAN:
        role = f"{role}, {host.work}"
    writes_as = host.person.handle if host.real_name else ""
    return Shown(
        person=host.person_id,
        name=name,
        role=role,
        writes_as=writes_as if writes_as != name else "",
        is_real=bool(host.real_name),
    )


def at_the_door(hosts: Iterable[Shown]) -> list[Shown]:
    """The same for who does not belong yet: what there is of people here, each kind once, and the
    names of those alone who host under their real one."""
    told: dict[tuple[str, str], Shown] = {}
    for one in hosts:
        name = one.name if one.is_real else ""
        told.setdefault((name, one.role), replace(one, name=name, writes_as=""))
    return list(told.values())
