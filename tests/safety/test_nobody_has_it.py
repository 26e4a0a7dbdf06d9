"""People are told that somebody has it only while somebody has it."""

from community.safety.actions import deciding, desk
from community.safety.models import Item
from tests.people import browser_of
from tests.safety.conftest import decision

TAKEN = "Someone from the team has taken this"


def found_page(person):
    return browser_of(person).get("/welcome/found/").content.decode()


def test_a_released_item_is_nobodys_for_its_author(ana, emil, evenings):
    browser_of(ana).post("/welcome/", {"words": "I want to kill myself tonight"})
    item = Item.objects.get()
    desk.take(item=item.pk, by=emil)
    while_taken = found_page(ana)

    desk.release(item=item.pk, by=emil)

    after = found_page(ana)
    assert TAKEN in while_taken
    assert (TAKEN in after, "Nobody has read this yet." in after) == (False, True)


def test_what_was_dealt_with_is_not_called_unread(ana, emil, evenings):
    browser_of(ana).post("/welcome/", {"words": "I want to kill myself tonight"})
    item = desk.take(item=Item.objects.get().pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("nothing"))

    page = found_page(ana)

    assert ("Nobody has read" in page, TAKEN in page) == (False, False)


def test_a_released_report_waits_for_its_reporter(told, taken, ana, emil):
    path = f"/report/{told.receipt}/"
    while_taken = browser_of(ana).get(path).content.decode()

    desk.release(item=taken.pk, by=emil)

    after = browser_of(ana).get(path).content.decode()
    assert "Somebody is looking at it" in while_taken
    assert "Received. Nobody has looked at it yet." in after
