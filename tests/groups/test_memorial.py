"""While a death is told: more of the team in the groups of whoever died, and a place to remember that
opens after those who were close were told, in somebody's name, and ends by its time."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community import ticker
from community.accounts.enums import Role
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import passing
from community.safety.enums import Level
from community.safety.models import Appointment, Passing
from groups.actions import memorials
from groups.actions.memorials import open_memorial
from groups.models import ExtraHost, Membership, Memorial, Message, Seat
from groups.near import Signal
from tests.people import browser_of, group, person, room, seat
from tests.words import history, say

SAID = "Ana has died. We are sad with you."


@pytest.fixture
def rudi(db):
    """A moderator of another group."""
    return person("rudi-elm", Role.MODERATOR)


@pytest.fixture
def agreed(ana, emil, hana, rudi, wall):
    """Hana says that Ana has died; Emil agrees, and Rudi comes to help."""
    made = passing.ask(person=ana, words=SAID, tells="Hana", days=7, hosts=[rudi], by=hana)
    return passing.agree(passing=made.pk, by=emil)


@pytest.fixture
def told(agreed, hana):
    passing.say_told(passing=agreed.pk, by=hana)
    return agreed


@pytest.fixture
def opened(told, noor):
    return open_memorial(memorial=Memorial.objects.get().pk, by=noor)


def later(**by):
    return timezone.now() + timedelta(**by)


def looks_after(somebody, where):
    mine = Appointment.objects.filter(person=somebody, area=where.area, ended_at=None)
    return mine.exists(), seat(somebody, where).moderates


def test_who_helps_comes_with_the_second_yes_and_not_before(ana, emil, hana, rudi, wall, evenings):
    made = passing.ask(person=ana, words=SAID, tells="Hana", hosts=[rudi], by=hana)
    before = Seat.objects.filter(person=rudi).exists()

    passing.agree(passing=made.pk, by=emil)

    assert (before, looks_after(rudi, wall)) == (False, (True, True))
    assert "Long" not in browser_of(rudi).get("/desk/").text
    assert browser_of(rudi).get(wall.get_absolute_url()).status_code == 200


def test_nothing_is_written_before_those_who_were_close_were_told(agreed, noor, wall):
    with pytest.raises(Refused) as early:
        open_memorial(memorial=Memorial.objects.get().pk, by=noor)

    assert early.value.refusal.code == "not_told"
    assert history(wall) == []


@pytest.mark.parametrize("who", ["ben", "cleo", "hana"])
def test_only_who_looks_after_the_group_opens_it(told, who, wall, request):
    with pytest.raises(Refused) as caught:
        open_memorial(memorial=Memorial.objects.get().pk, by=request.getfixturevalue(who))

    assert (caught.value.refusal.hides, history(wall)) == (True, [])


def test_it_opens_once_in_their_name_with_the_agreed_words_and_no_notice(told, noor, ben, wall):
    number = Memorial.objects.get().pk
    for _twice in range(2):
        open_memorial(memorial=number, by=noor)

    post = Message.objects.get(room=wall)
    assert (post.body, post.author.person, post.note_kind) == (SAID, noor, "loss")
    assert not Notification.objects.filter(person=ben).exists()
    assert {e.act for e in Entry.objects.all()} >= {"say_close_were_told", "open_memorial"}
    page = browser_of(ben).get(wall.get_absolute_url()).text
    assert "A place to remember, until" in page


def test_people_write_there_until_its_time_and_read_on_after_it(opened, ben, wall):
    first = say(ben, wall, "She made me laugh.", reply_to=opened.seq)
    Memorial.objects.update(until=later(seconds=-1))

    late = [say(ben, wall, "I miss her.", reply_to=seq) for seq in (opened.seq, first.seq)]
    elsewhere = say(ben, wall, "A hard week.")

    assert [one.refusal.code for one in late] == ["memorial_over", "memorial_over"]
    assert elsewhere.refusal is None
    page = browser_of(ben).get(wall.get_absolute_url()).text
    assert "The time to write is over" in page
    assert "She made me laugh." in page
    assert f'id="a-{opened.seq}"' not in page


def test_words_that_need_somebody_are_heard_there_after_its_time(opened, ben, wall):
    Memorial.objects.update(until=later(seconds=-1))
    heavy = Signal(level=Level.NOW, codes=("act",))

    verdict = say(ben, wall, "I took them all.", reply_to=opened.seq, signal=heavy)

    assert verdict.refusal is None


def test_the_clock_ends_all_of_it(opened, rudi, wall):
    passing.end_due(later(days=6))
    still = looks_after(rudi, wall)

    ran = ticker.tick(later(days=7, minutes=1))
    passing.end_due(later(days=7, minutes=2))

    assert still == (True, True)
    assert looks_after(rudi, wall) == (False, False)
    assert seat(rudi, wall).state == "left"
    assert not Membership.objects.filter(person=rudi, state="active").exists()
    assert (Memorial.objects.get().ended_by, Passing.objects.get().ended_at is None) == (0, False)
    assert [e.by for e in Entry.objects.filter(act="end_memorial")] == [None]
    assert "deaths_told" in ran


def test_who_looked_after_the_group_before_goes_on(ana, noor, emil, hana, wall):
    made = passing.ask(person=ana, words=SAID, tells="Hana", hosts=[noor], by=hana)
    passing.agree(passing=made.pk, by=emil)

    passing.end(passing=made.pk, by=hana)

    assert not ExtraHost.objects.exists()
    assert looks_after(noor, wall) == (True, True)


def test_a_mistake_leaves_every_screen(opened, hana, ben, wall, ana):
    passing.take_back(passing=Passing.objects.get().pk, by=hana)

    assert history(wall) == [""]
    assert SAID not in browser_of(ben).get(wall.get_absolute_url()).text
    assert browser_of(ana).get("/me/").status_code == 200


def test_only_moderators_can_be_asked_to_help(ana, ben, hana, evenings):
    with pytest.raises(Refused) as caught:
        passing.ask(person=ana, words=SAID, tells="Hana", hosts=[ben], by=hana)

    assert (caught.value.refusal.code, Passing.objects.count()) == ("not_a_moderator", 0)


def test_groups_the_person_was_not_in_hear_of_nothing(agreed, ben, emil):
    made = group("mornings", title="Mornings", members=[ben], moderators=[emil])
    room(made, title="The window", kind="slow")

    memorials.begin(agreed)

    assert [one.room.group.slug for one in Memorial.objects.all()] == ["evenings"]


def test_the_pages_carry_it_from_the_first_word_to_the_thread(ana, emil, hana, rudi, noor, wall):
    lead, second, moderator = browser_of(hana), browser_of(emil), browser_of(noor)
    given = {"name": "ana-lark", "words": SAID, "tells": "Hana", "days": "7"}
    wrong = lead.post("/desk/deaths/", {**given, "hosts": "nobody-such"})
    lead.post("/desk/deaths/", {**given, "hosts": "rudi-elm"})
    made = Passing.objects.get()

    before = second.get("/desk/deaths/").text
    second.post(f"/desk/deaths/{made.pk}/agree/")
    lead.post(f"/desk/deaths/{made.pk}/told/")
    page = moderator.get("/desk/deaths/").text
    opens = f"/groups/run/remember/{Memorial.objects.get().pk}/"
    answer = moderator.post(opens, follow=True)

    assert "Nobody here has the name nobody-such" in wrong.text
    assert [said in before for said in ("rudi-elm", "For 7 days")] == [True, True]
    assert (opens in page, opens in lead.get("/desk/deaths/").text) == (True, False)
    assert "The place to remember is open" in answer.text
    assert "open until" in lead.get("/desk/deaths/").text


HALF = [
    {"seq": 1},
    {"until": timezone.now()},
    {"ended_at": timezone.now()},
    {"ended_by": 0},
]


@pytest.mark.parametrize("half", HALF)
def test_half_a_place_to_remember_is_refused(agreed, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        Memorial.objects.update(**half)


def test_a_wall_has_one_and_a_death_is_told_by_two_for_some_days(agreed, told, wall):
    for wrong in ({"told_at": timezone.now(), "agreed_at": None}, {"days": 0}, {"days": 61}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Passing.objects.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Memorial.objects.create(passing=agreed, room=wall)
