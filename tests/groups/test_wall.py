"""A wall: hours, promises, threads, and who has read what."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from community.house import queries as house
from community.house.models import House
from community.refusal import Refused
from community.safety.actions import desk
from community.safety.enums import ItemKind
from community.safety.models import Item
from groups import rules, rules_words, staffing
from groups.actions import held
from groups.actions import wall as acts
from groups.actions.belonging import enter_room, join_group
from groups.actions.messages import delete_message, edit_message
from groups.actions.resting import let_rest
from groups.actions.running import Description, create_group, open_room
from groups.actions.speaking import react
from groups.enums import NoteKind, ReactionKind, RoomKind
from groups.folding import Wishes
from groups.models import Message, Room, Seat
from groups.queries.room import blocked_by
from groups.queries.wall import Reader, recent
from tests.people import browser_of, group, on_duty, seat, staffed
from tests.people import room as make_room
from tests.words import history, say

SAYS = Description(title="Early mornings", description="For who wakes at four.", agreement="Kind.")


@pytest.fixture
def by_night(wall):
    """The wall at an hour when nobody from the team is there."""
    now = timezone.localtime()
    staffed((now + timedelta(hours=2)).time(), (now + timedelta(hours=3)).time())
    return wall


def reader(somebody, wall):
    """This person, with nothing they would rather not meet."""
    own = Seat.objects.select_related("room", "person").get(room=wall, person=somebody)
    return Reader(own, Wishes(), blocked_by(somebody), timezone.now())


def threads(somebody, wall):
    """Each post with its answers, as this person's page has them."""
    page = recent(reader(somebody, wall))
    return [[line.event.body for line in thread.lines] for thread in page.threads]


def readings(somebody, wall):
    """(who read it, whether it is late) for the lines that say anything of it."""
    page = recent(reader(somebody, wall))
    lines = [line for thread in page.threads for line in thread.lines]
    return [(line.reading.by, line.reading.is_late) for line in lines if line.reading]


def page_of(somebody, wall):
    page = browser_of(somebody).get(reverse("groups:room", args=[wall.pk]))
    return " ".join(page.content.decode().split())


# One for each group ------------------------------------------------------------------------------


def test_a_group_is_made_with_its_wall(hana):
    made = create_group(says=SAYS, by=hana)

    assert list(made.rooms.values_list("title", "kind", "state")) == [("The wall", "slow", "open")]


def test_a_group_has_no_second_wall(hana, evenings, wall):
    with pytest.raises(Refused, match="one_wall"):
        open_room(group=evenings, title="Another", kind=RoomKind.SLOW, by=hana)

    with (
        pytest.raises(IntegrityError, match=r"a_group_has_one_slow_room|groups_room\.group_id"),
        transaction.atomic(),
    ):
        make_room(evenings, title="Another", kind=RoomKind.SLOW)
    assert make_room(evenings, title="One more evening").pk
    assert make_room(group("dawn", title="Dawn"), title="Its own", kind=RoomKind.SLOW).pk


def test_who_moderates_already_sits_at_a_new_wall(hana, emil, ana):
    from groups.actions.running import appoint

    made = create_group(says=SAYS, by=hana)
    appoint(group=made, person=emil, by=hana)
    join_group(group=made, by=ana)
    enter_room(room=made.rooms.get(), by=ana)

    assert {s.person.handle: s.moderates for s in made.rooms.get().seats.all()} == {
        "emil-ash": True,
        "ana-lark": False,
    }


# Hours -------------------------------------------------------------------------------------------


def test_in_the_hours_words_are_read_at_once_without_anybody_on_duty(ana, wall):
    assert not say(ana, wall, "Good morning, wall.").held

    assert history(wall) == ["Good morning, wall."]


def test_outside_the_hours_words_wait_by_the_promise_of_the_wall(ana, ben, by_night):
    told = say(ana, by_night, "Still awake.")

    message, item = Message.objects.get(), Item.objects.get()
    assert (told.held, history(by_night)) == (True, [])
    assert (item.kind, item.promised_at) == ("held", message.promised_at)
    assert "Still awake." not in page_of(ben, by_night)
    assert "waiting · nobody has seen this · somebody from the team reads it by" in page_of(
        ana, by_night
    )


