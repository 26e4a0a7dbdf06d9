"""The twelve written cases in real browsers, on phones: their author, a peer, a moderator and
whoever looks again, who is somebody else. The four in which somebody may die are walked in one
night."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.enums import Role
from community.safety.models import Appeal, Item, Measure
from tests.browser.axe import findings
from tests.browser.pages import go
from tests.browser.rooms import (
    CALM,
    opened,
    settled,
    signed_in_at,
    wait_for_words,
    write,
)
from tests.people import on_duty, person
from tests.words import history

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]


@dataclass(frozen=True)
class Case:
    """What Ana writes; whether Ben tells the team or a program found it; what Emil decides, and what
    whoever looks again does with it."""

    words: str
    is_told: bool
    decides: str
    says: str
    asks: str
    again: str
    answer: str


CASES = [
    Case(
        words="ben-moss you are worthless, kill yourself.",
        is_told=False,
        decides="hide",
        says="It reads as if Ben should die.",
        asks="It was a quote.",
        again="uphold",
        answer="We show it again.",
    ),
    Case(
        words="Nobody here likes Ben.",
        is_told=True,
        decides="warn",
        says="Please speak of yourself.",
        asks="I was angry.",
        again="stand",
        answer="We understand. It stands.",
    ),
]


def tell(page, reason="hurts"):
    """The peer tells the team, from the message on."""
    page.locator("#messages .message-menu summary").last.click()
    go(page.get_by_role("link", name="Tell the team").last)
    page.locator(f"input[name=reason][value={reason}]").check()
    go(page.get_by_role("button", name="Continue"))
    go(page.get_by_role("button", name="Send to the team"))
    page.get_by_text("Somebody from the team is here").wait_for()


def decide(page, item, choice, words):
    """Takes it from the desk, reads the words, decides. Answers what was read."""
    go(page.locator(f".desk-list a[href='/desk/items/{item.pk}/']").first)
    go(page.get_by_role("button", name="I take this"))
    page.get_by_text("You have this since").wait_for()
    covered = page.get_by_role("button", name="Show the words")
    if covered.is_visible():
        go(covered)
    read = page.locator("#words").inner_text()
    page.locator(f"input[name=choice][value={choice}]").check()
    if page.locator("select[name=why]").is_visible():
        page.select_option("select[name=why]", "unkind")
    if page.locator("select[name=rule]").is_visible():
        page.select_option("select[name=rule]", index=1)
    if page.locator("select[name=ends]").is_visible():
        page.select_option("select[name=ends]", "7")
    page.locator("textarea[name=words]").first.fill(words)
    go(page.get_by_role("button", name="Decide"))
    assert "/decide/" not in page.url
    return read


@pytest.fixture
def desk_of(window, server):
    """The desk on somebody's phone."""

    def open_desk(somebody):
        page = signed_in_at(server, window(), somebody).new_page()
        page.goto(f"{server.url}/desk/")
        return page

    return open_desk


def test_two_cases_are_walked_by_four_people(opened, desk_of, server, ana, ben, emil, hana, room):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    author, peer, wrong = opened(ana, room), opened(ben, room), {}

    for case in CASES:
        author.goto(f"{server.url}/rooms/{room.pk}/")
        peer.goto(f"{server.url}/rooms/{room.pk}/")
        write(author, case.words)
        wait_for_words(peer, case.words)
        settled(author)
        if case.is_told:
            tell(peer)
        kind = "report" if case.is_told else "signal"
        item = Item.objects.get(kind=kind, state="open")

        moderator = desk_of(emil)
        assert case.words in decide(moderator, item, case.decides, case.says)
        if case.decides == "hide":
            peer.get_by_text(case.words, exact=True).wait_for(state="detached", timeout=CALM)
        author.goto(f"{server.url}/me/record/")
        go(author.locator("main a[href^='/me/record/']").first)
        author.get_by_text(case.says).wait_for()
        wrong[f"{case.decides}, told"] = findings(author)
        go(author.get_by_role("link", name="Please look again"))
        author.locator("textarea[name=words]").fill(case.asks)
        go(author.get_by_role("button", name="Send"))
        author.get_by_text("Somebody who did not decide this looks at it again.").wait_for()

        appeal = Item.objects.get(kind="appeal", state="open")
        moderator.goto(f"{server.url}/desk/")
        assert moderator.locator(f"a[href='/desk/items/{appeal.pk}/']").count() == 0
        reader = desk_of(hana)
        read = decide(reader, appeal, case.again, case.answer)
        assert [part for part in (case.words, case.says, case.asks) if part not in read] == []
        wrong[f"{case.decides}, looked at again"] = findings(reader)
        author.reload()
        author.get_by_text(case.answer).wait_for()
        if case.again == "uphold":
            wait_for_words(peer, case.words)

    assert wrong == {name: [] for name in wrong}
    found = Appeal.objects.order_by("pk").values_list("decided_by", "upheld")
    assert list(found) == [(hana.pk, True), (hana.pk, False)]


