"""A page laid aside, and a question taken along: theirs alone, never on a page that is kept."""

import pytest
from django.db import IntegrityError, transaction

from cms import queries
from cms.models import KeptForLater
from community.accounts import personal_data
from community.wellbeing.enums import Section
from community.wellbeing.models import PlanPart
from tests.cms.library import public, topic
from tests.people import browser_of

pytestmark = pytest.mark.django_db
MINE = "Keep for later"


@pytest.fixture
def page(fay, gil):
    return public(topic(), by=fay, approved_by=gil)


def test_a_page_is_kept_for_one_person_and_put_back(page, ana, ben):
    browser, address = browser_of(ana), f"/library/later/{page.pk}/"

    kept = [browser.post(address, {"keep": "yes"}, follow=True) for _ in range(2)]

    assert kept[0].redirect_chain == [(page.get_url(), 302)]
    assert "only you see that" in kept[0].content.decode()
    assert [p.pk for p in queries.kept_by(ana)] == [page.pk]
    assert page.title in browser.get("/library/later/").content.decode()
    assert page.title not in browser_of(ben).get("/library/later/").content.decode()
    browser.post(address, {"keep": "no"})
    assert queries.kept_by(ana) == []


def test_strangers_see_nothing_of_it_and_come_back_to_the_page(page, ana, client):
    browser_of(ana).get(page.get_url())

    stranger = client.get(page.get_url()).content.decode()
    onward = client.get(f"/library/later/{page.pk}/")

    assert MINE not in stranger
    assert MINE in browser_of(ana).get(page.get_url()).content.decode()
    assert onward["Location"].startswith("/accounts/login/")
    assert browser_of(ana).get(f"/library/later/{page.pk}/")["Location"] == page.get_url()


def test_what_is_not_public_any_more_leaves_the_list(page, ana):
    browser_of(ana).post(f"/library/later/{page.pk}/", {"keep": "yes"})

    page.unpublish()

    assert queries.kept_by(ana) == []
    assert browser_of(ana).post(f"/library/later/{page.pk}/", {"keep": "yes"}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_once(count, page, fay, gil, ana, django_assert_num_queries):
    shelf = page.get_parent()
    for number in range(count - 1):
        more = public(shelf, by=fay, approved_by=gil, title=f"Page {number}")
        KeptForLater.objects.create(person=ana, page=more)
    KeptForLater.objects.create(person=ana, page=page)

    with django_assert_num_queries(1):
        assert len(queries.kept_by(ana)) == count


def test_a_question_joins_the_list_for_an_appointment_once(page, ana):
    browser, address = browser_of(ana), f"/library/later/{page.pk}/question/"
    begun = browser.get(address).content.decode()
    PlanPart.objects.create(person=ana, section=Section.QUESTIONS, words="May I drink?", version=1)

    for words in ("", "How long  does it take?", "How long does it take?"):
        browser.post(address, {"words": words})

    assert f"About “{page.title}”" in begun
    assert PlanPart.objects.get(person=ana).words == "May I drink?\nHow long does it take?"


def test_a_list_that_is_full_says_so(page, ana):
    full = PlanPart.objects.create(
        person=ana, section=Section.QUESTIONS, words="Why? " * 799, version=1
    )

    answer = browser_of(ana).post(f"/library/later/{page.pk}/question/", {"words": "And " * 50})

    assert answer.status_code == 422
    assert "more than fits here" in answer.content.decode()
    assert PlanPart.objects.get().words == full.words


def test_what_was_kept_stands_in_the_archive_and_goes(page, ana):
    KeptForLater.objects.create(person=ana, page=page)

    archive = personal_data.export(ana)["library"]["later"]
    personal_data.erase(ana, keeps_words=True)

    assert [row["page__title"] for row in archive] == [page.title]
    assert KeptForLater.objects.count() == 0


def test_a_page_is_kept_for_later_once(page, ana, ben):
    for one in (ana, ben):
        KeptForLater.objects.create(person=one, page=page)

    with pytest.raises(IntegrityError), transaction.atomic():
        KeptForLater.objects.create(person=ana, page=page)
