"""Who waits at the door is asked about together, and each is answered as if they were alone."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from community.accounts.enums import ConsentKind, Role, Standing
from community.accounts.models import Consent, Person
from community.accounts.rules import may_enter_rooms, read_ahead
from realtime import access
from realtime.access import Knock, Welcome
from realtime.inbound import Close
from tests.people import browser_of, person


def session(somebody):
    return browser_of(somebody).session.session_key


def withdraw(somebody):
    Consent.objects.filter(person=somebody, kind=ConsentKind.RULES).delete()


def test_each_gets_an_answer_of_their_own(ana, ben, cleo, emil, room):
    keys = {one.pk: session(one) for one in (ana, ben, cleo, emil)}
    withdraw(ben)
    knocks = [Knock(keys[one.pk], (room.pk,)) for one in (ana, ben, cleo, emil)]
    answers = access.admit_all([*knocks, Knock("nobody", (room.pk,)), knocks[0]])

    assert answers[1:3] == [Close.SESSION_OVER, Close.NOT_A_MEMBER]
    assert [answers[n].person for n in (0, 3, 5)] == [ana.pk, emil.pk, ana.pk]
    assert answers[4] == Close.SESSION_OVER
    assert [answers[n].sittings[room.pk].role for n in (0, 3)] == ["member", "moderator"]
    alone = access.admit(keys[emil.pk], [room.pk])
    assert isinstance(alone, Welcome)
    assert alone == answers[3]


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
