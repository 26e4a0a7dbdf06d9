"""Coming in: four screens, two typed fields, one person."""

from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from community.accounts import door, texts
from community.accounts.enums import ConsentKind, Standing
from community.accounts.models import Person
from tests.accounts.conftest import COME_IN, NAME, PASSWORD
from tests.people import browser_of


def test_two_posts_make_a_person_who_is_signed_in(at_the_name):
    answer = at_the_name.post(NAME, {"pick": "quiet-river", "password": PASSWORD})

    person = Person.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/welcome/")
    assert (person.handle, person.email, person.standing) == ("quiet-river", "", "active")
    assert at_the_name.session["_auth_user_id"] == str(person.pk)


def test_both_consents_are_kept_with_their_versions(at_the_name):
    at_the_name.post(NAME, {"pick": "quiet-river", "password": PASSWORD})

    kept = Person.objects.get().consents.values_list("kind", "version", "withdrawn_at")
    assert set(kept) == {(kind.value, "1", None) for kind in ConsentKind}


def test_under_age_stores_nothing_and_names_help(stranger):
    answer = stranger.post(COME_IN, {"adult": "no", "health": "on"})

    assert answer.status_code == 200
    assert b"people who are 18 or older" in answer.content
    assert b"/help-now/" in answer.content
    assert door.COOKIE not in stranger.cookies
    assert "sessionid" not in stranger.cookies
    assert (Session.objects.count(), Person.objects.count()) == (0, 0)


def test_age_has_no_default_and_the_tick_is_empty(stranger):
    page = stranger.get(COME_IN).content.decode()

    assert " checked" not in page


def test_without_the_tick_nobody_comes_in(stranger):
    answer = stranger.post(COME_IN, {"adult": "yes"})

    assert answer.status_code == 422
    assert door.COOKIE not in stranger.cookies


def test_the_name_asks_for_the_first_screen(stranger):
    assert stranger.get(NAME)["Location"] == COME_IN
    assert stranger.post(NAME, {"pick": "a-b", "password": PASSWORD})["Location"] == COME_IN
    assert Person.objects.count() == 0


def test_a_forged_yes_opens_nothing(stranger):
    stranger.cookies[door.COOKIE] = '{"rules":"1","health":"1","code":""}:forged:signature'

    assert stranger.get(NAME)["Location"] == COME_IN


def test_three_neutral_names_are_offered(at_the_name):
    form = at_the_name.get(NAME).context["form"]

    offered = [handle for handle, _ in form.fields["pick"].choices]
    assert len(set(offered)) == 3


def test_the_library_door_leads_to_ours(stranger):
    answer = stranger.post("/accounts/signup/", {"username": "x", "password1": PASSWORD})

    assert answer["Location"] == COME_IN
    assert Person.objects.count() == 0


def test_sending_the_form_twice_makes_one_person(at_the_name):
    form = {"pick": "quiet-river", "password": PASSWORD}
    twin = Client()
    twin.cookies = at_the_name.cookies.copy()
    at_the_name.post(NAME, form)

    answer = twin.post(NAME, form)

    assert (answer.status_code, answer["Location"]) == (302, "/welcome/")
    assert Person.objects.count() == 1


def test_who_did_not_send_the_form_signs_in_by_the_log_in_alone(at_the_name):
    form = {"pick": "quiet-river", "password": PASSWORD}
    stranger = Client()
    stranger.post(COME_IN, {"adult": "yes", "health": "on"})
    at_the_name.post(NAME, form)

    answer = stranger.post(NAME, form)

    assert answer.status_code == 422
    assert "sessionid" not in stranger.cookies


