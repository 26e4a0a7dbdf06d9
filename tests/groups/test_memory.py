"""How long words live: a rule per room, kept by the clock, and true on every screen."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from community.refusal import Refused
from community.safety.actions import measures
from community.safety.actions.reporting import report
from community.safety.enums import ItemKind, ReportReason, Why
from community.safety.models import Item, Measure, Report
from groups.actions import wall as on_the_wall
from groups.actions.anew import write_anew
from groups.actions.covering import cover_words, name_of
from groups.actions.memory import expire_room, expire_words, is_over
from groups.actions.messages import delete_message, edit_message, hide_message, restore_message
from groups.actions.shaping import Shape, shape_room
from groups.actions.speaking import react
from groups.enums import Memory, NoteKind, ReactionKind, WhyBack
from groups.models import EMPTY, Message, Room, RoomEvent
from groups.queries.own_words import own_said
from groups.search import search
from tests.people import browser_of, on_duty, seat
from tests.words import history, say, told, wait


def long_ago(room, *seqs, days):
    """These were said so many days ago."""
    at = timezone.now() - timedelta(days=days)
    RoomEvent.objects.filter(room=room, seq__in=seqs).update(at=at)
    Message.objects.filter(room=room, seq__in=seqs).update(written_at=at)


def rule(room, memory, days=None):
    Room.objects.filter(pk=room.pk).update(memory=memory, keep_days=days)


def numbers(room):
    room.refresh_from_db()
    return (room.first_seq, room.last_seq)


@pytest.fixture
def talked(ana, ben, emil, room):
    """Four things were said, two of them ten days ago; words are kept for seven."""
    on_duty(emil, room)
    for somebody, words in ((ana, "One"), (ben, "Two"), (ana, "Three"), (ben, "Four")):
        say(somebody, room, words)
    long_ago(room, 1, 2, days=10)
    rule(room, Memory.DAYS, 7)
    return room


# Days --------------------------------------------------------------------------------------------


def test_what_is_older_than_its_days_is_gone_and_the_rest_stays(talked):
    expire_words(timezone.now())

    assert history(talked) == ["Three", "Four"]
    assert numbers(talked) == (3, 5)
    assert [(m.body, m.state, m.state_why) for m in Message.objects.order_by("seq")] == [
        ("", "expired", "memory"),
        ("", "expired", "memory"),
        ("Three", "shown", ""),
        ("Four", "shown", ""),
    ]


def test_nothing_that_was_said_around_the_words_stays(ana, ben, emil, talked):
    message = Message.objects.get(room=talked, seq=1)
    edit_message(room=talked.pk, seq=1, body="One, two", note_kind=NoteKind.LOSS, by=ana)
    react(room=talked.pk, seq=1, kind=ReactionKind.HEARD, by=ben)
    message.refresh_from_db()
    cover_words(
        room=talked.pk,
        seq=1,
        parts=[(5, 8)],
        read=name_of(message),
        reason=Why.METHOD,
        by=emil,
    )
    write_anew(room=talked.pk, seq=1, body="One", by=ana)

    expire_words(timezone.now())

    message.refresh_from_db()
    assert {name: getattr(message, name) for name in EMPTY} == EMPTY
    assert not message.reactions.exists()
    assert Item.objects.get(subject_kind="rewrite").outcome == "expired"


def test_numbers_that_are_kept_have_no_hole_and_screens_are_told(talked):
    expire_words(timezone.now())

    assert told(talked) == [(3, "msg", "Three"), (4, "msg", "Four"), (5, "expired", "")]
    assert RoomEvent.objects.get(kind="expired").data == {"first": 3}


def test_doing_it_twice_does_it_once(talked):
    expire_words(timezone.now())
    before = (told(talked), numbers(talked))

    expire_words(timezone.now())
    expire_words(timezone.now() + timedelta(minutes=5))

    assert (told(talked), numbers(talked)) == before


def test_a_room_that_keeps_its_words_keeps_them(talked):
    rule(talked, Memory.KEPT)

    expire_words(timezone.now() + timedelta(days=4000))

    assert history(talked) == ["One", "Two", "Three", "Four"]


def test_expired_words_are_in_no_answer_of_ours(ana, talked):
    browser = browser_of(ana)
    expire_words(timezone.now())

    pages = [
        browser.get(reverse("groups:room", args=[talked.pk])),
        browser.get(f"/rooms/{talked.pk}/?around=1"),
        browser.get(f"/rooms/{talked.pk}/mine/"),
        browser.get("/rooms/search/?q=One"),
    ]

    assert [b"One<" in page.content for page in pages] == [False] * 4
    assert [m.body for m in own_said(seat(ana, talked))] == ["Three"]
    assert search(ana, ["One"]).hits == []
    assert "What was said before is kept no longer." in pages[0].content.decode()


def test_words_that_wait_were_not_said_and_stay(ana, emil, room):
    waiting = wait(ana, room, "Only for the morning.")
    rule(room, Memory.DAYS, 1)

    expire_words(timezone.now() + timedelta(days=30))

    waiting.refresh_from_db()
    assert (waiting.state, waiting.body) == ("held", "Only for the morning.")


def test_what_its_author_took_out_says_so_still(ana, talked):
    delete_message(room=talked.pk, seq=1, by=ana)

    expire_words(timezone.now())

    assert list(Message.objects.order_by("seq").values_list("state", flat=True))[:2] == [
        "deleted",
        "expired",
    ]


def test_words_that_are_gone_are_neither_changed_nor_shown_again(ana, emil, talked):
    expire_words(timezone.now())

    for act in (
        lambda: edit_message(room=talked.pk, seq=1, body="Back.", by=ana),
        lambda: hide_message(room=talked.pk, seq=1, reason=Why.RULES, by=emil),
        lambda: restore_message(room=talked.pk, seq=1, reason=WhyBack.FITS, by=emil),
    ):
        with pytest.raises(Refused, match="gone"):
            act()


# After the meeting -------------------------------------------------------------------------------


@pytest.fixture
def met(ana, emil, room):
    """A meeting with Emil, after which no word stays. Answers his lease."""
    lease = on_duty(emil, room)
    say(ana, room, "Good evening.")
    rule(room, Memory.MEETING)
    return lease


def test_words_stay_while_the_meeting_goes_on(met, room):
    expire_words(timezone.now())

    assert history(room) == ["Good evening."]


@pytest.mark.parametrize(("minutes", "left"), [(14, ["Good evening."]), (16, [])])
def test_no_word_stays_a_quarter_of_an_hour_after_the_last_lease(met, room, minutes, left):
    expire_words(met.until + timedelta(minutes=minutes))

    assert history(room) == left


def test_who_lays_duty_down_ends_the_meeting_too(met, room):
    met.ended_at = timezone.now() - timedelta(minutes=20)
    met.save()
    assert is_over(room, now=timezone.now())

    expire_words(timezone.now())

    assert history(room) == []
    assert numbers(room) == (2, 2)


def test_a_second_moderator_keeps_it_open(met, noor, room):
    over = met.until + timedelta(minutes=16)
    on_duty(noor, room, until=over + timedelta(minutes=1))

    expire_words(over)

    assert history(room) == ["Good evening."]


def test_the_next_meeting_begins_on_a_clean_page(met, ana, emil, room):
    expire_words(met.until + timedelta(minutes=16))

    say(ana, room, "Here again.")

    assert history(room) == ["Here again."]
    assert told(room) == [(2, "expired", ""), (3, "msg", "Here again.")]


def test_a_part_above_may_say_that_a_meeting_is_over(met, room):
    first = expire_room(room=room.pk, until=timezone.now())

    assert (first, history(room)) == (2, [])
    assert expire_room(room=room.pk, until=timezone.now()) is None


# Cases -------------------------------------------------------------------------------------------


def test_what_was_reported_stays_in_the_case(ana, ben, talked):
    said = Message.objects.get(room=talked, seq=2)
    report(kind="message", id=str(said.pk), reason=ReportReason.HURTS, words="", by=ana)
    before = Report.objects.get().snapshot

    expire_words(timezone.now())

    assert "ben-moss: Two" in before
    assert Report.objects.get().snapshot == before
    assert Item.objects.get().state == "open"


def test_hidden_words_stay_while_somebody_decides_about_them(ana, emil, hana, talked):
    hide_message(room=talked.pk, seq=1, reason=Why.METHOD, words="Not here.", by=emil)
    measures.appeal(measure=Measure.objects.get().pk, words="Read it again.", by=ana)

    expire_words(timezone.now())
    kept = Message.objects.get(seq=1)
    item = Item.objects.get(kind=ItemKind.APPEAL)
    item.measure = Measure.objects.get()
    measures.let_stand(item=item, by=hana, words="It stays hidden.")
    expire_words(timezone.now())

    assert (kept.state, kept.body) == ("hidden", "One")
    assert history(talked) == ["Three", "Four"]
    assert Message.objects.get(seq=1).state == "expired"


def test_words_shown_again_after_their_time_reach_no_screen(ana, emil, talked):
    hide_message(room=talked.pk, seq=1, reason=Why.METHOD, words="Not here.", by=emil)
    measures.appeal(measure=Measure.objects.get().pk, words="Read it again.", by=ana)
    expire_words(timezone.now())
    before = told(talked)

    restore_message(room=talked.pk, seq=1, reason=WhyBack.FITS, by=emil)
    assert told(talked) == before
    expire_words(timezone.now())

    assert Message.objects.get(seq=1).state == "expired"
    assert search(ana, ["One"]).hits == []


def test_a_post_nobody_read_leaves_the_desk_with_its_words(ana, wall):
    say(ana, wall, "First.")
    on_the_wall.put_unread_on_desk(timezone.now() + timedelta(days=1))
    long_ago(wall, 1, days=10)
    rule(wall, Memory.DAYS, 7)

    expire_words(timezone.now())

    assert list(Item.objects.values_list("state", "outcome")) == [("closed", "expired")]


# The rule ----------------------------------------------------------------------------------------


def shape(room, by, memory, days=None):
    shape_room(room=room, shape=Shape(title=room.title, memory=memory, keep_days=days), by=by)


def test_a_shorter_time_counts_for_all_that_is_there(hana, talked):
    shape(talked, hana, Memory.DAYS, 3)

    expire_words(timezone.now())

    assert history(talked) == ["Three", "Four"]


def test_a_longer_time_keeps_nothing_that_was_said_under_a_shorter_one(ana, hana, talked):
    shape(talked, hana, Memory.KEPT)
    expire_words(timezone.now())
    assert history(talked) == ["Three", "Four"]
    say(ana, talked, "Five, under the new rule")

    expire_words(timezone.now() + timedelta(days=8))

    assert history(talked) == ["Five, under the new rule"]
    talked.refresh_from_db()
    assert (talked.memory, talked.said_before, talked.said_days) == ("kept", None, None)


def test_a_meeting_that_was_promised_to_leave_nothing_leaves_nothing(ana, hana, met, room):
    shape(room, hana, Memory.KEPT)
    expire_words(timezone.now())
    assert history(room) == ["Good evening."]

    expire_words(met.until + timedelta(minutes=16))

    assert history(room) == []


@pytest.mark.parametrize("who", ["ana", "emil"])
def test_only_coordinators_set_the_rule(request, talked, who):
    with pytest.raises(Refused, match="not_yours"):
        shape(talked, request.getfixturevalue(who), Memory.KEPT)

    talked.refresh_from_db()
    assert (talked.memory, talked.keep_days) == ("days", 7)


def test_a_wall_has_no_meetings(hana, wall):
    with pytest.raises(Refused, match="no_meetings"):
        shape(wall, hana, Memory.MEETING)
    with (
        pytest.raises(IntegrityError, match="only_a_live_room_forgets_its_meetings"),
        transaction.atomic(),
    ):
        rule(wall, Memory.MEETING)

    rule(wall, Memory.DAYS, 3)


@pytest.mark.parametrize(
    ("memory", "days", "fits"),
    [
        (Memory.DAYS, None, False),
        (Memory.DAYS, 0, False),
        (Memory.KEPT, 3, False),
        (Memory.DAYS, 1, True),
        (Memory.MEETING, None, True),
    ],
)
def test_days_are_said_exactly_where_they_count(room, memory, days, fits):
    if fits:
        rule(room, memory, days)
        return
    with (
        pytest.raises(IntegrityError, match="words_kept_for_days_say_for_how_many"),
        transaction.atomic(),
    ):
        rule(room, memory, days)


def test_half_an_earlier_rule_is_refused_by_the_database(room):
    with (
        pytest.raises(IntegrityError, match="an_earlier_rule_says_until_when_and_how_long"),
        transaction.atomic(),
    ):
        Room.objects.filter(pk=room.pk).update(said_days=3)

    Room.objects.filter(pk=room.pk).update(said_days=3, said_before=timezone.now())


# Where it is said --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("memory", "days", "words"),
    [
        (Memory.KEPT, None, "Words are kept here."),
        (Memory.DAYS, 1, "Words stay here for one day, then they are deleted."),
        (Memory.DAYS, 7, "Words stay here for 7 days, then they are deleted."),
        (Memory.MEETING, None, "No word stays: all of it is deleted a quarter of an hour after"),
    ],
)
def test_the_door_and_the_strip_say_it(ana, cleo, evenings, room, memory, days, words):
    rule(room, memory, days)

    strip = browser_of(ana).get(reverse("groups:room", args=[room.pk])).content.decode()
    door = browser_of(cleo).get(reverse("groups:come-in", args=["evenings"])).content.decode()

    assert words in strip.split('id="strip"')[1].split("</div>")[0]
    assert words in door


def test_a_coordinator_sets_it_on_a_page(hana, evenings, room):
    page = reverse("groups:shape-room", args=["evenings", room.pk])
    browser = browser_of(hana)
    wrong = browser.post(page, {"title": "Late", "memory": "days", "keep_days": ""})
    assert (wrong.status_code, "Please say for how many days." in wrong.content.decode()) == (
        422,
        True,
    )

    browser.post(page, {"title": "Late", "memory": "days", "keep_days": "3"})

    room.refresh_from_db()
    assert (room.title, room.memory, room.keep_days) == ("Late", "days", 3)


def test_members_find_no_such_page(ana, room):
    answer = browser_of(ana).post(
        reverse("groups:shape-room", args=["evenings", room.pk]), {"title": "Mine"}
    )

    room.refresh_from_db()
    assert (answer.status_code, room.title) == (403, "The long evening")
