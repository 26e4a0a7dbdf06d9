"""Two people stop: by either, without a reason, and the other reads no refusal. And a mentor stops
being one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from groups.enums import RoomState
from mentoring.actions import asking, ending
from mentoring.enums import MentorState, RequestState
from mentoring.models import Mentor, Pair
from mentoring.queries.matching import open_request, pairs_now, suggestions
from mentoring.queries.own import own
from tests.mentoring.conftest import asked, one_more, paired, wishes
from tests.mentoring.reading import questions, sent, words
from tests.people import browser_of, person
from tests.words import history, say

READ_BY_ANA = (
    "You and dora-wren have stopped talking here. Not every two people fit, and it is not because "
    "of you. Your room stays for you to read. If you would like somebody else, you can ask today."
)
READ_BY_DORA = (
    "You and ana-lark have stopped talking here. Not every two people fit, and it is not because "
    "of you. Your room stays for you to read."
)


def told(somebody):
    return list(
        Notification.objects.filter(person=somebody).order_by("pk").values_list("kind", "path")
    )


def code(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.refusal.code


@pytest.mark.parametrize("who", ["ana", "dora"])
def test_either_ends_it_and_both_read_the_same(request, ana, dora, pair, who):
    by = request.getfixturevalue(who)

    ending.end_pair(pair=pair, by=by)

    assert [line.words for line in own(ana).ended] == [READ_BY_ANA]
    assert [line.words for line in own(dora).ended] == [READ_BY_DORA]
    assert (own(ana).pairs, own(dora).pairs) == ([], [])


@pytest.mark.parametrize(("who", "is_told"), [("ana", False), ("dora", True)])
def test_a_member_whose_mentor_stopped_is_looked_after(request, ana, hana, pair, who, is_told):
    ending.end_pair(pair=pair, by=request.getfixturevalue(who))

    assert ("member_alone" in [kind for kind, _path in told(hana)]) is is_told
    browser, line = browser_of(hana), "Next: you ask them how they are."
    assert (line in words(browser, "/mentoring/run/")) is is_told
    asking.ask_for_mentor(by=ana, wishes=wishes())
    assert line not in words(browser, "/mentoring/run/")


def test_nobody_left_alone_is_forgotten_until_somebody_has_asked_them(ana, ben, hana, mentor, pair):
    with_ben = paired(ben, mentor)
    ending.end_apart(pair=with_ben, by=hana)
    asking.withdraw(request=open_request(ben), by=ben)
    Person.objects.filter(pk=ana.pk).update(standing=Standing.SUSPENDED)
    ending.end_apart(pair=pair, by=hana)  # nobody is looked for while they cannot be here
    Person.objects.filter(pk=ana.pk).update(standing=Standing.ACTIVE)
    long_ago = timezone.now() - timedelta(days=90)
    Pair.objects.update(began_at=long_ago, ended_at=long_ago)
    browser, page = browser_of(hana), f"/mentoring/run/alone/{pair.request_id}/"

    found = words(browser, "/mentoring/run/")
    assert "I have asked them : ana-lark" in found
    assert "I have asked them : ben-moss" not in found  # took it back themself
    assert browser_of(mentor.person).post(page).status_code == 404

    assert "I have asked them" not in sent(browser, page)
    assert Entry.objects.get(act="ask_how_they_are").about == ana.pk


def test_the_other_is_told_and_who_ended_it_is_not(ana, dora, pair):
    before = told(ana)

    ending.end_pair(pair=pair, by=ana)

    assert told(dora)[-1] == ("pair_ended", "/mentoring/")
    assert told(ana) == before


def test_the_room_closes_and_stays_to_be_read(ana, dora, pair):
    say(ana, pair.room, "Good night.")

    ending.end_pair(pair=pair, by=dora)

    pair.room.refresh_from_db()
    assert pair.room.state == RoomState.CLOSED
    assert say(ana, pair.room, "Are you there?").refusal.code == "closed"
    assert history(pair.room) == ["Good night."]
    assert "Good night." in words(browser_of(ana), f"/rooms/{pair.room_id}/")


def test_the_place_is_free_and_the_member_asks_again_at_once(ana, ben, mentor, pair):
    Mentor.objects.update(places=1)
    one_more("sol-reed")

    ending.end_pair(pair=pair, by=ana)
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert request.state == RequestState.OPEN
    assert pairs_now(mentor) == 0
    assert asked(ben, mentor).mentor == mentor


def test_who_stopped_is_not_suggested_to_the_other_again(ana, pair):
    sol = one_more("sol-reed")
    ending.end_pair(pair=pair, by=pair.mentor.person)

    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert [one.mentor for one in suggestions(request)] == [sol.pk]


def test_it_stands_on_the_record_once(ana, dora, pair):
    ending.end_pair(pair=pair, by=ana)

    assert code(lambda: ending.end_pair(pair=pair, by=dora)) == "ended"
    entry = Entry.objects.get(act="end_pair")
    assert (entry.by, entry.about, entry.subject) == (ana.pk, dora.pk, f"pair:{pair.pk}")
    assert Entry.objects.filter(act="close_room").count() == 1


@pytest.mark.parametrize("who", ["ben", "hana", "cleo"])
def test_nobody_else_ends_it_or_learns_of_it(request, pair, who):
    somebody = request.getfixturevalue(who)
    browser = browser_of(somebody)

    assert code(lambda: ending.end_pair(pair=pair, by=somebody)) == "not_there"
    for answer in (
        browser.get(f"/mentoring/pairs/{pair.pk}/stop/"),
        browser.post(f"/mentoring/pairs/{pair.pk}/stop/"),
        browser.get("/mentoring/pairs/999999/stop/"),
    ):
        assert answer.status_code == 404
        assert "dora-wren" not in answer.content.decode()
    assert Pair.objects.get().ended_at is None


def test_a_pair_whose_member_has_gone_is_not_there(ana, dora, pair):
    gone = Pair.objects.get()
    Pair.objects.all().delete()

    assert code(lambda: ending.end_pair(pair=gone, by=dora)) == "not_there"


# Pages --------------------------------------------------------------------------------------------


def test_the_page_says_what_the_other_will_read_and_one_press_does_it(ana, dora, pair):
    browser = browser_of(dora)
    page = f"/mentoring/pairs/{pair.pk}/stop/"
    assert page in browser.get("/mentoring/").content.decode()

    found = words(browser, page)

    assert "ana-lark will read only this:" in found
    assert READ_BY_ANA in found
    assert "You have stopped. That is all right." in sent(browser, page)
    assert READ_BY_ANA in words(browser_of(ana), "/mentoring/")
    assert "Ask for a mentor" in words(browser_of(ana), "/mentoring/")
    assert "You two have stopped already." in sent(browser_of(ana), page)


def test_who_has_asked_anew_needs_no_reminder(ana, pair):
    ending.end_pair(pair=pair, by=ana)
    asking.ask_for_mentor(by=ana, wishes=wishes())

    assert own(ana).ended == []


def test_the_first_page_asks_the_same_for_three_that_stopped_as_for_one(dora, mentor):
    Mentor.objects.update(places=8)
    ending.end_pair(pair=paired(person("a-one"), mentor), by=dora)
    browser = browser_of(dora)
    with_one = questions(browser, "/mentoring/")
    for number in range(2):
        ending.end_pair(pair=paired(person(f"a-{number}"), mentor), by=dora)

    assert questions(browser, "/mentoring/") == with_one


# Being a mentor no more ---------------------------------------------------------------------------


def test_a_mentor_stops_and_who_talks_with_them_may_ask_somebody_else(ana, ben, dora, mentor, pair):
    waits = asked(ben, mentor)
    browser = browser_of(dora)
    sentence = "dora-wren cannot answer at the moment. It is not because of you."
    assert sentence in words(browser, "/mentoring/stop/")

    found = sent(browser, "/mentoring/stop/")

    assert "You have stopped being a mentor." in found
    assert "People you talk with" in found
    mentor.refresh_from_db()
    waits.refresh_from_db()
    assert (mentor.state, waits.state) == (MentorState.STOPPED, "passed")
    assert sentence in words(browser_of(ana), "/mentoring/")


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_who_is_no_mentor_has_nothing_to_stop(request, pair, who):
    somebody = request.getfixturevalue(who)

    assert code(lambda: ending.stop_mentoring(by=somebody)) == "not_there"
    assert browser_of(somebody).get("/mentoring/stop/").status_code == 404
