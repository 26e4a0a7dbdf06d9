"""Notices: kept, shown neutrally, read by their owner alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community import live
from community.accounts import personal_data
from community.notifications import actions, kinds, queries
from community.notifications.models import Notification
from tests.people import browser_of

PATH = "/me/reports/"


@pytest.fixture(autouse=True)
def a_kind():
    kinds.register("answered", sentence="There is an answer for you.", mails=True)
    yield
    kinds._kinds.pop("answered")


def test_a_notice_is_heard_after_commit_without_a_word(ana, commits):
    hints = []
    live.listen(hints.append)

    with commits():
        notice = actions.notify(person=ana, kind="answered", path=PATH)

    assert [(hint.kind, hint.people, hint.data) for hint in hints] == [
        ("me", (ana.pk,), {"k": "answered", "id": str(notice.pk)})
    ]


def test_the_same_thing_said_twice_is_one_notice(ana):
    first = actions.notify(person=ana, kind="answered", path=PATH)
    second = actions.notify(person=ana, kind="answered", path=PATH)

    assert (first.pk, Notification.objects.count()) == (second.pk, 1)


def test_what_comes_after_reading_is_new(ana):
    first = actions.notify(person=ana, kind="answered", path=PATH)
    actions.mark_read(by=ana, notice=first.pk)

    second = actions.notify(person=ana, kind="answered", path=PATH)

    assert second.pk != first.pk
    assert queries.news_of(ana.pk).some


@pytest.mark.parametrize("path", ["https://elsewhere.example/", "//elsewhere.example/", "me/"])
def test_a_notice_never_leads_off_the_site(ana, path):
    with pytest.raises(ValueError, match="this site"):
        actions.notify(person=ana, kind="answered", path=path)


def test_inside_a_notice_says_plainly_what_it_is_and_from_whom(ana):
    kinds.register(
        "answered",
        sentence="There is an answer for you.",
        mails=True,
        plain="The team has answered.",
        named=lambda path: "Emil has answered." if path == PATH else "",
    )
    actions.notify(person=ana, kind="answered", path=PATH)

    assert queries.news_of(ana.pk).only.sentence == "Emil has answered."
    assert [n.sentence for n in queries.notices_of(ana.pk)] == ["The team has answered."]
    Notification.objects.update(path="/me/")
    assert queries.news_of(ana.pk).only.sentence == "The team has answered."


def test_two_notices_are_some_and_nobody_counts_them(ana):
    for path in (PATH, "/me/"):
        actions.notify(person=ana, kind="answered", path=path)

    assert queries.news_of(ana.pk) == queries.News(some=True, only=None)


def test_a_kind_nobody_registered_is_shown_plainly(ana):
    actions.notify(person=ana, kind="a kind of tomorrow", path=PATH)

    assert [str(n.sentence) for n in queries.notices_of(ana.pk)] == [
        "Something is waiting for you."
    ]


def test_opening_a_notice_reads_it_and_leads_on(ana):
    notice = actions.notify(person=ana, kind="answered", path=PATH)

    answer = browser_of(ana).post(f"/me/notices/{notice.pk}/")

    assert (answer.status_code, answer["Location"]) == (302, PATH)
    assert not queries.news_of(ana.pk).some


def test_nobody_opens_somebody_elses_notice(ana, cleo):
    notice = actions.notify(person=ana, kind="answered", path="/rooms/3f9a3f9a3f/")

    answer = browser_of(cleo).post(f"/me/notices/{notice.pk}/")

    assert answer.status_code == 404
    assert "3f9a3f9a3f" not in answer.content.decode()
    assert queries.news_of(ana.pk).some


def test_looking_at_the_list_reads_nothing(ana):
    actions.notify(person=ana, kind="answered", path=PATH)

    page = browser_of(ana).get("/me/notices/").content.decode()

    assert "There is an answer for you." in page
    assert queries.news_of(ana.pk).some


def test_reading_all_leaves_what_came_after_the_page(ana):
    shown = actions.notify(person=ana, kind="answered", path=PATH)
    later = actions.notify(person=ana, kind="answered", path="/me/record/")

    browser_of(ana).post("/me/notices/read/", {"upto": shown.pk})

    unread = Notification.objects.filter(read_at=None)
    assert list(unread.values_list("pk", flat=True)) == [later.pk]


@pytest.mark.parametrize("upto", ["", "all", "-1", "²"])
def test_reading_all_bears_nonsense(ana, upto):
    actions.notify(person=ana, kind="answered", path=PATH)

    assert browser_of(ana).post("/me/notices/read/", {"upto": upto}).status_code == 302
    assert queries.news_of(ana.pk).some


def test_the_page_costs_the_same_for_one_and_three(ana):
    browser, costs = browser_of(ana), []
    browser.get("/me/notices/")
    for number in range(3):
        actions.notify(person=ana, kind="answered", path=f"/me/reports/{number}/")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/me/notices/")
        costs.append(len(asked))

    assert costs[0] == costs[2] <= 12


def test_a_stranger_is_asked_to_sign_in(client, db):
    assert client.get("/me/notices/").status_code == 302


def test_the_archive_holds_notices_and_leaving_erases_them(ana, ben):
    actions.notify(person=ana, kind="answered", path=PATH)
    actions.notify(person=ben, kind="answered", path=PATH)

    share = personal_data.export(ana)["notifications"]
    from community.notifications.personal_data import erase

    erase(ana, False)

    assert [row["kind"] for row in share["notices"]] == ["answered"]
    assert share["notices"][0]["at"] <= timezone.now()
    assert list(Notification.objects.values_list("person", flat=True)) == [ben.pk]