def top_of(page):
    """The first thing on the desk, as it stands there without a scroll."""
    first = page.locator(".desk-list li").first
    assert first.bounding_box()["y"] + 44 <= 640
    return first.inner_text().replace("\N{NO-BREAK SPACE}", " ")


def write_to(page, item, words):
    """Takes it, reads it, writes to the person. Answers what was read."""
    return decide(page, item, "write", words)


def test_four_who_may_die_in_one_night(opened, desk_of, server, ana, ben, emil, hana, room):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    lena = person("lena-ford", Role.SAFEGUARDING_LEAD)
    author, peer, wrong = opened(ana, room), opened(ben, room), {}

    # A plan for tonight: help first, the words reach people, one person answers.
    write(author, "I am going to end my life tonight.")
    help = author.locator("#help-near")
    help.wait_for(state="visible")
    wait_for_words(peer, "I am going to end my life tonight.")
    assert author.evaluate("document.activeElement.id") == "box"
    numbers = help.locator("a[href^='tel:'], a[href^='sms:']").all_inner_texts()
    assert len(numbers) >= 2
    assert [
        part
        for part in (*numbers, "Lines of this country", "Only you can call")
        if part not in help.inner_text()
    ] == []
    assert peer.locator("#help-near").is_hidden()
    wrong["help at the box"] = findings(author)
    moderator = desk_of(emil)
    assert "Now · ana-lark" in top_of(moderator)
    plan = Item.objects.get(kind="signal")
    assert "end my life tonight" in write_to(moderator, plan, "I have read it, Ana. I stay.")
    author.goto(f"{server.url}/me/letters/")
    go(author.locator("main a[href^='/me/letters/']").first)
    author.get_by_text("I have read it, Ana. I stay.").wait_for()
    wrong["the letter"] = findings(author)
    assert not Measure.objects.exists()

    # Means in the hand: a person reads them first, and the rest goes out at once.
    author.goto(f"{server.url}/rooms/{room.pk}/")
    write(author, "I cannot go on. I have the pills in my hand.")
    go(author.get_by_role("link", name="See the words, and send the rest now"))
    assert history(room)[1:] == []
    go(author.get_by_role("button", name="Send it without these words"))
    wait_for_words(peer, "I cannot go on. I (…).")
    assert "pills" not in peer.locator("#messages").inner_text()

    # Somebody may die, says a peer: numbers first, then the top of the desk, and no name of theirs.
    write(author, "I said goodbye to the cat.")
    wait_for_words(peer, "I said goodbye to the cat.")
    settled(author)
    tell(peer, reason="die")
    told = Item.objects.get(kind="report")
    moderator.goto(f"{server.url}/desk/")
    assert "Now" in top_of(moderator)
    decide(moderator, told, "write", "Somebody told us they worry about you. How are you?")
    assert "ben-moss" not in moderator.locator("main").inner_text()

    # Suspended, and in distress: heard, and looked at again by somebody else.
    author.goto(f"{server.url}/rooms/{room.pk}/")
    write(author, "You will all be sorry, Ben first.")
    peer.goto(f"{server.url}/rooms/{room.pk}/")
    wait_for_words(peer, "You will all be sorry, Ben first.")
    settled(author)
    tell(peer, reason="threat")
    lead = desk_of(hana)
    threat = Item.objects.filter(kind="report").latest("pk")
    decide(lead, threat, "suspend", "You threatened Ben.")
    author.goto(f"{server.url}/me/box/")
    author.locator("textarea[name=words]").fill("I want to end my life tonight.")
    go(author.get_by_role("button", name="Send"))
    author.get_by_text("The team has it").first.wait_for()
    wrong["what a suspended person reads"] = findings(author)
    moderator.goto(f"{server.url}/desk/")
    assert "Now" in top_of(moderator)
    author.goto(f"{server.url}/me/record/{Measure.objects.get(kind='suspension').pk}/appeal/")
    author.locator("textarea[name=words]").fill("I was ill that night.")
    go(author.get_by_role("button", name="Send"))
    reader = desk_of(lena)
    appeal = Item.objects.get(kind="appeal")
    read = decide(reader, appeal, "uphold", "We take it back.")
    assert [part for part in ("Ben first.", "I was ill that night.") if part not in read] == []
    author.goto(f"{server.url}/rooms/{room.pk}/")
    wait_for_words(author, "I said goodbye to the cat.")

    assert wrong == {name: [] for name in wrong}


