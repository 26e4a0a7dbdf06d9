"""The strip above a live room, and the pages one comes and goes by."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.models import Item
from groups.actions.replies import say_coming
from groups.enums import RoomKind
from groups.models import Arrival
from groups.queries.openings import opening_of, openings
from tests.groups.meetings import meet_at
from tests.people import browser_of, group, on_duty, seat
from tests.people import room as make_room

MINUTE = timedelta(minutes=1)


@pytest.fixture
def now():
    return timezone.now()


def words(browser, path, status=200):
    answer = browser.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def strip(person, room):
    page = words(browser_of(person), f"/rooms/{room.pk}/")
    return page.split('id="strip"')[1].split('id="line"')[0]


def test_a_meeting_that_is_on_says_until_when_about_what_and_who_hosts(ana, emil, room, now):
    made = meet_at(
        room, now - 5 * MINUTE, by=emil, topic="Sleep", notes="bad dreams", hosts=(emil,)
    )
    on_duty(emil, room)

    found = strip(ana, room)

    for told in (f"On until {made.ends_at:%H:%M}: Sleep", "bad dreams", "emil-ash", "moderator"):
        assert told in found
    assert "The host is not here yet." not in found


def test_the_agreement_and_how_long_words_stay_are_one_tap_away(ana, emil, room):
    found = strip(ana, room)

    assert "What is said here stays here." in found
    assert "Words are kept here." in found
    assert "How are you arriving?" in found
    assert "your host is told so that they can say hello" in found
    assert "I am going" in found


def test_a_wall_has_neither(ana, wall):
    found = strip(ana, wall)

    assert "How are you arriving?" not in found


def test_where_nobody_is_there_when_it_begins_it_says_so_and_what_else_is_on(
    ana, emil, noor, room, evenings, now
):
    tea = make_room(evenings, title="Tea corner", kind=RoomKind.LIVE)
    late = make_room(evenings, title="Late desk", kind=RoomKind.LIVE)
    far = make_room(evenings, title="Another day", kind=RoomKind.LIVE)
    meet_at(room, now - 5 * MINUTE, by=emil)
    meet_at(late, now + 60 * MINUTE, by=emil)
    meet_at(far, now + timedelta(days=3), by=emil)
    on_duty(noor, tea)

    found = strip(ana, room)

    assert "The host is not here yet." in found
    assert found.index("Tea corner") < found.index("Late desk")
    assert "Another day" not in found
    assert 'name="waits"' in words(browser_of(ana), f"/rooms/{room.pk}/")


def test_what_is_on_in_groups_of_others_is_not_told(ana, emil, noor, room, now):
    other = group("mornings", title="Mornings", moderators=[noor])
    hidden = make_room(other, title="Hidden room")
    on_duty(noor, hidden)
    meet_at(room, now - 5 * MINUTE, by=emil)

    assert "Hidden room" not in strip(ana, room)


def test_lists_say_when_the_next_meeting_is(ana, emil, room, wall, evenings, now):
    soon, later = now + timedelta(days=2), now + timedelta(days=4)
    first = meet_at(room, soon, by=emil)
    meet_at(room, later, by=emil)

    known = openings([room, wall], now=now)

    assert known[room.pk].meeting == first.begins_at
    assert opening_of([room, wall], known).meeting == first.begins_at
    assert "Next meeting" in words(browser_of(ana), "/me/rooms/")


def test_a_groups_soonest_meeting_counts_wherever_it_is(emil, room, evenings, now):
    other = make_room(evenings, title="Tea corner", kind=RoomKind.LIVE)
    on_duty(emil, room)
    made = meet_at(other, now + timedelta(days=1), by=emil)

    found = opening_of([room, other], openings([room, other], now=now))

    assert (found.here, found.meeting) == (True, made.begins_at)


@pytest.mark.parametrize("count", [1, 3])
def test_the_room_asks_the_same_number_of_questions_while_a_meeting_is_on(
    ana, ben, emil, noor, room, evenings, now, count, django_assert_num_queries
):
    made = meet_at(room, now - 5 * MINUTE, by=emil, hosts=(emil, noor)[:count])
    for person in (ana, ben, noor)[:count]:
        say_coming(meeting=made, by=person)
    for number in range(count - 1):
        make_room(evenings, title=f"Room {number}", kind=RoomKind.LIVE)
    browser = browser_of(ana)
    browser.get(f"/rooms/{room.pk}/")

    with django_assert_num_queries(25):
        browser.get(f"/rooms/{room.pk}/")


# Coming and going --------------------------------------------------------------------------------


def test_one_says_how_one_arrives_and_goes_in(ana, room):
    browser = browser_of(ana)
    page = words(browser, f"/rooms/{room.pk}/arriving/")
    assert "tell my host, so that they can say hello" in page
    assert "checked" in page.split('name="tells_host"')[1].split(">")[0]

    answer = browser.post(f"/rooms/{room.pk}/arriving/", {"came": "4"})

    assert answer.url == f"/rooms/{room.pk}/"
    assert [(a.came, a.tells_host) for a in Arrival.objects.all()] == [("4", False)]


def test_going_gates_nothing(ana, room):
    page = words(browser_of(ana), f"/rooms/{room.pk}/going/")

    assert 'href="/me/"' in page
    assert "You need not say." in page


def test_who_goes_as_they_came_just_goes(ana, room):
    browser = browser_of(ana)
    browser.post(f"/rooms/{room.pk}/arriving/", {"came": "3", "tells_host": "on"})

    answer = browser.post(f"/rooms/{room.pk}/going/", {"left": "2"})

    assert answer.url == "/me/"
    assert not Item.objects.exists()


def low(browser, room, came="5", left="2"):
    browser.post(f"/rooms/{room.pk}/arriving/", {"came": came, "tells_host": "on"})
    return browser.post(f"/rooms/{room.pk}/going/", {"left": left}).url


def test_who_goes_much_lower_is_offered_three_things_first(ana, room):
    browser = browser_of(ana)

    page = words(browser, low(browser, room))

    for offer in ("Stay ten minutes with someone", "Something calm", "Leave"):
        assert offer in page
    assert "Nobody from the team is here at this moment." in page
    assert "/help-now/" in page
    assert not Item.objects.exists()


def test_with_somebody_there_they_are_named(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)

    assert "emil-ash is told, and says hello." in words(browser, low(browser, room))


@pytest.mark.parametrize(
    ("choice", "leads"), [("stay", "/rooms/"), ("calm", "/me/calm/"), ("leave", "/me/")]
)
def test_each_choice_leads_where_it_says(ana, room, choice, leads):
    browser = browser_of(ana)
    offers = low(browser, room)

    answer = browser.post(offers, {"choice": choice, "tells_host": "1"})

    assert answer.url.startswith(leads)
    assert Item.objects.count() == 1
    words(browser, answer.url)


def test_the_offers_are_for_who_went_low_alone(ana, ben, room):
    offers = low(browser_of(ana), room)

    words(browser_of(ben), offers, status=404)
    answer = browser_of(ben).post(offers, {"choice": "stay"})

    assert answer.status_code == 404
    assert not Item.objects.exists()


def test_the_host_reads_who_and_never_how_much(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)
    browser.post(low(browser, room), {"choice": "leave", "tells_host": "1"})

    page = words(browser_of(emil), f"/rooms/{room.pk}/hello/{seat(ana, room).wire_id}/")

    assert "ana-lark could use a hello" in page
    main = page.split("<main")[1].split("</main>")[0]
    assert not any(number in main.split("<form")[0] for number in (">5<", ">2<", " 5 ", " 2 "))


def test_nobody_is_shown_as_low_who_was_not_told_of(ana, ben, emil, room):
    hello = f"/rooms/{room.pk}/hello/{seat(ana, room).wire_id}/"
    before = browser_of(emil).get(hello)
    browser = browser_of(ana)
    browser.post(low(browser, room), {"choice": "stay", "tells_host": "1"})

    host, member = browser_of(emil).get(hello), browser_of(ben).get(hello)

    assert [answer.status_code for answer in (before, host, member)] == [404, 200, 404]
    assert "ana-lark could use a hello" in host.text
    assert "could use a hello" not in before.text + member.text


def test_a_host_has_the_team_look(ana, emil, room):
    on_duty(emil, room)
    browser = browser_of(ana)
    browser.post(low(browser, room), {"choice": "leave", "tells_host": "1"})

    browser_of(emil).post(f"/rooms/{room.pk}/hello/{seat(ana, room).wire_id}/", {"desk": "1"})

    assert list(Item.objects.values_list("subject_kind", "about")) == [("going", ana.pk)]
    assert "went from a room much lower than they came" in words(
        browser_of(emil), f"/desk/items/{Item.objects.get().pk}/"
    )


def test_the_page_of_a_room_closed_to_somebody_stays_closed(cleo, room):
    for rest in ("arriving/", "going/"):
        words(browser_of(cleo), f"/rooms/{room.pk}/{rest}", status=404)
        assert browser_of(cleo).post(f"/rooms/{room.pk}/{rest}", {"came": "1"}).status_code == 404

    assert not Arrival.objects.exists()
