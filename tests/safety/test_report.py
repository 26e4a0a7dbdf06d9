"""Telling the team: two steps, one receipt, and nobody learns who it was."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from community import pace
from community.accounts.enums import Standing
from community.house import queries as house
from community.refusal import Refused
from community.safety.actions import deciding, desk, reporting
from community.safety.enums import Level, ReportReason
from community.safety.models import Item, Report
from community.safety.receipts import hash_of
from tests import people
from tests.people import browser_of
from tests.safety.conftest import decision

ASK = {"kind": "leaf", "id": "1"}
SURE = {**ASK, "reason": "hurts", "words": "it frightened me", "sure": "yes"}


@pytest.fixture(autouse=True)
def unhurried():
    pace.forget()
    house.forget()


def test_a_report_keeps_a_sealed_copy_and_its_hash(told, evenings, ben):
    (item,) = Item.objects.all()

    assert (told.snapshot, told.snapshot_hash) == ("the pond is deep", hash_of("the pond is deep"))
    assert (item.kind, item.level, item.area, item.about) == (
        "report",
        Level.TODAY,
        evenings.area,
        ben,
    )
    assert item.signals == ["reported_hurts"]


def test_the_copy_is_as_it_was_when_it_was_told(told, leaves):
    leaves.words["1"] = "something else now"

    assert Report.objects.get().snapshot == "the pond is deep"


def test_neither_words_nor_copy_are_readable_in_the_database(told):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT words, snapshot FROM safety_report")
        words, snapshot = cursor.fetchone()

    assert "frightened" not in words
    assert "pond" not in snapshot


@pytest.mark.parametrize(
    ("reason", "level"),
    [
        (ReportReason.WORRIED, Level.SOON),
        (ReportReason.METHOD, Level.SOON),
        (ReportReason.HURTS, Level.TODAY),
        (ReportReason.CONTACT, Level.TODAY),
        (ReportReason.RULES, Level.CALM),
        (ReportReason.OTHER, Level.TODAY),
    ],
)
def test_a_report_starts_by_its_reason(reason, level, leaves, ana):
    told = reporting.report(kind="leaf", id="1", reason=reason, words="", by=ana)

    assert told.item.level == level


def test_words_of_a_report_can_only_raise_it(leaves, ana):
    told = reporting.report(
        kind="leaf",
        id="1",
        reason=ReportReason.RULES,
        words="I want to kill myself tonight, I have the pills here",
        by=ana,
    )

    assert told.item.level == Level.NOW


def test_two_reports_on_one_thing_are_one_item(told, leaves, noor):
    leaves.seen_by.add(noor.pk)
    second = reporting.report(kind="leaf", id="1", reason=ReportReason.METHOD, words="", by=noor)

    (item,) = Item.objects.all()
    assert second.item == told.item == item
    assert (item.level, item.signals) == (Level.SOON, ["reported_hurts", "reported_method"])
    assert second.receipt != told.receipt


def test_telling_it_twice_gives_the_first_receipt(told, ana):
    again = reporting.report(
        kind="leaf", id="1", reason=ReportReason.OTHER, words="once more", by=ana
    )

    assert again == told
    assert Report.objects.get().words == "it frightened me"


def test_after_a_decision_it_can_be_told_anew(taken, told, emil, ana):
    deciding.decide(item=taken.pk, by=emil, decision=decision("nothing"))

    again = reporting.report(kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=ana)

    assert again.receipt != told.receipt
    assert again.item != told.item


@pytest.mark.parametrize(("kind", "id"), [("leaf", "9"), ("stone", "1"), ("", ""), ("leaf", "")])
def test_what_is_not_there_cannot_be_told_about(kind, id, leaves, ana):
    with pytest.raises(Refused) as no:
        reporting.report(kind=kind, id=id, reason=ReportReason.OTHER, words="", by=ana)

    assert no.value.refusal.hides


def test_who_cannot_see_it_gets_not_found(leaves, cleo):
    browser = browser_of(cleo)

    there = browser.get("/report/", ASK)
    nowhere = browser.get("/report/", {"kind": "leaf", "id": "9"})

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert there.content.replace(b"id%3D1", b"id%3D9").replace(b"id=1", b"id=9") == nowhere.content
    assert browser.post("/report/", SURE).status_code == 404
    assert not Item.objects.exists()


def test_ones_own_words_cannot_be_reported(leaves, ben):
    with pytest.raises(Refused) as no:
        reporting.report(kind="leaf", id="1", reason=ReportReason.OTHER, words="", by=ben)

    assert no.value.refusal.code == "yours"


def test_what_somebody_left_behind_can_still_be_told(leaves, ana):
    leaves.author = None

    told = reporting.report(kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=ana)

    assert (told.item.about, told.snapshot) == (None, "the pond is deep")


def test_two_steps_without_scripts_lead_to_a_receipt(leaves, ana):
    browser = browser_of(ana)

    first = browser.get("/report/", ASK)
    second = browser.post("/report/", {**ASK, "reason": "hurts", "words": "it frightened me"})
    assert not Report.objects.exists()
    third = browser.post("/report/", SURE, follow=True)

    assert "It is cruel, or attacks someone" in first.content.decode()
    assert "Send this to the team?" in second.content.decode()
    assert [_ways_back(page) for page in (first, second)] == [["/board/", "/board/"]] * 2
    assert Report.objects.get().receipt in third.content.decode()
    assert '<a class="button" href="/board/">Go back to where it was</a>' in third.content.decode()


def test_days_later_the_receipt_no_longer_leads_back_there(told, ana):
    Report.objects.update(at=timezone.now() - timedelta(days=2))

    page = browser_of(ana).get(f"/report/{told.receipt}/").content.decode()

    assert "Go back to where it was" not in page


def test_the_way_back_is_called_back_whatever_was_written(leaves, ana):
    given = {"kind": "leaf", "id": "1", "reason": "hurts", "words": "It was cold."}

    page = BeautifulSoup(browser_of(ana).post("/report/", given).content, "html.parser")

    assert page.select_one("a.back-link").text == "Back"
    assert page.select_one("q").text == "It was cold."


def test_the_first_step_asks_for_a_reason_and_keeps_the_words(leaves, ana):
    page = browser_of(ana).post("/report/", {**ASK, "words": "it frightened me"}).content.decode()

    assert "Please choose what fits best." in page
    assert "it frightened me" in page
    assert not Report.objects.exists()


def test_going_back_to_change_keeps_what_was_written(leaves, ana):
    page = browser_of(ana).post(
        "/report/", {**ASK, "reason": "hurts", "words": "it frightened me", "change": "yes"}
    )

    assert "it frightened me" in page.content.decode()
    assert "Please choose" not in page.content.decode()


def test_reasons_stand_by_kind_and_the_urgent_first(leaves, ana):
    page = BeautifulSoup(browser_of(ana).get("/report/", ASK).content, "html.parser")

    kinds = {
        group.legend.text: [box["value"] for box in group.find_all("input")]
        for group in page.select("fieldset fieldset")
    }
    assert list(kinds) == [
        "Someone may be in danger",
        "Something was said or done that hurts",
        "Something else is not right here",
    ]
    given = [reason for reasons in kinds.values() for reason in reasons]
    assert sorted(given) == sorted(set(ReportReason) - {ReportReason.WORRIED})
    assert kinds["Someone may be in danger"][0] == "die"
    assert page.find("input", value="die")["id"] == "id_reason_0_0"


def test_a_time_is_promised_only_while_somebody_is_on_duty(leaves, ana, emil, room):
    browser = browser_of(ana)
    given = {**ASK, "reason": "hurts", "words": ""}

    alone = browser.post("/report/", given).content.decode()
    people.on_duty(emil, room)
    staffed = browser.post("/report/", given).content.decode()

    assert "looks at it by" not in alone
    assert "Somebody from the team is here and looks at it by" in staffed


def test_a_second_time_shows_the_first_receipt(told, ana):
    answer = browser_of(ana).get("/report/", ASK)

    assert (answer.status_code, answer["Location"]) == (302, f"/report/{told.receipt}/")


def test_a_receipt_is_only_for_who_told(told, ben, emil, cleo):
    for somebody in (ben, emil, cleo):
        page = browser_of(somebody).get(f"/report/{told.receipt}/")
        assert page.status_code == 404
        assert "frightened" not in page.content.decode()


def test_somebody_suspended_can_still_tell(leaves, ana):
    ana.standing = Standing.SUSPENDED
    ana.save()

    assert browser_of(ana).post("/report/", SURE).status_code == 302
    assert Report.objects.get().reporter == ana


def test_many_reports_in_an_hour_are_slowed_and_kept_on_the_page(leaves, ana):
    browser = browser_of(ana)
    for number in range(20):
        leaves.words[str(number)] = "hello"
        browser.post("/report/", {**SURE, "id": str(number)})
    leaves.words["99"] = "hello"

    page = browser.post("/report/", {**SURE, "id": "99"}).content.decode()

    assert Report.objects.count() == 20
    assert "it frightened me" in page


def test_state_and_answer_reach_the_reporter(told, ana, emil, noor):
    browser, page = browser_of(ana), f"/report/{told.receipt}/"

    received = browser.get(page).content.decode()
    desk.take(item=told.item_id, by=emil)
    looked_at = browser.get(page).content.decode()
    deciding.decide(
        item=told.item_id,
        by=emil,
        decision=decision("hide", to_reporters="Thank you, Ana.", words="It reads as a threat."),
    )
    decided = browser.get(page).content.decode()

    assert "Nobody has looked at it yet" in received
    assert "Somebody is looking at it" in looked_at
    assert "Thank you, Ana." in decided
    assert "It reads as a threat." not in decided
    assert "emil-ash" not in decided


def test_my_reports_lists_only_mine(told, leaves, noor, ana):
    leaves.seen_by.add(noor.pk)
    reporting.report(kind="leaf", id="2", reason=ReportReason.RULES, words="", by=noor)

    page = browser_of(ana).get("/me/reports/").content.decode()

    assert "It is cruel, or attacks someone" in page
    assert "It is against what this group agreed" not in page


def _ways_back(page):
    soup = BeautifulSoup(page.content, "html.parser")
    links = [soup.select_one("a.back-link"), soup.find("a", string="Leave it")]
    return [link["href"] for link in links]


def _without_time(page):
    return re.sub(r"<time.*?</time>", "", page.content.decode())


def test_a_worry_gives_the_same_receipt_whoever_is_named(ana, ben, cleo):
    browser = browser_of(ana)

    pages = [
        browser.post("/report/worried/", {"name": name, "words": "so quiet"}, follow=True)
        for name in ("ben-moss", "nobody-at-all")
    ]

    known, unknown = Report.objects.order_by("pk")
    texts = [
        _without_time(page).replace(report.receipt, "").replace(report.words.split("\n")[0], "")
        for page, report in zip(pages, (known, unknown), strict=True)
    ]
    assert texts[0] == texts[1]
    assert (known.item.about, unknown.item.about) == (ben, None)
    assert (known.item.area, known.item.level) == ("house", Level.SOON)


def test_a_worry_in_crisis_words_is_now(ana):
    told = reporting.say_worried(
        name="ben-moss", words="he said he has taken all his pills an hour ago", by=ana
    )

    assert Level(told.item.level) in (Level.NOW, Level.SOON)
    assert told.item.promised_at > timezone.now()


def test_the_page_says_nothing_of_whom_it_concerns(told, leaves, ben):
    ben_reads = "".join(
        browser_of(ben).get(path).content.decode()
        for path in ("/me/reports/", "/me/record/", "/me/notices/", "/me/letters/")
    )

    assert "ana-lark" not in ben_reads
    assert told.receipt not in ben_reads


@pytest.mark.parametrize(("reason", "stands_first"), [("die", True), ("hurts", False)])
def test_where_a_life_may_be_in_danger_the_numbers_come_first(ana, leaves, reason, stands_first):
    asked = {**ASK, "reason": reason, "words": ""}

    page = browser_of(ana).post("/report/", asked).content.decode()

    help, sent = page.find("please do not wait for us"), page.find("What the team sees")
    assert (0 < help < sent) is stands_first
