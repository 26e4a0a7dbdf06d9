"""Twelve written cases, walked on the pages as their author, a peer, a moderator and whoever looks
again. The words are invented."""

from dataclasses import dataclass

import pytest

from community import pace
from community.accounts.enums import Role
from community.safety.models import Appeal, Item, Letter, Measure
from groups.models import Message
from tests.groups.test_room_page import address, post, text
from tests.people import browser_of, on_duty, person

pytestmark = pytest.mark.thorough

OPEN = '<details class="help-near folds" id="help-near" open>'
QUIET = 'id="help-quiet">'


@dataclass(frozen=True)
class Case:
    """What Ana writes, what stands at her box, whether Ben reads it, and how soon somebody looks."""

    words: str
    help: str  # "open", "line" or ""
    reaches: bool
    level: str = ""


CASES = {
    "a wish to die": Case("I want to die.", "open", True, "soon"),
    "a plan for tonight": Case("I am going to end my life tonight.", "open", True, "now"),
    "means in the hand": Case("I cannot go on. I have the pills in my hand.", "open", False, "now"),
    "pain on the skin": Case("I cut my arms last night.", "line", True, "today"),
    "a turn of speech": Case("This homework is killing me.", "", True),
    "long past": Case("Years ago I wanted to die. I am glad I am here.", "", True),
}


@pytest.fixture
def evening(emil, room):
    pace.forget()
    on_duty(emil, room)
    return room


@pytest.fixture
def lena(db):
    return person("lena-ford", Role.SAFEGUARDING_LEAD)


def page(somebody, path):
    return text(browser_of(somebody).get(path))


def take_and_decide(moderator, item, choice, **given):
    """As the moderator does it: take, read, decide, all on pages."""
    browser, path = browser_of(moderator), f"/desk/items/{item.pk}/"
    browser.post(f"{path}take/")
    browser.post(f"{path}words/", {"show": "1"})
    form = {"choice": choice, "why": "unkind", "ends": "7", **given}
    return browser.post(f"{path}decide/", form)


def ask_to_look_again(author, measure, words):
    """The author of what was decided about asks, on the page where they read it."""
    browser_of(author).post(f"/me/record/{measure.pk}/appeal/", {"words": words})
    return Item.objects.get(kind="appeal")


def look_again(reader, appeal, choice, *, decider, reads, words):
    """As whoever looks again does it, who is somebody else: the one who decided finds no way to it,
    whatever they press; the other reads both sides, and answers."""
    path, browser = f"/desk/items/{appeal.pk}/", browser_of(reader)
    assert path not in page(decider, "/desk/")
    take_and_decide(decider, appeal, choice, words="Mine stands.")
    assert Appeal.objects.get().decided_at is None

    assert path in page(reader, "/desk/")
    browser.post(f"{path}take/")
    shown = text(browser.post(f"{path}words/", {"show": "1"}))
    assert [part for part in reads if part not in shown] == []
    assert decider.handle not in shown
    take_and_decide(reader, appeal, choice, words=words)

    asked = Appeal.objects.get()
    assert (asked.decided_by, asked.upheld) == (reader, choice == "uphold")
    assert words in page(asked.measure.person, f"/me/record/{asked.measure_id}/")


@pytest.mark.parametrize("name", CASES)
def test_words_of_ones_own(name, ana, ben, emil, evening):
    case, browser = CASES[name], browser_of(ana)

    post(browser, evening, case.words)
    own, others = text(browser.get(address(evening))), page(ben, address(evening))
    desk = page(emil, "/desk/")

    assert (OPEN in own, QUIET in own) == (case.help == "open", case.help == "line")
    assert (case.words in others) is case.reaches
    assert "help-near" not in others or OPEN not in others
    found = Item.objects.filter(kind="signal")
    assert [item.level for item in found] == ([case.level] if case.level else [])
    for item in found:
        assert f"/desk/items/{item.pk}/" in desk
        assert case.words not in desk
        take_and_decide(emil, item, "write", words="I have read it. I am here.")
        assert Letter.objects.get().person == ana
        assert not Measure.objects.exists()
        letter = page(ana, f"/me/letters/{Letter.objects.get().pk}/")
        assert "I have read it. I am here." in letter


