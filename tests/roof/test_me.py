"""My page: four lines, a calm dot, and the way to everything that is one's own."""

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from django.utils import timezone

from community import me, me_lines
from community.accounts.models import Block
from community.notifications.actions import notify
from community.safety.models import Letter
from groups.actions.belonging import leave_room
from groups.enums import RoomKind
from groups.models import Message, Room, Seat
from groups.queries.mine import my_rooms
from groups.queries.openings import Opening
from tests.groups.meetings import meet, meet_at
from tests.people import browser_of, by_day_and_night, group, on_duty, seat
from tests.people import room as make_room

EVENING = datetime(2026, 11, 23, 19, tzinfo=UTC)


@pytest.fixture
def features(monkeypatch):
    """`features(50, ask)` is a feature that has something to say on everybody's page."""
    monkeypatch.setattr(me_lines, "_asks", {})
    return me_lines.register


def page(somebody, address="/me/"):
    answer = browser_of(somebody).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def lines(somebody):
    """The lines on top: where each leads, and whether it has the dot."""
    top = page(somebody).split("data-lines", 1)[1].split("</ul>", 1)[0]
    return [
        (re.search(r'(?:href|action)="([^"]+)"', row).group(1), 'class="badge"' in row)
        for row in top.split("<li>")[1:]
    ]


def speak(somebody, room):
    number = room.last_seq + 1
    Message.objects.create(
        room=room,
        seq=number,
        author=seat(somebody, room),
        cid=f"00000000-0000-4000-8000-{number:012}",
        body="hello there",
        first_mac="x",
    )
    Room.objects.filter(pk=room.pk).update(last_seq=number)
    room.last_seq = number


def dots(somebody):
    return {mine.room.title: mine.has_new for mine in my_rooms(somebody, now=timezone.now())}


def test_strangers_are_asked_to_sign_in(client, db):
    assert client.get("/me/").status_code == 302
    assert client.get("/me/rooms/").status_code == 302


def test_rooms_stand_on_top_and_new_words_first(ana, ben, room, wall):
    speak(ben, wall)

    assert lines(ana) == [(f"/rooms/{wall.pk}/", True), (f"/rooms/{room.pk}/", False)]


def test_the_room_that_meets_now_is_the_one_to_go_to(ana, emil, room, evenings):
    tea = make_room(evenings, title="Tea")
    meet_at(tea, timezone.now() - timedelta(minutes=10), by=emil)

    assert lines(ana) == [(f"/rooms/{tea.pk}/", False)]
    assert "A meeting has been on since" in page(ana)


def test_where_nothing_is_on_the_way_to_the_room_that_meets_next_stays(ana, emil, room, evenings):
    by_day_and_night()  # nobody comes later today: no hours begin
    tea = make_room(evenings, title="Tea")
    meet(tea, by=emil)

    assert lines(ana) == [(f"/rooms/{tea.pk}/", False)]
    assert "Next meeting Tue 12 Nov, 19:00." in page(ana)


def test_no_word_of_the_room_is_on_the_page(ana, ben, room):
    speak(ben, room)

    assert "hello there" not in page(ana)
    assert ben.handle not in page(ana)


def test_one_notice_stands_before_rooms_in_its_own_words(ana, room, wall):
    notice = notify(person=ana, kind="report_answered", path="/me/reports/")

    assert lines(ana)[0] == (f"/me/notices/{notice.pk}/", True)
    assert "There is an answer to something you told us." in page(ana)


def test_pressing_it_leads_straight_there_and_reads_it(ana, room):
    notice = notify(person=ana, kind="report_answered", path="/me/reports/")
    browser = browser_of(ana)

    answer = browser.post(f"/me/notices/{notice.pk}/")

    assert answer["Location"] == "/me/reports/"
    assert lines(ana) == [(f"/rooms/{room.pk}/", False)]


def test_several_notices_are_one_line(ana, room):
    for path in ("/me/letters/", "/me/reports/"):
        notify(person=ana, kind="letter", path=path)

    assert lines(ana)[0] == ("/me/notices/", True)


def test_a_letter_says_on_the_page_who_wrote_it(ana, emil, room):
    letter = Letter.objects.create(person=ana, by=emil, words="How are you today?")
    notify(person=ana, kind="letter", path=f"/me/letters/{letter.pk}/")

    found = page(ana)

    assert "emil-ash wrote to you." in found
    assert "How are you today?" not in found
    letter.delete()
    assert "Somebody from the team wrote to you." in page(ana)


def test_the_desk_stands_first_for_who_looks_after_a_group(emil, room):
    assert lines(emil)[0] == ("/desk/", False)


def test_a_fifth_line_is_not_there(emil, room, features):
    on_duty(emil, room)
    notify(person=emil, kind="letter", path="/me/letters/")
    notify(person=emil, kind="letter", path="/me/")
    for place in (50, 51, 52):
        features(place, lambda person, now: me_lines.Line("/me/", "Another"))

    found = [where for where, _ in lines(emil)]

    assert found == ["/desk/", "/me/notices/", f"/rooms/{room.pk}/", "/me/"]


def test_a_feature_adds_a_line_in_its_place(ana, emil, room, features):
    on_duty(emil, room)
    features(50, lambda person, now: me_lines.Line("/mentoring/", "Dora"))

    assert lines(ana) == [(f"/rooms/{room.pk}/", False), ("/mentoring/", False)]


