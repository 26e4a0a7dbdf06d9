"""Five situations: a card each, from an item of the desk to those who decide."""

import pytest

from community.accounts.enums import Role
from community.accounts.models import Grant
from community.notifications.models import Notification
from community.record.models import Entry
from community.safety.models import Item
from community.safety.situations import SITUATIONS, likely_first
from tests.people import browser_of


@pytest.mark.parametrize("one", SITUATIONS, ids=lambda one: one.key)
def test_each_card_says_what_to_ask_not_to_promise_and_who_decides(one):
    assert (len(one.ask), len(one.never), bool(one.decides)) == (3, 2, True)


def test_what_was_told_brings_its_card_first():
    firsts = {code: likely_first([f"reported_{code}"])[0].key for code in ("young", "outside")}

    assert firsts == {"young": "young", "outside": "outside"}


def test_from_an_item_those_who_lead_are_called_and_nothing_leaves_the_house(item, emil, hana):
    Grant.objects.create(person=hana, role=Role.SAFEGUARDING_LEAD)
    browser = browser_of(emil)
    page = browser.get(f"/desk/items/{item.pk}/").content.decode()

    card = browser.get(f"/desk/items/{item.pk}/child/card/").content.decode()
    browser.post(f"/desk/items/{item.pk}/child/call/")

    assert f"/desk/items/{item.pk}/child/card/" in page
    assert "hana-cove" in card
    assert Notification.objects.filter(person=hana, kind="item_raised").count() == 1
    assert "situation_child" in Item.objects.get().signals
    assert Entry.objects.get(act="call_lead").reason == "child"


def test_the_cards_are_the_teams_and_no_others(item, ana, cleo, emil):
    assert browser_of(emil).get("/desk/situations/").status_code == 200
    assert browser_of(emil).get("/desk/situations/young/").status_code == 200
    assert browser_of(emil).get("/desk/situations/none/").status_code == 404
    for path in ("/desk/situations/", "/desk/situations/young/"):
        assert browser_of(ana).get(path).status_code == 404
    assert browser_of(cleo).post(f"/desk/items/{item.pk}/child/call/").status_code == 404
