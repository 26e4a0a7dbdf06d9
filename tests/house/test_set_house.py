"""The operator's settings: recorded without their words, checked before they can hurt."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from community.accounts import texts
from community.accounts.enums import ConsentKind
from community.accounts.rules import has_consented
from community.house.models import House, RulesText
from community.record.models import Entry
from tests.people import browser_of

pytestmark = pytest.mark.django_db


def _form(**changes):
    return {
        "name": "Harbour",
        "tab_name": "",
        "accent": "",
        "accent_dark": "",
        "country": "GB",
        "joining": "open",
        "own_rules": "",
        "staffed_from": "08:00",
        "staffed_until": "22:00",
        "rota": "",
        "read_within": "12",
        "wall_at_night": "wait",
        "night": "",
        "night_who": "",
        "lead": "",
        "lead_reach": "",
        "deputy": "",
        "deputy_reach": "",
        "leave_to": "",
        **changes,
    }


def _save(person, **changes):
    address = reverse("wagtailsettings:edit", args=["house", "house", House.load().pk])
    return browser_of(person).post(address, _form(**changes))


def test_a_change_is_recorded_by_field_never_by_words(ola):
    _save(ola, lead="Rosa Lind", lead_reach="extension 12")

    entry = Entry.objects.get(act="set_house")
    assert (entry.by, entry.data) == (ola.pk, {"fields": ["name", "lead", "lead_reach"]})
    assert "Rosa" not in str(entry.__dict__)


def test_saving_without_a_change_records_nothing(ola):
    _save(ola)
    _save(ola)

    assert Entry.objects.filter(act="set_house").count() == 1


def test_only_operators_change_the_settings(hana, fay, ana):
    for somebody in (hana, fay, ana):
        _save(somebody, name="Taken over")

    assert House.load().name == "Kindred"
    assert not Entry.objects.filter(act="set_house").exists()


def test_the_tab_says_what_the_operator_chose(ola, client):
    _save(ola, tab_name="Harbour notes")

    page = client.get("/").content.decode()

    assert "· Harbour notes</title>" in page
    assert "Harbour</a>" in page


def test_rules_of_ones_own_follow_ours_and_are_asked_for(ola, ana, client):
    before = texts.current(ConsentKind.RULES)
    assert has_consented(ana)

    _save(ola, own_rules="No photos of screens.\n\nOne voice at a time.")

    now = texts.current(ConsentKind.RULES)
    assert now == texts.Text(
        "1.1", (*before.lines, "No photos of screens.", "One voice at a time.")
    )
    assert not has_consented(ana)
    assert "No photos of screens." in client.get("/accounts/house-rules/").content.decode()


def test_rules_that_were_agreed_to_can_be_read_again(ola):
    _save(ola, own_rules="No photos of screens.")
    _save(ola, own_rules="One voice at a time.")
    _save(ola, own_rules="No photos of screens.")

    assert [rule.version for rule in RulesText.objects.order_by("version")] == [1, 2]
    assert texts.current(ConsentKind.RULES).version == "1.1"
    assert texts.text(ConsentKind.RULES, "1.2").lines[-1] == "One voice at a time."
    assert texts.text(ConsentKind.RULES, "1.9") is None
    assert texts.text(ConsentKind.RULES, "1.x") is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("accent", "#ffee00"),
        ("accent", "teal"),
        ("accent", "#0e5650;}body{display:none}"),
        ("accent_dark", "#101010"),
        ("own_rules", "a\nb\nc\nd"),
        ("own_rules", "x" * 161),
        ("leave_to", "http://plain.example/"),
        ("leave_to", "javascript:alert(1)"),
        ("country", "United Kingdom"),
        ("night_who", ""),
    ],
)
def test_what_would_hurt_is_refused_in_words(field, value):
    house = House(name="Harbour", **{"night": "on_call", "night_who": "Noor", field: value})

    with pytest.raises(ValidationError) as error:
        house.full_clean()

    assert field in error.value.message_dict


def test_leaving_leads_where_the_operator_wants(ola, client):
    before = client.get("/leave/")
    _save(ola, leave_to="https://weather.example/")

    after = client.get("/leave/")

    assert "Refresh" not in before
    assert after["Refresh"] == "0; url=https://weather.example/"
    assert "<h1>Notes</h1>" in after.content.decode()


def test_the_settings_can_be_seen_before_they_are_saved(ola):
    address = reverse("wagtailsettings:preview_on_edit", args=["house", "house", House.load().pk])
    browser = browser_of(ola)

    unsaved = {"country": "IE", "joining": "invitation", "read_within": "6"}
    sent = browser.post(
        address, _form(accent="#5a2a6e", own_rules="No photos of screens.", **unsaved)
    )
    page = browser.get(address).content.decode()

    assert sent.json()["is_valid"] is True
    assert "<h1>Harbour</h1>" in page
    assert "--action:#5a2a6e" in page
    assert "No photos of screens." in page
    assert "read within 6 hours" in page
    assert "Who may join: everyone with an invitation code" in page
    assert [name in page for name in ("Pieta", "Shout")] == [True, False]
    assert "Content-Security-Policy" not in browser.get(address)
    assert House.load().name == "Kindred"
