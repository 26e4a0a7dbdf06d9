"""Who is too near to a report does not look at it; where nobody else is there, those who lead are
called and the reporter is told so."""

from dataclasses import replace

import pytest

from community.accounts.actions.blocking import block
from community.notifications.models import Notification
from community.refusal import Refused
from community.safety import subjects
from community.safety.actions import desk, reporting
from community.safety.enums import ItemState, Level, ReportReason
from community.safety.models import Item, StandsApart
from community.safety.nearness import register_tie, too_near
from community.safety.reading import read_report
from community.safety.subjects import Context, Line
from community.safety.tell import team
from tests.people import browser_of, on_duty

NOW = {ReportReason.DIE}
SOON = {"child", "threat", "outside", "sexual", "money", "young", "method", "worried"}
CALM = {"rules", "spam"}


def tell(ana, reason=ReportReason.THREAT):
    return reporting.report(kind="leaf", id="1", reason=reason, words="", by=ana)


def why(item):
    return dict(StandsApart.objects.filter(item=item).values_list("person__handle", "why"))


def called():
    return set(Notification.objects.values_list("person__handle", "kind"))


@pytest.fixture
def ties(monkeypatch):
    """What features say about who is tied to whom."""
    monkeypatch.setattr("community.safety.nearness._ties", [])


def test_every_kind_starts_where_it_belongs_and_words_only_raise():
    found = {reason: read_report(reason, "").level for reason in ReportReason}

    for reason, level in found.items():
        wanted = (
            Level.NOW
            if reason in NOW
            else Level.SOON
            if reason in SOON
            else Level.CALM
            if reason in CALM
            else Level.TODAY
        )
        assert level == wanted, reason
    assert read_report(ReportReason.SPAM, "I want to kill myself tonight").level == Level.NOW
    assert read_report(ReportReason.DIE, "it is fine").level == Level.NOW


def test_blocked_mentoring_and_present_people_stand_apart(
    leaves, ana, ben, emil, noor, hana, ties, room
):
    block(person=emil, by=ana)
    register_tie(lambda people: {noor.pk, ben.pk} if ben.pk in people else set())
    on_duty(emil, room)

    told = tell(ana)

    assert why(told.item) == {"emil-ash": "blocked", "noor-vale": "mentors"}
    assert called() == {("hana-cove", "item_raised")}
    assert told.leads_called
    for somebody in (emil, noor):
        with pytest.raises(Refused) as no:
            desk.take(item=told.item_id, by=somebody)
        assert no.value.refusal.code == "somebody_else"
        assert browser_of(somebody).get(f"/desk/items/{told.item_id}/").status_code == 403
    assert desk.take(item=told.item_id, by=hana).taken_by == hana


def test_who_wrote_in_the_lines_shown_stands_apart(leaves, ana, emil, noor, monkeypatch, room):
    lines = (Line("emil-ash", "Good evening.", person=emil.pk),)
    around = replace(subjects.get("leaf"), context=lambda id: Context(lines=lines))
    monkeypatch.setitem(subjects._subjects, "leaf", around)
    on_duty(emil, room)
    on_duty(noor, room)

    told = tell(ana)

    assert why(told.item) == {"emil-ash": "present"}
    assert called() == {("noor-vale", "item_called")}
    assert not told.leads_called


def test_nobody_keeps_everybody_away_by_not_hearing_them(leaves, ana, ben, hana, emil, noor):
    for somebody in (hana, emil, noor):
        block(person=somebody, by=ben)

    told = tell(ana)

    assert set(why(told.item)) == {"emil-ash", "noor-vale"}


def test_the_reporter_reads_that_those_who_lead_are_called(leaves, ana, hana):
    given = {"kind": "leaf", "id": "1", "reason": "threat", "words": ""}

    asked = browser_of(ana).post("/report/", given).content.decode()
    sent = browser_of(ana).post("/report/", {**given, "sure": "yes"}, follow=True).content.decode()

    for page in (asked, sent):
        assert "so those who lead are called at once" in page


def test_too_near_needs_no_reason_and_calls_somebody_else(leaves, ana, emil, noor, room):
    on_duty(emil, room)
    item = desk.take(item=tell(ana).item_id, by=emil)
    on_duty(noor, room)

    browser_of(emil).post(f"/desk/items/{item.pk}/near/")

    found = Item.objects.get()
    assert (found.state, found.taken_by, why(found)) == (
        ItemState.OPEN,
        None,
        {"emil-ash": "declared"},
    )
    assert ("noor-vale", "item_called") in called()
    assert f"/desk/items/{item.pk}/" not in browser_of(emil).get("/desk/").content.decode()


def test_a_second_report_frees_it_from_whoever_it_brings_too_near(leaves, ana, cleo, emil, noor):
    item = desk.take(item=tell(ana).item_id, by=emil)
    leaves.seen_by.add(cleo.pk)
    block(person=cleo, by=emil)

    reporting.report(kind="leaf", id="1", reason=ReportReason.THREAT, words="", by=cleo)

    found = Item.objects.get(pk=item.pk)
    assert (found.state, found.taken_by) == (ItemState.OPEN, None)


def test_whoever_is_not_near_is_not_kept_away(leaves, evenings, ana, emil, noor):
    sight = subjects.sight("leaf", "1")

    assert too_near(sight, area=evenings.area, teller=ana.pk, team=team()) == {}
