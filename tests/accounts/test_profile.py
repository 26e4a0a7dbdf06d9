"""What I show, what I am called, whom I do not want to hear."""

import pytest

from community import live
from community.accounts.actions import blocking, profile
from community.accounts.forms import PlaceForm
from community.accounts.models import Block, Person, Profile
from community.refusal import Refused
from tests.people import browser_of


def test_pronouns_and_a_line_are_kept(ana):
    browser_of(ana).post("/accounts/profile/", {"pronouns": "she", "about": "Tea and long walks."})

    kept = Profile.objects.get(person=ana)
    assert (kept.pronouns, kept.about) == ("she", "Tea and long walks.")


def test_a_way_to_reach_someone_is_not_shown_to_all(ana):
    answer = browser_of(ana).post("/accounts/profile/", {"about": "Call me on 07700 900123"})

    assert answer.status_code == 422
    assert b"07700 900123" in answer.content
    assert not Profile.objects.filter(person=ana).exists()


def test_a_new_name_takes_the_place_of_the_old(ana):
    browser_of(ana).post(
        "/accounts/profile/name/", {"handle": "  River Wren ", "along": "together"}
    )

    ana.refresh_from_db()
    assert (ana.handle, ana.skeleton) == ("River Wren", "rlverwren")


def test_one_s_own_name_can_be_spelled_anew(ana):
    profile.change_handle(handle="Ana Lark", by=ana)

    assert Person.objects.get(pk=ana.pk).handle == "Ana Lark"


@pytest.mark.parametrize("handle", ["BEN moss", "admin", "x", "call 07700900123"])
def test_where_a_name_cannot_be_had_three_are_offered(ana, ben, handle):
    answer = browser_of(ana).post(
        "/accounts/profile/name/", {"handle": handle, "along": "together"}
    )

    ana.refresh_from_db()
    assert answer.status_code == 422
    assert ana.handle == "ana-lark"
    assert len(answer.context["offered"]) == 3
    assert f'value="{handle}"'.encode() in answer.content


def test_time_and_country_are_what_one_says(ana):
    browser_of(ana).post("/accounts/profile/place/", {"time_zone": "Europe/Lisbon", "country": ""})

    ana.refresh_from_db()
    assert (ana.time_zone, ana.country) == ("Europe/Lisbon", "")


def test_times_are_offered_by_cities_alone():
    groups = dict(PlaceForm(countries=[]).fields["time_zone"].choices[1:])

    assert ("Europe/London", "London") in groups["Europe"]
    assert ("America/Argentina/Salta", "Salta (Argentina)") in groups["America"]
    assert not {"Etc", "US"} & set(groups)


def test_blocking_is_heard_by_one_s_own_screens_alone(ana, ben, commits):
    heard = []
    live.listen(heard.append)

    with commits():
        blocking.block(person=ben, by=ana)
        blocking.block(person=ben, by=ana)

    assert [hint.people for hint in heard] == [(ana.pk,)]
    assert Block.objects.filter(by=ana, of=ben).count() == 1


def test_nobody_blocks_themselves(ana):
    with pytest.raises(Refused):
        blocking.block(person=ana, by=ana)


def test_the_other_finds_no_trace(ana, ben):
    before = browser_of(ben).get("/accounts/blocked/").content
    blocking.block(person=ben, by=ana)

    after = browser_of(ben).get("/accounts/blocked/").content

    assert b"ana-lark" not in after
    assert before.count(b"<li>") == after.count(b"<li>")


def test_hearing_somebody_again_is_one_button(ana, ben, cleo):
    blocking.block(person=ben, by=ana)
    browser = browser_of(ana)
    page = browser.get("/accounts/blocked/").content

    browser.post(f"/accounts/blocked/{ben.pk}/unblock/")
    never = browser.post(f"/accounts/blocked/{cleo.pk}/unblock/")
    nobody = browser.post("/accounts/blocked/99999/unblock/")

    assert b"ben-moss" in page
    assert Block.objects.count() == 0
    assert (never.status_code, never["Location"]) == (nobody.status_code, nobody["Location"])


def test_only_one_s_own_block_is_ended(ana, ben, cleo):
    blocking.block(person=cleo, by=ben)

    browser_of(ana).post(f"/accounts/blocked/{cleo.pk}/unblock/")

    assert Block.objects.filter(by=ben, of=cleo).exists()
