"""Where somebody is in a course is theirs: on no page that is kept, and counted by nobody."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cms.models import CoursePage, StepDone, StepPage
from community.accounts import personal_data
from tests.cms.library import checked, draft, topic
from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def course(fay, gil):
    made = draft(topic(), by=fay, title="Small steps", kind=CoursePage)
    checked(made, by=gil).publish(user=gil)
    for number in (1, 2):
        step = draft(
            made, by=fay, title=f"Step {number}", kind=StepPage, practice="Sit.", reflect="How?"
        )
        checked(step, by=gil).publish(user=gil)
    made.refresh_from_db()
    return made


def test_a_step_is_done_and_not_yet_after_all(course, ana, ben):
    address = reverse("library:course", args=[course.pk])
    first = StepPage.objects.order_by("path").first()
    browser = browser_of(ana)

    before = browser.get(address).content.decode()
    browser.post(address, {"step": first.pk, "done": "yes"})
    browser.post(address, {"step": first.pk, "done": "yes"})
    after = browser.get(address).content.decode()

    assert "Go on: Step 1" in before
    assert "Go on: Step 2" in after
    assert list(StepDone.objects.values_list("person", "step")) == [(ana.pk, first.pk)]
    assert "Go on: Step 1" in browser_of(ben).get(address).content.decode()

    browser.post(address, {"step": first.pk, "done": "no"})
    assert "Go on: Step 1" in browser.get(address).content.decode()


def test_the_pages_of_a_course_say_nothing_of_anybody(course, ana, client):
    step = StepPage.objects.order_by("path").first()
    addresses = [course.get_url(), step.get_url()]
    before = [client.get(at).content for at in addresses]

    browser_of(ana).post(
        reverse("library:course", args=[course.pk]), {"step": step.pk, "done": "yes"}
    )

    assert [client.get(at).content for at in addresses] == before


def test_steps_go_with_the_account_and_stand_in_the_archive(course, ana):
    StepDone.objects.create(person=ana, step=StepPage.objects.first())

    archive = personal_data.export(ana)["library"]["steps"]
    personal_data.erase(ana, keeps_words=True)

    assert [one["step__title"] for one in archive] == ["Step 1"]
    assert StepDone.objects.count() == 0


def test_a_step_is_done_once(course, ana):
    StepDone.objects.create(person=ana, step=StepPage.objects.first())

    with pytest.raises(IntegrityError), transaction.atomic():
        StepDone.objects.create(person=ana, step=StepPage.objects.first())
