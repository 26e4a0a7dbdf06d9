"""One name, two hats: which of them somebody wears is said, and where two people meet under both."""

import pytest
from django.utils import timezone

from community.accounts.enums import Role
from community.accounts.models import Grant
from community.notifications.actions import take_a_break
from community.notifications.models import Notification
from community.safety import subjects
from community.safety.models import Item
from groups.models import Seat
from mentoring.actions import asking, breaks, walking
from mentoring.actions.telling import tell_cover
from mentoring.queries.matching import shown_suggestions
from tests.mentoring.conftest import asked, mentor_of, paired, wishes
from tests.mentoring.reading import words
from tests.mentoring.test_asking import told
from tests.mentoring.test_walk import FINE
from tests.people import browser_of, join, person

pytestmark = pytest.mark.thorough


@pytest.fixture
def looked_after(ana, dora, evenings):
    """Dora looks after both rooms of the evenings, where Ana is."""
    join(dora, evenings)
    Seat.objects.filter(person=dora).update(moderates=True)


def test_a_room_for_two_says_who_is_there_as_a_mentor(ana, dora, pair):
    address = pair.room.get_absolute_url()

    assert "mentor dora-wren is here as your mentor." in words(browser_of(ana), address)
    assert "mentor You are here as a mentor." in words(browser_of(dora), address)

    breaks.take_a_break(by=dora)

    assert "dora-wren is not here as a mentor just now." in words(browser_of(ana), address)
    assert "You are not here as a mentor just now." in words(browser_of(dora), address)


def test_who_looks_after_a_room_of_the_member_is_said_before_they_choose(
    ana, mentor, dora, looked_after
):
    offer = asked(ana, mentor)

    found = words(browser_of(dora), f"/mentoring/asked/{offer.pk}/")
    assert "You look after a room they are in, so you would meet there too." in found
    asking.withdraw(request=offer.request, by=ana)
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    (told,) = shown_suggestions(request)
    assert told.but == ["Looks after a room you are in, so you would meet there too."]


def test_both_hats_are_said_to_both_in_their_room(ana, dora, pair, looked_after):
    address = pair.room.get_absolute_url()

    rooms = "The long evening, The wall"
    assert f"dora-wren also looks after {rooms} , where you are too" in words(
        browser_of(ana), address
    )
    assert f"You also look after {rooms} , where ana-lark is too." in words(
        browser_of(dora), address
    )


def test_two_who_meet_as_equals_elsewhere_read_nothing_of_it(ana, dora, pair, evenings):
    join(dora, evenings)

    assert "look after" not in words(browser_of(dora), pair.room.get_absolute_url())
    assert "looks after" not in words(browser_of(ana), pair.room.get_absolute_url())


def test_a_member_who_looks_after_a_room_is_a_member_here(emil, dora, mentor, evenings):
    join(dora, evenings)
    Seat.objects.filter(person=emil, room__group=evenings).update(moderates=True)
    pair = paired(emil, mentor)

    found = words(browser_of(dora), pair.room.get_absolute_url())

    assert "where you are too. Here they are a member like everybody." in found


@pytest.fixture
def hana_mentors(hana):
    """Hana runs mentoring, and mentors as well."""
    Grant.objects.create(person=hana, role=Role.MENTOR)
    return mentor_of(hana)


@pytest.fixture
def iris():
    """Runs mentoring too."""
    return person("iris-glen", Role.COORDINATOR)


def test_who_runs_it_answers_for_no_room_of_their_own(ana, hana, hana_mentors, iris):
    assert paired(ana, hana_mentors).room.answers_for == iris


def test_where_nobody_else_runs_it_the_room_still_has_a_name(ana, hana, hana_mentors):
    assert paired(ana, hana_mentors).room.answers_for == hana


def test_who_runs_it_never_reads_how_it_is_in_their_own_pair(ana, hana, hana_mentors, iris):
    pair = paired(ana, hana_mentors)

    pulse = walking.say_how_it_is(pair=pair, answers=FINE, unsafe=True, by=ana)

    own = browser_of(hana)
    assert "ana-lark Does not feel safe" not in words(own, "/mentoring/run/")
    assert own.post(f"/mentoring/run/looked/{pulse.pk}/").status_code == 404
    assert "ana-lark Does not feel safe" in words(browser_of(iris), "/mentoring/run/")
    assert "pulse_needs_you" in {kind for kind, _path in told(iris)}
    assert "pulse_needs_you" not in {kind for kind, _path in told(hana)}


def test_the_desk_is_called_also_where_nobody_else_runs_it(ana, hana, hana_mentors):
    pair = paired(ana, hana_mentors)

    pulse = walking.say_how_it_is(pair=pair, answers=FINE, unsafe=True, by=ana)

    item = Item.objects.get()
    assert (item.subject_kind, item.subject_id, item.about) == ("pair_pulse", str(pulse.pk), ana)
    where = subjects.get("pair_pulse").context(item.subject_id).where
    assert where == "ana-lark does not feel safe in their pair. Write to them alone."


def test_who_rests_is_told_nothing_while_another_is_there(ana, dora, hana, pair, iris):
    def told_of(kind, happens):
        Notification.objects.all().delete()
        happens()
        return [kind in dict(told(who)) for who in (hana, iris)]

    def unsafe():
        walking.say_how_it_is(pair=pair, answers=FINE, unsafe=True, by=ana)

    def away():
        tell_cover(pair)

    assert pair.room.answers_for == hana
    assert told_of("cover_offered", away) == [True, False]
    take_a_break(until=timezone.localdate(), by=hana)
    assert told_of("cover_offered", away) == [False, True]
    assert told_of("pulse_needs_you", unsafe) == [False, True]
    take_a_break(until=timezone.localdate(), by=iris)
    assert told_of("pulse_needs_you", unsafe) == [True, True]
    assert Item.objects.get().subject_kind == "pair_pulse"
