"""A group that wants it reads somebody's first words before everybody does, and says so."""

from uuid import uuid4

import pytest
from django.urls import reverse

from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Item
from groups.actions.first_words import hold_first_words, let_first_words
from groups.actions.held import let_in, offer_held, open_held
from groups.append import Append, append
from groups.models import Message
from tests.people import browser_of, group, on_duty
from tests.people import room as made_room
from tests.words import history, say, wait


@pytest.fixture
def gentle(evenings, room, emil, hana):
    on_duty(emil, room)
    hold_first_words(group=evenings, by=hana)
    return evenings


def test_first_words_wait_while_a_moderator_is_there(ana, gentle, room):
    verdict = say(ana, room, "Hello, I am new.")

    assert (verdict.held, verdict.seq, history(room)) == (True, None, [])
    assert Item.objects.get().kind == "held"


def test_in_a_slow_room_they_wait_too(ana, gentle, wall):
    assert say(ana, wall, "Hello, I am new.").held


def test_all_wait_until_the_first_was_let_in_and_none_after(ana, emil, gentle, room):
    first, second = wait(ana, room, "Hello."), wait(ana, room, "Is this on?")
    open_held(room=room.pk, message=first.pk, by=emil)
    offer_held(room=room.pk, message=first.pk, by=emil)

    let_in(room=room.pk, cid=first.cid, by=ana)
    say(ana, room, "Thank you.")

    assert history(room) == ["Hello.", "Thank you."]
    assert Message.objects.get(pk=second.pk).state == "held"


def test_who_was_heard_before_is_heard_at_once(ana, evenings, emil, hana, room, wall):
    on_duty(emil, room)
    say(ana, wall, "An old line.")
    hold_first_words(group=evenings, by=hana)

    assert say(ana, room, "Hello again.").held is False


def test_what_was_said_in_another_group_counts_for_nothing(ana, emil, gentle, room):
    other = made_room(
        group("mornings", title="Mornings", members=[ana], moderators=[emil]), title="M"
    )
    on_duty(emil, other)
    say(ana, other, "Hello there.")

    assert say(ana, room, "Hello here.").held


def test_the_moderators_of_the_group_are_heard(emil, gentle, room):
    assert say(emil, room, "Welcome, all of you.").held is False


def test_people_of_other_groups_share_the_commit_and_not_the_hold(ana, ben, emil, gentle, room):
    other = made_room(
        group("mornings", title="Mornings", members=[ben], moderators=[emil]), title="M"
    )
    on_duty(emil, other)
    wishes = [
        Append(room=room.pk, person=ana.pk, cid=uuid4(), body="One."),
        Append(room=other.pk, person=ben.pk, cid=uuid4(), body="Two."),
    ]

    assert [verdict.held for verdict in append(wishes)] == [True, False]


def test_the_page_says_so_before_and_since_when_after(ana, ben, gentle, room):
    author = browser_of(ana)

    before = author.get(room.get_absolute_url()).content.decode()
    wait(ana, room, "Hello.")
    after = author.get(room.get_absolute_url()).content.decode()

    assert "reads your first words before everybody does" in before
    assert "Leave it for the team" in before
    assert ("Yours have waited since" in before, "Yours have waited since" in after) == (
        False,
        True,
    )


def test_it_ends_when_the_group_wants_it_no_more(ana, evenings, gentle, hana, room):
    let_first_words(group=evenings, by=hana)

    assert say(ana, room, "Hello.").held is False
    assert [e.act for e in Entry.objects.filter(act__contains="first_words")] == [
        "hold_first_words",
        "let_first_words",
    ]


@pytest.mark.parametrize("who", ["ana", "emil", "fay"])
def test_only_coordinators_choose(who, evenings, request):
    with pytest.raises(Refused):
        hold_first_words(group=evenings, by=request.getfixturevalue(who))

    evenings.refresh_from_db()
    assert evenings.holds_first is False


def test_the_page_of_the_group_turns_it(hana, emil, evenings):
    address = reverse("groups:hold-first", args=[evenings.slug])

    refused = browser_of(emil).post(address).status_code
    done = browser_of(hana).post(address).status_code

    evenings.refresh_from_db()
    assert (refused, done, evenings.holds_first) == (404, 302, True)


def test_other_groups_pay_for_no_query(
    ana, emil, evenings, room, hana, django_assert_max_num_queries
):
    on_duty(emil, room)
    say(ana, room, "Once.")

    with django_assert_max_num_queries(9) as without:
        say(ana, room, "Twice.")
    hold_first_words(group=evenings, by=hana)
    with django_assert_max_num_queries(10) as held:
        say(ana, room, "Three times.")

    assert len(held) - len(without) == 1
