"""Words from the team: read only when they were read, answered with a clock."""

import pytest
from django.utils import timezone

from community.refusal import Refused
from community.safety.actions import deciding, desk, letters
from community.safety.enums import ItemKind, Level
from community.safety.models import Item, Letter
from tests.people import browser_of
from tests.safety.conftest import decision, on_desk


def words_on_desk(somebody, letter):
    return browser_of(somebody).post(f"/desk/items/{letter.item_id}/words/", {"show": "yes"})


@pytest.fixture
def letter(taken, emil, ben):
    """Emil wrote to Ben."""
    deciding.decide(item=taken.pk, by=emil, decision=decision("write", words="How are you today?"))
    return Letter.objects.get()


def test_the_list_shows_who_wrote_and_reads_nothing(letter, ben):
    page = browser_of(ben).get("/me/letters/").content.decode()

    assert "emil-ash wrote to you" in page
    assert "How are you today?" not in page
    assert Letter.objects.get().read_at is None


def test_opening_it_is_reading_it(letter, ben, emil):
    desk_before = words_on_desk(emil, letter).content.decode()
    page = browser_of(ben).get(f"/me/letters/{letter.pk}/").content.decode()
    desk_after = words_on_desk(emil, letter).content.decode()

    assert "How are you today?" in page
    assert "not read" in desk_before
    assert "not read" not in desk_after


def test_nobody_else_opens_it(letter, ana, emil, cleo):
    for somebody in (ana, emil, cleo):
        answer = browser_of(somebody).get(f"/me/letters/{letter.pk}/")
        assert answer.status_code == 404
        assert "How are you today?" not in answer.content.decode()
    assert Letter.objects.get().read_at is None


def test_an_answer_comes_onto_the_desk_with_a_clock(letter, ben):
    browser_of(ben).post(f"/me/letters/{letter.pk}/", {"words": "Better, thank you."})

    item = Item.objects.get(kind=ItemKind.REPLY)
    assert (item.about, item.area, item.level) == (ben, letter.item.area, Level.TODAY)
    assert Letter.objects.get().reply == "Better, thank you."


def test_an_answer_in_crisis_is_now(letter, ben):
    letters.answer_letter(letter=letter.pk, words="I am going to kill myself tonight", by=ben)

    assert Item.objects.get(kind=ItemKind.REPLY).level == Level.NOW


def test_an_answer_hurries_as_much_as_what_is_open(letter, ben):
    area = letter.item.area
    on_desk(area, level=Level.NOW, at=timezone.now(), about=ben.pk)

    letters.answer_letter(letter=letter.pk, words="No, they are not.", by=ben)

    assert Item.objects.get(kind=ItemKind.REPLY).level == Level.NOW


def test_an_answer_does_not_hurry_for_what_is_over(letter, ben, emil):
    area = letter.item.area
    item = on_desk(area, level=Level.NOW, at=timezone.now(), about=ben.pk)
    desk.take(item=item.pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("nothing", words=""))

    letters.answer_letter(letter=letter.pk, words="Thank you.", by=ben)

    assert Item.objects.get(kind=ItemKind.REPLY).level == Level.TODAY


def test_it_is_answered_once(letter, ben):
    letters.answer_letter(letter=letter.pk, words="Better.", by=ben)

    with pytest.raises(Refused) as no:
        letters.answer_letter(letter=letter.pk, words="Or not.", by=ben)

    assert no.value.refusal.code == "answered"
    assert Letter.objects.get().reply == "Better."


def test_an_empty_answer_is_asked_for_again(letter, ben):
    page = browser_of(ben).post(f"/me/letters/{letter.pk}/", {"words": "  "}).content.decode()

    assert "Please write a sentence." in page
    assert not Item.objects.filter(kind=ItemKind.REPLY).exists()
