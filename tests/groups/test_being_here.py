"""Being here by name, or just listening: one press, and listening until one writes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.refusal import Refused
from groups import presence
from groups.actions import rounds
from groups.actions.being_here import be_here, just_listen
from groups.models import Message, Seat
from groups.queries.company import present
from groups.search import search
from tests.people import browser_of, on_duty, seat
from tests.words import say


@pytest.fixture
def led(emil, room):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


@pytest.fixture
def everyone(monkeypatch, led, ana, ben, emil):
    """Ana, Ben and Emil have the room open."""
    ids = frozenset(seat(one, led).wire_id for one in (ana, ben, emil))
    monkeypatch.setattr(presence, "_asked", [lambda _room: ids])
    return led


def by_name(room):
    return {one.name for one in present(room.pk, now=timezone.now()) if one.shown and not one.team}


def page_of(somebody, room):
    return browser_of(somebody).get(f"/rooms/{room.pk}/").content.decode()


def test_listening_until_one_writes(ana, everyone):
    before = by_name(everyone)
    say(ana, everyone, "Hello.")

    assert (before, by_name(everyone)) == (set(), {"ana-lark"})


def test_one_press_shows_and_one_press_listens_again(ana, everyone):
    browser = browser_of(ana)

    browser.post(f"/rooms/{everyone.pk}/together/here/")
    shown = by_name(everyone)
    browser.post(f"/rooms/{everyone.pk}/together/listen/")

    assert (shown, by_name(everyone)) == ({"ana-lark"}, set())


def test_who_wrote_and_then_only_listens_is_not_named_until_they_write_again(ana, everyone):
    say(ana, everyone, "Hello.")
    just_listen(room=everyone.pk, by=ana)
    listening = by_name(everyone)
    say(ana, everyone, "One more thing.")

    assert (listening, by_name(everyone)) == (set(), {"ana-lark"})


def test_what_was_chosen_yesterday_is_over(ana, everyone):
    be_here(room=everyone.pk, by=ana)
    Seat.objects.filter(person=ana, room=everyone).update(
        presence_at=timezone.now() - timedelta(days=1)
    )

    assert by_name(everyone) == set()


def test_others_see_names_of_those_here_and_the_host_sees_who_listens(ana, ben, emil, everyone):
    be_here(room=everyone.pk, by=ana)

    bens, emils = page_of(ben, everyone), page_of(emil, everyone)

    assert "By name: <bdi>ana-lark</bdi>, <bdi>emil-ash</bdi>." in bens
    assert "Only you as host see who listens: <bdi>ben-moss</bdi>." in emils


def test_a_listener_is_named_to_nobody_but_the_host(ana, ben, everyone):
    page = page_of(ana, everyone)

    assert "ben-moss" not in page
    assert "One more is just listening." in page


def test_who_is_in_a_round_cannot_listen_unseen(ana, emil, everyone):
    be_here(room=everyone.pk, by=ana)
    rounds.open_round(room=everyone.pk, by=emil)

    with pytest.raises(Refused) as refused:
        just_listen(room=everyone.pk, by=ana)

    assert refused.value.refusal.code == "shown_in_round"
    assert by_name(everyone) == {"ana-lark"}


def test_a_listener_is_asked_first_and_sees_nothing_of_a_round_before(ana, ben, emil, everyone):
    be_here(room=everyone.pk, by=ana)
    say(ana, everyone, "Among us.")
    rounds.open_round(room=everyone.pk, by=emil)
    gathering, found = page_of(ben, everyone), [search(ben, ["among"]).hits]
    rounds.next_turn(room=everyone.pk, by=emil)
    shut, found = page_of(ben, everyone), [*found, search(ben, ["among"]).hits]
    browser_of(ben).post(f"/rooms/{everyone.pk}/together/round/listen/")
    inside, found = page_of(ben, everyone), [*found, search(ben, ["among"]).hits]

    assert "How would you like to be here?" in gathering
    assert ["Among us." in page for page in (gathering, shut, inside)] == [True, False, True]
    assert [len(hits) for hits in found] == [1, 0, 1]
    assert 'id="box"' in shut  # the box, and with it help, is never shut
    assert "Also in the round: <bdi>ben-moss</bdi>" in page_of(ana, everyone)


def test_stepping_out_leads_out_of_the_room(ben, emil, everyone):
    rounds.open_round(room=everyone.pk, by=emil)

    answer = browser_of(ben).post(f"/rooms/{everyone.pk}/together/round/out/")

    assert (answer.status_code, answer.url) == (303, "/groups/evenings/")


def test_only_the_host_sees_who_has_not_spoken(ana, ben, emil, everyone):
    for one in (ana, ben):
        be_here(room=everyone.pk, by=one)
    rounds.open_round(room=everyone.pk, by=emil)
    rounds.next_turn(room=everyone.pk, by=emil)
    rounds.pass_turn(room=everyone.pk, by=ben)

    assert "Who has not spoken yet" in page_of(emil, everyone)
    assert "Who has not spoken yet" not in page_of(ana, everyone)


@pytest.mark.parametrize("path", ["here/", "hand/up/", "round/pass/", "round/next/", "pace/", ""])
def test_for_strangers_none_of_it_exists(cleo, everyone, path):
    browser = browser_of(cleo)
    address = f"/rooms/{everyone.pk}/together/{path}"

    answer = browser.post(address) if path else browser.get(address)

    assert answer.status_code == 404


def test_the_page_asks_the_same_number_of_questions_for_one_and_for_three(
    ana, ben, emil, everyone, django_assert_num_queries
):
    browser = browser_of(ana)
    address = f"/rooms/{everyone.pk}/together/"
    browser.get(address)
    be_here(room=everyone.pk, by=ana)
    rounds.open_round(room=everyone.pk, by=emil)
    rounds.next_turn(room=everyone.pk, by=emil)
    with django_assert_num_queries(11):
        browser.get(address)
    rounds.listen_in_round(room=everyone.pk, by=ben)
    rounds.listen_in_round(room=everyone.pk, by=emil)
    with django_assert_num_queries(11):
        browser.get(address)


def test_the_database_refuses_a_choice_without_a_time(ana, room):
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.filter(person=ana, room=room).update(presence="here")

    assert seat(ana, room).presence == ""
    assert not Message.objects.exists()