def test_six_quieter_ones_are_walked(opened, desk_of, server, ana, ben, emil, hana, room):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    lena = person("lena-ford", Role.SAFEGUARDING_LEAD)
    author, peer, wrong = opened(ana, room), opened(ben, room), {}
    help, quiet = author.locator("#help-near"), author.locator("#help-quiet")

    # A turn of speech and a thing long past bring nothing but an answer from people.
    for words in (
        "This homework is killing me.",
        "Years ago I wanted to die. I am glad I am here.",
    ):
        write(author, words)
        wait_for_words(peer, words)
        settled(author)
    assert help.is_hidden()
    assert quiet.is_hidden()
    assert not Item.objects.exists()

    # A way to reach somebody is asked about, and nobody reads it before the answer.
    with author.expect_response("**/draft/"):  # kept before the page goes
        write(author, "Write to ana@example.org")
        author.get_by_role("button", name="Send it anyway").wait_for()
    assert "ana@example.org" not in peer.locator("#messages").inner_text()
    wrong["asked about"] = findings(author)
    author.reload()
    author.fill("#box", "")

    # Pain on the skin: one quiet line, and somebody today. A wish to die: help opens, and sooner.
    write(author, "I cut my arms last night.")
    wait_for_words(peer, "I cut my arms last night.")
    settled(author)
    quiet.wait_for(state="visible")
    assert help.is_hidden()
    write(author, "I want to die.")
    wait_for_words(peer, "I want to die.")
    help.wait_for(state="visible")
    assert author.evaluate("document.activeElement.id") == "box"
    assert "No professional has read these words" not in help.inner_text()
    moderator, episode = desk_of(emil), Item.objects.get(kind="signal")
    assert "Within 30 minutes · ana-lark" in top_of(moderator)
    read = write_to(moderator, episode, "I have read both, Ana. I am here.")
    assert [w for w in ("I cut my arms last night.", "I want to die.") if w not in read] == []
    author.goto(f"{server.url}/me/letters/")
    go(author.locator("main a[href^='/me/letters/']").first)
    author.get_by_text("I have read both, Ana. I am here.").wait_for()

    # Words of a moderator: told past them, decided by who leads, looked at again by another.
    harsh = opened(emil, room)
    settled(author)
    write(harsh, "Pull yourself together.")
    author.goto(f"{server.url}/rooms/{room.pk}/")
    wait_for_words(author, "Pull yourself together.")
    author.locator("#messages .message-menu summary").last.click()
    go(author.get_by_role("link", name="Tell the team").last)
    author.locator("input[name=reason][value=threat]").check()
    go(author.get_by_role("button", name="Continue"))
    go(author.get_by_role("button", name="Send to the team"))
    author.get_by_text("those who lead are called at once").wait_for()
    told = Item.objects.get(kind="report")
    assert moderator.goto(f"{server.url}/desk/items/{told.pk}/").status == 404
    lead = desk_of(hana)
    assert "Pull yourself together." in decide(lead, told, "warn", "Nobody here is told to.")
    moderator.goto(f"{server.url}/me/record/{Measure.objects.get().pk}/appeal/")
    moderator.locator("textarea[name=words]").fill("I meant it kindly.")
    go(moderator.get_by_role("button", name="Send"))
    appeal = Item.objects.get(kind="appeal", state="open")
    again = desk_of(lena)
    read = decide(again, appeal, "stand", "It stands, and we talk.")
    assert [w for w in ("Nobody here is told to.", "I meant it kindly.") if w not in read] == []
    moderator.goto(f"{server.url}/me/record/{Measure.objects.get().pk}/")
    moderator.get_by_text("It stands, and we talk.").wait_for()
    wrong["a moderator reads the answer"] = findings(moderator)

    assert wrong == {name: [] for name in wrong}
    assert Appeal.objects.get().decided_by == lena
