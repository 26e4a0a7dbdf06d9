""" "I am worried about this person": to the desk as care, with what stands around it, and with help
for whoever worries. The person never learns of it."""

import pytest
from django.urls import reverse

from community import pace
from community.accounts.personal_data import export
from community.house import queries as house
from community.notifications.models import Notification
from community.refusal import Refused
from community.safety.actions import deciding, desk
from community.safety.actions.reporting import report, say_worried_about
from community.safety.choices import Decision, choices_for
from community.safety.enums import Level, ReportReason, Urgency, Why
from community.safety.models import Item, Report
from groups.actions.covering import cover_words, name_of
from groups.models import Message
from tests.people import browser_of, on_duty
from tests.words import say


@pytest.fixture(autouse=True)
def unhurried():
    pace.forget()
    house.forget()


@pytest.fixture
def words(ana, ben, emil, room):
    on_duty(emil, room)
    say(ben, room, "How was your day?")
    said = say(ana, room, "It does not matter any more.")
    return Message.objects.get(room=room, seq=said.seq)


def worry(words, by, *, urgency=Urgency.NOT_NOW, said=""):
    return say_worried_about(kind="message", id=str(words.pk), urgency=urgency, words=said, by=by)


@pytest.mark.parametrize(
    ("urgency", "said", "level"),
    [
        (Urgency.NOT_NOW, "", Level.SOON),
        (Urgency.UNSURE, "", Level.SOON),
        (Urgency.NOW, "", Level.NOW),
        (Urgency.NOT_NOW, "She wrote to me: I will kill myself tonight.", Level.NOW),
    ],
)
def test_how_soon_somebody_looks(urgency, said, level, ana, ben, evenings, words):
    worry(words, ben, urgency=urgency, said=said)

    item = Item.objects.get()
    assert (item.kind, item.level, item.area, item.about) == ("worry", level, evenings.area, ana)
    assert "reported_worried" in item.signals


def test_the_desk_has_a_copy_of_what_stood_around(ben, words):
    told = worry(words, ben, said="This is not like her.")

    assert told.snapshot == "ben-moss: How was your day?\nana-lark: It does not matter any more."
    assert (told.reason, told.words) == (ReportReason.WORRIED, "This is not like her.")


def test_it_stands_apart_from_what_breaks_a_rule(ana, ben, words):
    worry(words, ben)
    report(kind="message", id=str(words.pk), reason=ReportReason.HURTS, words="", by=ben)

    assert sorted(Item.objects.values_list("kind", flat=True)) == ["report", "worry"]


def test_nobody_can_be_warned_removed_or_suspended_for_it(hana, ben, words):
    worry(words, ben)

    offered = [choice.name for choice in choices_for(Item.objects.get(), may_suspend=True)]

    assert offered == ["write", "follow_up", "support", "hide", "nothing"]


def test_a_letter_leaves_it_waiting_for_the_person(emil, ben, words):
    worry(words, ben)
    item = Item.objects.get()
    desk.take(item=item.pk, by=emil)

    deciding.decide(
        item=item.pk, by=emil, decision=Decision("write", Why.CARE, words="How are you tonight?")
    )

    item.refresh_from_db()
    assert (item.state, item.closed_at) == ("waiting", None)


def test_the_person_learns_nothing_of_it(ana, ben, room, words):
    worry(words, ben, said="This is not like her.")

    browser = browser_of(ana)
    pages = [room.get_absolute_url(), "/me/", "/me/record/", "/me/reports/", "/me/letters/"]
    seen = "".join(browser.get(page).content.decode() for page in pages)
    assert not Notification.objects.filter(person=ana).exists()
    assert "not like her" not in seen + str(export(ana))


def test_saying_it_twice_is_one_receipt(ben, words):
    assert worry(words, ben).receipt == worry(words, ben).receipt
    assert (Item.objects.count(), Report.objects.count()) == (1, 1)


@pytest.mark.parametrize(("who", "code"), [("cleo", "not_here"), ("ana", "yours")])
def test_only_who_has_seen_the_words_of_somebody_else(who, code, words, request):
    with pytest.raises(Refused) as caught:
        worry(words, request.getfixturevalue(who))

    assert (caught.value.refusal.code, Item.objects.count()) == (code, 0)


def test_two_steps_with_numbers_to_call(ben, room, words):
    browser = browser_of(ben)
    menu = browser.get(reverse("groups:acts", args=[room.pk, words.seq])).text
    door = reverse("groups:worried", args=[room.pk, words.seq])
    first = browser.get(browser.get(door).url).content.decode()
    given = {"kind": "message", "id": words.pk, "urgency": "now", "words": "Please look."}
    second = browser.post(reverse("safety:worried-about"), given).content.decode()
    before = Item.objects.count()

    answer = browser.post(reverse("safety:worried-about"), {**given, "sure": "yes"})

    assert f"/m/{words.seq}/worried/" in menu
    assert all('href="tel:' in page for page in (first, second))
    assert "a few lines around them" in second
    assert (before, answer.url) == (
        0,
        reverse("safety:receipt", args=[Report.objects.get().receipt]),
    )


def test_nothing_is_chosen_for_who_worries(ben, words):
    given = {"kind": "message", "id": words.pk, "words": "Please look."}

    page = browser_of(ben).post(reverse("safety:worried-about"), given).content.decode()

    assert "Please choose what fits best." in page
    assert "Please look." in page
    assert not Item.objects.exists()


def test_what_was_covered_before_stays_covered_in_the_lines_around(ana, ben, emil, room, words):
    beside = Message.objects.get(room=room, seq=say(ana, room, "Forty blue ones.").seq)
    cover_words(
        room=room.pk,
        seq=beside.seq,
        parts=[(0, 15)],
        read=name_of(beside),
        reason=Why.METHOD,
        by=emil,
    )

    assert "Forty blue" not in worry(words, ben).snapshot
