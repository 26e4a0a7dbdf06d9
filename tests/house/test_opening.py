"""Before the opening strangers meet a calm page; each point has a person behind it."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from community.accounts.actions.sign_up import sign_up
from community.accounts.enums import ConsentKind, Role
from community.accounts.models import Person
from community.accounts.texts import current
from community.help.actions import plant
from community.help.models import Country, Helpline
from community.house import rules
from community.house.actions import mark_demo, note_mail_works
from community.house.enums import Night, Point
from community.house.models import House, OpeningPoint
from community.opening.actions import confirm
from community.record.models import Entry
from community.refusal import Refused
from community.safety import fixed_words, rota
from community.safety.models import RotaLine, WordsRead
from tests.people import PASSWORD, browser_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(db, settings):
    """A house that nobody has opened yet, with the lines it came with."""
    settings.OPEN_WITHOUT_CONFIRMATION = False
    plant(Country, Helpline)


@pytest.fixture
def settled(closed, emil):
    """Everything the software can see is in place."""
    house = House.load()
    house.lead, house.lead_reach = "Rosa Lind", "extension 12"
    house.deputy, house.deputy_reach = "Tom Ek", "extension 14"
    house.night = Night.NOBODY
    house.rota = "Every day 08:00-15:00 Emil, 15:00-22:00 Noor"
    house.save()
    for handle in ("rosa-lind", "tom-ek"):
        lead = person(handle, Role.SAFEGUARDING_LEAD)
        RotaLine.objects.create(
            place=rota.SAFEGUARDING, person=lead, weekday=0, begins="09:00", ends="17:00"
        )
    rota.forget()
    Helpline.objects.update(verified_at=timezone.localdate(), verified_by="Ola")
    note_mail_works(now=timezone.now())
    for one in fixed_words.standing():
        WordsRead.objects.create(
            key=one.words.key, name="Ada Lee", profession="psychiatrist",
            read_on=timezone.localdate(), digest=fixed_words.digest_of(one.words),
        )  # fmt: skip


@pytest.mark.parametrize("address", ["/", "/groups/", "/learn/"])
def test_a_stranger_is_told_that_it_is_not_open(address, closed, client, evenings):
    answer = client.get(address, follow=True)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "This place is not open yet" in page
    assert 'href="/help-now/"' in page
    assert "Evenings" not in page


@pytest.mark.parametrize("address", ["/help-now/", "/accounts/login/", "/leave/", "/healthz"])
def test_help_and_the_way_in_stay_open(address, closed, client):
    answer = client.get(address)

    assert answer.status_code == 200
    assert "not open yet" not in answer.content.decode()


def test_who_has_a_place_already_goes_on_as_ever(closed, ana, evenings):
    browser = browser_of(ana)

    assert browser.get("/groups/").status_code == 200
    assert browser.get("/me/").status_code == 200


def test_nobody_new_gets_an_account_by_any_door(closed):
    with pytest.raises(Refused) as refused:
        sign_up(
            handle="quiet-river",
            password="seven quiet lanterns",
            email="",
            rules_version=current(ConsentKind.RULES).version,
            consent_version=current(ConsentKind.HEALTH_DATA).version,
            invitation="",
        )

    assert refused.value.refusal == rules.NOT_OPEN
    assert not Person.objects.filter(handle="quiet-river").exists()


def test_without_a_code_the_door_asks_for_one(closed, client):
    agreed = {"adult": "yes", "health": "on", "code": ""}

    page = client.get("/accounts/come-in/").content.decode()
    answer = client.post("/accounts/come-in/", agreed)

    assert "With a code from the team you can come in already." in page
    assert answer.status_code == 422
    assert "Please type the code you were given." in answer.content.decode()


def test_the_team_comes_in_by_invitation_before_anybody_else(closed, client):
    said = StringIO()
    call_command("invite", people=1, stdout=said)
    code = said.getvalue().split()[0]

    client.post("/accounts/come-in/", {"adult": "yes", "health": "on", "code": code})
    client.post("/accounts/name/", {"handle": "quiet-river", "password": "seven quiet lanterns"})
    call_command("make_operator", "quiet-river", stdout=said)

    person = Person.objects.get(handle="quiet-river")
    assert browser_of(person).get("/opening/").status_code == 200
    assert Entry.objects.filter(act="make_invitation", by=None).count() == 1


def test_the_demo_is_open_and_says_what_it_is(closed, client, settings):
    mark_demo(leads={})
    page = client.get("/").content.decode()

    settings.DEMO_ALLOWED = False
    in_production = client.get("/").content.decode()

    assert "This is a demo with invented people." in page
    assert "This place is not open yet" not in page
    assert "This place is not open yet" in in_production


@pytest.mark.parametrize(
    ("point", "refusal"),
    [
        (Point.COUNTRY, "lines_unchecked"),
        (Point.HOURS, "no_moderator"),
        (Point.SAFEGUARDING, "nobody_leads"),
        (Point.NIGHT, "night_open"),
        (Point.MAIL, "mail_unproved"),
    ],
)
def test_what_is_plainly_not_settled_cannot_be_confirmed(point, refusal, closed, ola):
    with pytest.raises(Refused) as refused:
        confirm(point=point, by=ola)

    assert refused.value.refusal.code == refusal
    assert not OpeningPoint.objects.exists()


def test_hours_are_staffed_when_it_is_written_down_by_whom(settled, ola):
    House.objects.update(rota=" ")

    with pytest.raises(Refused) as refused:
        confirm(point=Point.HOURS, by=ola)

    assert refused.value.refusal.code == "no_rota"
    assert not OpeningPoint.objects.exists()


def test_who_leads_in_safeguarding_can_be_called_at_some_time(settled, ola):
    RotaLine.objects.filter(person__handle="tom-ek").delete()
    rota.forget()

    with pytest.raises(Refused) as refused:
        confirm(point=Point.SAFEGUARDING, by=ola)

    assert refused.value.refusal.code == "leads_without_hours"


def test_the_last_point_opens_the_house(settled, ola, client):
    for point in list(Point)[:-1]:
        confirm(point=point, by=ola)
    before = "not open yet" in client.get("/").content.decode()

    confirm(point=list(Point)[-1], by=ola)

    assert before
    assert "not open yet" not in client.get("/").content.decode()
    assert list(Entry.objects.filter(act="confirm_opening").values_list("by", "subject")) == [
        (ola.pk, f"opening:{point.value}") for point in Point
    ]
    assert Entry.objects.filter(act="open_house").count() == 1


def test_only_operators_stand_behind_a_point(settled, hana, ana):
    for somebody in (hana, ana):
        with pytest.raises(Refused):
            confirm(point=Point.TEXTS, by=somebody)
        assert browser_of(somebody).get("/opening/").status_code == 403

    assert not OpeningPoint.objects.exists()


def test_a_change_of_the_setting_asks_to_look_again(settled, ola):
    confirm(point=Point.COUNTRY, by=ola)
    confirm(point=Point.NIGHT, by=ola)
    house = House.load()
    house.country = "IE"

    house.save()

    changed = OpeningPoint.objects.filter(changed_at__isnull=False)
    assert list(changed.values_list("key", flat=True)) == ["country"]


def test_ola_confirms_on_the_page_after_her_password(settled, ola, client):
    browser = browser_of(ola)
    address = reverse("opening:stand-behind", args=["texts"])
    asked = browser.post(address)
    assert not OpeningPoint.objects.exists()

    browser.post("/accounts/login/", {"login": "ola-north", "password": PASSWORD})
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    browser.post(address)
    page = browser.get("/opening/").content.decode()

    assert asked.status_code == 302
    assert asked.url.startswith("/accounts/reauthenticate/")
    assert "Confirmed by ola-north" in page
    assert OpeningPoint.objects.get().key == "texts"


def test_each_button_says_what_it_is_for_and_one_thing_is_next(settled, ola):
    House.objects.update(night="")
    confirm(point=Point.COUNTRY, by=ola)

    page = browser_of(ola).get("/opening/").content.decode()

    buttons = re.findall(r"<button class=\"(button[^\"]*)\">(I [^<]*)</button>", page)
    words = [words for _kind, words in buttons]
    assert len(set(words)) == len(words) >= 4
    assert [words for kind, words in buttons if kind == "button"] == ["I stand behind these hours"]
    assert page.count("opening-point-next") == 1
    assert 'Next: <a href="#hours">' in page


def test_the_texts_lead_to_the_texts_and_the_refusal_to_the_fixed_words(settled, ola):
    WordsRead.objects.all().delete()
    fixed_words.forget()

    page = browser_of(ola).get("/opening/").content.decode()
    point = page.split('id="texts"')[1].split("</li>")[0]

    assert re.findall(r'<a[^>]* href="([^"]+)"', point) == [
        "/desk/fixed-words/", "/accounts/house-rules/", "/accounts/who-can-read/",
    ]  # fmt: skip


def test_who_left_takes_nothing_from_the_page(settled, ola, ana):
    confirm(point=Point.TEXTS, by=ola)
    OpeningPoint.objects.update(confirmed_by=10**9)

    page = browser_of(ola).get("/opening/").content.decode()

    assert "Confirmed by somebody who has left" in page


def test_a_point_that_never_was_is_not_found(settled, ola):
    browser = browser_of(ola)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert browser.post("/opening/elsewhere/").status_code == 404
