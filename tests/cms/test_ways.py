"""What is going on, and what stands in the way: a next step, a page, a service, a person."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cms import kept, rules
from cms.barriers import WAYS
from cms.enums import Barrier
from cms.models import BarrierSum, ReaderQuestion, Service, Situation
from cms.queries import ways
from community import pace
from community.help.actions import plant
from community.help.models import Country, Helpline
from community.house.models import House
from tests.cms.library import draft, public, topic
from tests.people import browser_of

pytestmark = pytest.mark.django_db
FINDER = "/learn/what-stands-in-the-way/"
SUMS = "/library/what-stands-in-the-way/"


@pytest.fixture
def shelf():
    return topic()


@pytest.fixture(autouse=True)
def a_new_day():
    pace.forget()


def _against(barrier):
    return Situation.objects.get(barrier=barrier)


def test_every_barrier_ends_in_a_step_that_is_there_and_in_a_person(shelf, client):
    listed = client.get(FINDER).content.decode()

    for barrier in Barrier:
        assert f'href="{FINDER}{barrier.value}/"' in listed
        words = client.get(f"{FINDER}{barrier.value}/").content.decode()
        assert f'href="{WAYS[barrier].href}"' in words
        assert f'href="/library/ask/?barrier={barrier.value}"' in words
    steps = {way.href for way in WAYS.values()}
    assert [step for step in sorted(steps) if client.get(step).status_code != 200] == []
    assert client.get(f"{FINDER}weather/").status_code == 404


def test_what_editors_chose_stands_on_its_page_and_no_draft(shelf, fay, gil, client):
    cost = [_against(Barrier.COST)]
    public(shelf, by=fay, approved_by=gil, title="Free of charge", situations=cost)
    draft(shelf, by=fay, title="Secret draft", situations=cost)
    service = Service.objects.create(
        kind="money", name="Money desk", about="Letters.", place="Hall"
    )
    service.situations.add(*cost)

    words = client.get(f"{FINDER}cost/").content.decode()
    other = client.get(f"{FINDER}travel/").content.decode()

    assert [name in words for name in ("Free of charge", "Money desk", "Secret draft")] == [
        True,
        True,
        False,
    ]
    assert not any(name in other for name in ("Free of charge", "Money desk"))


def test_the_front_lists_what_has_something_to_read(shelf, fay, gil, client):
    sleepless, silent = (Situation.objects.create(words=words) for words in ("No sleep", "Silence"))
    page = public(shelf, by=fay, approved_by=gil, situations=[sleepless])
    draft(shelf, by=fay, title="Quiet", situations=[silent])

    front = client.get("/learn/").content.decode()
    there = client.get(reverse("cms:going-on", args=[sleepless.pk])).content.decode()

    assert ("No sleep" in front, "Silence" in front, FINDER in front) == (True, False, True)
    assert page.title in there
    assert client.get(f"/learn/for/{_against(Barrier.COST).pk}/").status_code == 404


def test_what_a_page_shows_of_others_turns_the_edition(shelf, client):
    """What is going on, a help line, the name of the house."""
    plant(Country, Helpline)
    keys = [kept.key_of(client.get("/learn/").wsgi_request)]

    for row in (Situation.objects.create(words="No sleep"), Helpline.objects.first(), House.load()):
        row.save()
        keys.append(kept.key_of(client.get("/learn/").wsgi_request))

    assert len(set(keys)) == 4


def test_looking_counts_nothing_and_one_place_counts_once_a_day(client):
    client.get(f"{FINDER}seen/")
    assert BarrierSum.objects.count() == 0

    said = [client.post(f"{FINDER}seen/") for _ in range(2)]
    elsewhere = client.post(f"{FINDER}work/", headers={"sec-fetch-site": "cross-site"})

    assert all("It was counted" in answer.content.decode() for answer in said)
    assert elsewhere.status_code == 200
    assert list(BarrierSum.objects.values_list("barrier", "times")) == [("seen", 1)]
    assert [field.name for field in BarrierSum._meta.fields] == ["id", "barrier", "month", "times"]


def test_sums_under_five_and_of_years_ago_are_not_shown():
    now = timezone.localdate().replace(day=1)
    for key, month, times in (
        ("cost", now, 5),
        ("work", now, 4),
        ("harm", now.replace(year=now.year - 2), 90),
    ):
        BarrierSum.objects.create(barrier=key, month=month, times=times)

    shown = {one.barrier: one.times for one in ways.sums()}

    assert shown == {**dict.fromkeys(Barrier), Barrier.COST: 5}


def test_who_runs_the_place_answers_what_stands_in_the_way_and_nothing_else(ana, hana, ola, emil):
    asker, desk = browser_of(ana), browser_of(hana)
    asker.post("/library/ask/?barrier=travel", {"words": "No bus comes here."})
    asker.post("/library/ask/", {"words": "How long is a night?"})
    by_bus, other = ReaderQuestion.objects.order_by("pk")

    told = [desk.get("/me/").content.decode(), browser_of(emil).get("/me/").content.decode()]
    listed = desk.get(SUMS).content.decode()
    desk.post(reverse("library:answer", args=[by_bus.pk]), {"words": "We ride with you."})
    refused = desk.post(reverse("library:answer", args=[other.pk]), {"words": "No."})

    mine = asker.get(reverse("library:asked", args=[by_bus.pk])).content.decode()
    assert ["Somebody asked a person here" in page for page in told] == [True, False]
    assert "Somebody asked a person here" not in desk.get("/me/").content.decode()
    assert ("No bus comes here." in listed, "How long" in listed) == (True, False)
    assert "It is too far" in mine
    assert "We ride with you." in mine
    assert refused.status_code == 403
    assert [browser_of(one).get(SUMS).status_code for one in (ola, emil, ana)] == [200, 403, 403]


def test_the_page_of_readers_says_who_answers(client, fay, gil, hana, ola, emil, dora):
    people = (fay, gil, hana, ola, emil, dora)
    told = client.get("/accounts/who-can-read/").content.decode()

    answers = [[not rules.may_answer(one, barrier=key) for one in people] for key in ("", "cost")]

    assert answers == [
        [True, True, False, False, False, False],
        [True, True, True, True, False, False],
    ]
    assert "those who write and approve its pages, without your name" in told
    assert "those who run the groups and this place too" in told


def test_search_engines_find_the_way(client):
    told = client.get("/learn/sitemap.xml").content.decode()

    assert told.count(FINDER) == 1 + len(Barrier)
    assert "library/what" not in told


def test_a_stranger_signs_in_to_ask_a_person(client):
    answer = client.get("/library/ask/?barrier=cost")

    assert answer["Location"] == "/accounts/login/?next=/library/ask/%3Fbarrier%3Dcost"


def test_a_situation_has_words_or_is_a_barrier_once(shelf):
    for row in ({}, {"words": "x", "barrier": "cost"}, {"barrier": "cost"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Situation.objects.create(**row)
    with pytest.raises(ValidationError):
        Situation(words="I live among schizophrenics").full_clean()


def test_a_month_is_named_once_and_by_its_first_day():
    first = timezone.localdate().replace(day=1)
    BarrierSum.objects.create(barrier="cost", month=first)

    for month in (first, first.replace(day=2)):
        with pytest.raises(IntegrityError), transaction.atomic():
            BarrierSum.objects.create(barrier="cost", month=month)
