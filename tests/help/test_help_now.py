"""Help now: for everyone, open lines first, numbers that dial."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse

from community.help.lines import LANDS
from community.help.models import Country, Helpline
from community.help.queries import emergency_number, lines_for
from tests.people import browser_of

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 23, 23, 40, tzinfo=UTC)


def _line(name, hours, **more):
    return Helpline.objects.create(
        country_id="GB", name=name, dial="1", display="1", hours=hours, zone="Europe/London", **more
    )


def test_a_number_that_is_closed_now_is_never_on_top():
    Helpline.objects.all().delete()
    _line("closed", "09:00-17:00")
    _line("unknown", "")
    _line("open", "always")
    _line("young", "always", for_young=True)

    names = [(shown.line.name, shown.open) for shown in lines_for("gb", now=NIGHT)]

    assert names == [("open", True), ("unknown", None), ("closed", False), ("young", True)]


def test_young_people_find_their_lines_first():
    names = [shown.line.name for shown in lines_for("GB", now=NIGHT, young=True)]

    assert names == ["Childline", "Samaritans", "Shout"]


def test_short_codes_are_dialled_as_they_stand():
    wrong = [line.dial for line in Helpline.objects.all() if line.dial.startswith("+1988")]
    short = dict(Helpline.objects.filter(method="call").values_list("country_id", "dial"))

    assert wrong == []
    assert short["US"] == "988"


def test_every_country_of_the_table_has_a_line_and_an_emergency_number():
    assert Country.objects.count() == len(LANDS)
    assert all(land.lines and land.emergency for land in LANDS.values())
    assert emergency_number("gb") == "999"
    assert emergency_number("xx") == "112"


def test_thirty_countries_and_more_stand_in_the_table_each_with_its_source():
    assert Country.objects.count() >= 30
    assert not Helpline.objects.filter(source="").exists()
    assert not Helpline.objects.exclude(verified_at=None).exists()  # only a person checks


def test_a_country_nobody_knows_gets_every_emergency_number(client, settings):
    Country.objects.filter(code="GB").delete()  # the house's own

    page = client.get(reverse("help:now"), {"country": "xx"}).content.decode()

    assert "Which country are you in?" in page
    assert page.index('tel:112">112</a>:') < page.index('tel:911">911</a>:')
    assert "findahelpline.com" in page
    assert "<details" not in page.partition('id="elsewhere"')[2]


def test_ones_own_country_comes_first_and_the_others_are_folded(client, ana):
    ana.country = "IE"
    ana.save()

    pages = [
        BeautifulSoup(browser.get(reverse("help:now"), asked).content, "html.parser")
        for browser, asked in ((client, {}), (browser_of(ana), {}), (client, {"country": "xx"}))
    ]

    chosen = [page.select_one(".help-countries [aria-current]") for page in pages]
    assert [one and one.text for one in chosen] == ["United Kingdom", "Ireland", "United Kingdom"]
    assert all(page.select_one("details:not([open]) .help-countries") for page in pages)


def test_a_line_says_whether_it_may_call_somebody_without_you(client):
    line = Helpline.objects.filter(country="GB", name="Samaritans")
    path = {"country": "gb"}
    before = client.get(reverse("help:now"), path).content.decode()
    line.update(calls_others="no")

    after = client.get(reverse("help:now"), path).content.decode()

    assert "It never calls anybody without you." not in before
    assert "It never calls anybody without you." in after


def test_old_checks_warn_whoever_looks_after_them(ola, hana, ana):
    from datetime import timedelta

    from django.utils import timezone

    old = timezone.now().date() - timedelta(days=181)
    Helpline.objects.filter(country="GB").update(verified_at=old, verified_by="Hana")

    for somebody, warned in ((ola, True), (hana, True), (ana, False)):
        page = browser_of(somebody).get("/me/").content.decode()
        assert ("checked more than 180 days ago" in page) == warned


def test_what_a_house_took_out_stays_out():
    from community.help.actions import plant_new_countries

    Helpline.objects.filter(country="GB").delete()
    Country.objects.filter(code="GR").delete()

    plant_new_countries(Country, Helpline)

    assert not Helpline.objects.filter(country="GB").exists()
    assert Helpline.objects.filter(country="GR").exists()


def test_a_line_nobody_checked_says_so(client):
    page = client.get(reverse("help:now"), {"country": "gb"}).content.decode()

    assert "116 123" in page
    assert 'href="tel:116123"' in page
    assert "Not yet checked by us." in page


def test_a_checked_line_says_who_and_when(client):
    Helpline.objects.filter(country="GB", name="Samaritans").update(
        verified_at=date(2026, 11, 3), verified_by="Hana"
    )

    page = client.get(reverse("help:now"), {"country": "gb"}).content.decode()

    assert "Last checked 3 November by Hana." in page


def test_a_check_without_a_name_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        Helpline.objects.filter(name="Samaritans").update(verified_at=date(2026, 11, 3))


def test_an_unknown_country_still_shows_a_way_to_help(client):
    page = client.get(reverse("help:now"), {"country": "<b>"}).content.decode()

    assert "116 123" in page
    assert "&lt;b&gt;" not in page


def test_help_needs_no_sign_in_and_sets_no_cookie(client):
    page = client.get(reverse("help:now"))

    assert page.status_code == 200
    assert not page.cookies


def test_the_worker_keeps_the_help_page_alone(client):
    script = client.get(reverse("help:offline"))

    assert script.headers["Content-Type"] == "text/javascript"
    assert '"/help-now/"' in script.content.decode()
    assert "/rooms/" not in script.content.decode()


def test_what_helps_while_one_waits_stands_before_the_list_of_countries(client):
    known = client.get("/help-now/?country=gb").content.decode()

    help, wait = known.index("Samaritans"), known.index("While you wait")
    assert help < wait < known.index("Choose a country")