def test_a_taken_name_keeps_what_was_typed_but_the_password(at_the_name, ana):
    answer = at_the_name.post(
        NAME,
        {"handle": "Ana Lark", "password": "another long secret", "email": "lake@example.org"},
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Ana Lark"' in page
    assert 'value="lake@example.org"' in page
    assert "another long secret" not in page
    assert "type your password once more" in page


def test_where_a_person_decides_the_account_waits(at_the_name, joining):
    joining("approval")

    answer = at_the_name.post(NAME, {"pick": "quiet-river", "password": PASSWORD}, follow=True)

    person = Person.objects.get()
    assert person.standing == Standing.WAITING
    assert b"A person will look at this" in answer.content
    assert person.admission.admitted is None


def test_extra_fields_change_nothing(at_the_name):
    at_the_name.post(
        NAME,
        {
            "pick": "quiet-river",
            "password": PASSWORD,
            "standing": "gone",
            "is_superuser": "on",
            "groups": "1",
            "role": "operator",
        },
    )

    person = Person.objects.get()
    assert (person.standing, person.is_superuser, person.grants.count()) == ("active", False, 0)


def test_a_new_person_without_address_gets_no_mail(at_the_name):
    at_the_name.post(NAME, {"pick": "quiet-river", "password": PASSWORD})

    assert mail.outbox == []


def test_all_that_is_wrong_is_said_at_once(at_the_name):
    answer = at_the_name.post(NAME, {"handle": "admin", "password": "short"})

    page = answer.content.decode()
    assert "could be taken for the team" in page
    assert "Please make it a little longer: 12 letters or more." in page
    assert len(answer.context["form"].fields["pick"].choices) == 3


def test_a_name_that_holds_the_address_is_refused(at_the_name):
    form = {"handle": "marlow finch", "password": PASSWORD, "email": "marlow.finch@example.org"}

    answer = at_the_name.post(NAME, form)

    assert b"part of your e-mail address" in answer.content
    assert Person.objects.count() == 0


def test_both_answers_of_the_first_screen_are_asked_for_at_once(stranger):
    page = stranger.post(COME_IN, {}).content.decode()

    assert "Please say whether you are 18 or over." in page
    assert "We need your yes here" in page


def test_time_comes_quietly_and_only_where_it_is_real(at_the_name):
    form = {"pick": "quiet-river", "password": PASSWORD, "time_zone": "Mars/Olympus"}

    at_the_name.post(NAME, form)

    assert Person.objects.get().time_zone == ""


def test_the_address_of_the_net_decides_nothing(stranger):
    far = {"HTTP_X_FORWARDED_FOR": "203.0.113.9", "HTTP_CF_IPCOUNTRY": "FR"}
    stranger.post(COME_IN, {"adult": "yes", "health": "on"}, **far)

    stranger.post(NAME, {"pick": "quiet-river", "password": PASSWORD}, **far)

    person = Person.objects.get()
    assert (person.country, person.time_zone) == ("", "")


def test_the_first_screens_are_light(at_the_name):
    for path in (COME_IN, NAME):
        assert len(at_the_name.get(path).content) < 12_000


def test_a_text_that_changed_between_two_screens_is_read_again(at_the_name, monkeypatch):
    first = texts.VERSIONS[ConsentKind.RULES]
    second = texts.Text("2", ("Be kind, still.",))
    monkeypatch.setitem(texts.VERSIONS, ConsentKind.RULES, (*first, second))

    page = at_the_name.post(NAME, {"pick": "quiet-river", "password": PASSWORD}).content.decode()

    assert "These words changed while you were reading" in page
    assert "Be kind, still." in page
    assert Person.objects.count() == 0


def test_who_is_in_is_not_asked_again(ana):
    browser = browser_of(ana)

    assert browser.get(COME_IN)["Location"] == "/"
    assert browser.get(NAME)["Location"] == "/welcome/"


def test_who_waits_is_not_asked_what_brings_them(ana):
    Person.objects.filter(pk=ana.pk).update(standing=Standing.WAITING)

    assert browser_of(ana).get("/welcome/")["Location"] == "/"
    assert browser_of(ana).get(NAME)["Location"] == "/accounts/waiting/"


def test_codes_are_tried_at_a_pace(stranger, joining):
    joining("invitation")
    form = {"adult": "yes", "health": "on", "code": "zzzzzzzz"}
    for _ in range(20):
        stranger.post(COME_IN, form)

    assert b"That was a lot in a short time" in stranger.post(COME_IN, form).content


def test_the_picked_name_stays_picked_where_the_password_was_wrong(at_the_name):
    answer = at_the_name.post(NAME, {"pick": "quiet-river", "password": "short"})

    assert answer.context["form"].fields["pick"].choices[0][0] == "quiet-river"
    assert 'value="quiet-river"' in answer.content.decode()
    assert " checked" in answer.content.decode()
