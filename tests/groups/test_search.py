"""Looking for words: only what one may read now, in order, and kept nowhere."""

import logging

import pytest
from django.urls import reverse

from community import pace
from community.safety.enums import Why
from groups.actions.belonging import leave_room
from groups.actions.covering import cover_words, name_of
from groups.actions.messages import delete_message, hide_message
from groups.models import Message
from groups.search import PAGE, search, words_of
from groups.views import finding
from tests.people import browser_of, on_duty
from tests.words import say, wait


def found(somebody, query, **more):
    return [hit.piece for hit in search(somebody, words_of(query), **more).hits]


@pytest.fixture
def talked(ana, ben, emil, room):
    on_duty(emil, room)
    for somebody, body in (
        (ana, "The lighthouse was lit."),
        (ben, "My Lighthouse is a lamp."),
        (emil, "No towers here."),
    ):
        say(somebody, room, body)
    return room


def test_own_words_and_those_of_others_are_found_in_any_case(ana, talked):
    assert found(ana, "LIGHTHOUSE") == ["My Lighthouse is a lamp.", "The lighthouse was lit."]


@pytest.mark.parametrize(
    ("query", "there"), [("ÉTÉ", "Cet été"), ("straße", "Die STRASSE"), ("Ärger", "ärger")]
)
def test_letters_beyond_plain_latin_are_found(ana, emil, room, query, there):
    on_duty(emil, room)
    say(ana, room, there)

    assert found(ana, query) == [there]


def test_every_word_has_to_be_there(ana, talked):
    assert found(ana, "lighthouse lamp") == ["My Lighthouse is a lamp."]
    assert found(ana, "lighthouse boat") == []
    assert found(ana, "   ") == []


@pytest.mark.parametrize("query", ["%", "_", "\\", "'; drop", "a%lit"])
def test_signs_are_looked_for_as_they_are(ana, talked, query):
    assert found(ana, query) == []


def test_who_does_not_sit_there_finds_nothing(ana, cleo, talked):
    leave_room(room=talked, by=ana)

    assert (found(cleo, "lighthouse"), found(ana, "lighthouse")) == ([], [])


def test_nothing_is_found_of_somebody_blocked(ana, ben, talked):
    ana.blocks.create(of=ben)

    assert found(ana, "lighthouse") == ["The lighthouse was lit."]


def test_what_is_hidden_taken_out_or_waits_is_not_found(ana, ben, emil, talked, wall):
    hide_message(room=talked.pk, seq=1, reason=Why.RULES, by=emil)
    delete_message(room=talked.pk, seq=2, by=ben)
    emil.duties.all().delete()
    wait(ana, talked, "A lighthouse for the morning.")

    assert found(ana, "lighthouse") == []


def test_covered_words_are_not_found_and_what_is_shown_says_so(ana, ben, emil, talked):
    message = Message.objects.get(room=talked, seq=1)
    at = message.body.index("lit")
    cover_words(
        room=talked.pk,
        seq=1,
        parts=[(at, at + 3)],
        read=name_of(message),
        reason=Why.METHOD,
        by=emil,
    )

    assert [found(who, "lit") for who in (ana, ben)] == [[], []]
    assert found(ben, "lighthouse was") == ["The lighthouse was [covered by the team]."]


def test_one_room_alone_can_be_looked_through(ana, ben, talked, wall):
    say(ben, wall, "A lighthouse on the wall.")

    assert found(ana, "lighthouse", room=wall.pk) == ["A lighthouse on the wall."]
    assert len(found(ana, "lighthouse")) == 3


def test_pages_lose_and_double_nothing(ana, ben, wall):
    for number in range(PAGE + 5):
        say(ana if number % 2 else ben, wall, f"Lighthouse {number}")

    first = search(ana, ["lighthouse"])
    rest = search(ana, ["lighthouse"], before=first.more)

    assert [len(first.hits), len(rest.hits), rest.more] == [PAGE, 5, None]
    assert [h.seq for h in (*first.hits, *rest.hits)] == list(range(PAGE + 5, 0, -1))


def test_a_long_message_is_shown_around_what_was_found(ana, wall):
    say(ana, wall, f"{'before ' * 100}needle {'after ' * 100}")

    hit = search(ana, ["needle"]).hits[0]

    start, end = hit.found[0]
    assert hit.piece[start:end] == "needle"
    assert (hit.piece[:2], hit.piece[-2:], len(hit.piece)) == ("… ", " …", 244)


@pytest.mark.parametrize("many", [1, 3])
def test_one_question_is_asked_however_much_is_found(ana, wall, many, django_assert_num_queries):
    for number in range(many):
        say(ana, wall, f"Lighthouse {number}")

    with django_assert_num_queries(1):
        assert len(search(ana, ["lighthouse"]).hits) == many


# The page ----------------------------------------------------------------------------------------


def ask(somebody, **query):
    return browser_of(somebody).get(reverse("groups:search"), query)


def test_a_hit_leads_to_the_message_where_it_stands(ana, ben, talked):
    for number in range(60):
        say(ben, talked, f"And more {number}")

    page = ask(ana, q="lit").content.decode()

    assert f'href="/rooms/{talked.pk}/?around=1#m-1"' in page
    there = browser_of(ana).get(f"/rooms/{talked.pk}/?around=1").content.decode()
    assert 'id="m-1"' in there
    assert "And more 59" not in there
    assert "data-live" not in there


def test_a_noted_message_is_folded_among_hits_too(ana, ben, talked):
    say(ben, talked, "He fell from the lighthouse stairs.", note="a fall")

    page = ask(ana, q="stairs").content.decode()

    assert "<summary>a fall</summary>" in page


def test_a_room_one_does_not_sit_in_is_no_place_to_look(cleo, talked):
    page = ask(cleo, q="lighthouse", room=talked.pk).content.decode()

    assert "Nothing found" in page
    assert talked.title not in page


def test_who_may_not_enter_rooms_looks_nowhere(ines):
    assert ask(ines, q="lighthouse").status_code == 404


def test_what_was_looked_for_is_in_no_log(ana, talked, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(finding, "search", lambda *given, **more: 1 / 0)
    browser = browser_of(ana)
    browser.raise_request_exception = False

    answer = browser.get(reverse("groups:search"), {"q": "xylophone-secret"})

    assert answer.status_code == 500
    assert "xylophone-secret" not in " ".join(record.getMessage() for record in caplog.records)


def test_looking_too_often_is_slowed_and_the_words_stay_in_the_box(ana, talked, monkeypatch):
    pace.forget()
    monkeypatch.setattr(finding, "SEARCHES", 1)
    ask(ana, q="lighthouse")

    page = ask(ana, q="lighthouse")

    assert page.status_code == 429
    assert 'value="lighthouse"' in page.content.decode()


def test_without_a_word_one_is_asked_for(ana, talked):
    client = browser_of(ana)

    assert "Please write a word to look for." in client.get("/rooms/search/?q=").text
    assert "Please write a word to look for." not in client.get("/rooms/search/").text
