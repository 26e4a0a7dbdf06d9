"""Pages of meetings: what members, hosts, planners and outsiders find there. Forms without a script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from groups.actions.hosting import make_host
from groups.actions.meetings import cancel_meeting
from groups.actions.replies import say_coming
from groups.actions.visits import ask_for_visit
from groups.enums import HostKind, Repeats
from groups.models import Host, Meeting, MeetingPlan, Message, Reply, Visit
from tests.groups.meetings import NOW, meet, meet_at, plan
from tests.people import browser_of, group, join, on_duty, person, seat, sit

pytestmark = pytest.mark.thorough

LIST = "/groups/evenings/meetings/"


@pytest.fixture
def meeting(emil, room):
    return meet(room, by=emil, notes="bad dreams", hosts=(emil,))


def address(meeting, rest=""):
    return f"{LIST}{meeting.pk}/{rest}"


def words(browser, path, status=200):
    answer = browser.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def post(browser, path, status=302, **given):
    answer = browser.post(path, given)
    assert answer.status_code == status
    return answer.content.decode()


def filled(**how):
    return {
        "day": "2030-11-12",
        "clock": "19:00",
        "minutes": "60",
        "topic": "Sleep",
        "repeats": "weekly",
        **how,
    }


# Members -----------------------------------------------------------------------------------------


def test_members_read_when_what_and_who_hosts(ana, meeting):
    listed, one = words(browser_of(ana), LIST), words(browser_of(ana), address(meeting))

    for page in (listed, one):
        for told in ("Tue 12 Nov, 19:00", "Sleep", "emil-ash", "moderator"):
            assert told in page
    assert "bad dreams" in one


def test_the_hours_are_those_of_the_readers_clock(ana, meeting):
    ana.time_zone = "Asia/Tokyo"
    ana.save()

    assert "Wed 13 Nov, 04:00" in words(browser_of(ana), LIST)
    assert "Asia/Tokyo" in words(browser_of(ana), LIST)


def test_the_groups_page_names_the_next_meetings_and_who_hosts(ana, emil, meeting, evenings, cleo):
    join(cleo, evenings)
    make_host(
        group=evenings,
        person=cleo,
        kind=HostKind.CLINICIAN,
        real_name="Cleo Lind",
        work="nurse at the day clinic",
        by=emil,
    )

    page = words(browser_of(ana), "/groups/evenings/")

    for told in ("Tue 12 Nov, 19:00", "Sleep", "Cleo Lind", "nurse at the day clinic"):
        assert told in page


def test_at_the_door_one_reads_who_is_there_and_as_what(dora, emil, meeting):
    door = words(browser_of(dora), "/groups/evenings/come-in/")

    assert "Who is there for you" in door
    assert "Moderator. You see the name once you are in." in door
    assert "emil-ash" not in door


def test_a_member_reads_before_a_room_what_it_will_be_about(ana, meeting, room):
    seat(ana, room).delete()

    door = words(browser_of(ana), f"/groups/evenings/rooms/{room.pk}/")

    for told in ("It will be about: Sleep.", "It may touch on: bad dreams.", "emil-ash"):
        assert told in door


def test_a_coordinator_finds_the_way_to_meetings(hana, evenings):
    assert f'href="{LIST}"' in words(browser_of(hana), "/groups/run/evenings/")


def test_strangers_read_the_next_hour_and_nothing_else(client, meeting):
    page = words(client, "/groups/") + words(client, "/groups/evenings/")

    assert "Next meeting Tue 12 Nov, 19:00." in page
    for hidden in ("Sleep", "bad dreams", "emil-ash"):
        assert hidden not in page


@pytest.mark.parametrize(
    "rest", ["", "calendar/?title=x", "script/", "change/", "cancel/", "visit/"]
)
def test_for_outsiders_there_is_no_meeting(cleo, emil, meeting, rest):
    asked = [LIST, address(meeting, rest)]

    answers = {who: [browser_of(who).get(page) for page in asked] for who in (cleo, emil)}

    assert [answer.status_code for answer in answers[cleo]] == [404, 404]
    assert 404 not in [answer.status_code for answer in answers[emil]]
    assert "Sleep" not in "".join(answer.text for answer in answers[cleo])


def test_a_meeting_of_another_group_is_not_found_under_this_one(ana, meeting):
    group("mornings", title="Mornings", members=[ana])
    browser = browser_of(ana)

    under = {
        slug: browser.get(f"/groups/{slug}/meetings/{meeting.pk}/").status_code
        for slug in ("evenings", "mornings")
    }

    assert under == {"evenings": 200, "mornings": 404}


def test_saying_that_one_comes_and_that_one_does_not(ana, meeting):
    browser = browser_of(ana)

    post(browser, address(meeting, "answer/"), answer="comes", reminds="1")
    assert "You said you will come." in words(browser, address(meeting))
    assert list(Reply.objects.values_list("answer", "reminds")) == [("comes", True)]

    post(browser, address(meeting, "answer/"), answer="not")
    assert "You said: not this time." in words(browser, address(meeting))
    post(browser, address(meeting, "answer/"), status=400, answer="perhaps")


def test_only_hosts_see_who_comes_and_others_a_number_only_where_there_is_a_limit(
    ana, ben, emil, noor, room
):
    free, small = meet(room, by=emil, hosts=(emil,)), meet(room, by=emil, hosts=(emil,), places=3)
    for made in (free, small):
        say_coming(meeting=made, by=ben, now=NOW)

    for made in (free, small):
        assert "ben-moss" in words(browser_of(emil), address(made))
        for reader in (ana, noor):
            assert "ben-moss" not in words(browser_of(reader), address(made))
    assert "2 are free" in words(browser_of(ana), address(small))
    assert "free" not in words(browser_of(ana), address(free))


def test_the_calendar_says_what_the_member_typed_and_nothing_of_this_place(ana, meeting, room):
    plain = browser_of(ana).get(address(meeting, "calendar/"), {"title": "Appointment"})
    own = browser_of(ana).get(address(meeting, "calendar/"), {"title": "Dentist"})

    text = plain.content.decode()
    assert plain["Content-Type"] == "text/calendar; charset=utf-8"
    assert plain["Content-Disposition"] == 'attachment; filename="appointment.ics"'
    assert "DTSTART:20301112T190000Z" in text
    assert "SUMMARY:Appointment" in text
    assert "SUMMARY:Dentist" in own.content.decode()
    for hidden in ("Evenings", room.title, "Sleep", "emil", "testserver", "kindred", str(room.pk)):
        assert hidden.lower() not in text.lower()


def test_a_meeting_has_one_name_in_ones_own_calendar_and_another_in_somebody_elses(
    ana, ben, meeting
):
    def uid(person):
        text = browser_of(person).get(address(meeting, "calendar/"), {"title": "x"})
        return re.search(r"UID:(\S+)", text.content.decode())[1]

    assert uid(ana) == uid(ana)
    assert uid(ana) != uid(ben)


def test_the_later_ones_come_along_where_that_is_wanted(ana, emil, room):
    weekly = plan(room, by=emil, repeats=Repeats.WEEKLY)
    cancel_meeting(meeting=weekly.meetings.get(number=2), by=emil, now=NOW)
    first = weekly.meetings.get(number=1)

    answer = browser_of(ana).get(address(first, "calendar/"), {"title": "x", "later": "on"})

    assert answer.content.decode().count("BEGIN:VEVENT") == weekly.meetings.count() - 2


def test_a_calendar_without_a_title_is_asked_for_one(ana, meeting):
    page = words(browser_of(ana), address(meeting, "calendar/?title="), status=422)

    assert "There is a problem" in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions(
    ana, emil, noor, room, count, django_assert_num_queries
):
    for _ in range(count):
        say_coming(meeting=meet(room, by=emil, hosts=(emil, noor)), by=ana, now=NOW)
    browser = browser_of(ana)
    browser.get(LIST)

    with django_assert_num_queries(11):
        browser.get(LIST)


# Planning ----------------------------------------------------------------------------------------


def test_a_moderator_plans_a_week(emil, noor, room):
    browser = browser_of(emil)
    assert "Plan a meeting" in words(browser, f"{LIST}plan/")

    post(
        browser,
        f"{LIST}plan/",
        **filled(room=room.pk, notes="loss", places="5", opening="open", hosts=[noor.pk]),
    )

    [made] = MeetingPlan.objects.all()
    first = made.meetings.get(number=0)
    assert (made.repeats, made.topic, made.notes, made.places) == ("weekly", "Sleep", "loss", 5)
    assert (made.opening, first.hostings.get().person) == ("open", noor)


def test_what_does_not_fit_comes_back_with_what_was_filled_in(emil, room):
    page = post(
        browser_of(emil), f"{LIST}plan/", status=422, **filled(room=room.pk, day="2020-01-07")
    )

    assert "A meeting has to begin later than now." in page
    assert 'value="Sleep"' in page
    assert not Meeting.objects.exists()


def test_changing_one_and_changing_the_later_ones(emil, room):
    made = plan(room, by=emil, repeats=Repeats.WEEKLY)
    second = made.meetings.get(number=1)
    browser = browser_of(emil)
    assert "This one and all later ones" in words(browser, address(second, "change/"))

    given = filled(day="2030-11-19", topic="Rest")
    post(browser, address(second, "change/"), scope="one", **given)
    post(browser, address(second, "change/"), scope="later", **{**given, "topic": "Tea"})

    topics = list(made.meetings.order_by("number").values_list("topic", flat=True)[:3])
    assert topics == ["Sleep", "Tea", "Tea"]


def test_a_meeting_that_happens_once_has_no_later_ones_to_change(emil, meeting):
    page = words(browser_of(emil), address(meeting, "change/"))

    assert "all later ones" not in page
    assert 'value="2030-11-12"' in page
    assert 'value="19:00"' in page


def test_calling_off_is_asked_for_once(emil, meeting):
    browser = browser_of(emil)
    assert "It cannot be taken back" in words(browser, address(meeting, "cancel/"))

    post(browser, address(meeting, "cancel/"), scope="one")

    assert Meeting.objects.get().cancelled_at is not None
    assert "This meeting was called off" in words(browser, address(meeting))


@pytest.mark.parametrize("rest", ["plan/", "hosts/"])
def test_members_find_no_page_to_plan(ana, meeting, rest):
    words(browser_of(ana), f"{LIST}{rest}", status=404)
    post(browser_of(ana), f"{LIST}{rest}", status=404, **filled())

    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("rest", ["change/", "cancel/", "visit/"])
def test_members_change_nothing(ana, meeting, rest):
    post(browser_of(ana), address(meeting, rest), status=404, scope="one", **filled(topic="x"))

    found = Meeting.objects.get()
    assert (found.topic, found.cancelled_at, Visit.objects.count()) == ("Sleep", None, 0)


def test_a_coordinator_plans_without_belonging(hana, room):
    assert "Plan a meeting" in words(browser_of(hana), LIST)


def test_a_host_is_named_by_their_name_here_and_nobody_is_listed(hana, emil, evenings, ana, ben):
    browser = browser_of(hana)
    assert "ana-lark" not in words(browser, f"{LIST}hosts/")

    refused = post(browser, f"{LIST}hosts/", status=422, handle="ana-lark", kind="clinician")
    post(browser, f"{LIST}hosts/", handle="ana-lark", kind="peer")

    assert "A clinician hosts under their real name" in refused
    assert [host.person for host in Host.objects.all()] == [ana]
    outsider = post(browser, f"{LIST}hosts/", status=422, handle="nobody", kind="peer")
    assert "Nobody of this name is in the group." in outsider


def test_ending_a_host(emil, evenings, ana):
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)

    post(browser_of(emil), f"{LIST}hosts/{ana.pk}/end/")

    assert not Host.objects.filter(ended_at=None).exists()


# Hosting -----------------------------------------------------------------------------------------


def test_saying_yes_to_hosting_and_handing_back(emil, noor, room):
    made = meet(room, by=emil, hosts=(noor,))
    browser = browser_of(noor)
    assert "You were asked to host." in words(browser, address(made))

    post(browser, address(made, "host/"), take="1")
    assert "You said that you will host." in words(browser, address(made))

    post(browser, address(made, "host/"), back="1")
    assert not made.hostings.exists()


def test_a_host_reads_a_card_and_says_a_line_once_under_their_own_name(emil, room, ana):
    made = meet(room, by=emil, hosts=(emil,), opening="quiet")
    on_duty(emil, room)
    browser = browser_of(emil)
    page = words(browser, address(made, "script/"))
    assert "This is a quiet hour." in page
    cid = re.search(r'name="cid" value="([0-9a-f-]+)"', page)[1]

    for _ in range(2):
        post(browser, address(made, "script/"), cid=cid, say="opening.0")

    said = Message.objects.get()
    assert said.body == "Hello. This is a quiet hour. Nobody has to say anything."
    assert (said.author.person, said.seq) == (emil, 1)


def test_a_whole_card_is_one_notice(emil, room):
    made = meet(room, by=emil, hosts=(emil,), closing="quiet")
    on_duty(emil, room)
    page = words(browser_of(emil), address(made, "script/"))
    cid = re.findall(r'name="cid" value="([0-9a-f-]+)"', page)[-1]

    post(browser_of(emil), address(made, "script/"), cid=cid, say="closing")

    assert Message.objects.get().body.splitlines() == [
        "The quiet hour is nearly over.",
        "Go when it suits you. You need not say goodbye.",
        "It was good that you were here.",
    ]


def test_while_nobody_is_on_duty_what_a_host_says_waits(emil, room):
    made = meet(room, by=emil, hosts=(emil,))
    browser = browser_of(emil)
    page = words(browser, address(made, "script/"))
    cid = re.search(r'name="cid" value="([0-9a-f-]+)"', page)[1]

    post(browser, address(made, "script/"), cid=cid, say="opening.0")

    assert Message.objects.get().state == "held"
    assert "your words wait" in words(browser, address(made, "script/"))


@pytest.mark.parametrize("say", ["opening.9", "opening.x", "other", ""])
def test_only_what_stands_on_the_card_is_said_from_it(emil, meeting, say):
    cid = "5d2b7f0a-1c2d-4e3f-8a9b-0c1d2e3f4a5b"

    post(browser_of(emil), address(meeting, "script/"), status=400, cid=cid, say=say)

    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["ana", "noor"])
def test_cards_are_for_who_hosts_it(who, meeting, request):
    answer = browser_of(request.getfixturevalue(who)).get(address(meeting, "script/"))

    assert answer.status_code == 403


# Visiting ----------------------------------------------------------------------------------------


def test_members_read_who_would_come_and_one_no_is_enough(ana, emil, cleo, meeting):
    post(
        browser_of(emil),
        address(meeting, "visit/"),
        handle="cleo-finch",
        real_name="Cleo Finch",
        why="Student nurse",
    )
    [visit] = Visit.objects.all()
    page = words(browser_of(ana), address(meeting))
    assert "Student nurse" in page
    assert "nobody minds" not in page.replace("They come only if nobody minds", "")

    post(browser_of(ana), address(meeting, f"visit/{visit.pk}/no/"))

    assert "Student nurse" not in words(browser_of(ana), address(meeting))
    words(browser_of(cleo), address(meeting), status=404)


def test_a_visitor_sees_their_own_page_and_goes_in_while_it_is_on(ana, emil, cleo, room):
    now = timezone.now()
    made = meet_at(room, now - timedelta(minutes=5), by=emil)
    visit = ask_for_visit(
        meeting=made, person=cleo, real_name="Cleo Finch", why="Student nurse", by=emil
    )
    browser = browser_of(cleo)
    assert "The group is being asked." in words(browser, address(made))
    assert "Sleep" not in words(browser, address(made))
    post(browser, address(made, "come-in/"), status=403)

    post(browser_of(emil), address(made, f"visit/{visit.pk}/word/"))
    post(browser, address(made, "come-in/"))

    said = "Visiting: Cleo Finch, Student nurse (writes here as cleo-finch)"
    assert said in words(browser_of(ana), f"/rooms/{room.pk}/")
    words(browser, f"/rooms/{room.pk}/")


def test_a_visit_of_another_meeting_is_not_found_here(ana, emil, cleo, meeting, room):
    other = meet(room, by=emil)
    visit = ask_for_visit(meeting=other, person=cleo, real_name="C", why="w", by=emil, now=NOW)

    post(browser_of(ana), address(meeting, f"visit/{visit.pk}/no/"), status=404)
    post(browser_of(emil), address(meeting, f"visit/{visit.pk}/word/"), status=404)

    assert Visit.objects.get().state == "asked"


def test_a_member_without_a_seat_is_shown_the_door_of_the_room(emil, evenings, room, cleo):
    made = meet(room, by=emil)
    newcomer = person("lena-reed")
    evenings.memberships.create(person=newcomer, state="active", joined_at=timezone.now())
    assert f"/groups/evenings/rooms/{room.pk}/" in words(browser_of(newcomer), address(made))

    sit(newcomer, room)

    assert f'href="/rooms/{room.pk}/"' in words(browser_of(newcomer), address(made))
