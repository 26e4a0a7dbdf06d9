"""Words that sound like a crisis, in what is handed over: help before anything else, a person of the
team here is called, and whoever is brought learns of neither."""

import pytest

from community.care.actions import handing, sheets
from community.care.actions.sheets import Mine
from community.care.models import Piece, Sheet
from community.care.queries.choosing import end_of
from community.notifications.models import Notification
from community.safety import subjects
from community.safety.models import Item
from community.wellbeing.actions import plan
from tests.care.conftest import in_days
from tests.people import browser_of

DARK = "I want to kill myself tonight."
FIRST = "First: how are you now?"


def chosen(ana, where):
    """What is chosen, with the dark words in this place."""
    if where == "card":
        handing.write_card(spoken=DARK, about="", not_about="", by=ana)
        return {"parts": ["card"]}
    if where == "goal":
        goal = plan.set_goal(wanted=plan.Wanted(words="Walk", why=DARK), by=ana)
        return {"parts": [f"goal:{goal.pk}"]}
    return {where: DARK}


@pytest.mark.parametrize("where", ["more", "since", "card", "goal"])
def test_words_in_what_is_handed_over_bring_help_first_and_somebody_of_the_team(
    ana, ines, hana, tie, where
):
    browser, at = browser_of(ana), f"/me/care/{tie.pk}/hand-over/"
    form = {**chosen(ana, where), "until": in_days(9).isoformat()}
    calm = browser.post(at, {"more": "Why mornings?", "until": form["until"]}).text

    first = browser.post(at, form).text
    seen = browser.post(at, {**form, "safe": "yes"}).context["seen"]
    before = Item.objects.count()
    browser.post(at, {**form, "safe": "yes", "sure": "yes", "seen": seen})

    item = Item.objects.get()
    told = Notification.objects.get(person=ines)
    assert FIRST in first
    assert "help-panel" in first
    assert "One of the answers" not in first
    assert FIRST not in calm
    assert before == 0
    assert (item.about_id, item.level) == (ana.pk, "now")
    assert DARK in subjects.get(item.subject_kind).snapshot(item.subject_id)
    assert browser_of(hana).get(f"/desk/items/{item.pk}/").status_code == 200
    assert told.kind == "care_handed"
    assert "the team" not in browser_of(ines).get(told.path).text.split("<main")[1]


def test_words_that_were_taken_back_are_kept_for_nobody(ana, tie):
    browser, at = browser_of(ana), f"/me/care/{tie.pk}/hand-over/"
    form = {"since": DARK, "until": in_days(9).isoformat(), "safe": "yes"}
    seen = browser.post(at, form).context["seen"]
    browser.post(at, {**form, "sure": "yes", "seen": seen})
    handing.take_piece_back(piece=Piece.objects.get().pk, by=ana)

    item = Item.objects.get()
    with pytest.raises(LookupError):
        subjects.get(item.subject_kind).snapshot(item.subject_id)


def test_a_sheet_is_heard_where_something_new_is_written(ana, ines, tie):
    browser, at = browser_of(ana), f"/me/care/{tie.pk}/sheets/"
    form = {"title": "When?", "matters": DARK, "until": in_days(9).isoformat()}

    first = browser.post(at, form).text
    changed = browser.post(at, {**form, "change": "yes"})
    before = Sheet.objects.count()
    browser.post(at, {**form, "safe": "yes"})
    sheet, heard = Sheet.objects.get(), [Item.objects.count()]
    Item.objects.all().delete()
    same = browser.post(f"{at}{sheet.pk}/", {"seen": 1, "matters": DARK, "leans": "Mornings"})
    heard.append(Item.objects.count())
    new = browser.post(f"{at}{sheet.pk}/", {"seen": 2, "matters": DARK, "leans": f"No. {DARK}"})
    browser.post(f"{at}{sheet.pk}/", {"seen": 2, "leans": f"No. {DARK}", "safe": "yes"})

    assert FIRST in first
    assert (changed.status_code, DARK in changed.text, before) == (200, True, 0)
    assert (same.status_code, FIRST in new.text) == (302, True)
    item = Item.objects.get()
    assert (item.subject_kind, item.subject_id) == ("care_sheet", str(sheet.pk))
    assert f"No. {DARK}" in subjects.get(item.subject_kind).snapshot(item.subject_id)
    assert heard == [1, 0]
    assert not Notification.objects.filter(person=ines).exclude(kind="care_handed").exists()


def test_what_is_calm_calls_nobody(ana, tie):
    until = end_of(in_days(9))
    sheets.begin(tie=tie.pk, title="When?", said=Mine(matters="Sleep."), until=until, by=ana)

    assert not Item.objects.exists()
