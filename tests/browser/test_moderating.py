"""What those who look after a room do, on everybody's screen: without a reload, by keyboard, and on
pages that work without a script."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from community.safety.enums import Why
from groups.actions.back_room import open_back_room
from groups.actions.covering import cover_words, name_of
from groups.actions.resting import let_rest, wake
from groups.models import Message
from tests.browser.axe import findings
from tests.browser.pages import go
from tests.browser.rooms import (
    CALM,
    opened,
    settled,
    signed_in_at,
    wait_for_own,
    wait_for_words,
    words,
    write,
)
from tests.people import on_duty
from tests.words import say

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

WIDE = {"viewport": {"width": 1280, "height": 900}}  # nothing that the checker cannot see
OLD = "I took forty blue ones and then I rang Ben."
SHOWN = "I took covered by the team and then I rang Ben."


@pytest.fixture
def staffed(emil, room):

    on_duty(emil, room, until=timezone.now() + timedelta(minutes=30))
    return room


def menu_of(page, text):
    """Opens what can be done with the message of these words."""
    message = page.locator("#messages .message", has_text=text)
    message.locator(".message-menu summary").click()
    return message


def test_marked_words_are_covered_on_every_screen(opened, ana, ben, emil, staffed):
    say(ana, staffed, OLD)
    theirs, mine, team = (opened(who, staffed) for who in (ben, ana, emil))
    wait_for_words(theirs, OLD)

    go(menu_of(team, OLD).get_by_role("link", name="Cover a part of it"))
    box = team.locator("#cover-words")
    box.focus()
    box.evaluate("b => b.setSelectionRange(7, 7)")
    for _ in "forty blue ones":
        team.keyboard.press("Shift+ArrowRight")
    marked = "document.querySelector('[name=part]').value === 'forty blue ones'"
    team.wait_for_function(f"() => {marked}")
    wrong = findings(team)
    team.get_by_label("it names a way to be harmed").check()
    go(team.get_by_role("button", name="Cover it"))

    for page in (theirs, mine):
        page.locator("#messages .message-words .covered").wait_for()
        assert words(page) == [SHOWN]
    why = mine.locator('#messages [data-if="covered"] a')
    why.wait_for()
    assert not theirs.locator('#messages [data-if="covered"]').count()
    assert "forty" not in theirs.content()
    go(why)
    mine.locator("mark", has_text="forty blue ones").wait_for()
    assert wrong == []
    assert findings(mine) == []


def test_words_that_come_later_are_drawn_covered(opened, ana, ben, emil, staffed):
    page = opened(ben, staffed)
    say(ana, staffed, OLD)
    wait_for_words(page, OLD)
    message = Message.objects.select_related("room").get(body=OLD)

    cover_words(
        room=staffed.pk, seq=1, parts=[(7, 22)], read=name_of(message), reason=Why.METHOD, by=emil
    )

    page.locator("#messages .covered").wait_for()
    assert words(page) == [SHOWN]


def test_a_room_that_rests_keeps_every_word(opened, ana, emil, staffed):
    page = opened(ana, staffed)
    page.locator("#box").fill("I was about to say")

    let_rest(room=staffed.pk, by=emil)
    page.locator("#strip", has_text="The room rests for a while.").wait_for(timeout=CALM)
    before = page.locator("#box").input_value()
    page.locator("#send").click()
    page.locator("#held .message-words", has_text="I was about to say").wait_for(timeout=CALM)
    wake(room=staffed.pk, by=emil)
    page.locator("#strip", has_text="emil-ash from the team is here.").wait_for(timeout=CALM)
    write(page, "Here again.")

    wait_for_own(page, "Here again.")
    assert before == "I was about to say"
    assert words(page) == ["Here again."]


def test_a_breather_comes_and_goes_without_a_reload(opened, ana, ben, emil, staffed):
    said = say(ana, staffed, "It is a lot.")
    page, other = opened(ana, staffed, **WIDE), opened(ben, staffed)
    team = opened(emil, staffed, f"m/{said.seq}/breather/")
    page.locator("#box").fill("I cannot")

    team.locator("[name=words]").fill("Look out of the window with me.")
    go(team.get_by_role("button", name="Give them ten minutes"))
    page.locator("#instead", has_text="Look out of the window with me.").wait_for(timeout=CALM)
    page.locator("#composer").wait_for(state="hidden")
    page.wait_for_function("() => document.activeElement.id === 'instead'")
    wrong = findings(page)
    team.goto(f"{team.url.partition('#')[0]}m/{said.seq}/breather/")
    go(team.get_by_role("button", name="Let them write again"))
    page.locator("#composer").wait_for(state="visible", timeout=CALM)

    assert page.locator("#box").input_value() == "I cannot"
    assert "quiet minutes" not in page.locator("#instead").inner_text()
    assert other.locator("#composer").is_visible()
    assert wrong == []


def test_one_press_opens_a_talk_for_two(opened, ana, emil, staffed):
    member, team = opened(ana, staffed, **WIDE), opened(emil, staffed)
    write(member, "I do not know where to begin.")
    wait_for_words(team, "I do not know where to begin.")

    menu = menu_of(team, "I do not know where to begin.")
    wrong = {}
    go(menu.get_by_role("button", name="Step aside with them"))
    team.wait_for_url(re.compile(rf"/rooms/(?!{staffed.pk})"))
    write(team, "We have all the time.")
    settled(team)
    link = member.locator("#beside a", has_text="Your side room: With emil-ash")
    link.wait_for(timeout=CALM)
    wrong["link"] = findings(member)
    settled(member)
    go(link)
    wait_for_words(member, "We have all the time.")
    wrong["side"] = findings(member)
    go(team.get_by_role("button", name="End this talk"))
    team.wait_for_url(f"**/rooms/{staffed.pk}/*")

    member.locator("#strip", has_text="This talk is over.").wait_for(timeout=CALM)
    member.locator("#composer").wait_for(state="hidden")
    assert words(member) == ["We have all the time."]
    assert wrong == {"link": [], "side": []}


def test_a_note_is_taken_on_both_screens(opened, emil, noor, evenings):
    back = open_back_room(group=evenings, by=emil)
    open_back_room(group=evenings, by=noor)
    say(emil, back, "Somebody should write to the new one.")
    first, second = opened(emil, back, **WIDE), opened(noor, back)

    go(second.get_by_role("button", name="I take this"))
    second.locator("#messages .tag", has_text="noor-vale takes this").wait_for()

    first.locator("#messages .message-taken .tag", has_text="noor-vale takes this").wait_for()
    assert not first.get_by_role("button", name="I take this").is_visible()
    assert findings(first) == []


def test_the_pages_work_without_a_script(window, server, ana, ben, emil, evenings, staffed):
    said = say(ana, staffed, OLD)
    team = signed_in_at(server, window(java_script_enabled=False), emil).new_page()
    place = f"{server.url}/rooms/{staffed.pk}/m/{said.seq}"

    team.goto(f"{place}/cover/")
    team.locator("[name=part]").fill("forty  blue ones")
    team.get_by_label("it names a way to be harmed").check()
    go(team.get_by_role("button", name="Cover it"))
    covered = words(team)
    team.goto(f"{place}/breather/")
    go(team.get_by_role("button", name="Give them ten minutes"))
    author = signed_in_at(server, window(java_script_enabled=False), ana).new_page()
    author.goto(f"{server.url}{staffed.get_absolute_url()}")
    go(author.get_by_role("button", name="Talk with emil-ash alone").first)

    assert covered == [SHOWN]
    assert author.locator("h1").inner_text() == "With emil-ash"


@pytest.mark.parametrize("width", [320, 1280])
def test_every_new_page_fits_and_can_be_read_by_all(
    width, window, server, ana, ben, emil, hana, evenings, staffed
):
    said = say(ana, staffed, OLD)
    message = Message.objects.select_related("room").get(seq=said.seq)
    cover_words(
        room=staffed.pk, seq=1, parts=[(7, 22)], read=name_of(message), reason=Why.METHOD, by=emil
    )
    on = f"/rooms/{staffed.pk}/m/{said.seq}"
    told = reverse("safety:worried-about")
    pages = {
        emil: [
            f"{on}/cover/",
            f"{on}/uncover/",
            f"{on}/breather/",
            f"/rooms/{staffed.pk}/",
            f"/groups/{evenings.slug}/back/",
        ],
        ana: [f"{on}/anew/", f"/rooms/{staffed.pk}/mine/"],
        ben: [f"{told}?kind=message&id={message.pk}"],
        hana: [f"/groups/run/{evenings.slug}/"],
    }
    wrong = {}

    for who, paths in pages.items():
        context = signed_in_at(server, window(viewport={"width": width, "height": 800}), who)
        page = context.new_page()
        for path in paths:
            page.goto(server.url + path)
            wide = page.evaluate("document.documentElement.scrollWidth")
            wrong[path] = (wide > width, findings(page))
        context.close()

    assert wrong == {path: (False, []) for paths in pages.values() for path in paths}