def test_duty_in_the_live_room_opens_no_wall(ana, emil, room, by_night):
    on_duty(emil, room)

    assert say(ana, by_night, "Still awake.").held


def test_the_operator_may_let_words_appear_at_night(ana, by_night):
    House.objects.update(wall_at_night="appear")
    house.forget()

    assert not say(ana, by_night, "Still awake.").held


def test_waiting_words_come_in_with_a_yes_in_the_hours(ana, emil, by_night):
    say(ana, by_night, "Still awake.")
    waiting = Message.objects.get()
    held.open_held(room=by_night.pk, message=waiting.pk, by=emil)
    held.offer_held(room=by_night.pk, message=waiting.pk, by=emil)
    assert not held.let_in(room=by_night.pk, cid=waiting.cid, by=ana)
    staffed(time(0), time(0))

    held.let_in_agreed(timezone.now())

    assert history(by_night) == ["Still awake."]
    assert readings(ana, by_night) == [("emil-ash", False)]


def test_outside_the_hours_words_that_others_read_stay_as_they_are(ana, wall):
    told = say(ana, wall, "Good morning.")
    now = timezone.localtime()
    staffed((now + timedelta(hours=2)).time(), (now + timedelta(hours=3)).time())

    with pytest.raises(Refused, match=rules_words.EDIT_WAITS.code):
        edit_message(room=wall.pk, seq=told.seq, body="Good night.", by=ana)

    assert history(wall) == ["Good morning."]


# What is promised --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "written", "promised"),
    [
        (None, "2026-11-24T09:00Z", "2026-11-24T21:00Z"),
        (4, "2026-11-24T09:00Z", "2026-11-24T13:00Z"),
        (4, "2026-11-24T23:00Z", "2026-11-25T09:00Z"),  # 03:00 would be said to nobody's face
        (None, "2026-11-24T21:30Z", "2026-11-25T09:30Z"),
    ],
)
def test_a_time_is_promised_at_which_somebody_is_there(wall, own, written, promised):
    staffed(time(8), time(22))
    wall.read_within = own

    found = staffing.promised_time(wall, now=datetime.fromisoformat(written).astimezone(UTC))

    assert found == datetime.fromisoformat(promised)


def test_where_nobody_stands_behind_the_hours_the_strip_promises_no_time(ana, wall):
    anas = browser_of(ana)
    promised = anas.get(f"/rooms/{wall.pk}/").content.decode()
    House.objects.update(rota="")
    house.forget()

    without = anas.get(f"/rooms/{wall.pk}/").content.decode()

    assert "Somebody from the team reads what you write within 12 hours." in promised
    assert "A wall for every hour." in without
    assert "reads what you write within" not in without
    assert "reads it by" not in without


def test_the_team_promises_itself_nothing(ana, emil, wall):
    say(emil, wall, "Welcome to the wall.")
    say(ana, wall, "Hello.")

    assert [m.promised_at is None for m in Message.objects.order_by("seq")] == [True, False]


def test_only_a_wall_promises_a_time_says_the_database(room, wall):
    wall.read_within = 4
    wall.save()
    room.read_within = 4

    with (
        pytest.raises(IntegrityError, match="only_a_slow_room_promises_a_reading_time"),
        transaction.atomic(),
    ):
        room.save()


# Read by the team --------------------------------------------------------------------------------


def test_an_open_page_has_read_nothing_and_a_button_has(ana, ben, emil, wall):
    told = say(ana, wall, "A long day.")
    assert "I have read this" in page_of(emil, wall)
    assert readings(ana, wall) == [("", False)]

    browser_of(emil).post(reverse("groups:seen", args=[wall.pk, told.seq]))

    at = timezone.localtime(Message.objects.get().seen_at)
    assert f"Read by emil-ash, {at:%H:%M}" in page_of(ana, wall)
    assert "Read by" not in page_of(ben, wall)
    assert "I have read this" not in page_of(emil, wall)


