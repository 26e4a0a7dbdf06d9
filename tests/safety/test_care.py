"""The team looks after itself: topics go round, hard items are counted for oneself alone."""

from django.utils import timezone

from community.notifications.models import Notification
from community.safety.actions import care, desk, reporting
from community.safety.care import hard_today
from community.safety.enums import HardTopic, Level, ReportReason
from community.safety.models import Item
from tests.people import browser_of, on_duty
from tests.safety.conftest import on_desk


def tell(ana):
    return reporting.report(kind="leaf", id="1", reason=ReportReason.THREAT, words="", by=ana).item


def called():
    found = Notification.objects.filter(kind="item_called")
    return sorted(found.values_list("person__handle", flat=True))


def test_others_are_called_first_to_what_somebody_would_rather_not(leaves, ana, emil, noor, room):
    on_duty(emil, room)
    on_duty(noor, room)
    care.rather_not(topics=[HardTopic.VIOLENCE], by=emil)

    tell(ana)

    assert called() == ["noor-vale"]


def test_where_nobody_else_is_there_they_are_still_called(leaves, ana, emil, room):
    on_duty(emil, room)
    care.rather_not(topics=[HardTopic.VIOLENCE], by=emil)

    tell(ana)

    assert called() == ["emil-ash"]


def test_hard_items_are_counted_for_oneself_and_a_pause_is_offered(leaves, ana, emil, noor):
    for number in ("1", "2", "3"):
        leaves.words[number] = "hello"
        item = reporting.report(
            kind="leaf", id=number, reason=ReportReason.THREAT, words="", by=ana
        ).item
        desk.take(item=item.pk, by=emil)

    page = browser_of(emil).get("/desk/care/").content.decode()

    assert (hard_today(emil.pk, now=timezone.now()), hard_today(noor.pk, now=timezone.now())) == (
        3,
        0,
    )
    assert "That was a lot. A pause is all right." in page
    assert "That was a lot" not in browser_of(noor).get("/desk/care/").content.decode()


def test_after_something_hard_the_desk_offers_a_pause_a_word_and_a_talk(
    evenings, leaves, ben, emil, noor, room
):
    on_duty(noor, room)
    browser = browser_of(emil)
    for number in ("3", "1", "2"):
        item = on_desk(evenings.area, level=Level.SOON, at=timezone.now(), id=number, about=None)
        desk.take(item=item.pk, by=emil)
    Item.objects.filter(pk=item.pk).update(about=ben)

    browser.post(f"/desk/items/{item.pk}/decide/", {"choice": "follow_up"})
    pages = [browser.get("/desk/").text for _twice in range(2)]
    browser.post("/desk/care/not-now/")

    said = ("That was not a light one", "Would a word to the group help", "noor-vale can take")
    assert [[words in page for words in said] for page in pages] == [
        [True, True, True],
        [False, False, True],
    ]
    assert "That was a lot" not in browser.get("/desk/").text


def test_topics_are_kept_and_a_talk_is_asked_for(evenings, emil, hana, ana):
    browser = browser_of(emil)
    browser.post("/desk/care/", {"topics": ["suicide"]})
    browser.post("/desk/care/talk/")

    assert 'value="suicide" id="id_topics_0" checked' in browser.get("/desk/care/").content.decode()
    assert Notification.objects.filter(person=hana, kind="debrief_asked").count() == 1
    assert browser_of(ana).get("/desk/care/").status_code == 404
