"""Joining a group: at once where it is open, by asking where it is private."""

import threading

import pytest
from django.db import connection

from community.accounts.enums import ConsentKind, Standing
from community.accounts.models import Consent
from community.refusal import Refused
from community.safety.models import Item
from groups.actions.belonging import join_group
from groups.enums import MembershipState
from groups.models import Membership, Seat
from tests.people import group, person


@pytest.fixture
def nights(db):
    return group("nights", title="Nights")


@pytest.fixture
def quiet(db):
    made = group("quiet", title="Quiet")
    made.is_private = True
    made.save()
    return made


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


def test_an_open_group_is_joined_at_once(cleo, nights):
    joined = join_group(group=nights, by=cleo)

    assert (joined.state, joined.person, joined.group) == ("active", cleo, nights)
    assert joined.joined_at is not None
    assert not Item.objects.exists()


def test_joining_gives_no_seat_before_the_lobby(cleo, nights):
    join_group(group=nights, by=cleo)

    assert not Seat.objects.filter(person=cleo).exists()


def test_a_private_group_is_asked_and_the_desk_hears_of_it(cleo, quiet):
    asked = join_group(group=quiet, by=cleo, words="  I would feel safer here. ")

    item = Item.objects.get()
    assert (asked.state, asked.joined_at) == (MembershipState.ASKED, None)
    assert asked.asked_words == "I would feel safer here."
    assert (item.kind, item.area, item.about) == ("request", quiet.area, cleo)
    assert (item.subject_kind, item.subject_id) == ("membership", str(asked.pk))
    assert "safer" not in str(item.signals)


def test_who_is_in_cannot_join_again(ana, evenings):
    with refused("already_in"):
        join_group(group=evenings, by=ana)


def test_who_has_asked_cannot_ask_twice(cleo, quiet):
    join_group(group=quiet, by=cleo)

    with refused("asked_already"):
        join_group(group=quiet, by=cleo)

    assert Item.objects.count() == 1


def test_who_left_may_come_back(cleo, nights):
    Membership.objects.create(group=nights, person=cleo, state=MembershipState.LEFT)

    assert join_group(group=nights, by=cleo).state == MembershipState.ACTIVE
    assert Membership.objects.filter(group=nights, person=cleo).count() == 1


def test_who_was_removed_from_the_group_cannot_join(cleo, nights):
    Membership.objects.create(group=nights, person=cleo, state=MembershipState.REMOVED)

    with refused("removed"):
        join_group(group=nights, by=cleo)


def test_a_closed_group_takes_nobody_new(cleo, nights):
    nights.state, nights.closed_at = "closed", nights.made_at
    nights.save()

    with refused("group_closed"):
        join_group(group=nights, by=cleo)


def test_an_unlisted_group_was_never_there_for_outsiders(cleo, quiet):
    quiet.is_unlisted = True
    quiet.save()

    with refused("no_such_group") as caught:
        join_group(group=quiet, by=cleo)

    assert caught.value.refusal.hides
    assert not Membership.objects.filter(person=cleo).exists()


def test_the_care_team_cannot_join(ines, nights):
    with refused("treats"):
        join_group(group=nights, by=ines)


def test_without_both_consents_nobody_joins(cleo, nights):
    Consent.objects.filter(person=cleo, kind=ConsentKind.HEALTH_DATA).delete()

    with refused("consent"):
        join_group(group=nights, by=cleo)


def test_a_suspended_account_cannot_join(cleo, nights):
    cleo.standing = Standing.SUSPENDED
    cleo.save()

    with refused("not_active"):
        join_group(group=nights, by=cleo)


@pytest.mark.django_db(transaction=True)
def test_fifty_joining_at_once_are_in_once_each(nights):
    people = [person(f"newcomer-{word}") for word in _words(25)]
    codes = []

    def run(somebody):
        try:
            join_group(group=nights, by=somebody)
        except Refused as refusal:
            codes.append(refusal.refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[p]) for p in people * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Membership.objects.filter(group=nights, state="active").count() == 25
    assert codes == ["already_in"] * 25


def _words(count):
    return [f"{a}{b}" for a in "abcde" for b in "vwxyz"][:count]