@pytest.mark.parametrize("who", ["ana", "ben", "cleo", "hana"])
def test_nobody_else_says_that_the_team_has_read_it(request, ana, wall, who):
    told = say(ana, wall, "A long day.")

    with pytest.raises(Refused):
        acts.read_post(room=wall.pk, seq=told.seq, by=request.getfixturevalue(who))

    assert Message.objects.get().seen_at is None


def test_a_moderator_does_not_read_their_own_words_for_the_team(emil, wall):
    told = say(emil, wall, "Welcome.")

    with pytest.raises(Refused, match="own_words"):
        acts.read_post(room=wall.pk, seq=told.seq, by=emil)


def test_the_author_alone_is_told_by_a_hint_without_words(ana, emil, wall, commits, monkeypatch):
    from community import live

    hints = []
    monkeypatch.setattr(live, "_listeners", [hints.append])
    told = say(ana, wall, "A long day.")

    with commits():
        acts.read_post(room=wall.pk, seq=told.seq, by=emil)

    mine = [hint for hint in hints if hint.kind == "me" and ana.pk in hint.people]
    assert [hint.data for hint in mine] == [{"k": "post_read", "id": f"{wall.pk}.{told.seq}"}]


def test_changed_words_have_been_read_by_nobody(ana, emil, wall):
    told = say(ana, wall, "A long day.")
    acts.read_post(room=wall.pk, seq=told.seq, by=emil)

    edit_message(room=wall.pk, seq=told.seq, body="A very long day.", by=ana)

    assert readings(ana, wall) == [("", False)]


def test_who_read_and_when_belong_together_says_the_database(ana, wall):
    say(ana, wall, "A long day.")

    with (
        pytest.raises(IntegrityError, match="who_has_read_words_and_when_belong_together"),
        transaction.atomic(),
    ):
        Message.objects.update(seen_at=timezone.now())


# The clock ---------------------------------------------------------------------------------------


def unread():
    return list(Item.objects.filter(kind=ItemKind.UNREAD).values_list("state", "outcome"))


def test_a_post_nobody_reads_comes_onto_the_desk_once_and_before_its_time(ana, ben, emil, wall):
    say(ana, wall, "First.")
    say(ben, wall, "Second.")
    say(emil, wall, "From the team.")
    due = Message.objects.get(body="First.").promised_at
    Message.objects.filter(body="Second.").update(promised_at=due + timedelta(hours=5))
    acts.put_unread_on_desk(due - timedelta(hours=2))
    assert unread() == []

    acts.put_unread_on_desk(due - timedelta(minutes=30))
    acts.put_unread_on_desk(due + timedelta(minutes=30))

    item = Item.objects.get()
    assert (item.kind, item.about, item.area, item.promised_at) == ("unread", ana, wall.area, due)


def test_reading_it_on_the_wall_takes_it_off_the_desk(ana, emil, wall):
    told = say(ana, wall, "First.")
    acts.put_unread_on_desk(timezone.now() + timedelta(days=1))

    acts.read_post(room=wall.pk, seq=told.seq, by=emil)
    acts.put_unread_on_desk(timezone.now() + timedelta(days=1))

    assert unread() == [("closed", "read")]


def test_uncovering_it_on_the_desk_has_read_it(ana, emil, wall):
    say(ana, wall, "First.")
    acts.put_unread_on_desk(timezone.now() + timedelta(days=1))
    path = f"/desk/items/{Item.objects.get().pk}/"
    browser = browser_of(emil)
    assert "First." not in browser.get(path).content.decode()

    shown = browser.post(f"{path}words/", {"show": "yes"}).content.decode()

    assert "First." in shown
    assert (readings(ana, wall), unread()) == ([("emil-ash", False)], [("closed", "read")])


