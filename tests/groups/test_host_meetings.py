"""Who may host, as what they are shown, saying yes, handing back."""

import pytest
from django.db import IntegrityError, transaction

from community.accounts.actions.profile import change_handle
from community.record.models import Entry
from community.refusal import Refused
from groups.actions.belonging import join_group, leave_group
from groups.actions.hosting import end_host, hand_back_hosting, make_host, take_hosting
from groups.actions.running import end_appointment
from groups.actions.visits import ask_for_visit, come_as_visitor, give_word
from groups.enums import HostKind
from groups.events import events_after
from groups.models import Host, Hosting
from groups.queries.hosts import Shown, at_the_door, hosts_of
from groups.rules_meetings import may_host
from realtime.protocol import encode
from tests.groups.meetings import NOW, SEVEN, meet, plan
from tests.people import browser_of, join, on_duty
from tests.words import say


@pytest.fixture
def lind(evenings, cleo):
    """Cleo is a nurse who hosts under her real name."""
    join(cleo, evenings)
    return cleo


def make_clinician(group, person, *, by, **how):
    said = {"real_name": "Cleo Lind", "work": "nurse at the day clinic", **how}
    return make_host(group=group, person=person, kind=HostKind.CLINICIAN, by=by, **said)


def test_members_read_who_hosts_and_as_what(evenings, emil, noor, ana, lind):
    make_clinician(evenings, lind, by=emil)
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)

    assert [(one.name, one.role, one.writes_as) for one in hosts_of(evenings)] == [
        ("emil-ash", "moderator", ""),
        ("noor-vale", "moderator", ""),
        ("Cleo Lind", "nurse at the day clinic", "cleo-finch"),
        ("ana-lark", "host, from their own life", ""),
    ]


def test_at_the_door_a_role_is_read_and_the_name_only_where_it_is_the_real_one(
    evenings, emil, lind, ana
):
    make_clinician(evenings, lind, by=emil)
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)

    assert [(one.name, one.role, one.writes_as) for one in at_the_door(hosts_of(evenings))] == [
        ("", "moderator", ""),
        ("Cleo Lind", "nurse at the day clinic", ""),
        ("", "host, from their own life", ""),
    ]


def roles(room):
    """As what whoever spoke stands there: as they are told, and as screens read it."""
    spoken = [event for event in events_after(room.pk, 0) if event.kind == "msg"]
    assert [f'"role":"{event.role}"' in encode(event).text for event in spoken] == [True] * len(
        spoken
    )
    return [event.role for event in spoken]


def test_each_message_says_as_what_its_author_is_here(evenings, emil, ana, ben, cleo, room):
    meeting = meet(room, by=emil)
    visit = ask_for_visit(meeting=meeting, person=cleo, real_name="C", why="W", by=emil, now=NOW)
    give_word(visit=visit.pk, by=emil, now=NOW)
    come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)
    on_duty(emil, room)
    for one in (emil, ana, ben, cleo):
        say(one, room, "Good evening.")

    page = browser_of(ben).get(f"/rooms/{room.pk}/").content.decode()
    assert roles(room) == ["moderator", "host", "member", "visitor"]
    for role in ("moderator", "host", "visitor"):
        assert page.count(f'data-role="{role}">{role}</span>') == 2  # one is in the empty message
    join_group(group=evenings, by=cleo)
    assert roles(room) == ["moderator", "host", "member", "member"]
    change_handle(handle="quiet-river", apart=True, by=ana)
    say(ana, room, "Good evening to all.")
    assert roles(room)[1:] == [
        "member",
        "member",
        "member",
        "host",
    ]  # nothing leads to the new name
    end_host(group=evenings, person=ana, by=emil, now=NOW)
    assert roles(room)[-1] == "member"


@pytest.mark.parametrize("missing", ["real_name", "work"])
def test_a_clinician_hosts_under_their_real_name(evenings, emil, lind, missing):
    with pytest.raises(Refused, match="real_name"):
        make_clinician(evenings, lind, by=emil, **{missing: " "})

    with pytest.raises(IntegrityError), transaction.atomic():
        Host.objects.create(
            group=evenings, person=lind, kind=HostKind.CLINICIAN, real_name="Cleo Lind"
        )
    Host.objects.create(group=evenings, person=lind, kind=HostKind.PEER)


