"""Two of the twelve written cases in real browsers, on phones: their author, a peer, a moderator and
whoever looks again, who is somebody else."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.models import Appeal, Item
from tests.browser.axe import findings
from tests.browser.rooms import CALM, opened, signed_in_at, wait_for_words, write
from tests.people import on_duty

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


def tell(page):
    """The peer tells the team, from the message on."""
    page.locator("#messages .message-menu summary").last.click()
    page.get_by_role("link", name="Tell the team").last.click()
    page.locator("input[name=reason][value=hurts]").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Send to the team").click()
    page.get_by_text("Somebody from the team is here").wait_for()


def decide(page, item, choice, words):
    """Takes it from the desk, reads the words, decides. Answers what was read."""
    page.locator(f".desk-list a[href='/desk/items/{item.pk}/']").first.click()
    page.get_by_role("button", name="I take this").click()
    page.get_by_text("You have this since").wait_for()
    covered = page.get_by_role("button", name="Show the words")
    if covered.is_visible():
        covered.click()
    read = page.locator("#words").inner_text()
    page.locator(f"input[name=choice][value={choice}]").check()
    if page.locator("select[name=why]").is_visible():
        page.select_option("select[name=why]", "unkind")
    if page.locator("select[name=rule]").is_visible():
        page.select_option("select[name=rule]", index=1)
    page.locator("textarea[name=words]").first.fill(words)
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url(lambda url: "/decide/" not in url)
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
        if case.is_told:
            tell(peer)
        kind = "report" if case.is_told else "signal"
        item = Item.objects.get(kind=kind, state="open")

        moderator = desk_of(emil)
        assert case.words in decide(moderator, item, case.decides, case.says)
        if case.decides == "hide":
            peer.get_by_text(case.words, exact=True).wait_for(state="detached", timeout=CALM)
        author.goto(f"{server.url}/me/record/")
        author.locator("main a[href^='/me/record/']").first.click()
        author.get_by_text(case.says).wait_for()
        wrong[f"{case.decides}, told"] = findings(author)
        author.get_by_role("link", name="Please look again").click()
        author.locator("textarea[name=words]").fill(case.asks)
        author.get_by_role("button", name="Send").click()
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
