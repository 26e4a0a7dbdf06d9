"""Who waits at the door is asked about together, and each is answered as if they were alone."""

from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from community.accounts import rules
from community.accounts.enums import ConsentKind, Role, Standing
from community.accounts.models import Consent, Person
from community.accounts.rules import may_enter_rooms, read_ahead
from community.house.models import House
from realtime import access
from realtime.access import Away, Held, Knock, Stays, Welcome
from realtime.inbound import Close
from tests.people import browser_of, person

CONSENT = Away(Close.NOT_A_MEMBER, "consent")


def session(somebody):
    return browser_of(somebody).session.session_key


def withdraw(somebody):
    Consent.objects.filter(person=somebody, kind=ConsentKind.RULES).delete()


def test_each_gets_an_answer_of_their_own(ana, ben, cleo, emil, room):
    keys = {one.pk: session(one) for one in (ana, ben, cleo, emil)}
    withdraw(ben)
    knocks = [Knock(keys[one.pk], (room.pk,)) for one in (ana, ben, cleo, emil)]
    answers = access.admit_all([*knocks, Knock("nobody", (room.pk,)), knocks[0]])

    assert answers[1:3] == [CONSENT, access.NOT_A_MEMBER]
    assert [answers[n].person for n in (0, 3, 5)] == [ana.pk, emil.pk, ana.pk]
    assert answers[4] == access.OVER
    assert [answers[n].sittings[room.pk].role for n in (0, 3)] == ["member", "moderator"]
    alone = access.admit(keys[emil.pk], [room.pk])
    assert isinstance(alone, Welcome)
    assert alone == answers[3]


def test_each_no_is_told_by_its_own_name(ana, ben, emil, ines, room, settings):
    settings.STAFF_MFA_REQUIRED = True
    Person.objects.filter(pk=ana.pk).update(standing=Standing.SUSPENDED)
    withdraw(ben)
    knocks = [Knock(session(one), (room.pk,)) for one in (ana, ben, emil, ines)]

    answers = access.admit_all(knocks)

    codes = {answer.code for answer in answers}
    whys = [answer.why for answer in answers]
    assert codes == {Close.NOT_A_MEMBER}
    assert whys == ["not_active", "consent", "second_factor", "not_member"]


def test_a_screen_says_the_same_as_a_page():
    said = render_to_string("groups/_phrases.html")

    for no in (rules.CONSENT_MISSING, rules.ONE_MORE_STEP, rules.NOT_ACTIVE):
        assert f'data-say="{no.code}">{no.words}</p>' in said


def test_an_open_screen_notices_that_another_text_is_asked_for(ana, ben, room):
    held = {n: _held(access.admit(session(one), [room.pk])) for n, one in enumerate((ana, ben))}
    before, stays = access.clock(), access.look_again(held)
    kept = House.load()
    kept.own_rules = "No photos of screens."
    kept.save()
    Consent.objects.filter(person=ben, kind=ConsentKind.RULES).update(version="1.1")

    after = access.look_again(held)

    assert {type(answer) for answer in stays.values()} == {Stays}
    assert (after[0], type(after[1])) == (CONSENT, Stays)
    assert access.clock() > before


def _held(welcome):
    seats = {room: sitting.wire_id for room, sitting in welcome.sittings.items()}
    return Held(welcome.person, welcome.session, welcome.traits, seats)


def test_many_cost_as_many_queries_as_one(ana, ben, emil, noor, room):
    knocks = [Knock(session(one), (room.pk,)) for one in (ana, ben, emil, noor)]
    access.admit_all(knocks[:1])  # what holds for all is read once, and kept

    with CaptureQueriesContext(connection) as one:
        access.admit_all(knocks[:1])
    with CaptureQueriesContext(connection) as all_of_them:
        access.admit_all(knocks)

    assert len(all_of_them) == len(one)


def test_reading_ahead_changes_no_answer(db):
    withdrawn, on_hold = person("withdrawn-one"), person("on-hold")
    withdraw(withdrawn)
    Person.objects.filter(pk=on_hold.pk).update(standing=Standing.SUSPENDED)
    ids = [
        person("member-one").pk,
        person("of-the-care-team", Role.PROVIDER).pk,
        withdrawn.pk,
        on_hold.pk,
    ]
    one_by_one = [may_enter_rooms(Person.objects.get(pk=pk)) for pk in ids]
    together = Person.objects.in_bulk(ids)
    read_ahead(list(together.values()))

    assert [may_enter_rooms(together[pk]) for pk in ids] == one_by_one
    assert one_by_one[0] is None
    assert None not in one_by_one[1:]