def test_a_clinician_has_a_hosts_powers_only(evenings, emil, noor):
    with pytest.raises(Refused, match="moderates_too"):
        make_clinician(evenings, noor, by=emil)

    assert not Host.objects.exists()


def test_an_account_of_the_care_team_hosts_nothing(evenings, emil, ines):
    with pytest.raises(Refused, match="care_team"):
        make_clinician(evenings, ines, by=emil)

    assert not Host.objects.exists()


def test_only_who_belongs_hosts(evenings, emil, cleo):
    with pytest.raises(Refused, match="not_of_the_group"):
        make_host(group=evenings, person=cleo, kind=HostKind.PEER, by=emil)


def test_members_make_no_hosts(evenings, ana, ben):
    with pytest.raises(Refused):
        make_host(group=evenings, person=ben, kind=HostKind.PEER, by=ana)

    assert not Host.objects.exists()


def test_a_person_hosts_in_a_group_as_one_thing(evenings, emil, ana):
    made = make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)

    again = make_host(group=evenings, person=ana, kind=HostKind.STAFF, by=emil, work="volunteer")

    assert (again.pk, Host.objects.get().kind) == (made.pk, "staff")
    with pytest.raises(IntegrityError), transaction.atomic():
        Host.objects.create(group=evenings, person=ana)
    assert [entry.data for entry in Entry.objects.filter(act="make_host").order_by("id")] == [
        {"kind": "peer"},
        {"kind": "staff"},
    ]


def test_saying_yes_and_handing_back(emil, noor, room):
    made = meet(room, by=emil, hosts=(noor,))

    take_hosting(meeting=made, by=noor, now=NOW)
    assert made.hostings.get().confirmed_at == NOW

    hand_back_hosting(meeting=made, by=noor, now=NOW)
    assert not made.hostings.exists()


def test_who_was_not_asked_may_cover_where_they_host(emil, room, ana, ben, evenings):
    made = meet(room, by=emil)
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)

    take_hosting(meeting=made, by=ana, now=NOW)

    assert made.hostings.get().person == ana
    with pytest.raises(Refused, match="not_a_host"):
        take_hosting(meeting=made, by=ben, now=NOW)


def test_who_was_never_asked_hands_nothing_back(emil, noor, room):
    made = meet(room, by=emil, hosts=(emil,))

    with pytest.raises(Refused, match="not_a_host"):
        hand_back_hosting(meeting=made, by=noor, now=NOW)

    assert made.hostings.count() == 1


def test_what_is_ahead_ends_with_hosting(emil, room, ana, evenings):
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)
    made = plan(room, by=emil, hosts=(ana,))

    end_host(group=evenings, person=ana, by=emil, now=NOW)

    assert hosts_of(evenings)[-1].name == "noor-vale"
    assert not Hosting.objects.exists()
    assert not made.hosts.exists()


def test_who_leaves_the_group_hosts_there_no_more(emil, room, ana, evenings):
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)
    made = meet(room, by=emil, hosts=(ana,))

    leave_group(group=evenings, by=ana)

    assert not Host.objects.filter(ended_at=None).exists()
    assert may_host(ana, made) is not None


def test_who_moderates_no_more_has_no_hosts_powers(emil, noor, hana, room, evenings):
    made = meet(room, by=emil, hosts=(noor,))
    assert may_host(noor, made) is None

    end_appointment(group=evenings, person=noor, by=hana)

    assert may_host(noor, made) is not None
    assert Shown(noor.pk, "noor-vale", "moderator", moderates=True) not in hosts_of(evenings)


def test_a_hosts_powers_are_for_who_hosts_this_meeting(emil, noor, room, ana):
    made = meet(room, by=emil, hosts=(emil,))

    assert may_host(emil, made) is None
    assert may_host(noor, made).code == "not_a_host"
    assert may_host(ana, made).code == "not_a_host"
