"""Appointments of one's own: told to nobody, one page to take along, and how it went."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.notifications.models import Notification
from community.notifications.queries import notices_of
from community.wellbeing.actions import days, plan
from community.wellbeing.actions import visits as actions
from community.wellbeing.actions.visits import Planned
from community.wellbeing.enums import ForWhom, Section
from community.wellbeing.models import Visit, VisitAnswer
from tests.people import browser_of
from tests.wellbeing.test_scales import filled

DATES = "/me/dates/"


@pytest.fixture
def visit(ana):
    planned = Planned(timezone.now() + timedelta(hours=20), "errand", "Room 4", "Ines")
    return actions.set_visit(planned=planned, by=ana)


def test_one_is_kept_changed_and_deleted(ana):
    browser, when = browser_of(ana), timezone.localtime() + timedelta(days=3)

    browser.post(DATES, {"at": when.strftime("%Y-%m-%dT%H:%M"), "name": "post office"})
    kept = Visit.objects.get()
    browser.post(f"{DATES}{kept.pk}/", {"at": when.strftime("%Y-%m-%dT%H:%M"), "who": "Ines"})
    page = browser.get(DATES).text
    browser.post(f"{DATES}{kept.pk}/", {"delete": "yes"})

    assert "Ines" in page
    assert "post office" not in page
    assert not Visit.objects.exists()


def test_the_day_before_one_neutral_word(ana, visit):
    for _again in range(2):
        actions.remind(timezone.now())

    (notice,) = notices_of(ana.pk)
    assert notice.sentence.startswith("You have an appointment at")
    assert not Notification.objects.filter(path__contains="errand").exists()


@pytest.mark.parametrize("reads", [True, False])
@pytest.mark.parametrize("how", ["deleted", "moved"])
def test_deleted_or_moved_it_is_spoken_of_no_more(ana, visit, how, reads):
    others = actions.set_visit(planned=Planned(timezone.now() + timedelta(hours=3)), by=ana)
    moved = Planned(visit.at + timedelta(days=3), "errand")
    actions.remind(timezone.now())
    if reads:
        Notification.objects.update(read_at=timezone.now())

    if how == "deleted":
        actions.delete_visit(visit=visit.pk, by=ana)
    else:
        actions.set_visit(planned=moved, visit=visit.pk, by=ana)
    left = [notice.moment for notice in Notification.objects.all()]
    actions.remind(moved.at - timedelta(hours=1))

    told = [notice.moment for notice in Notification.objects.order_by("pk")]
    assert left == [others.at]
    assert told == [others.at] + [moved.at] * (how == "moved")


def test_one_page_to_take_along_holds_questions_and_nothing_kept_to_oneself(ana, visit):
    plan.write_part(
        section=Section.QUESTIONS, words="Why mornings?\n\nHow long?", only_me=False, by=ana
    )
    plan.write_part(section=Section.CRISIS, words="Hold my hand.", only_me=True, by=ana)

    page = browser_of(ana).get(f"{DATES}{visit.pk}/sheet/").text

    assert "<li>Why mornings?</li><li>How long?</li>" in page
    assert "Hold my hand." not in page


def test_for_each_answer_one_says_who_may_know(ana, visit):
    given = {"heard": "4", "heard_for": "me", "way": "2", "way_for": "service"}
    others = {"mattered_for": "me", "overall_for": "me"}

    browser_of(ana).post(f"{DATES}{visit.pk}/went/", {**given, **others})

    rows = VisitAnswer.objects.order_by("about").values_list("about", "value", "for_whom")
    assert list(rows) == [("heard", 4, ForWhom.ME), ("way", 2, ForWhom.SERVICE)]


def test_nobody_else_finds_it(ana, ben, ines, visit):
    for somebody in (ben, ines):
        for page in ("", "sheet/", "went/"):
            assert browser_of(somebody).get(f"{DATES}{visit.pk}/{page}").status_code == 404
        browser_of(somebody).post(f"{DATES}{visit.pk}/", {"delete": "yes"})
    assert Visit.objects.exists()


def test_the_database_keeps_the_shape(visit):
    VisitAnswer.objects.create(visit=visit, about="heard", value=5)

    for wrong in ({"about": "heard", "value": 1}, {"about": "way", "value": 6}):
        with pytest.raises(IntegrityError), transaction.atomic():
            VisitAnswer.objects.create(visit=visit, **wrong)


def test_it_goes_along_and_it_goes_away(ana, visit):
    taken = personal_data.export(ana)["wellbeing"]["appointments"]
    personal_data.erase(ana, keeps_words=True)

    assert [(row["name"], row["who"]) for row in taken] == [("errand", "Ines")]
    assert not Visit.objects.exists()


def test_the_page_to_take_along_says_what_changed_and_nothing_kept_to_oneself(ana, visit):
    for ago, value in ((30, 2), (2, 0)):
        filled(ana, *[value] * 7, days_ago=ago)
    days.keep_day(day=timezone.localdate(), answers={"mood": 4}, line="", by=ana)
    plan.write_part(section=Section.TREATMENT, words="Only mine.", only_me=True, by=ana)
    plan.write_part(section=Section.TOOLS, words="A walk.", only_me=False, by=ana)
    address = f"{DATES}{visit.pk}/sheet/"

    page = browser_of(ana).get(address).text
    chosen = browser_of(ana).get(address, {"with": ["tools", "treatment"]}).text

    assert ("A walk." in page, "A walk." in chosen) == (False, True)
    assert "Only mine." not in chosen
    assert "(GAD\u20117), " in page
    assert "0 of 21. That is better than on " in page
    assert page.count('class="chart"') == page.count("as a table</summary>") == 1
    assert "Only mine." not in page


def test_after_one_its_question_stands_on_ones_page_for_two_days_or_until_it_is_answered(
    ana, visit
):
    def asked(ago):
        Visit.objects.update(at=timezone.now() - ago)
        return f"{DATES}{visit.pk}/went/" in browser_of(ana).get("/me/").text

    before = [asked(timedelta(hours=hours)) for hours in (-3, 3, 49)]
    actions.say_how_it_went(visit=visit.pk, answers={"heard": (4, ForWhom.ME)}, by=ana)

    assert [*before, asked(timedelta(hours=3))] == [False, True, False, False]
