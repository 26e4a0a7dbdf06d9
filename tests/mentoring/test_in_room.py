"""What stands beside the words in a pair's room: what the other hopes for, ways to begin, an answer
promised in one tap, a second person, and the truth about a break."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from community.notifications.models import Notification
from community.safety import subjects
from community.safety.actions import desk
from community.safety.models import Appointment, Item, Report, Sign
from groups.models import Draft, Message
from groups.sending import send
from mentoring.actions import breaks, ending
from tests.mentoring.conftest import HOPES
from tests.mentoring.reading import questions, sent, words
from tests.people import browser_of, on_duty
from tests.words import history, say

pytestmark = pytest.mark.thorough

HEAVY = "I want to end it tonight, I have pills here."


@pytest.fixture
def in_room(pair):
    """`in_room(ana)` is the page of the pair's room as Ana reads it."""
    return lambda somebody: words(browser_of(somebody), f"/rooms/{pair.room_id}/")


def at(pair, what):
    return f"/mentoring/pairs/{pair.pk}/{what}/"


def heavy(ana, pair):
    send(by=ana.pk, room=pair.room_id, cid=uuid4(), body=HEAVY)


# To begin with ------------------------------------------------------------------------------------


def test_the_mentor_reads_first_what_the_other_hopes_for(ana, dora, pair, in_room):
    found = in_room(dora)

    assert found.index(HOPES) < found.index("Nobody has written here yet.")
    assert "Would like to talk about sleep" in found
    assert "Has time weekday evenings" in found
    assert HOPES not in in_room(ana)
    assert "is here as your mentor. Reads messages: Tuesday after eight" in in_room(ana)


def test_a_way_to_begin_only_fills_the_box(ana, dora, pair, in_room):
    browser = browser_of(dora)

    answer = browser.post(at(pair, "begin"), {"way": "1"})

    assert answer["Location"] == f"/rooms/{pair.room_id}/#composer"
    assert Draft.objects.get().body.startswith("Hello. I have read what you hope for.")
    assert not Message.objects.exists()
    Draft.objects.update(note="sleep", intent="listen")
    browser.post(at(pair, "begin"), {"way": "2"})
    draft = Draft.objects.get()
    assert draft.body.split("\n\n")[1].startswith("Hello. There is no hurry")
    assert (draft.note, draft.intent) == ("sleep", "listen")  # what was chosen stays


def test_who_has_written_needs_no_way_to_begin(ana, dora, pair, in_room):
    say(ana, pair.room, "Good evening.")

    assert "Three ways to begin" not in in_room(ana)
    assert "Three ways to begin" in in_room(dora)


def test_a_room_of_a_group_has_none_of_it(ana, room):
    found = words(browser_of(ana), f"/rooms/{room.pk}/")

    assert "Three ways to begin" not in found
    assert "Six short lines to agree on" not in found


def test_the_page_asks_the_same_however_much_was_said(ana, dora, pair):
    browser = browser_of(dora)
    for body in ("one", "two"):
        say(ana, pair.room, body)
    address = f"/rooms/{pair.room_id}/"
    with_two = questions(browser, address)
    for body in ("three", "four", "five"):
        say(ana, pair.room, body)

    assert questions(browser, address) == with_two


# A break, a stop ----------------------------------------------------------------------------------


def test_a_break_stands_in_the_room_of_who_waits(ana, dora, pair, in_room):
    sentence = "dora-wren is taking a break. It is not because of you."
    assert sentence not in in_room(ana)

    breaks.take_a_break(by=dora)

    assert sentence in in_room(ana)
    assert sentence not in in_room(dora)
    breaks.come_back(by=dora)
    assert sentence not in in_room(ana)


def test_that_two_have_stopped_stands_in_their_room(ana, dora, pair, in_room):
    ending.end_pair(pair=pair, by=dora)

    assert "You and dora-wren have stopped talking here." in in_room(ana)
    assert "You and ana-lark have stopped talking here." in in_room(dora)
    assert "I need a second person" not in in_room(dora)
    assert "Three ways to begin" not in in_room(ana)


def test_a_break_and_a_stop_are_in_sight(ana, dora, pair):
    for somebody, breaks_too in ((ana, False), (dora, True)):
        found = browser_of(somebody).get(f"/rooms/{pair.room_id}/").content.decode()
        assert at(pair, "stop") in found
        assert ("/mentoring/#break" in found) is breaks_too


# An answer, later ---------------------------------------------------------------------------------


def test_one_tap_says_when_the_answer_comes(ana, dora, pair, in_room):
    say(ana, pair.room, "It was a long day.")
    assert "I read it, I answer tomorrow" in in_room(dora)
    assert "I read it, I answer" not in in_room(ana)
    day, cid = timezone.localdate() + timedelta(days=1), uuid4()
    browser = browser_of(dora)

    for _twice in range(2):
        browser.post(at(pair, "later"), {"day": day.isoformat(), "cid": cid})

    assert history(pair.room) == ["It was a long day.", "I have read this. I answer tomorrow."]
    assert "I have read this. I answer tomorrow." in in_room(ana)


