"""What readers looked for in vain, and links that lead nowhere, without anybody in it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.actions.searching import forget, found_nothing, monday
from cms.models import GlossaryPage, SearchedWord
from cms.queries import home, reports
from cms.vocabulary import remembered
from community import pace
from tests.cms.library import public, topic
from tests.people import browser_of

REPORTS = "/library/reports/"


@pytest.fixture(autouse=True)
def a_new_day():
    pace.forget()


def test_names_and_numbers_are_never_words_to_remember():
    typed = "Dr Anna Kowalski, OCD and my number 07700 900123 self-harm tablets anna@example.org"

    assert remembered(typed) == {"ocd", "self-harm", "tablets"}
    assert remembered("zopiclone", glossary=frozenset({"zopiclone"})) == {"zopiclone"}


@pytest.mark.django_db
def test_a_search_in_vain_is_kept_as_sums_of_known_words(client, fay, gil, ana):
    public(topic(), by=fay, approved_by=gil)
    for words in ("ptsd Kowalski", "PTSD", "ptsd", "migraine", "sleep"):
        client.get("/learn/find/", {"words": words})

    rows = dict(SearchedWord.objects.values_list("word", "times"))
    shown = browser_of(fay).get(REPORTS).content.decode()

    assert rows == {"ptsd": 3, "migraine": 1}
    assert ("ptsd" in shown, "migraine" in shown) == (True, False)
    assert [field.name for field in SearchedWord._meta.fields] == ["id", "word", "week", "times"]
    assert browser_of(ana).get(REPORTS).status_code == 403


@pytest.mark.django_db
def test_one_place_cannot_fill_the_report(client):
    for _ in range(11):
        client.get("/learn/find/", {"words": "ptsd"})

    assert SearchedWord.objects.get().times == 10


@pytest.mark.django_db
def test_after_ninety_days_a_word_is_gone():
    today = timezone.localdate()
    for weeks in (0, 20):
        week = monday(today - timedelta(weeks=weeks))
        SearchedWord.objects.create(word="ptsd", week=week, times=9)
    assert [(one.word, one.times) for one in reports.looked_for()] == [("ptsd", 9)]

    forget(timezone.now())

    assert SearchedWord.objects.get().week == monday(today)


@pytest.mark.django_db
def test_words_of_the_glossary_are_known(fay, gil):
    topic()
    public(
        home(),
        by=fay,
        approved_by=gil,
        kind=GlossaryPage,
        terms=[("term", {"word": "Zopiclone", "meaning": "For sleep.", "explain": False})],
    )

    found_nothing(words="zopiclone kowalski")

    assert SearchedWord.objects.get().word == "zopiclone"


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_links_that_lead_nowhere_are_listed_by_page(count, fay, gil, django_assert_num_queries):
    shelf = topic()
    there = public(shelf, by=fay, approved_by=gil, title="There")
    links = [
        (f'linktype="page" id="{there.pk}"', "a page"),
        ('linktype="page" id="99999"', "a page that went"),
        ('href="/help-now/"', "help"),
        ('href="/learn/sleep/there/"', "there"),
        ('href="/learn/what-stands-in-the-way/"', "what stands in the way"),
        ('href="/learn/sleep/gone/"', "gone"),
        ('href="/nowhere/"', "nowhere"),
        ('href="https://example.org/"', "outside"),
        ('href="https://exampleorg/"', "half an address"),
        ('href="https://[exampleorg/"', "no address"),
    ]
    text = "".join(f"<p><a {facts}>{words}</a></p>" for facts, words in links)
    for number in range(count):
        public(shelf, by=fay, approved_by=gil, title=f"Linked {number}", text=text)

    with django_assert_num_queries(4):
        found = reports.broken_links()

    said = ["a page that went", "gone", "nowhere", "half an address", "no address"]
    assert [one.words for one in found] == said * count


@pytest.mark.django_db
def test_a_word_has_one_sum_a_week_named_by_its_monday():
    week = monday(timezone.localdate())
    SearchedWord.objects.create(word="ptsd", week=week)

    for day in (week, week + timedelta(days=1)):
        with pytest.raises(IntegrityError), transaction.atomic():
            SearchedWord.objects.create(word="ptsd", week=day)