def test_what_somebody_took_is_theirs_to_decide(ana, emil, wall):
    say(ana, wall, "First.")
    acts.put_unread_on_desk(timezone.now() + timedelta(days=1))
    item = Item.objects.get()
    desk.take(item=item.pk, by=emil)

    desk.uncover(item=item.pk, by=emil)

    assert (readings(ana, wall), unread()) == ([("emil-ash", False)], [("taken", "")])


def test_a_post_that_is_gone_waits_for_nobody(ana, wall):
    told = say(ana, wall, "First.")
    acts.put_unread_on_desk(timezone.now() + timedelta(days=1))

    delete_message(room=wall.pk, seq=told.seq, by=ana)

    assert unread() == [("closed", "gone")]


def test_a_broken_promise_is_said_to_its_author(ana, wall):
    say(ana, wall, "First.")
    Message.objects.update(promised_at=timezone.now() - timedelta(minutes=1))

    assert "Nobody from the team has read this yet. We said by" in page_of(ana, wall)


# Threads -----------------------------------------------------------------------------------------


def test_answers_stand_under_their_post_and_the_newest_words_first(ana, ben, wall):
    first = say(ana, wall, "First.").seq
    say(ben, wall, "Second.")
    assert threads(ana, wall) == [["Second."], ["First."]]

    say(ben, wall, "An answer.", reply_to=first)

    assert threads(ana, wall) == [["First.", "An answer."], ["Second."]]


def test_an_answer_to_an_answer_stands_on_the_same_level(ana, ben, wall):
    post = say(ana, wall, "First.").seq
    answer = say(ben, wall, "An answer.", reply_to=post).seq

    say(ana, wall, "And another.", reply_to=answer)

    assert threads(ana, wall) == [["First.", "An answer.", "And another."]]
    assert set(Message.objects.exclude(seq=post).values_list("reply_to", flat=True)) == {post}


def test_an_answer_to_what_never_was_is_a_post(ana, wall):
    say(ana, wall, "To nothing.", reply_to=77)

    assert threads(ana, wall) == [["To nothing."]]


def test_nothing_but_new_words_moves_a_post(ana, ben, emil, wall):
    first = say(ana, wall, "First.").seq
    second = say(ben, wall, "Second.").seq

    edit_message(room=wall.pk, seq=first, body="First, mended.", by=ana)
    acts.read_post(room=wall.pk, seq=first, by=emil)
    delete_message(room=wall.pk, seq=second, by=ben)

    assert threads(ana, wall) == [[""], ["First, mended."]]


def test_a_post_of_somebody_blocked_is_not_shown_and_others_answers_are(ana, ben, emil, wall):
    post = say(ben, wall, "From Ben.").seq
    say(emil, wall, "To Ben.", reply_to=post)
    say(ben, wall, "Another of Ben.")
    ana.blocks.create(of=ben)

    assert threads(ana, wall) == [["To Ben."]]
    assert "The post itself is not shown to you." in page_of(ana, wall)


def test_an_answer_is_written_without_a_script(ana, ben, wall):
    post = say(ana, wall, "First.").seq
    form = {"cid": "0b8f8c1e-8e5c-4d2e-9a54-0d6f3a1e2b3c", "body": "Hello.", "reply_to": post}

    answer = browser_of(ben).post(reverse("groups:room", args=[wall.pk]), form)

    assert (answer.status_code, answer["Location"][-4:]) == (303, "#m-2")
    assert threads(ana, wall) == [["First.", "Hello."]]


def test_an_answer_that_was_asked_about_comes_back_as_an_answer(ana, ben, wall):
    post = say(ana, wall, "First.").seq
    form = {
        "cid": "0b8f8c1e-8e5c-4d2e-9a54-0d6f3a1e2b3c",
        "body": "Ring me: 07700 900123",
        "reply_to": post,
    }

    page = browser_of(ben).post(reverse("groups:room", args=[wall.pk]), form)

    shown = page.content.decode()
    assert page.status_code == 422
    assert f'name="reply_to" value="{post}"' in shown.split('id="composer"')[1].split("</form>")[0]
    assert '<div class="composer-answering" id="answering">' in shown