@pytest.mark.parametrize("day", ["2020-01-01", "2999-01-01", "Thursday", ""])
def test_an_answer_is_promised_for_a_day_ahead(ana, dora, pair, day):
    say(ana, pair.room, "It was a long day.")

    answer = browser_of(dora).post(at(pair, "later"), {"day": day, "cid": uuid4()})

    assert answer.status_code == 404
    assert history(pair.room) == ["It was a long day."]


# A second person ----------------------------------------------------------------------------------


def test_a_second_person_is_in_sight_for_the_mentor_alone(ana, dora, pair, in_room):
    assert "I need a second person" in in_room(dora)
    assert "I need a second person" not in in_room(ana)


def test_after_heavy_words_it_says_that_nobody_holds_this_alone(ana, dora, pair, in_room):
    sentence = "You do not have to hold this alone."
    assert sentence not in in_room(dora)

    heavy(ana, pair)

    assert sentence in in_room(dora)
    assert sentence not in in_room(ana)
    Sign.objects.update(at=timezone.now() - timedelta(hours=25))
    assert sentence not in in_room(dora)


def test_what_stands_at_the_mentor_s_box_is_made_anew_on_an_open_page(dora, pair):
    page = browser_of(dora).get(pair.room.get_absolute_url()).content.decode()
    anew = Path(finders.find("groups/refresh.js")).read_text()

    assert 'class="pair-box" id="pair-box"' in page
    assert '"pair-box"' in anew


def test_where_nobody_is_there_it_says_so_and_which_line_to_pass_on(dora, pair):
    found = words(browser_of(dora), at(pair, "second"))

    assert "Nobody from the team" in found
    assert "Please pass on a line below, and do not wait for us." in found
    assert "If a life is in danger: 999" in found
    assert "hana-cove , who answers for your room, is told as well." in found


def test_where_somebody_is_there_it_says_who_is_called(dora, emil, noor, room, pair):
    on_duty(emil, room)

    found = words(browser_of(dora), at(pair, "second"))
    on_duty(noor, room)
    both = words(browser_of(dora), at(pair, "second"))

    assert "From the team, emil-ash is here now and is called. Somebody looks by" in found
    assert "From the team, these people are here now and are called: " in both
    assert "do not wait for us" not in found


def test_a_call_is_on_the_desk_without_a_word_from_the_room(ana, dora, hana, pair):
    say(ana, pair.room, "A secret.")

    found = sent(browser_of(dora), at(pair, "second"), {"words": "I do not know what to say."})

    promised = "so those who lead are called at once. Please pass on a line below"
    assert promised in found[found.index("Nobody has answered yet.") :]
    item = Item.objects.get()
    assert (item.kind, item.level, item.area, item.about) == ("report", "soon", "house", ana)
    told = subjects.get("pair").context(item.subject_id)
    assert told.where == ("dora-wren, a mentor, asks for a second person. They talk with ana-lark.")
    assert (Report.objects.get().words, Report.objects.get().snapshot) == (
        "I do not know what to say.", "",
    )  # fmt: skip
    assert Notification.objects.filter(
        person=hana, kind="second_person", path=f"/desk/items/{item.pk}/"
    ).exists()
    assert not Notification.objects.filter(person=ana, kind="second_person").exists()


def test_calling_twice_is_one_call(dora, hana, pair, in_room):
    browser = browser_of(dora)
    sent(browser, at(pair, "second"))
    Notification.objects.update(read_at=timezone.now())

    sent(browser, at(pair, "second"))

    assert Report.objects.count() == 1
    assert not Notification.objects.filter(person=hana, read_at=None).exists()
    assert "A second person is called" in in_room(dora)


def test_it_says_who_has_it_only_once_somebody_has(dora, emil, evenings, pair):
    browser = browser_of(dora)
    sent(browser, at(pair, "second"))
    assert "emil-ash" not in words(browser, at(pair, "second"))

    desk.take(item=Item.objects.get().pk, by=emil)

    assert "emil-ash from the team has it, since" in words(browser, at(pair, "second"))
    assert Appointment.objects.filter(person=emil).exists()


@pytest.mark.parametrize("what", ["second", "later", "begin"])
@pytest.mark.parametrize("who", ["ben", "hana", "cleo"])
def test_for_others_there_is_no_such_pair(request, ana, pair, who, what):
    form = {"way": "0", "day": timezone.localdate().isoformat(), "cid": uuid4()}

    answer = browser_of(request.getfixturevalue(who)).post(at(pair, what), form)

    assert answer.status_code == 404
    assert not Report.objects.exists()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("what", ["second", "later"])
def test_the_member_has_the_team_and_not_the_mentor_s_means(ana, pair, what):
    form = {"day": timezone.localdate().isoformat(), "cid": uuid4()}

    assert browser_of(ana).post(at(pair, what), form).status_code == 404
    assert not Report.objects.exists()
    assert not Message.objects.exists()
