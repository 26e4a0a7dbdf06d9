"""Kinder words: a text goes in, better words come back, nothing stays."""

import logging
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.actions.laying_out import lay_out_library

pytestmark = pytest.mark.django_db

ADDRESS = "/learn/words/"
SAID = "Her uncle committed suicide. He was <b>a junkie</b>."


def test_the_library_leads_to_the_page(client):
    lay_out_library()

    assert f'href="{ADDRESS}"' in client.get("/learn/").text


def test_a_stranger_sees_better_words_and_why(client):
    page = client.post(ADDRESS, {"text": SAID}).text

    assert "died by suicide" in page
    assert "It sounds like a crime or a sin. It hurts those who grieve." in page
    assert "Mindframe, communicating about suicide: language" in page
    assert "person who uses drugs" in page


def test_the_text_comes_back_as_text(client):
    page = client.post(ADDRESS, {"text": SAID}).text

    assert "&lt;b&gt;" in page
    assert "<b>a junkie" not in page


def test_a_kind_text_is_left_alone(client):
    page = client.post(ADDRESS, {"text": "She lives with schizophrenia and paints."}).text

    assert "Nothing here hurts" in page
    assert "words-one" not in page


def test_nothing_is_written_down(client, caplog):
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as asked:
        client.post(ADDRESS, {"text": SAID})

    writes = [q["sql"] for q in asked if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert writes == []
    assert "junkie" not in caplog.text


def test_no_browser_keeps_the_answer(client):
    answer = client.post(ADDRESS, {"text": SAID})

    assert "no-store" in answer["Cache-Control"]


def test_who_writes_of_wanting_to_die_is_met_with_help_alone(client):
    page = client.post(ADDRESS, {"text": "I want to kill myself. Addicts like me do."}).text

    panel = page.split('class="help-panel"')[1].split("</section>")[0]
    assert 'href=""' not in panel
    assert re.findall(r'<a class="help-number" href="(.*?)">(.+?)</a>', panel)[0][0] == "tel:999"
    assert "/help-now/" in panel
    assert "words-one" not in page


def test_an_empty_box_is_said_kindly(client):
    assert "Please fill in: Your text" in client.post(ADDRESS, {"text": " "}).text


def test_a_text_that_is_too_long_comes_back_whole(client):
    text = "We met. " * 2_000

    page = client.post(ADDRESS, {"text": text}).text

    assert "Please paste less at a time" in page
    assert text.strip() in page