def test_pages_of_a_wall_lose_and_double_no_post(ana, ben, wall):
    for number in range(45):
        say(ana if number % 2 else ben, wall, f"Post {number}")
    shown, before = [], None

    while True:
        page = recent(reader(ana, wall), before=before)
        shown += [thread.lines[0].event.body for thread in page.threads]
        if (before := page.earlier) is None:
            break

    assert shown == [f"Post {number}" for number in reversed(range(45))]


def test_more_answers_than_fit_have_a_page_of_their_own(ana, wall):
    post = say(ana, wall, "First.").seq
    for number in range(25):
        say(ana, wall, f"Answer {number}", reply_to=post)

    short, whole = page_of(ana, wall), browser_of(ana).get(f"/rooms/{wall.pk}/?around={post}")

    assert ("Answer 4<" in short, "Answer 24<" in short) == (False, True)
    assert "Earlier answers" in short
    assert "Answer 4<" in whole.content.decode()


@pytest.mark.parametrize("posts", [1, 3])
def test_the_page_asks_a_fixed_number_of_questions(
    ana, ben, emil, wall, posts, django_assert_num_queries
):
    for number in range(posts):
        post = say(ben, wall, f"Post {number}").seq
        answer = say(ana, wall, f"Answer {number}", reply_to=post).seq
        acts.read_post(room=wall.pk, seq=answer, by=emil)
    own = reader(ana, wall)

    with django_assert_num_queries(7):
        page = recent(own)

    assert len(page.threads) == posts


def test_nobody_is_said_to_be_at_a_wall(ana, ben, emil, wall, room, monkeypatch):
    from groups import presence

    on_duty(emil, room)
    monkeypatch.setattr(presence, "here", lambda room: frozenset({seat(ben, wall).wire_id}))

    shown = page_of(ana, wall)

    assert "Somebody from the team reads what you write within 12 hours." in shown
    strip = shown.split('id="strip"')[1].split("</div>")[0]
    assert [name for name in ("emil-ash", "ben-moss", "listening") if name in strip] == []


def test_a_wall_refuses_nobody_for_want_of_a_moderator():
    wall, pair = Room(kind=RoomKind.SLOW), Room(kind=RoomKind.PAIR)

    assert [rules.waits(place, on_duty=False) for place in (wall, pair)] == [True, False]


def test_an_answer_stands_under_its_post_and_quotes_nothing(ana, ben, wall):
    post = say(ben, wall, "It was on the stairs.").seq
    say(ana, wall, "I hear you.", reply_to=post)

    shown = page_of(ana, wall)

    messages = shown.split('id="messages"')[1].split('id="empty"')[0]
    assert messages.count("It was on the stairs.") == 1
    assert "message-to" not in messages
    menu = browser_of(ana).get(reverse("groups:acts", args=[wall.pk, post])).text
    assert f'href="/rooms/{wall.pk}/?around={post}#m-{post}" data-answer-below>Answer</a>' in menu
    assert f'<textarea class="input" id="a-{post}"' in messages


def test_notes_fold_and_hearing_is_told_on_a_wall_as_in_a_room(ana, ben, wall):
    say(ana, wall, "He fell.", note_kind=NoteKind.LOSS)
    react(room=wall.pk, seq=1, kind=ReactionKind.HEARD, by=ben)

    lines = [recent(reader(who, wall)).threads[0].lines[0] for who in (ana, ben)]

    assert [(line.fold.is_closed, line.heard) for line in lines] == [
        (False, "1 person heard you."),
        (True, ""),
    ]


def test_a_wall_that_rests_says_so_and_keeps_words_for_the_team(ana, emil, wall):
    let_rest(room=wall.pk, by=emil)

    assert (say(ana, wall, "Good night.").held, say(emil, wall, "Here.").held) == (True, False)
    assert "The room rests for a while." in page_of(ana, wall)
