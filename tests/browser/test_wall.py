"""A wall in real browsers: posts and answers arrive where they belong, and what is read or forgotten
leaves every screen."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from groups.actions import memory
from groups.actions import wall as acts
from groups.models import Draft, Message
from tests import people
from tests.browser import axe
from tests.browser.keys import Keys
from tests.browser.pages import go
from tests.browser.rooms import (
    CALM,
    expect_words,
    opened,
    settled,
    wait_for_words,
    wait_until,
    wait_until_gone,
    words,
    write,
)
from tests.words import drafts_of, say

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]


def thread(page, post):
    """The words of one post and its answers as they stand on this screen."""
    return page.locator(f"#t-{post} .message-words").all_inner_texts()


def answer(page, post, body):
    """Opens the answer box below a post with the keyboard and sends from it."""
    keys = Keys(page)
    keys.enter(f"#t-{post} .thread-answer summary")
    keys.press("Tab")
    keys.type(body)
    keys.press("Tab", "Enter")


def test_posts_and_answers_arrive_where_they_belong(opened, ana, ben, wall):
    first = say(ana, wall, "An older post.").seq
    mine, theirs = opened(ana, wall), opened(ben, wall)

    keys = Keys(mine)
    keys.to("#box")
    keys.type("A newer post.")
    keys.enter("#send")
    wait_for_words(theirs, "A newer post.")
    theirs.locator("#announcer", has_text="1 new message").wait_for(timeout=CALM)
    answer(theirs, first, "An answer by keyboard.")
    wait_for_words(mine, "An answer by keyboard.")
    answer(mine, 2, "To my own post.")
    wait_for_words(theirs, "To my own post.")

    for page in (mine, theirs):
        assert words(page) == [
            "A newer post.",
            "To my own post.",
            "An older post.",
            "An answer by keyboard.",
        ]
    settled(mine)
    mine.reload()
    assert thread(mine, first) == ["An older post.", "An answer by keyboard."]


def test_read_by_the_team_reaches_the_author_while_they_look(opened, ana, emil, wall):
    page = opened(ana, wall)
    write(page, "A long day.")
    promised = page.locator("#messages", has_text="Somebody from the team reads this by")
    promised.wait_for(timeout=CALM)

    team = opened(emil, wall)
    go(team.get_by_role("button", name="I have read this"))

    page.locator("#messages", has_text="Read by emil-ash").wait_for(timeout=CALM)
    assert page.locator("#messages", has_text="Somebody from the team reads this by").count() == 0


def test_words_that_wait_on_a_wall_say_by_when(opened, ana, wall):
    now = timezone.localtime()
    people.staffed((now + timedelta(hours=2)).time(), (now + timedelta(hours=3)).time())
    page = opened(ana, wall)
    page.wait_for_function(  # the server may show the hours of before for five seconds
        """() => document.querySelector("#composer").classList.contains("composer-waits")
             || void window.kindred.refresh()""",
        polling=2000,
    )

    write(page, "Still awake.")

    waits = page.locator("#held", has_text="somebody from the team reads it by")
    waits.wait_for(timeout=CALM)
    assert page.locator("#messages .thread").count() == 0
    people.staffed(time(0), time(0))


def test_forgotten_words_leave_open_screens_and_return_on_none(opened, ana, ben, emil, room, wall):
    people.on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    pages = []
    for place in (room, wall):
        say(ben, place, "An old word.")
        pages.append(opened(ana, place))
        wait_for_words(pages[-1], "An old word.")
    older = opened(ana, wall, "?around=1")
    wait_for_words(older, "An old word.")

    for place in (room, wall):
        memory.expire_room(room=place.pk, until=timezone.now())
        say(ben, place, "A new word.")

    for page in pages:
        expect_words(page, ["A new word."])
    wait_until_gone(older, "An old word.", timeout=CALM)
    assert [page.content().count("An old word.") for page in pages] == [0, 0]


def test_what_is_read_on_one_screen_is_not_new_on_another(opened, ana, ben, emil, room, wall):
    people.on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    say(ben, room, "In the room.")
    say(ben, wall, "On the wall.")
    phone = opened(ana, room)
    badge = phone.locator(f'.room-nav a[data-room="{wall.pk}"] .badge')
    badge.wait_for(timeout=CALM)

    laptop = opened(ana, wall)
    wait_for_words(laptop, "On the wall.")
    laptop.locator("#messages .message").scroll_into_view_if_needed()

    badge.wait_for(state="detached", timeout=CALM * 2)
    laptop.reload()
    assert laptop.locator(".message-fresh").count() == 0


def test_a_wall_is_for_everyone(opened, server, ana, ben, emil, wall):
    post = say(ana, wall, "An older post.").seq
    say(ben, wall, "An answer with-a-very-long-word-" + "o" * 60, reply_to=post)
    acts.read_post(room=wall.pk, seq=post, by=emil)
    narrow = {"viewport": {"width": 320, "height": 640}}
    page = opened(emil, wall, **narrow)
    page.locator(f"#t-{post} .thread-answer summary").click()
    page.locator(".room-find summary").click()

    assert axe.findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.goto(f"{server.url}/rooms/search/?q=post")
    page.locator("mark", has_text="post").wait_for(timeout=CALM)
    assert axe.findings(page) == []
    assert Message.objects.count() == 2


def test_an_answer_begun_is_there_on_the_next_visit_until_it_is_sent(opened, ana, ben, wall):
    post = say(ben, wall, "A long day.").seq
    box = f"#t-{post} textarea"
    page = opened(ana, wall)
    page.locator("#box").fill("A post of my own")
    page.locator(f"#t-{post} .thread-answer summary").click()
    page.locator(box).fill("I know that")
    wait_until(page, lambda: drafts_of(ana) == {"A post of my own", "I know that"})

    again = opened(ana, wall)
    assert (again.locator("#box").input_value(), again.locator(box).input_value()) == (
        "A post of my own",
        "I know that",
    )
    again.locator(f"#t-{post} form button").click()
    wait_for_words(again, "I know that")
    wait_until(page, lambda: drafts_of(ana) == {"A post of my own"})

    page.reload()
    assert (page.locator("#box").input_value(), page.locator(box).input_value()) == (
        "A post of my own",
        "",
    )


def test_an_answer_is_kept_on_a_page_of_older_posts_too(opened, ana, ben, wall):
    post = say(ben, wall, "A long day.").seq
    page = opened(ana, wall, f"?around={post}")
    page.locator(f"#t-{post} .thread-answer summary").click()

    page.locator(f"#t-{post} textarea").fill("I know that")
    page.reload()
    page.wait_for_function(
        "place => document.querySelector(place).value === 'I know that'",
        arg=f"#t-{post} textarea",
        timeout=CALM,
    )
    go(page.locator(f"#t-{post} form button"))
    wait_for_words(page, "I know that")

    expect(page.locator(f"#t-{post} textarea")).to_have_value("")
    wait_until(page, lambda: not Draft.objects.exists())


def test_a_reload_right_after_the_last_key_loses_no_box(opened, ana, ben, wall):
    post = say(ben, wall, "A long day.").seq
    page = opened(ana, wall)
    page.locator(f"#t-{post} .thread-answer summary").click()

    page.locator("#box").fill("A post of my own")
    page.locator("#note").evaluate("(field) => { field.value = 'work' }")
    page.locator(f"#t-{post} textarea").fill("I know that")
    page.reload()

    for selector, begun in (
        ("#box", "A post of my own"),
        ("#note", "work"),
        (f"#t-{post} textarea", "I know that"),
    ):
        page.wait_for_function(
            "([place, words]) => document.querySelector(place).value === words",
            arg=[selector, begun],
            timeout=CALM,
        )
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "begun" not in page.evaluate("document.cookie")


def test_leaving_quickly_keeps_every_box_and_leaves_no_trace_of_them(opened, ana, ben, wall):
    post = say(ben, wall, "A long day.").seq
    page = opened(ana, wall)
    page.locator(f"#t-{post} .thread-answer summary").click()
    page.locator("#box").fill("A post of my own")
    page.locator(f"#t-{post} textarea").fill("I know that")

    page.get_by_role("button", name="Leave quickly").click()
    page.wait_for_url("**/leave/")
    wait_until(page, lambda: Draft.objects.filter(person=ana).count() == 2)

    kept = {(draft.below, draft.body) for draft in Draft.objects.filter(person=ana)}
    assert kept == {(0, "A post of my own"), (post, "I know that")}
    assert "begun" not in [cookie["name"] for cookie in page.context.cookies()]


def test_what_one_chooses_elsewhere_folds_an_open_page(opened, server, ana, ben, emil, room, wall):
    people.on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    pages = []
    for place in (room, wall):
        say(ben, place, "It rained all day.")
        say(ben, place, "He fell.", note="my brother", note_kind="loss")
        pages.append(opened(ana, place))
        wait_for_words(pages[-1], "It rained all day.")

    other = opened(ana, wall)
    other.goto(f"{server.url}/rooms/choices/")
    other.get_by_label("Loss and grief").select_option("never")
    go(other.get_by_role("button", name="Save"))
    other.get_by_label("A word or a few in a row").fill("rain")
    go(other.get_by_role("button", name="Fold messages with it"))

    for page in pages:
        page.locator("#messages summary", has_text="1 message folded").wait_for(timeout=CALM)
        page.locator("#messages summary", has_text="Folded, as you chose").wait_for(timeout=CALM)
        page.get_by_text("It rained all day.").wait_for(state="hidden")

    shown = [page.locator("#messages .message-words:visible").all_inner_texts() for page in pages]
    assert shown == [[], []]
