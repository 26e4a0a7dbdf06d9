"""The cast stands as its names promise."""

import pytest
from wagtail.models import Page, Site

from community.help.models import Helpline
from community.safety.models import Appointment
from tests.people import browser_of, seat


def test_the_evenings_have_a_live_room_and_a_wall(evenings, room, wall):
    assert sorted(evenings.rooms.values_list("kind", flat=True)) == ["live", "slow"]
    assert (room.kind, wall.kind) == ("live", "slow")


def test_ana_and_ben_sit_in_both_rooms_and_moderate_none(ana, ben, room, wall):
    seats = [seat(somebody, place) for somebody in (ana, ben) for place in (room, wall)]

    assert [s.moderates for s in seats] == [False] * 4


def test_emil_and_noor_moderate_both_rooms(emil, noor, evenings, room, wall):
    seats = [seat(somebody, place) for somebody in (emil, noor) for place in (room, wall)]

    assert [s.moderates for s in seats] == [True] * 4
    assert Appointment.objects.filter(area=evenings.area, ended_at=None).count() == 2


def test_cleo_belongs_nowhere(cleo, evenings):
    assert not cleo.memberships.exists()
    assert not cleo.seats.exists()


def test_a_browser_is_signed_in_as_its_person(ana):
    assert int(browser_of(ana).session["_auth_user_id"]) == ana.pk


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_the_library_is_there_again_after_real_commits(time):
    root, home = Page.objects.order_by("path")

    assert (root.depth, home.depth, home.content_type.model) == (1, 2, "libraryhome")
    assert Site.objects.get(is_default_site=True).root_page == home


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_the_help_lines_are_there_again_after_real_commits(time):
    assert Helpline.objects.exists()
