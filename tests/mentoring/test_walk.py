"""The way of a pair: quiet rooms, the path, how it is between the two, what goes to supervision."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from groups.models import Message
from mentoring.actions import breaks, second, walking
from mentoring.actions.asking_how import ask_how_it_is
from mentoring.actions.silence import look_after_quiet_rooms
from mentoring.enums import Ending
from mentoring.models import Meeting, Pair, PlannedMeeting, Pulse, SupervisionNote
from mentoring.personal_data import export
from mentoring.queries.own import own
from mentoring.queries.walk import due_since
from tests.mentoring.conftest import paired
from tests.mentoring.reading import sent, words
from tests.mentoring.test_asking import told
from tests.people import browser_of, person
from tests.words import say

pytestmark = pytest.mark.thorough

FINE = {"heard": 4, "understood": 4, "working": 3, "pace": 5}
LOW = {**FINE, "pace": 2}


def kinds(somebody):
    return [kind for kind, _path in told(somebody)]


def quiet_for(pair, days):
    """Looks as the ticker does, so many days after the pair began."""
    look_after_quiet_rooms(Pair.objects.get(pk=pair.pk).began_at + timedelta(days=days, hours=1))


# Quiet --------------------------------------------------------------------------------------------


def test_four_steps_each_once_and_nobody_is_asked_to_explain(ana, pair, dora, hana):
    say(ana, pair.room, "Hello.")
    began = {who: kinds(who) for who in (ana, dora, hana)}
    heard = []
    for days in (2, 3, 3, 6, 7, 10, 13, 14, 20):
        quiet_for(pair, days)
        heard.append([len(kinds(who)) - len(began[who]) for who in (ana, dora, hana)])

    # Ana wrote last: Dora reads that the room is there, twice; Hana knows after a week.
    assert kinds(dora)[-1] == "room_is_there"
    assert kinds(hana)[-1] == "pair_quiet"
    assert kinds(ana)[-1] == "quiet_cover"
    assert heard[0] == [0, 0, 0]
    assert heard[1] == heard[2] == heard[3] == [0, 1, 0]
    assert heard[4] == [0, 1, 1]
    assert heard[-1][0] == 1
    assert heard[-2] == heard[-1]


def test_what_both_read_assumes_nothing_and_opens_a_way(ana, pair, dora):
    quiet_for(pair, 3)
    assert "Whoever comes back needs to explain nothing." in words(browser_of(ana), "/mentoring/")
    assert "Ask for somebody else" not in words(browser_of(ana), "/mentoring/")

    quiet_for(pair, 14)

    member, mentor = words(browser_of(ana), "/mentoring/"), words(browser_of(dora), "/mentoring/")
    assert "hana-cove, who answers for your room, knows." in member
    assert "If you would like somebody else meanwhile, you can ask today." in member
    assert [own(who).pairs[0].offers_cover for who in (ana, dora)] == [True, False]
    assert "hana-cove, who answers for your room, knows." in mentor


def test_a_word_begins_anew(ana, pair, dora):
    quiet_for(pair, 8)
    say(dora, pair.room, "Good evening.")
    Message.objects.update(written_at=pair.began_at + timedelta(days=8))

    quiet_for(pair, 9)

    assert Pair.objects.get().quiet_step == 0
    assert own(ana).pairs[0].quiet == ""


def test_who_writes_on_to_nobody_is_not_forgotten(ana, pair, dora, hana):
    say(dora, pair.room, "Good evening.")
    for day in range(1, 16, 2):
        say(ana, pair.room, f"Day {day}.")
        Message.objects.filter(body=f"Day {day}.").update(
            written_at=pair.began_at + timedelta(days=day)
        )
    quiet_for(pair, 3)
    began = {who: kinds(who) for who in (ana, dora, hana)}

    quiet_for(pair, 15)

    heard = {who: kinds(who)[len(began[who]) :] for who in began}
    assert heard == {ana: ["quiet_cover"], dora: ["room_is_there"], hana: ["pair_quiet"]}
    assert "dora-wren has not answered for a while." in words(browser_of(ana), "/mentoring/")
    assert "ana-lark wrote last in your room. There is no" in words(browser_of(dora), "/mentoring/")
    run = words(browser_of(hana), "/mentoring/run/")
    assert "dora-wren has not answered for two weeks. Next: you write to both" in run
    Pair.objects.update(quiet_step=2)
    say(dora, pair.room, "Good night.")
    late = pair.began_at + timedelta(days=15, hours=1)
    Message.objects.filter(body="Good night.").update(written_at=late)
    run = words(browser_of(hana), "/mentoring/run/")
    assert "ana-lark has not answered for a week. Next: you ask ana-lark how it is." in run
    say(dora, pair.room, "I am back.")
    Message.objects.filter(body="I am back.").update(written_at=pair.began_at + timedelta(days=16))
    quiet_for(pair, 17)
    assert Pair.objects.get().quiet_step == 0


def test_who_said_when_they_answer_is_waited_for_from_that_day_on(ana, pair, dora, hana):
    say(ana, pair.room, "Hello.")
    day = timezone.localdate() + timedelta(days=3)
    second.say_when_i_answer(pair=pair, day=day, cid=uuid4(), by=dora)
    began = {who: kinds(who) for who in (ana, dora)}

    def heard(days):
        quiet_for(pair, days)
        return [kinds(who)[len(began[who]) :] for who in (ana, dora)]

    assert heard(6) == [[], []]  # three days from the day they named
    assert heard(8) == [[], ["room_is_there"]]
    assert "dora-wren has not answered for a while." in words(browser_of(ana), "/mentoring/")
    say(dora, pair.room, "Here I am.")
    Message.objects.filter(body="Here I am.").update(written_at=pair.began_at + timedelta(days=9))
    assert heard(10) == [[], ["room_is_there"]]
    assert Pair.objects.get().quiet_step == 0
    for half in ({"answers_on": None}, {"said_when_at": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Pair.objects.update(**half)


def test_looking_after_them_asks_the_same_for_three_as_for_one(ana, ben, pair, mentor, dora):
    def questions():
        with CaptureQueriesContext(connection) as asked_for:
            quiet_for(pair, 4)
        return len(asked_for)

    quiet_for(pair, 4)
    with_one = questions()
    type(mentor).objects.update(places=8)
    for somebody in (ben, person("new-reed"), person("old-fern")):
        say(somebody, paired(somebody, mentor).room, "Hello.")
    quiet_for(pair, 4)

    assert questions() == with_one


def test_a_break_and_an_end_are_told_once_and_otherwise(ana, pair, dora):
    breaks.take_a_break(by=dora)
    before = kinds(ana)

    quiet_for(pair, 20)

    assert kinds(ana) == before
    assert Pair.objects.get().quiet_step == 0


# The path -----------------------------------------------------------------------------------------


def test_either_notes_a_meeting_and_both_see_it(ana, pair, dora):
    page = f"/mentoring/pairs/{pair.pk}/path/"
    assert words(browser_of(ana), page).count("We had this one") == 10

    sent(browser_of(ana), page, {"had": "1"})
    sent(browser_of(ana), page, {"had": "1"})

    assert words(browser_of(dora), page).count("You had this one") == 1
    sent(browser_of(dora), page, {"not": "1"})
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("who", ["ben", "hana"])
@pytest.mark.parametrize("page", ["path/", "how/"])
def test_the_way_of_two_is_there_for_two(request, pair, who, page):
    address = f"/mentoring/pairs/{pair.pk}/{page}"

    assert browser_of(request.getfixturevalue(who)).get(address).status_code == 404
    assert browser_of(request.getfixturevalue("ana")).get(address).status_code == 200


def test_there_are_ten_meetings(ana, pair):
    for number in (0, 11):
        with pytest.raises(Refused):
            walking.note_meeting(pair=pair, number=number, had=True, by=ana)
        with pytest.raises(IntegrityError), transaction.atomic():
            Meeting.objects.create(pair=pair, number=number)
    Meeting.objects.create(pair=pair, number=10)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(pair=pair, number=10)


# How it is ----------------------------------------------------------------------------------------


def asked(somebody):
    return bool(own(somebody).asked_how)


def test_each_is_asked_after_the_first_and_third_meeting_then_monthly(ana, pair, dora):
    assert not asked(ana)
    walking.note_meeting(pair=pair, number=1, had=True, by=ana)
    assert asked(ana)
    assert asked(dora)
    walking.say_how_it_is(pair=pair, answers=FINE, unsafe=False, by=ana)
    assert (asked(ana), asked(dora)) == (False, True)
    Pulse.objects.update(at=timezone.now() - timedelta(days=8))
    for number in (2, 3):
        walking.note_meeting(pair=pair, number=number, had=True, by=dora)
    assert asked(ana)
    walking.say_how_it_is(pair=pair, answers=FINE, unsafe=False, by=ana)
    assert not asked(ana)

    Pulse.objects.update(at=timezone.now() - timedelta(days=30))

    assert asked(ana)


def test_each_is_told_once_each_time_and_without_a_noted_meeting_too(ana, pair, dora):
    today = timezone.now()
    Pair.objects.update(began_at=today - timedelta(days=80))
    began = Pair.objects.get().began_at

    def asked_on(day):
        for _twice in range(2):
            ask_how_it_is(began + timedelta(days=day))
            Notification.objects.filter(at__gte=today).update(at=began + timedelta(days=day))
        return [kinds(who).count("how_is_it") for who in (ana, dora)]

    plan = PlannedMeeting.objects.create(pair=pair, number=1, begins_at=began + timedelta(days=5))
    assert [asked_on(day) for day in (5, 6)] == [[0, 0], [1, 1]]  # its hour is over
    plan.delete()
    assert asked_on(15) == [1, 1]  # nobody is asked twice for one answer
    Notification.objects.update(read_at=today)
    walking.say_how_it_is(pair=pair, answers=FINE, unsafe=False, by=ana)
    Pulse.objects.update(at=began + timedelta(days=16))
    assert asked_on(43) == [1, 1]
    assert asked_on(45) == [1, 2]  # a month without an answer
    assert asked_on(46) == [2, 2]
    walking.say_how_it_is(pair=pair, answers=FINE, unsafe=False, by=ana)
    assert kinds(ana).count("how_is_it") == 1  # answered: it waits no more


def test_one_is_asked_anew_after_a_meeting_or_a_month_and_never_in_the_same_hour():
    began = timezone.now()

    def since(*had, said=None, now):
        at = [began + timedelta(days=day) for day in had]
        last = None if said is None else began + timedelta(days=said)
        found = due_since(at, last, began=began, now=began + timedelta(days=now))
        return None if found is None else (found - began).days

    assert [
        since(now=13), since(now=14), since(now=43), since(now=44),
        since(2, now=3), since(2, 4, 6, now=7), since(2, 4, 6, now=33),
        since(2, 4, 6, said=7, now=8), since(2, 4, 6, said=5, now=7), since(2, 4, 6, said=5.9, now=6.5),
        since(2, said=5, now=34), since(2, said=5, now=35),
    ] == [None, 14, 14, 44, 2, 6, 32, None, 6, None, None, 35]  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "unsafe", "needs"),
    [
        ([FINE, LOW], False, False),
        ([LOW, LOW], False, True),
        ([LOW, FINE], False, False),
        ([LOW, FINE, LOW], False, True),
        ([FINE], True, True),
    ],
)
def test_twice_low_or_unsafe_reaches_a_coordinator_at_once(ana, pair, hana, answers, unsafe, needs):
    before = len(told(hana))
    for one in answers:
        Pulse.objects.update(at=F("at") - timedelta(days=1))
        walking.say_how_it_is(pair=pair, answers=one, unsafe=unsafe, by=ana)

    assert [kind for kind, _path in told(hana)[before:]] == ["pulse_needs_you"] * needs


def test_low_twice_in_one_hour_is_low_once(ana, pair):
    said = [
        walking.say_how_it_is(pair=pair, answers=LOW, unsafe=False, by=ana).needs_look
        for _twice in range(2)
    ]

    assert said == [False, False]


def test_the_other_never_reads_it_and_the_coordinator_no_number(ana, pair, dora, hana):
    page = f"/mentoring/pairs/{pair.pk}/how/"
    assert "the team are told at once, at any hour" in words(browser_of(ana), page)
    said = {name: str(much) for name, much in LOW.items()}

    found = sent(browser_of(ana), page, {**said, "unsafe": "on"})

    assert "have been told now" in found
    assert "does not feel safe" not in words(browser_of(dora), "/mentoring/").lower()
    assert export(dora)["how_it_was"] == []
    assert export(ana)["how_it_was"] == [{**LOW, "unsafe": True}]
    run = words(browser_of(hana), "/mentoring/run/")
    assert "Does not feel safe in their pair." in run
    assert "Write to them alone." in run
    sent(browser_of(hana), f"/mentoring/run/looked/{Pulse.objects.get().pk}/", {})
    assert "Write to them alone." not in words(browser_of(hana), "/mentoring/run/")
    assert Entry.objects.get(act="look_after_pair").about == ana.pk


def test_only_coordinators_note_that_they_looked(ana, pair, dora):
    pulse = walking.say_how_it_is(pair=pair, answers=FINE, unsafe=True, by=ana)

    assert browser_of(dora).post(f"/mentoring/run/looked/{pulse.pk}/").status_code == 404
    assert Pulse.objects.get().looked_at is None


@pytest.mark.parametrize(
    "wrong", [{"heard": 0}, {"pace": 6}, {"unsafe": True, "needs_look": False}]
)
def test_the_database_refuses_half_a_pulse(ana, pair, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pulse.objects.create(pair=pair, person=ana, **{**FINE, **wrong})
    assert Pulse.objects.create(pair=pair, person=ana, **FINE, unsafe=True, needs_look=True)


def test_a_missing_answer_is_said(ana, pair):
    answer = browser_of(ana).post(f"/mentoring/pairs/{pair.pk}/how/", {"heard": "3"})

    assert answer.status_code == 422
    assert not Pulse.objects.exists()


# Supervision --------------------------------------------------------------------------------------


def test_a_mentor_brings_something_to_supervision_and_nobody_s_name(ana, pair, dora):
    browser, page = browser_of(dora), "/mentoring/supervision/"
    named = browser.post(page, {"words": "Ana-Lark told me something."})
    assert named.status_code == 422
    assert not SupervisionNote.objects.exists()

    kept = sent(browser, page, {"words": "I answered too fast.", "keep": "yes"})
    assert "I answered too fast." in kept
    assert "to bring to supervision" not in kept

    note = SupervisionNote.objects.get()
    assert "to bring to supervision" in sent(browser, f"{page}{note.pk}/", {"bring": "yes"})
    assert "talked over" in sent(browser, f"{page}{note.pk}/", {})
    assert SupervisionNote.objects.get().talked_at is not None
    line = {"words": "I answered too fast.", "to_bring": True}
    assert export(dora)["as_mentor"]["log"] == [line]


def test_a_short_name_is_no_part_of_a_word_and_stays_a_name_after_the_end(ana, pair, dora):
    Person.objects.filter(pk=ana.pk).update(handle="Al")
    Pair.objects.update(ended_at=timezone.now(), ending=Ending.TIMES)
    browser, page = browser_of(dora), "/mentoring/supervision/"

    said = ("I also felt small.", "What al’s week did to me.", "(AL) was quiet.")
    answers = [browser.post(page, {"words": words}).status_code for words in said]

    assert answers == [302, 422, 422]


@pytest.mark.parametrize("who", ["ana", "karim", "hana"])
def test_a_list_for_supervision_is_its_mentor_s_own(request, pair, dora, who):
    note = walking.note_in_log(words="I answered too fast.", by=dora)
    browser = browser_of(request.getfixturevalue(who))

    assert browser.get("/mentoring/supervision/").status_code == 404
    assert browser.post(f"/mentoring/supervision/{note.pk}/").status_code == 404