def test_an_attack_is_hidden_and_whoever_looks_again_shows_it(ana, ben, emil, hana, evening):
    post(browser_of(ana), evening, "ben-moss you are worthless, kill yourself.")
    assert OPEN not in page(ana, address(evening))
    item = Item.objects.get(kind="signal")

    take_and_decide(emil, item, "hide", words="It reads as if Ben should die.")
    measure = Measure.objects.get()
    assert "worthless" not in page(ben, address(evening))
    assert "It reads as if Ben should die." in page(ana, f"/me/record/{measure.pk}/")
    appeal = ask_to_look_again(ana, measure, "It was a quote.")
    reads = ("worthless", "It reads as if Ben should die.", "It was a quote.")
    look_again(hana, appeal, "uphold", decider=emil, reads=reads, words="We show it again.")

    assert "worthless" in page(ben, address(evening))


def test_a_way_to_reach_somebody_is_asked_about_once(ana, ben, evening):
    asked = post(browser_of(ana), evening, "Write to ana@example.org")

    assert asked.status_code == 422
    assert "ana@example.org" not in page(ben, address(evening))
    assert not Item.objects.exists()


def report(somebody, words, reason):
    message = Message.objects.get(body=words)
    given = {"kind": "message", "id": message.pk, "reason": reason, "words": "", "sure": "yes"}
    return text(browser_of(somebody).post("/report/", given, follow=True))


def test_cruel_words_are_reported_warned_about_and_looked_at_again(ana, ben, emil, hana, evening):
    post(browser_of(ana), evening, "Nobody here likes Ben.")
    receipt = report(ben, "Nobody here likes Ben.", "hurts")
    item = Item.objects.get(kind="report")

    answer = take_and_decide(emil, item, "warn", words="Please speak of yourself.", rule="1:0")

    assert answer.status_code in (302, 303), text(answer)
    measure = Measure.objects.get()
    assert "Somebody from the team is here" in receipt
    assert "ben-moss" not in page(ana, f"/me/record/{measure.pk}/")
    appeal = ask_to_look_again(ana, measure, "I was angry.")
    reads = ("Nobody here likes Ben.", "Please speak of yourself.", "I was angry.")
    look_again(hana, appeal, "stand", decider=emil, reads=reads, words="We understand. It stands.")


def test_somebody_may_die_is_read_first(ana, ben, emil, evening):
    post(browser_of(ana), evening, "I said goodbye to the cat.")
    report(ben, "I said goodbye to the cat.", "die")

    item = Item.objects.get(kind="report")
    assert (item.level, item.about) == ("now", ana)
    assert page(emil, "/desk/").index("Now") < page(emil, "/desk/").index("ana-lark")
    assert "ben-moss" not in page(emil, f"/desk/items/{item.pk}/")


def test_words_of_a_moderator_go_past_them(ana, emil, noor, hana, lena, evening):
    post(browser_of(emil), evening, "Pull yourself together.")
    receipt = report(ana, "Pull yourself together.", "threat")

    item = Item.objects.get(kind="report")
    for one in (emil, noor):
        assert browser_of(one).get(f"/desk/items/{item.pk}/").status_code == 404
    assert "those who lead are called at once" in receipt
    assert f"/desk/items/{item.pk}/" in page(hana, "/desk/")
    take_and_decide(hana, item, "warn", words="Nobody here is told to.", rule="1:0")
    appeal = ask_to_look_again(emil, Measure.objects.get(), "I meant it kindly.")
    reads = ("Pull yourself together.", "Nobody here is told to.", "I meant it kindly.")
    look_again(lena, appeal, "stand", decider=hana, reads=reads, words="It stands, and we talk.")


def test_whoever_is_suspended_and_in_distress_is_heard(ana, ben, emil, hana, lena, evening):
    post(browser_of(ana), evening, "You will all be sorry, Ben first.")
    report(ben, "You will all be sorry, Ben first.", "threat")
    take_and_decide(
        hana, Item.objects.get(kind="report"), "suspend", words="You threatened Ben.", rule="1:0"
    )
    measure = Measure.objects.get()

    assert browser_of(ana).get(address(evening)).status_code == 403
    for path in ("/help-now/", f"/me/record/{measure.pk}/", "/me/box/", "/me/in-danger/"):
        assert browser_of(ana).get(path).status_code == 200, path
    browser_of(ana).post("/me/box/", {"words": "I want to end my life tonight."})
    appeal = ask_to_look_again(ana, measure, "I was ill that night.")
    assert (Item.objects.get(kind="box").level, Measure.objects.count()) == ("now", 1)
    reads = ("Ben first.", "You threatened Ben.", "I was ill that night.")
    look_again(lena, appeal, "uphold", decider=hana, reads=reads, words="We take it back.")
    assert browser_of(ana).get(address(evening)).status_code == 200
