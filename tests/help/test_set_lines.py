"""Whoever runs the place keeps the helplines: seen before they are saved, and on the record."""

import pytest
from django.urls import reverse
from django.utils import timezone

from community.help.models import Helpline
from community.house.enums import Point
from community.house.models import House, OpeningPoint
from community.record.models import Entry
from tests.people import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    return Helpline.objects.filter(country="GB", name="Samaritans").first()


def filled(line, **changes):
    """The form as it stands for this line, with these changes."""
    names = [field.name for field in Helpline._meta.concrete_fields if field.name != "id"]
    now = {name: getattr(line, name) for name in names}
    now |= {"country": line.country_id, "verified_at": line.verified_at or ""}
    ticked = {name for name, value in now.items() if value is True}
    typed = {name: value for name, value in now.items() if value not in (True, False)}
    return {**typed, **dict.fromkeys(ticked, "on"), **changes}


def save(somebody, line, **changes):
    address = reverse("wagtailsnippets_help_helpline:edit", args=[line.pk])
    return browser_of(somebody).post(address, filled(line, **changes))


def recorded():
    found = Entry.objects.filter(subject__startswith="helpline:").order_by("pk")
    return list(found.values_list("act", "by", "data"))


def test_a_change_is_recorded_by_field_and_asks_to_look_at_the_point_again(ola, line):
    House.load().save()
    OpeningPoint.objects.create(key=Point.COUNTRY, confirmed_by=ola.pk, confirmed_at=timezone.now())

    save(ola, line, display="116 123, free", languages="English, Welsh")

    fields = {"country": "GB", "fields": ["display", "languages"]}
    assert recorded() == [("set_helpline", ola.pk, fields)]
    assert OpeningPoint.objects.get().changed_at is not None


def test_a_check_is_recorded_and_changes_nothing_else(ola, line):
    House.load().save()
    OpeningPoint.objects.create(key=Point.COUNTRY, confirmed_by=ola.pk, confirmed_at=timezone.now())

    save(ola, line, verified_at="2026-11-03", verified_by="Hana")
    save(ola, Helpline.objects.get(pk=line.pk))

    assert [data["fields"] for _act, _by, data in recorded()] == [["verified_at", "verified_by"]]
    assert OpeningPoint.objects.get().changed_at is None


def test_a_line_that_is_taken_out_stands_on_the_record(ola, fay, line):
    address = reverse("wagtailsnippets_help_helpline:delete", args=[line.pk])

    browser_of(fay).post(address)
    assert Helpline.objects.filter(pk=line.pk).exists()
    browser_of(ola).post(address)

    assert recorded() == [("remove_helpline", ola.pk, {"country": "GB"})]


def test_what_the_software_fills_in_by_itself_is_nobodys_act(line):
    line.display = "116 123"
    line.save()

    assert recorded() == []


def test_a_line_can_be_seen_before_it_is_saved(ola, line):
    address = reverse("wagtailsnippets_help_helpline:preview_on_edit", args=[line.pk])
    browser = browser_of(ola)

    sent = browser.post(address, filled(line, name="The night line"))
    page = browser.get(address)

    assert sent.json()["is_valid"] is True
    assert "The night line" in page.text
    assert "Content-Security-Policy" not in page
    assert not Helpline.objects.filter(name="The night line").exists()
