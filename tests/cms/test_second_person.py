"""Two people stand behind every public page: by no door does the last editor publish alone."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from cms import rules
from cms.models import ArticlePage
from community.accounts.enums import Role
from community.house.models import House
from tests.cms.library import draft, topic
from tests.people import browser_of, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    return topic()


@pytest.fixture
def page(shelf, fay):
    return draft(shelf, by=fay)


def _form(page, **more):
    return {
        "title": page.title,
        "summary": page.summary,
        "slug": page.slug,
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "11111111-1111-4111-8111-111111111111",
        "body-0-value": '{"blocks":[{"key":"a","text":"Mended words.","type":"unstyled",'
        '"depth":0,"inlineStyleRanges":[],"entityRanges":[],"data":{}}],"entityMap":{}}',
        "sources-count": "0",
        "why_no_sources": "It speaks of our own groups.",
        "next_review": "2027-11-23",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comment_notifications": "",
        **more,
    }


def _edit(person, page, **more):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return browser_of(person).post(address, _form(page, **more))


def _submit(page, by):
    answer = _edit(by, page, **{"action-submit": "1"})
    assert answer.status_code == 302
    return TaskState.objects.get(workflow_state__object_id=str(page.pk), status="in_progress")


def _approve(person, page, state):
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return browser_of(person).post(address)


def _is_public(page):
    return ArticlePage.objects.get(pk=page.pk).live


def _is_scheduled(page):
    return page.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("role", ["fay", "gil"])
def test_nobody_publishes_from_the_editor(role, page, fay, gil):
    somebody = {"fay": fay, "gil": gil}[role]

    _edit(somebody, page, **{"action-publish": "1"})

    assert page.revisions.latest("pk").user == somebody
    assert not _is_public(page)


def test_nobody_schedules_what_nobody_approved(page, gil):
    tomorrow = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")

    _edit(gil, page, **{"action-publish": "1", "go_live_at": tomorrow})

    assert not _is_scheduled(page)
    assert not _is_public(page)


@pytest.mark.parametrize("role", ["fay", "gil"])
def test_nobody_publishes_in_bulk(role, page, fay, gil):
    somebody = {"fay": fay, "gil": gil}[role]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    browser_of(somebody).post(f"{address}?id={page.pk}&next=/cms/", {"include_descendants": "on"})

    assert not _is_public(page)


def test_the_last_editor_cannot_approve_in_the_workflow(page, gil):
    page.save_revision(user=gil)
    state = _submit(page, by=gil)

    _approve(gil, page, state)

    state.refresh_from_db()
    assert state.status == "in_progress"
    assert not _is_public(page)


def test_a_second_person_approves_and_the_page_is_public(page, fay, gil, client):
    state = _submit(page, by=fay)

    _approve(gil, page, state)

    assert _is_public(page)
    assert "Mended words." in client.get(page.get_url()).content.decode()


def _approve_in_the_form(person, page, **changes):
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return _edit(person, page, **approve, **changes)


def test_looking_at_a_page_is_not_changing_it(page, fay, gil):
    _submit(page, by=fay)

    _approve_in_the_form(gil, page)

    assert _is_public(page)


def test_who_mends_and_approves_at_once_reads_why_not_and_loses_nothing(page, fay, gil):
    state = _submit(page, by=fay)

    answer = _approve_in_the_form(gil, page, title="A comma, mended")

    latest = ArticlePage.objects.get(pk=page.pk).get_latest_revision()
    assert answer.status_code == 403
    assert str(rules.LAST_EDITOR.words) in answer.content.decode()
    assert (latest.user, latest.content["title"]) == (gil, "A comma, mended")
    assert not _is_public(page)

    _approve(fay, page, state)
    assert _is_public(page)


def test_an_approved_page_waits_for_its_day(page, fay, gil):
    tomorrow = timezone.now() + timedelta(days=1)
    page.go_live_at = tomorrow
    page.save_revision(user=fay)
    page.get_latest_revision().publish(user=gil)
    scheduled, public_at_once = _is_scheduled(page), _is_public(page)

    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    ArticlePage.objects.filter(pk=page.pk).update(go_live_at=timezone.now() - timedelta(minutes=1))
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = None
    revision.save()
    call_command("publish_scheduled")

    assert (scheduled, public_at_once) == (True, False)
    assert _is_public(page)


def test_nothing_becomes_public_without_a_person(page):
    with pytest.raises(PermissionDenied, match="when a person has approved it"):
        page.get_latest_revision().publish()

    assert not _is_public(page)


def test_a_mended_comma_does_not_leave_the_page_stuck(page, fay, gil):
    page.save_revision(user=gil)

    assert rules.may_approve(gil, last_editor=gil) == rules.LAST_EDITOR
    assert rules.may_approve(fay, last_editor=gil) is None


def test_two_editors_are_not_enough_without_a_reviewer(page, fay):
    other = person("lou-fern", Role.EDITOR)

    assert rules.may_approve(other, last_editor=fay) == rules.NOBODY_REVIEWED


def test_somebody_from_outside_approves_nothing(page, fay, ana, emil):
    assert rules.may_approve(ana, last_editor=fay) is not None
    assert rules.may_approve(emil, last_editor=fay) is not None


def test_an_editor_reaches_no_people_and_no_settings(fay, ana):
    browser = browser_of(fay)

    statuses = [
        browser.get(address).status_code
        for address in (
            "/cms/users/",
            f"/cms/settings/house/house/{House.load().pk}/",
            "/cms/snippets/help/helpline/",
        )
    ]

    assert statuses == [404, 302, 302]
    assert browser.get("/cms/").status_code == 200


def test_a_member_does_not_come_into_the_editor(ana):
    answer = browser_of(ana).get("/cms/")

    assert answer.status_code in {302, 403}
