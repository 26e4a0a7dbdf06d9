"""Making and describing a group, and choosing the one that welcomes."""

import pytest
from django.db import IntegrityError, transaction

from community.record.models import Entry
from community.refusal import Refused
from groups.actions.running import Description, create_group, describe_group, make_welcome
from groups.enums import Door
from groups.models import SupportGroup
from tests.people import group

SAYS = Description(
    title="Early mornings",
    description="For who wakes at four.",
    agreement="We whisper.",
    speaks_of="awake\nfour",
)


def test_a_coordinator_makes_a_group(hana):
    made = create_group(says=SAYS, by=hana)

    entry = Entry.objects.get()
    assert (made.slug, made.title, made.door) == ("early-mornings", "Early mornings", Door.OPEN)
    assert (made.description, made.agreement) == (SAYS.description, SAYS.agreement)
    assert (entry.act, entry.by, entry.subject) == ("create_group", hana.pk, made.area)


def test_an_operator_makes_a_group_too(ola):
    assert create_group(says=SAYS, by=ola).pk


@pytest.mark.parametrize("who", ["ana", "emil", "fay", "ines"])
def test_nobody_else_makes_one(db, request, who):
    with pytest.raises(Refused, match="not_yours"):
        create_group(says=SAYS, by=request.getfixturevalue(who))

    assert not SupportGroup.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Run", "run-2"),
        ("New", "new-2"),
        ("  Über uns! ", "uber-uns"),
        ("…", "group"),
        ("x" * 80, "x" * 50),
    ],
)
def test_an_address_is_free_and_never_one_of_ours(hana, title, slug):
    says = Description(title=title, description="For us.", agreement="Kind.")

    assert create_group(says=says, by=hana).slug == slug


def test_a_second_group_of_the_name_gets_a_number(hana):
    create_group(says=SAYS, by=hana)

    assert create_group(says=SAYS, by=hana).slug == "early-mornings-2"


def test_saying_it_anew_keeps_the_address(hana):
    made = create_group(says=SAYS, by=hana)

    describe_group(
        group=made,
        says=Description(title="Dawn", description="Light.", agreement="Kind.", door=Door.UNLISTED),
        by=hana,
    )

    made.refresh_from_db()
    assert (made.slug, made.title, made.speaks_of) == ("early-mornings", "Dawn", "")
    assert (made.is_private, made.is_unlisted, made.door) == (True, True, Door.UNLISTED)


def test_a_member_describes_nothing(ana, evenings):
    with pytest.raises(Refused, match="not_yours"):
        describe_group(group=evenings, says=SAYS, by=ana)

    evenings.refresh_from_db()
    assert evenings.title == "Evenings"


def test_there_is_one_group_that_welcomes(hana, evenings):
    first = make_welcome(group=create_group(says=SAYS, by=hana), by=hana)

    make_welcome(group=evenings, by=hana)

    first.refresh_from_db()
    assert not first.is_welcome
    assert SupportGroup.objects.get(is_welcome=True) == evenings


def test_a_private_group_does_not_welcome_everybody(hana, evenings):
    evenings.is_private = True
    evenings.save()

    with pytest.raises(Refused, match="not_for_all"):
        make_welcome(group=evenings, by=hana)


def test_turned_private_a_group_stops_welcoming(hana, evenings):
    make_welcome(group=evenings, by=hana)

    describe_group(
        group=evenings,
        says=Description(title="E", description="d", agreement="a", door=Door.PRIVATE),
        by=hana,
    )

    assert not SupportGroup.objects.filter(is_welcome=True).exists()


def test_an_unlisted_group_is_private_says_the_database(db):
    made = group("open", title="Open")
    made.is_unlisted = True

    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()
    made.is_private = True
    made.save()
