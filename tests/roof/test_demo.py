"""The demo: everybody is there, every number, and twice is once."""

from datetime import UTC, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone

from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import has_consented, may, may_enter_rooms
from community.care.models import Piece, Provider, Tie
from community.demo import scripts, shift
from community.demo.cast import CAST, PASSWORD
from community.demo.load import load_people, reset
from community.demo.places import PLACES
from community.house import queries as house
from community.house.enums import Point
from community.house.models import House
from community.house.rules import can_be_confirmed
from community.record.sealing import breaks
from community.safety.actions.shifts import end_shift
from community.safety.models import Appointment, Duty, Item, Shift
from community.safety.queries_leads import safeguarding_leads
from community.safety.situations import SITUATIONS
from groups.events import events_after
from groups.models import Membership, Message, Room, RoomEvent, Seat, SupportGroup
from groups.queries.mine import my_rooms
from mentoring.actions import asking
from mentoring.enums import MentorState, OfferState
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.queries.matching import suggestions
from tests.mentoring.conftest import wishes
from tests.people import browser_of, person
from tests.words import history

LONDON = ZoneInfo("Europe/London")


def everything():
    """How many rows there are of each thing the demo makes."""
    kinds: list[type[models.Model]] = [
        Person, SupportGroup, Room, Seat, Membership, Message, RoomEvent, Item, Appointment, Shift,
        Provider, Tie, Piece,
    ]  # fmt: skip
    return {kind.__name__: kind.objects.count() for kind in kinds}


def named(handle):
    return Person.objects.get(handle=handle)


def test_loading_twice_is_loading_once_and_whoever_was_written_down_before_stays(demo):
    before = everything()
    House.objects.update(lead="Ruth Vale", deputy="")

    load_people(now=timezone.now())

    assert everything() == before
    reset()
    assert House.load().lead == "Ruth Vale"


def test_taken_out_nothing_of_it_is_left(demo):
    reset()

    assert set(everything().values()) == {0}
    assert (House.load().lead, House.load().deputy_reach) == ("", "")


def test_where_people_are_the_demo_is_refused(demo, settings):
    settings.DEMO_ALLOWED = False
    before = everything()

    with pytest.raises(CommandError, match="never for a place with people"):
        call_command("demo", "--reset")

    assert everything() == before


def test_everybody_can_sign_in_by_name(demo, client):
    assert [one.handle for one in CAST if not named(one.handle).check_password(PASSWORD)] == []

    answer = client.post("/accounts/login/", {"login": "ana", "password": PASSWORD})

    assert answer.status_code == 302
    assert int(client.session["_auth_user_id"]) == named("Ana").pk


def test_everybody_may_enter_rooms_but_the_care_team(demo):
    refused = [one.handle for one in CAST if may_enter_rooms(named(one.handle)) is not None]

    assert refused == ["Ines"]
    assert all(has_consented(named(one.handle)) for one in CAST)


def test_roles_open_what_they_promise(demo):
    assert may(named("Hana"), Act.RUN_GROUPS) is None
    assert may(named("Emil"), Act.MODERATE) is None
    assert may(named("Ola"), Act.GRANT_ROLES) is None
    assert may(named("Ana"), Act.MODERATE) is not None


def test_ines_opens_what_ana_brought(demo):
    page = browser_of(named("Ines")).get(f"/care/people/{Tie.objects.get().pk}/").text

    for words in (
        "Ana B.",
        "Slowly, and please ask",
        "Is the morning dose",
        "GAD\u20117",
        "chart-dot",
    ):
        assert words in page


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_numbers_are_whole_and_words_enough(demo, place):
    rooms = {room.kind: room for room in Room.objects.filter(group__slug=place.slug)}

    for kind, least, most in (("live", 25, 60), ("slow", 6, 12)):
        told = events_after(rooms[kind].pk, 0, limit=1000)
        assert [event.seq for event in told] == list(range(1, rooms[kind].last_seq + 1))
        assert least <= len(told) <= most
        assert all(event.body and event.name for event in told)
        assert [event.at for event in told] == sorted(event.at for event in told)


def test_nothing_is_said_in_the_future_or_long_ago(demo):
    said = Message.objects.filter(state="shown").values_list("written_at", flat=True)

    assert timezone.now() - timedelta(days=6) < min(said)
    assert max(said) < timezone.now()


def test_there_is_one_welcome_group_and_one_private(demo):
    assert SupportGroup.objects.get(is_welcome=True).slug == "the-front-room"
    assert SupportGroup.objects.get(is_private=True).slug == "after-a-loss"


def rooms_on_duty(now):
    duties = Duty.objects.filter(until__gt=now, ended_at=None)
    return [Room.objects.get(pk=duty.place[5:]).title for duty in duties]


def open_from(opens, closes):
    """The hours of the demo's house; the same twice is day and night."""
    House.objects.update(staffed_from=opens, staffed_until=closes)
    house.forget()


def test_a_shift_is_under_way_in_one_room_and_the_others_wait_for_who_tries_this(demo):
    now = timezone.now()
    open_from(time(0), time(0))

    shift.keep(now)
    shift.keep(now + timedelta(seconds=60))

    assert rooms_on_duty(now) == ["The slow table"]
    assert rooms_on_duty(now + timedelta(seconds=120)) == ["The slow table"]
    assert Shift.objects.get(ended_at=None).person == named("Noor")


def test_outside_the_hours_nobody_is_there_and_in_the_morning_somebody_is_again(demo):
    now = timezone.now()
    open_from(time(0), time(0))
    shift.keep(now)
    opens = timezone.localtime(now) + timedelta(hours=2)
    open_from(opens.time(), (opens + timedelta(hours=2)).time())

    shift.keep(now + timedelta(seconds=60))

    assert rooms_on_duty(now + timedelta(seconds=120)) == []
    shift.keep(morning := opens + timedelta(hours=1))
    assert rooms_on_duty(morning) == ["The slow table"]


