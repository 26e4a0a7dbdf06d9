"""Who may join: everyone, those with a code, those a person lets in."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts.actions import joining as actions
from community.accounts.actions.joining import ALREADY_DECIDED, NO_SUCH_CODE
from community.accounts.enums import Role, Standing
from community.accounts.models import Admission, Invitation, Person
from community.accounts.rules import may_enter_rooms
from community.record.models import Entry
from community.refusal import Refused
from tests.accounts.conftest import COME_IN, NAME, PASSWORD
from tests.people import browser_of, person


def comes_in(code, handle="quiet-river"):
    stranger = Client()
    first = stranger.post(COME_IN, {"adult": "yes", "health": "on", "code": code})
    if first.status_code == 302:
        return stranger.post(NAME, {"handle": handle, "password": PASSWORD})
    return first


def made_code(answer):
    return re.search(r'<output class="digits">([a-z]+)</output>', answer.content.decode())[1]


@pytest.fixture
def waiting(db):
    """Somebody who asked to come in and waits."""
    somebody = person("asks-gently")
    Person.objects.filter(pk=somebody.pk).update(standing=Standing.WAITING)
    Admission.objects.create(person=somebody)
    somebody.refresh_from_db()
    return somebody


def test_by_invitation_nobody_comes_in_without_a_code(joining):
    joining("invitation")

    answer = comes_in("")

    assert answer.status_code == 422
    assert b"Please type the code you were given" in answer.content


@pytest.mark.parametrize("spelled", ["{}", " {} ", "{upper}", "{split}"])
def test_a_code_opens_however_it_is_spelled(joining, hana, spelled):
    joining("invitation")
    code = actions.make_card(by=hana)
    typed = spelled.format(code, upper=code.upper(), split=f"{code[:4]}-{code[4:]}")

    assert comes_in(typed)["Location"] == "/welcome/"


def test_a_card_is_eight_letters_kept_as_a_hash_alone(hana):
    code = actions.make_card(by=hana)

    kept = Invitation.objects.get()
    assert re.fullmatch("[a-z]{8}", code)
    assert code not in str(vars(kept))
    assert len(kept.hash) == 64


def test_wrong_used_ended_and_old_codes_read_the_same(joining, hana):
    joining("invitation")
    used, ended, old = (actions.make_card(by=hana) for _ in range(3))
    comes_in(used)
    actions.end_invitation(
        invitation=Invitation.objects.get(hash=actions.hashed(ended)).pk, by=hana
    )
    Invitation.objects.filter(hash=actions.hashed(old)).update(
        made_at=timezone.now() - timedelta(days=40), ends_at=timezone.now() - timedelta(days=10)
    )

    answers = [comes_in(code, "calm-otter") for code in ("zzzzzzzz", used, ended, old)]

    said = {re.sub(r'value="[^"]*"', "", answer.content.decode()) for answer in answers}
    assert len(said) == 1
    assert "does not open the door" in said.pop()
    assert Person.objects.filter(handle="calm-otter").count() == 0


def test_a_code_used_up_between_two_screens_leads_back(joining, hana):
    joining("invitation")
    code = actions.make_card(by=hana)
    stranger = Client()
    stranger.post(COME_IN, {"adult": "yes", "health": "on", "code": code})
    comes_in(code, "calm-otter")

    answer = stranger.post(NAME, {"pick": "quiet-river", "password": PASSWORD})

    assert str(NO_SUCH_CODE.words).encode() in answer.content
    assert not Person.objects.filter(handle="quiet-river").exists()


def test_an_invitation_lets_in_as_many_as_it_says(joining, hana):
    joining("invitation")
    code = actions.make_invitation(uses=2, by=hana)

    came = [comes_in(code, handle).status_code for handle in ("calm-a", "calm-b", "calm-c")]

    assert came == [302, 302, 422]


def test_who_gave_a_card_learns_only_that_it_was_used(joining, hana):
    joining("invitation")
    comes_in(actions.make_card(by=hana), "quiet-river")

    page = browser_of(hana).get("/accounts/invite/").content.decode()

    newcomer = Person.objects.get(handle="quiet-river")
    assert "It was used." in page
    assert "quiet-river" not in page
    entry = Entry.objects.get(act="sign_up")
    assert (entry.by, entry.about, entry.data) == (newcomer.pk, newcomer.pk, {})


@pytest.mark.parametrize("form", [{"card": "1"}, {"uses": "2"}])
def test_who_treats_people_reads_the_same_at_the_door_before_and_after_their_card_was_used(
    joining, ines, form
):
    joining("invitation")
    code = made_code(browser_of(ines).post("/accounts/invite/", form))
    tries = [Client().post(COME_IN, {"adult": "yes", "health": "on", "code": code})]

    comes_in(code, "quiet-river")
    tries.append(Client().post(COME_IN, {"adult": "yes", "health": "on", "code": code}))

    assert Person.objects.filter(handle="quiet-river").exists()
    assert [(one.status_code, one["Location"]) for one in tries] == [(302, NAME)] * 2
    assert "for one person" not in browser_of(ines).get("/accounts/invite/").text


def test_codes_are_made_on_a_page_and_ended_there(hana):
    browser = browser_of(hana)
    card = made_code(browser.post("/accounts/invite/", {"card": "1"}))
    several = made_code(browser.post("/accounts/invite/", {"uses": "12"}))
    kept = Invitation.objects.get(hash=actions.hashed(several))

    browser.post(f"/accounts/invite/{kept.pk}/end/")

    assert (actions.opens(card), actions.opens(several)) == (True, False)
    assert (kept.uses_left, kept.is_card) == (12, False)


@pytest.mark.parametrize("role", [Role.GREETER, Role.COORDINATOR, Role.PROVIDER])
def test_these_roles_may_invite(db, role):
    assert browser_of(person("calm-otter", role)).get("/accounts/invite/").status_code == 200


def test_others_may_not_invite(ana, emil, hana):
    code = actions.make_card(by=hana)
    theirs = Invitation.objects.get()

    assert [browser_of(p).post("/accounts/invite/").status_code for p in (ana, emil)] == [403, 403]
    assert browser_of(ana).post(f"/accounts/invite/{theirs.pk}/end/").status_code == 404
    assert actions.opens(code)


def test_who_waits_sees_one_kind_page_with_help(waiting):
    browser = Client()

    answer = browser.post(
        "/accounts/login/", {"login": "asks-gently", "password": PASSWORD}, follow=True
    )

    assert answer.redirect_chain[-1][0] == "/accounts/waiting/"
    assert b"A person will look at this" in answer.content
    assert b"/help-now/" in answer.content
    assert may_enter_rooms(waiting) is not None


def test_a_coordinator_lets_somebody_in(waiting, hana):
    page = browser_of(hana).get("/accounts/admissions/").content

    browser_of(hana).post(f"/accounts/admissions/{waiting.pk}/admit/")

    waiting.refresh_from_db()
    assert b"asks-gently" in page
    assert waiting.standing == Standing.ACTIVE
    assert may_enter_rooms(waiting) is None
    assert Entry.objects.filter(act="admit", by=hana.pk, about=waiting.pk).count() == 1


def test_a_coordinator_declines_in_words_they_read(waiting, hana):
    form = {f"p{waiting.pk}-words": "This place is for people of the clinic."}
    browser_of(hana).post(f"/accounts/admissions/{waiting.pk}/decline/", form)

    page = browser_of(waiting).get("/accounts/waiting/").content.decode()

    assert "This place is for people of the clinic." in page
    assert "hana-cove" not in page
    assert b"asks-gently" not in browser_of(hana).get("/accounts/admissions/").content


def test_nobody_is_declined_without_words(waiting, hana):
    answer = browser_of(hana).post(f"/accounts/admissions/{waiting.pk}/decline/", {})

    assert answer.status_code == 422
    assert Admission.objects.get().admitted is None


def test_a_decision_stands_once(waiting, hana):
    actions.admit(person=waiting.pk, by=hana)

    with pytest.raises(Refused) as refused:
        actions.decline(person=waiting.pk, words="No.", by=hana)

    assert refused.value.refusal == ALREADY_DECIDED


def test_only_those_who_admit_see_who_waits(waiting, ana, emil):
    for somebody in (ana, emil):
        browser = browser_of(somebody)
        assert browser.get("/accounts/admissions/").status_code == 403
        assert browser.post(f"/accounts/admissions/{waiting.pk}/admit/").status_code == 403
    waiting.refresh_from_db()
    assert waiting.standing == Standing.WAITING


def test_the_list_asks_as_much_for_three_as_for_one(hana):
    browser = browser_of(hana)
    asked = []
    for number in range(3):
        somebody = person(f"asks-{number}")
        Person.objects.filter(pk=somebody.pk).update(standing=Standing.WAITING)
        Admission.objects.create(person=somebody)
        browser.get("/accounts/admissions/")
        with CaptureQueriesContext(connection) as captured:
            browser.get("/accounts/admissions/")
        asked.append(len(captured))

    assert asked[0] == asked[2]
