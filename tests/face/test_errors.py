"""What went wrong is said in plain words, with a next step, and nothing is lost."""

import pytest
from django.forms import Textarea
from django.forms.forms import BaseForm
from django.template.loader import render_to_string
from django.test import Client
from django.urls import get_resolver

from community.refusal import Refusal
from community.templatetags.face import THEMES
from community.views import WORDS as WORDS_BOXES
from community.views import too_many
from tests.people import browser_of

pytestmark = pytest.mark.django_db

WORDS = "I wanted to say thank you for last night."
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize("code", [400, 403, 404, 500])
def test_every_error_offers_help_a_way_out_and_a_way_on(rf, ana, code):
    request = rf.get("/somewhere/")
    request.user = ana
    handler = get_resolver().resolve_error_handler(code)

    response = handler(request) if code == 500 else handler(request, exception=Exception("secret"))

    page = response.content.decode()
    assert response.status_code == code
    assert all(f'"{way}"' in page for way in ("/help-now/", "/leave/", "/"))
    assert "secret" not in page


@pytest.mark.parametrize("name", ["400", "500"])
def test_what_stands_when_all_else_fails_asks_the_database_nothing(name, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string(f"errors/{name}.html")

    assert "/help-now/" in page


def test_the_address_of_a_button_opened_as_a_page_shows_a_way_on(ana, evenings):
    page = browser_of(ana).get("/groups/evenings/leave/")

    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "There is nothing to read at this address" in page.text
    assert all(f'"{way}"' in page.text for way in ("/help-now/", "/leave/", "/me/"))


def test_the_editors_account_is_the_one_there_is(fay):
    answer = browser_of(fay).get("/cms/account/")

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/profile/")


def test_an_old_form_gives_the_words_back(ana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)

    response = client.post(
        "/accounts/login/",
        {"body": WORDS, "password": "seven quiet lanterns", "login": "ana"},
        headers=OURS,
    )

    assert response.status_code == 403
    assert WORDS in response.text
    assert "seven quiet lanterns" not in response.text


HERE = "http://testserver"
OLDER = [{"Origin": HERE}, {"Referer": HERE + "/rooms/abc/"}]  # browsers without Sec-Fetch-Site
FOREIGN = [
    *({"Sec-Fetch-Site": site, "Origin": HERE} for site in ("cross-site", "same-site", "none")),
    {"Origin": "https://testserver", "Referer": HERE + "/"},
    {"Origin": "null"},
    {"Referer": "http://testserver.example/"},
    {"Referer": "http://[half"},
    {},
]


@pytest.mark.parametrize("headers", [OURS, *OLDER])
@pytest.mark.parametrize("words", ["I need help now", "help", WORDS])
def test_words_come_back_however_short_and_from_whatever_browser(words, headers, ana, room):
    stale, over = Client(enforce_csrf_checks=True), Client()
    stale.force_login(ana)
    over.cookies["sessionid"] = "a" * 32
    form = {"body": words, "csrfmiddlewaretoken": "x" * 64, "held_for": "group"}

    answers = [
        browser.post(f"/rooms/{room.pk}/", form, headers=headers) for browser in (stale, over)
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert [answer.text.count(f">{words}</textarea>") for answer in answers] == [1, 1]
    assert not any(">group</textarea>" in answer.text for answer in answers)


def test_every_box_for_words_is_known_by_its_name():
    assert get_resolver().url_patterns  # every form there is has been read now

    boxes = {
        name
        for form in _kinds_of(BaseForm)
        if form.__module__.partition(".")[0] in ("community", "groups", "mentoring", "cms")
        for name, box in form.base_fields.items()
        if isinstance(box.widget, Textarea)
    }

    assert {"body", "why"} <= boxes
    assert boxes - WORDS_BOXES == set()


def _kinds_of(kind):
    for one in kind.__subclasses__():
        yield one
        yield from _kinds_of(one)


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_foreign_form_cannot_put_words_on_our_page(headers):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/accounts/login/", {"body": WORDS}, headers=headers)

    assert response.status_code == 403
    assert WORDS not in response.text


def test_words_that_come_back_are_words_and_not_markup():
    client = Client(enforce_csrf_checks=True)

    response = client.post(
        "/accounts/login/", {"body": "</textarea><script>x()</script>"}, headers=OURS
    )

    assert "<script>x()" not in response.text


@pytest.mark.parametrize("theme", THEMES)
def test_the_chosen_colours_are_kept_and_shown(client, theme):
    response = client.post("/theme/", {"theme": theme, "next": "/leave/how/"})

    assert (response.status_code, response["Location"]) == (303, "/leave/how/")
    assert f'data-theme="{theme}"' in client.get("/leave/how/").text


def test_the_device_decides_again_when_asked(client):
    client.post("/theme/", {"theme": "dark"})

    client.post("/theme/", {"theme": "device"})

    assert "data-theme" not in client.get("/leave/how/").text.split("<body>")[0]


@pytest.mark.parametrize("bad", ["neon", '"><script>', ""])
def test_unknown_colours_are_not_kept(client, bad):
    client.cookies["theme"] = bad

    assert "data-theme" not in client.get("/leave/how/").text.split("<body>")[0]


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x()"]
)
def test_choosing_colours_never_leads_away(client, away):
    assert client.post("/theme/", {"theme": "dark", "next": away})["Location"] == "/"


def test_a_refusal_is_told_in_its_own_words():
    refusal = Refusal("full", "Dora has enough people for now.")

    page = render_to_string("errors/refused.html", {"refusal": refusal})

    assert "Dora has enough people for now." in page
    assert "/help-now/" in page


def test_too_much_at_once_asks_for_a_pause(rf, ana):
    request = rf.get("/accounts/login/")
    request.user = ana

    response = too_many(request)

    assert response.status_code == 429
    assert "A short pause" in response.content.decode()