def test_a_shift_that_was_handed_over_is_over(demo):
    open_from(time(0), time(0))
    shift.keep(timezone.now())
    end_shift(by=named("Noor"), handover="All is quiet.", owners={})

    shift.keep(timezone.now())

    assert rooms_on_duty(timezone.now()) == []


def test_where_the_demo_is_not_allowed_nobody_is_made_up(demo, settings):
    settings.DEMO_ALLOWED = False
    later = timezone.now() + timedelta(minutes=5)

    shift.keep(later)

    assert rooms_on_duty(later) == []
    assert Appointment.objects.filter(person=named("Emil")).count() == 4


def test_the_desk_has_one_request_one_thing_that_waits_and_one_that_members_told(demo):
    waiting = Item.objects.exclude(state="closed")

    assert sorted(waiting.values_list("kind", flat=True)) == ["held", "report", "request"]


def test_ana_finds_new_words_and_ben_has_read_all(demo):
    now = timezone.now()

    assert {mine.has_new for mine in my_rooms(named("Ana"), now=now)} == {True}
    assert {mine.has_new for mine in my_rooms(named("Ben"), now=now)} == {False}


def test_somebody_leads_in_safeguarding_and_somebody_stands_in(demo):
    desk = browser_of(named("Hana"))

    card = desk.get(f"/desk/situations/{SITUATIONS[0].key}/").text
    deaths = desk.get("/desk/deaths/").text

    assert [one.name for one in safeguarding_leads(now=timezone.now())] == ["Hana", "Lotte"]
    assert "<strong>Hana</strong>, through the desk" in card
    assert {one.has_hours for one in safeguarding_leads(now=timezone.now())} == {True}
    assert "<textarea" in deaths
    assert can_be_confirmed(Point.SAFEGUARDING, house=House.load()) is None


def test_cleo_shares_no_group_with_ana(demo):
    groups = {
        name: set(named(name).memberships.values_list("group__slug", flat=True))
        for name in ("Ana", "Cleo")
    }

    assert groups["Ana"] & groups["Cleo"] == set()
    assert groups["Cleo"] == {"busy-mind", "near-someone"}


def test_the_record_is_whole_after_it(demo):
    assert list(breaks()) == []


def test_who_speaks_in_a_room_belongs_to_its_group():
    for place in PLACES:
        for kind in ("live", "wall"):
            said = scripts.spoken(f"{place.slug}.{kind}", now=datetime.now(UTC), zone=LONDON)
            assert {one.who for one in said} <= {*place.members, *place.moderators}


def test_a_line_that_is_not_understood_is_named():
    with pytest.raises(ValueError, match="line 2"):
        list(scripts._read("@ -1 19:00\nAna says hello", now=datetime.now(UTC), zone=LONDON))


def test_a_sitting_keeps_its_wall_clock_when_clocks_change():
    after_change = datetime(2026, 3, 30, 12, tzinfo=UTC)

    said = list(scripts._read("@ -2 19:00\nAna +5: hello", now=after_change, zone=LONDON))

    assert [one.at.isoformat() for one in said] == ["2026-03-28T19:05:00+00:00"]


def test_ana_has_a_space_to_look_at(demo):
    browser = browser_of(named("Ana"))

    days, worry = browser.get("/me/days/").text, browser.get("/me/questions/gad-7/").text

    assert (days.count('<svg class="chart"'), worry.count('<svg class="chart"')) == (2, 1)
    assert "asked about my sister" in browser.get("/me/thanks/").text
    assert "Go out every day" in browser.get("/me/my-plan/").text


def test_reset_brings_back_the_same_leaves_others_alone_and_says_how_to_log_in(demo):
    cleo_finch = person("cleo-finch")
    before, out = everything(), StringIO()

    call_command("demo", "--reset", stdout=out)

    assert everything() == before
    assert Person.objects.filter(pk=cleo_finch.pk).exists()
    assert PASSWORD in out.getvalue()


# Mentoring: three to choose from, one who waits, one who has asked --------------------------------


def states():
    return {mentor.person.handle: mentor.state for mentor in Mentor.objects.all()}


def test_everybody_has_their_place(demo):
    assert states() == {
        "Dora": MentorState.APPROVED,
        "Sol": MentorState.APPROVED,
        "Theo": MentorState.APPROVED,
        "Karim": MentorState.APPLIED,
    }
    offer = Offer.objects.get(state=OfferState.WAITING)
    assert (offer.request.person.handle, offer.mentor.person.handle) == ("Pia", "Dora")


def test_two_talk_and_have_agreed(demo):
    pair = Pair.objects.get()
    assert (pair.request.person.handle, pair.mentor.person.handle) == ("Wren", "Theo")
    assert pair.agreement.is_agreed
    assert history(pair.room)[0].startswith("Hello Wren.")
    assert not Item.objects.filter(area=pair.room.area).exists()


def test_ana_finds_three_to_choose_from(demo):
    request = asking.ask_for_mentor(by=named("Ana"), wishes=wishes())

    assert {one.name for one in suggestions(request)} == {"Dora", "Sol", "Theo"}


def test_twice_is_once_and_a_pair_goes_with_the_reset(demo):
    asking.accept(offer=Offer.objects.get(state=OfferState.WAITING), by=named("Dora"))
    load_people(now=timezone.now())
    assert Request.objects.count() == 2

    reset()

    assert not Room.objects.exists()
    assert states() == {}
