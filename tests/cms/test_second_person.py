"""Two people stand behind every public page: by no door does the last editor publish alone."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, TaskState

from cms import rules, vouched, wording
from cms.actions import checking
from cms.actions.on_time import keep_the_days
from cms.enums import CheckKind
from cms.models import ArticlePage, PageCheck, Reminder
from cms.queries import holding
from community.accounts.enums import Role
from community.house.models import House
from community.notifications.models import Notification
from community.record.models import Entry
from tests.cms.library import checked, draft, public, read, topic
from tests.people import browser_of, person

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


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
        "audience": "everyone",
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


def test_two_checks_by_two_people_and_the_page_is_public(page, fay, gil, dora, client):
    state = _submit(page, by=fay)
    _approve(gil, page, state)
    after_one = _is_public(page)

    browser_of(dora).post(_check_of(page), {"give": "yes", "read": read(page)})

    assert (after_one, _is_public(page)) == (False, True)
    assert "Mended words." in client.get(page.get_url()).content.decode()
    given = PageCheck.objects.filter(page=page).order_by("pk").values_list("kind", "by")
    assert list(given) == [("clinical", gil.pk), ("lived", dora.pk)]
    assert Entry.objects.filter(act="check_page", subject=f"page:{page.pk}").count() == 2


def _check_of(page):
    return reverse("library:check", args=[page.pk])


def _approve_in_the_form(person, page, **changes):
    approve = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return _edit(person, page, **approve, **changes)


def test_looking_at_a_page_is_not_changing_it(page, fay, gil):
    _submit(page, by=fay)

    _approve_in_the_form(gil, page)

    assert PageCheck.objects.get().by == gil.pk


def test_who_mends_and_approves_at_once_reads_why_not_and_loses_nothing(page, fay, gil, dora):
    state = _submit(page, by=fay)

    answer = _approve_in_the_form(gil, page, title="A comma, mended")

    latest = ArticlePage.objects.get(pk=page.pk).get_latest_revision()
    assert answer.status_code == 403
    assert str(rules.LAST_EDITOR.words) in answer.content.decode()
    assert (latest.user, latest.content["title"]) == (gil, "A comma, mended")

    _approve(fay, page, state)
    browser_of(dora).post(_check_of(page), {"give": "yes", "read": read(page)})
    assert _is_public(page)


def test_an_approved_page_waits_for_its_day(page, fay, gil):
    tomorrow = timezone.now() + timedelta(days=1)
    page.go_live_at = tomorrow
    page.save_revision(user=fay)
    checked(page, by=gil).publish(user=gil)
    scheduled, public_at_once = _is_scheduled(page), _is_public(page)

    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    ArticlePage.objects.filter(pk=page.pk).update(go_live_at=timezone.now() - timedelta(minutes=1))
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = None
    revision.save()
    keep_the_days(timezone.now())

    assert (scheduled, public_at_once) == (True, False)
    assert _is_public(page)


def test_one_that_may_not_be_public_stops_no_other_and_a_day_ends_a_page(
    page, fay, gil, client, caplog
):
    """Its editor is told once, and sees it where they work and on the page, until it can go on."""
    shelf, now = page.get_parent(), timezone.now()
    ends = public(shelf, by=fay, approved_by=gil, title="Until today")
    due = [draft(shelf, by=fay, title=f"Due {n}") for n in range(2)]
    for one in due:
        checked(one, by=gil)
        one.revisions.update(approved_go_live_at=now - timedelta(hours=1))
    broken = draft(shelf, by=fay, title="Broken")
    checked(broken, by=gil)
    broken.revisions.update(approved_go_live_at=now - timedelta(days=1), content={"body": 1})
    Revision.objects.filter(object_id=str(due[0].pk)).update(
        content={**due[0].get_latest_revision().content, "title": "The lunatics"}
    )
    before = client.get(ends.get_url()).status_code
    ArticlePage.objects.filter(pk=ends.pk).update(expire_at=now)

    keep_the_days(now)
    keep_the_days(now)

    said = [one.getMessage() for one in caplog.records if one.name == "cms.actions.on_time"]
    assert len(said) == 2
    assert all(re.fullmatch(r"a page of the library could not be seen to: \w+", s) for s in said)
    broken.delete()
    assert (before, client.get(ends.get_url()).status_code) == (200, 404)
    assert [_is_public(one) for one in due] == [False, True]
    browser, edit = browser_of(fay), reverse("wagtailadmin_pages:edit", args=[due[0].pk])
    seen = [browser.get(at).content.decode() for at in (reverse("library:work"), edit)]
    assert all(str(wording.MUST.words) in words for words in seen)
    assert [one.kind for one in Notification.objects.filter(person=fay)] == ["page_held"]
    assert holding.held(due[1]) is None


def test_what_cannot_be_kept_is_held_told_once_and_sent_back(page, fay, gil, dora):
    """Although both checks stand behind it, and nothing but a field is in its way."""
    _submit(page, by=fay)
    revision = page.get_latest_revision()
    ArticlePage.objects.get(pk=page.pk).revisions.update(
        content={**revision.content, "summary": ""}
    )
    for somebody in (gil, dora):
        answer = browser_of(somebody).post(_check_of(page), {"give": "yes", "read": read(page)})
        assert answer.status_code == 302

    long_ago = timezone.now() - timedelta(days=2)
    PageCheck.objects.update(at=long_ago)
    TaskState.objects.update(started_at=long_ago)
    Reminder.objects.update(review=timezone.localdate(long_ago))
    for days in (1, 2):
        keep_the_days(timezone.now() + timedelta(days=days))
    held = [(one.page.pk, one.words) for one in holding.held_back()]
    note = {"send-back": "yes", "words": "Say it in a sentence."}
    shown = browser_of(dora).get(_check_of(page)).content.decode()
    browser_of(dora).post(_check_of(page), note)

    assert held == [(page.pk, holding.FIELDS)]
    assert "Send it back with this note" in shown
    assert "I stand behind this page" not in shown
    told = [n.kind for n in Notification.objects.filter(person=fay)]
    assert sorted(told) == ["page_held", "page_sent_back"]
    assert holding.held_back() == []


def test_what_was_sent_back_meanwhile_does_not_go_on(page, fay, gil, dora, monkeypatch):
    _submit(page, by=fay)
    checked(page, by=gil)
    waits = holding.states_checked()
    checking.send_back(page=page.pk, kind=CheckKind.CLINICAL, words="Softer.", by=gil)
    monkeypatch.setattr(holding, "states_checked", lambda: waits)

    keep_the_days(timezone.now())

    assert (len(waits), _is_public(page)) == (1, False)


def test_nothing_becomes_public_without_a_person(page):
    with pytest.raises(PermissionDenied, match="when a person has approved it"):
        page.get_latest_revision().publish()

    assert not _is_public(page)


@pytest.mark.parametrize("kind", list(CheckKind))
def test_one_check_is_not_two(kind, page, gil):
    checked(page, by=gil)
    PageCheck.objects.filter(kind=kind).delete()

    with pytest.raises(PermissionDenied, match=str(rules.MISSING[kind].words)):
        page.get_latest_revision().publish(user=gil)


def test_words_changed_in_the_same_version_are_not_vouched_for(page, fay, gil):
    revision = checked(page, by=gil)
    page.title = "Slipped in afterwards"
    page.save_revision(user=fay, overwrite_revision=revision)

    with pytest.raises(PermissionDenied):
        page.get_latest_revision().publish(user=gil)


def test_who_may_give_which_check(fay, gil, dora, ana, emil):
    lou = person("lou-fern", Role.EDITOR)
    both = person("max-reed", Role.REVIEWER, Role.MENTOR)
    clinical, lived = CheckKind

    def said(somebody, kind, editor, other=None):
        behind = frozenset(() if other is None else (other,))
        refusal = rules.may_check(somebody, kind=kind, last_editor=editor, other=behind)
        return refusal.code if refusal else "may"

    assert said(gil, clinical, fay) == "may"
    assert said(gil, clinical, gil) == "last_editor"
    assert said(lou, clinical, fay) == "not_clinical"  # two editors, nobody who reviews
    assert said(fay, clinical, gil) == "may"  # a mended comma leaves no page stuck
    assert said(dora, clinical, fay) == "not_clinical"
    assert said(dora, lived, fay) == "may"
    assert said(dora, lived, dora) == "last_editor"
    assert said(gil, lived, fay) == "not_lived"
    assert said(both, lived, fay, both.pk) == "both_checks"
    assert [said(one, kind, fay) for one in (ana, emil) for kind in CheckKind] == [
        "not_clinical", "not_lived", "not_clinical", "not_lived",
    ]  # fmt: skip


def test_a_check_stands_after_a_small_mend_that_somebody_else_called_small(page, fay, gil, dora):
    checked(page, by=gil).publish(user=gil)
    long_ago = timezone.localdate() - timedelta(days=300)
    ArticlePage.objects.update(last_reviewed=long_ago, next_review=timezone.localdate())
    state = _submit(page, by=fay)

    browser_of(gil).post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "small", state.pk])
    )

    mended = ArticlePage.objects.get(pk=page.pk)
    assert "Mended words." in mended.words
    assert (mended.last_reviewed, mended.next_review) == (long_ago, timezone.localdate())


def test_a_comma_mended_between_the_checks_costs_neither(page, fay, gil, dora):
    """And no day of a review is kept that only an earlier page had."""
    checked(page, by=gil).publish(user=gil)
    ArticlePage.objects.update(last_reviewed=timezone.localdate() - timedelta(days=300))
    state = _submit(page, by=fay)
    _approve(gil, page, state)
    _edit(fay, page, title="A comma, mended")

    small = browser_of(gil).post(_check_of(page), {"small": "yes"})
    before = ArticlePage.objects.get(pk=page.pk).title
    browser_of(dora).post(_check_of(page), {"give": "yes", "read": read(page)})

    mended = ArticlePage.objects.get(pk=page.pk)
    assert (small.status_code, before) == (302, "When sleep will not come")
    assert (mended.title, mended.last_reviewed) == ("A comma, mended", timezone.localdate())
    assert (mended.clinical_reviewer, mended.lived_reviewer) == (gil, dora)


def test_nobody_calls_their_own_mend_small(page, fay, gil, dora):
    checked(page, by=gil).publish(user=gil)
    page.save_revision(user=fay)
    revision = page.get_latest_revision()

    assert rules.may_call_small(fay, revision=revision) == rules.LAST_EDITOR
    assert rules.may_call_small(dora, revision=revision) is not None
    assert rules.may_call_small(gil, revision=revision) is None


def test_who_wrote_none_of_several_small_mends_speaks_for_them_all(page, fay, gil):
    lou = person("lou-fern", Role.EDITOR)
    checked(page, by=gil)

    def change(title, by):
        page.title = title
        return page.save_revision(user=by)

    change("One comma", fay)
    both = change("Two commas", fay)
    assert rules.may_call_small(gil, revision=both) is None
    checking.call_small(revision=both, by=gil)
    assert set(vouched.standing(both)) == set(CheckKind)
    assert rules.may_call_small(gil, revision=both) == rules.IS_SMALL

    change("Three", gil)
    fourth = change("Four", fay)
    assert rules.may_call_small(gil, revision=fourth) == rules.WROTE_SINCE
    checking.call_small(revision=fourth, by=lou)
    assert set(vouched.standing(fourth)) == set(CheckKind)

    large = change("Another page", lou)
    checking.give_check(revision=large, kind=CheckKind.CLINICAL, by=gil)
    fifth = change("Another page.", lou)
    checking.call_small(revision=fifth, by=gil)
    assert list(vouched.standing(fifth)) == [CheckKind.CLINICAL]  # of the large one he said nothing


def test_a_page_nobody_checked_has_no_small_mends(page, fay, gil):
    page.save_revision(user=fay)

    refusal = rules.may_call_small(gil, revision=page.get_latest_revision())

    assert refusal == rules.NOT_SMALL


def test_a_new_review_writes_the_day_and_the_next(page, fay, gil):
    """The day is that of the checks, and a mended comma moves it by no way."""
    day = timezone.localdate() - timedelta(days=3)
    revision = checked(page, by=gil)
    PageCheck.objects.update(at=timezone.now() - timedelta(days=3))
    PageCheck.objects.filter(kind="clinical").update(at=timezone.now() - timedelta(days=9))
    revision.publish(user=gil)
    page.refresh_from_db()
    first = (page.last_reviewed, page.next_review, page.clinical_reviewer)

    page.unpublish()
    page.title, page.next_review = "A comma, mended", timezone.localdate() + timedelta(days=900)
    mend = page.save_revision(user=fay)
    checking.call_small(revision=mend, by=gil)
    mend.publish(user=gil)

    page.refresh_from_db()
    assert first == (day, timezone.localdate() + timedelta(days=365), gil)
    assert page.live
    assert (page.last_reviewed, page.next_review, page.clinical_reviewer) == first


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
    answer = browser_of(ana).get("/cms/", follow=True)

    assert answer.status_code == 404
    assert "permission" not in answer.text
