"""Help now, when nothing else answers: with the database away, from the proxy, from the browser."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse

from community.help import actions, kept
from community.help.lines import LANDS
from community.help.models import Country, Helpline
from community.safety.actions.fixed_words import say_read, take_back
from community.screening import find_contacts
from tests.compose import ROOT

pytestmark = pytest.mark.django_db
NOW = "/help-now/"


@pytest.fixture
def wellington(db):
    """A line of the house's own country that is in no table of ours."""
    return Helpline.objects.create(
        country_id="GB", name="Harbour Line", dial="0800555", display="0800 555",
        hours="always", zone="Europe/London",
    )  # fmt: skip


def numbers(page):
    return set(re.findall(r'href="(?:tel|sms):([^"]+)"', page))


def every_number():
    lines = set(Helpline.objects.exclude(dial="").values_list("dial", flat=True))
    return lines | set(Country.objects.values_list("emergency", flat=True))


@pytest.mark.parametrize("signed_in", [False, True])
def test_the_numbers_stand_while_the_database_is_away(
    client, ana, kept_folder, database_away, signed_in
):
    if signed_in:
        client.cookies["sessionid"] = "the-key-of-a-session-nobody-can-read"

    answer = client.get(NOW)

    assert answer.status_code == 200
    assert {"112", "116123", "988", "131114"} <= numbers(answer.text)
    assert "no-store" in answer["Cache-Control"]


def test_what_the_house_wrote_down_stands_while_the_database_is_away(
    client, wellington, kept_folder, request
):
    actions.keep()
    known = every_number()
    request.getfixturevalue("database_away")

    page = client.get(NOW).text

    assert numbers(page) == known
    assert page.index("0800 555") < page.index("In another country")


def test_whose_word_stands_behind_the_words_is_said_while_the_database_is_away(
    client, ola, kept_folder, request
):
    read = say_read(
        key="help", name="Ada Lee", profession="psychiatrist", on=date(2026, 1, 5), by=ola
    )
    actions.keep()
    shown = (kept_folder / kept.PAGE).read_text()
    take_back(read=read.pk, by=ola)
    written = kept.remembered()
    actions.keep()
    request.getfixturevalue("database_away")
    (before, after) = (kept.page(written), client.get(NOW).text)

    said = "These words were read for this place by Ada Lee, psychiatrist, on 5 January 2026."
    assert [said in page for page in (shown, before, after)] == [True, True, False]
    assert "psychiatrist" not in after


def test_a_country_that_was_asked_for_comes_first(client, kept_folder, database_away):
    page = client.get(NOW, {"country": "ie"}).text

    assert page.index("Samaritans") < page.index("In another country")
    assert "(Ireland)" in page.split("In another country")[0]


def test_whatever_breaks_the_page_the_numbers_stand(client, kept_folder, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.delattr("community.help.queries.countries")

    assert client.get(NOW).status_code == 200
    assert "116123" in client.get(NOW).text


@pytest.mark.parametrize("left_over", ["", "{", "[]", '{"home": "GB", "rows": [{}]}'])
def test_a_file_that_cannot_be_read_hides_no_number(client, kept_folder, database_away, left_over):
    kept_folder.mkdir()
    (kept_folder / kept.MEMORY).write_text(left_over)

    assert "116123" in numbers(client.get(NOW).text)


def test_the_page_of_errors_shows_the_numbers_itself(client, wellington, kept_folder, request):
    actions.keep()
    request.getfixturevalue("database_away")

    answer = client.get("/groups/")

    assert answer.status_code == 503
    assert {"999", "0800555", "116123"} <= numbers(answer.text)


def test_the_page_of_errors_has_a_number_where_nothing_was_written_down(kept_folder, client):
    client.raise_request_exception = False

    assert numbers(client.get("/nowhere/").text) == set()  # a page that is missing needs none
    assert "112" in numbers(_server_error())


def _server_error():
    from community.views import server_error

    return server_error(None).text


def test_leaving_quickly_shows_the_dull_page_while_the_database_is_away(client, database_away):
    client.cookies["sessionid"] = "the-key-of-a-session-nobody-can-read"

    answer = client.post("/leave/", headers={"Sec-Fetch-Site": "same-origin"})

    assert (answer.status_code, "<title>Notes</title>" in answer.text) == (200, True)
    assert answer.cookies["sessionid"]["max-age"] == 0
    assert numbers(answer.text) == numbers(client.get("/leave/").text) == set()


def test_what_browsers_keep_asks_nobody_and_names_every_number(
    client, django_assert_num_queries, kept_folder
):
    actions.keep()
    cache.clear()
    known = every_number()

    with django_assert_num_queries(0):
        page = client.get(reverse("help:kept")).text

    assert numbers(page) == known
    assert not re.search(r"<script|csrf|Kindred", page)


def test_the_table_without_a_house_names_every_number(kept_folder):
    page = kept.page(kept.remembered())

    assert numbers(page) == every_number()
    assert "Which country are you in?" in page


def test_open_day_and_night_stands_above_what_closes():
    lines = [
        Helpline(country_id="GB", name=name, dial="1", hours=hours, for_young=young)
        for name, hours, young in [
            ("days", "mon-fri 09:00-17:00", False),
            ("young", "always", True),
            ("unknown", "", False),
            ("always", "always", False),
        ]
    ]

    home = kept.arranged("GB", [Country(code="GB", name="Here", emergency="999"), *lines]).home

    names = [shown.line.name for shown in home.lines]
    assert names == ["always", "unknown", "days", "young"]


def test_writing_it_down_again_follows_the_table(wellington, kept_folder):
    actions.keep()
    Helpline.objects.filter(pk=wellington.pk).update(dial="0800777", display="0800 777")

    actions.keep()

    page = (kept_folder / kept.PAGE).read_text()
    assert "0800777" in numbers(page)
    assert "0800555" not in page
    assert sorted(path.name for path in kept_folder.iterdir()) == sorted(
        [kept.MEMORY, kept.PAGE, kept.STYLE]
    )


def test_the_proxy_is_given_every_page_it_shows(kept_folder, capsys):
    call_command("keep_pages")

    proxy = (ROOT / "deploy" / "nginx.conf").read_text()
    shown = set(re.findall(r"/kept/([\w-]+\.\w+)", proxy))
    assert shown == {"help-now.html", "notes.html", "kept.css"}
    assert shown <= {path.name for path in kept_folder.iterdir()}
    assert 'href="/static/kept.css"' in (kept_folder / kept.PAGE).read_text()


def test_every_country_of_the_table_can_be_opened(kept_folder):
    page = kept.page(kept.remembered())

    assert len(re.findall("<details", page)) == len(LANDS)


def test_every_line_this_house_shows_can_be_told_to_others(wellington, kept_folder):
    known = [
        line for land in LANDS.values() for row in land.lines for line in (row.dial, row.display)
    ]
    asked_about = [line for line in known if find_contacts(f"please call {line} tonight")]
    before = find_contacts("please call 0800 555 111 222 tonight")

    Helpline.objects.update(dial="0800555111222")
    actions.keep()

    assert (asked_about, len(before)) == ([], 1)
    assert find_contacts("please call 0800 555 111 222 tonight") == ()