def test_what_is_due_stands_before_all_else_in_four_lines_and_the_rest_has_a_way(
    emil, room, features
):
    on_duty(emil, room)
    notice = notify(person=emil, kind="letter", path="/me/letters/")
    for place in (50, 55, 57, 61):
        features(place, lambda person, now, at=f"/{place}/": me_lines.Line(at, "A line"))

    found = [where for where, _ in lines(emil)]

    assert found == [f"/me/notices/{notice.pk}/", f"/rooms/{room.pk}/", "/50/", "/57/"]
    assert '<li><a href="/desk/">The desk</a></li>' in page(emil)


@pytest.mark.parametrize(
    ("opening", "is_on"),
    [
        (None, False),
        (Opening(here=True), True),
        (Opening(here=False), False),
        (Opening(here=False, at=EVENING), True),
        (Opening(here=False, at=EVENING, meeting=EVENING + timedelta(days=1)), False),
        (Opening(here=False, meeting=EVENING), True),
        (Opening(here=False, meeting=EVENING - timedelta(hours=3), is_on=True), True),
        (Opening(here=False, at=EVENING + timedelta(days=1)), False),
    ],
)
def test_only_a_room_where_something_is_on_is_what_is_on_tonight(opening, is_on):
    mine = SimpleNamespace(opening=opening)

    assert me._is_on(mine, until=me._night_ends(EVENING - timedelta(hours=3))) is is_on


def test_a_place_is_named_once(ana, room, features):
    features(50, lambda person, now: me_lines.Line(f"/rooms/{room.pk}/", "With Dora"))

    assert lines(ana) == [(f"/rooms/{room.pk}/", False)]


def test_no_two_features_share_a_place(features):
    features(50, lambda person, now: None)

    with pytest.raises(ValueError, match="50 is taken"):
        features(50, lambda person, now: None)


def test_the_room_where_the_team_is_comes_first_tonight(ana, emil, evenings, room):
    tea = make_room(evenings, title="Tea")
    on_duty(emil, tea)

    assert lines(ana) == [(f"/rooms/{tea.pk}/", False)]


def test_every_other_room_is_one_step_away(ana, ben, room, wall):
    speak(ben, room)
    notify(person=ana, kind="letter", path="/me/letters/")

    more = page(ana).split('id="more"', 1)[1]

    assert 'class="badge"' in more.split("/me/rooms/", 1)[1].split("</li>", 1)[0]


def test_who_sits_nowhere_is_shown_the_groups_and_what_they_came_with(cleo, emil, evenings):
    found = page(cleo)

    assert "You are in no room yet" in found
    assert "Evenings" not in found
    assert 'href="/welcome/found/"' in found
    assert 'href="/welcome/found/"' not in page(emil)


def test_a_room_one_left_is_not_ones_own(ana, room, wall):
    leave_room(room=room, by=ana)

    assert lines(ana) == [(f"/rooms/{wall.pk}/", False)]


def test_ones_own_words_light_no_dot(ana, room):
    speak(ana, room)

    assert dots(ana)["The long evening"] is False


def test_words_of_somebody_blocked_light_no_dot(ana, ben, room):
    Block.objects.create(by=ana, of=ben)
    speak(ben, room)

    assert dots(ana)["The long evening"] is False


def test_being_blocked_dims_no_dot(ana, ben, room):
    Block.objects.create(by=ben, of=ana)
    speak(ben, room)

    assert dots(ana)["The long evening"] is True


def test_comings_and_goings_light_no_dot(ana, ben, room):
    leave_room(room=room, by=ben)

    assert dots(ana)["The long evening"] is False


def test_hidden_words_light_no_dot(ana, ben, room):
    speak(ben, room)
    Message.objects.update(state="hidden", state_at=timezone.now(), state_by=1, state_why="unkind")

    assert dots(ana)["The long evening"] is False


def test_read_words_light_no_dot(ana, ben, room):
    speak(ben, room)
    Seat.objects.filter(person=ana, room=room).update(read_seq=1)

    assert dots(ana)["The long evening"] is False


def test_somebody_on_duty_is_said_without_a_name(ana, emil, room):
    on_duty(emil, room)

    found = page(ana)
    assert "Somebody from the team is here now." in found
    assert emil.handle not in found


@pytest.mark.parametrize("address", ["/me/", "/me/rooms/"])
def test_the_number_of_questions_is_fixed(ana, evenings, room, address):
    browser = browser_of(ana)
    with_two = questions(browser, address)
    other = group("others", title="Others", members=[ana])
    for name in ("tea", "bread"):
        make_room(other, title=name, kind=RoomKind.LIVE)

    with_four = questions(browser, address)

    assert with_four == with_two <= 13


def questions(browser, address):
    """How many the page asks of the database once the house is known."""
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address)
    return len(asked)


def test_every_link_leads_to_a_page_that_is_there(ana, room):
    for address in set(re.findall(r'href="(/(?:me|accounts|groups|rooms)/[^"#?]*)"', page(ana))):
        assert resolve(address)


def test_offers_come_one_at_a_time(features, ana):
    for place, words in ((50, "A first thing to try"), (61, "A second thing to try")):
        offer = me_lines.Line(f"/{place}/", words, label="Look", not_now=f"/{place}/no/")
        features(place, lambda person, now, offer=offer: offer)

    shown = page(ana)

    assert "A first thing to try" in shown
    assert "A second thing to try" not in shown
    assert shown.count('id="offer"') == 1
