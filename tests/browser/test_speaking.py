"""Speaking in a room: notes, wishes, answers, three things without words; on the screen and off."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cms.models import LibraryHome
from community.safety.enums import Why
from groups.actions.comfort import choose_folds, mute_words, show_typing
from groups.actions.messages import delete_message, hide_message
from groups.actions.speaking import add_note, react
from groups.enums import Fold, NoteKind, ReactionKind
from groups.models import Message, Reaction
from groups.own_data import erase
from tests.browser.axe import findings, findings_in_every_light
from tests.browser.pages import go
from tests.browser.rooms import CALM, opened, wait_for_words, wait_until_gone
from tests.cms.library import public, topic
from tests.groups.fold_cases import FAMILIES, FOLDS, STRANGERS
from tests.people import on_duty
from tests.words import say

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]


@pytest.fixture
def evening(emil, room):
    """Emil is there for an hour."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


def live(page):
    page.wait_for_function("() => document.documentElement.classList.contains('scripted')")
    return page


def mute(somebody, words):
    now = timezone.now()
    mute_words(words=words, until=now + timedelta(days=7), now=now, by=somebody)


def words_of(page, seq):
    return page.locator(f"#m-{seq} .message-words")


def quote_of(page, seq):
    return page.locator(f"#m-{seq} .message-to")


def test_page_and_script_fold_the_same(opened, ana, evening):
    page = live(opened(ana, evening))

    folded = page.evaluate(
        """(cases) => cases.map(([words, choices, muted]) =>
             window.kindred.fold.howFolded(words, { choices, muted }))""",
        [list(case[:3]) for case in FOLDS],
    )
    stems = page.evaluate(
        "(pairs) => pairs.map((pair) => pair.map(window.kindred.fold.stems))",
        [list(pair) for pair in FAMILIES + STRANGERS],
    )

    assert folded == [how for *_, how in FOLDS]
    assert [set(word) == set(family) for word, family in stems] == [
        *[True] * len(FAMILIES),
        *[False] * len(STRANGERS),
    ]


def test_words_that_come_later_are_folded_as_their_reader_chose(opened, ana, ben, evening):
    choose_folds(choices={NoteKind.LOSS: Fold.NEVER, NoteKind.BODY: Fold.SHOW}, by=ana)
    mute(ana, "rain")
    page = live(opened(ana, evening))

    say(ben, evening, "He fell.", note="my brother", note_kind=NoteKind.LOSS)
    say(ben, evening, "It rained all day.")
    say(ben, evening, "I ate.", note_kind=NoteKind.BODY)
    words_of(page, 3).wait_for(timeout=CALM)

    assert page.locator("#messages .message-note summary:visible").all_inner_texts() == [
        "Folded, as you chose: Loss and grief",
        "1 message folded",
        "Food and the body",
    ]
    assert [words_of(page, seq).is_visible() for seq in (1, 2, 3)] == [False, False, True]
    page.locator("#m-2 .message-note summary").click()
    assert words_of(page, 2).is_visible()


def test_nobody_hears_folded_words_read_aloud(opened, ana, ben, evening):
    mute(ana, "rain")
    page = live(opened(ana, evening))

    say(ben, evening, "It rained all day.")
    told = page.locator("#announcer", has_text="ben-moss")
    told.wait_for(timeout=CALM)

    assert told.inner_text() == "ben-moss: 1 message folded"


def test_a_note_of_the_team_folds_words_on_open_screens(opened, ana, ben, emil, evening):
    say(ben, evening, "He fell.")
    anas, bens = live(opened(ana, evening)), live(opened(ben, evening))

    add_note(room=evening.pk, seq=1, note_kind=NoteKind.LOSS, by=emil)

    words_of(anas, 1).wait_for(state="hidden", timeout=CALM)
    bens.locator("#m-1 summary", has_text="Loss and grief").wait_for(timeout=CALM)
    assert words_of(bens, 1).is_visible()


def test_one_answers_by_keyboard_and_the_other_sees_to_whom(opened, ana, ben, evening):
    say(ben, evening, "It was on the stairs.", intent="listen")
    anas, bens = live(opened(ana, evening)), live(opened(ben, evening))

    anas.locator("#m-1 .message-menu summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        anas.keyboard.press(key)
    assert anas.locator("#answering").inner_text().split("\n")[:2] == [
        "Your answer to ben-moss “It was on the stairs.”",
        "Please just listen",
    ]
    anas.keyboard.type("I hear you.")
    anas.locator("#send").press("Enter")
    wait_for_words(bens, "I hear you.")

    assert quote_of(bens, 2).inner_text() == "to you “It was on the stairs.”"
    assert Message.objects.get(seq=2).reply_to == 1
    assert anas.locator("#answering").is_hidden()


def test_what_leaves_the_screen_leaves_every_quote_of_it(opened, ana, ben, emil, evening):
    for text in ("Here is the dose.", "A name.", "A place."):
        say(ben, evening, text)
    for seq in (1, 2, 3):
        say(ana, evening, f"Answer {seq}", reply_to=seq)
    page = live(opened(emil, evening))
    page.locator("#m-1 .message-menu summary").click()
    page.locator("#m-1 [data-answer]").click()
    page.locator("#answering", has_text="dose").wait_for()

    hide_message(room=evening.pk, seq=1, reason=Why.METHOD, by=emil)
    delete_message(room=evening.pk, seq=2, by=ben)
    wait_until_gone(page, "Here is the dose.")
    quote_of(page, 5).get_by_text("A name.").wait_for(state="detached")

    assert page.get_by_text("dose").count() == 0
    assert quote_of(page, 6).inner_text() == "to ben-moss “A place.”"
    erase(ben, False)
    quote_of(page, 6).get_by_text("to an earlier message").wait_for(timeout=CALM)
    assert "ben-moss" not in page.locator("#messages").inner_text()


def test_a_wish_and_a_note_go_along_and_stay_in_sight(opened, ana, ben, evening):
    anas, bens = live(opened(ana, evening)), live(opened(ben, evening))

    anas.locator(".composer-more > summary").click()
    anas.get_by_label("What would help you?").select_option("practical")
    anas.get_by_label("What the note is about").select_option("hospital")
    anas.get_by_label("In your own words").fill("a ward")
    anas.locator(".composer-more > summary").click()
    assert anas.locator("#along").inner_text() == (
        "Looking for something practical · Hospital and treatment"
    )
    anas.locator("#box").fill("How do I ask for a window?")
    anas.locator("#send").click()
    bens.locator("#m-1").wait_for(timeout=CALM)

    assert bens.locator("#m-1 .message-intent").inner_text() == "Looking for something practical"
    assert bens.locator("#m-1 summary").first.inner_text() == "Hospital and treatment: a ward"
    expect(words_of(anas, 1)).to_be_visible()
    assert anas.locator("#along").inner_text() == ""


def test_words_that_come_back_bring_everything_along(opened, ana, ben, evening):
    say(ben, evening, "Where?")
    page = live(opened(ana, evening))
    page.locator("#m-1 .message-menu summary").click()
    page.locator("#m-1 [data-answer]").click()
    page.locator(".composer-more > summary").click()
    page.get_by_label("What would help you?").select_option("share")
    page.locator("#box").fill("Write to ana@example.org")
    page.locator("#send").click()

    page.locator("#sure").click()
    page.locator("#m-2").wait_for()

    kept = Message.objects.get(seq=2)
    assert (kept.reply_to, kept.intent) == (1, "share")


def test_an_answer_that_is_dropped_is_for_everybody(opened, ana, ben, evening):
    say(ben, evening, "It was on the stairs.")
    page = live(opened(ana, evening, path="?answer=1"))

    page.locator("#answering-drop").click()
    page.keyboard.type("To everybody.")
    page.locator("#send").press("Enter")
    page.locator("#m-2").wait_for()

    assert Message.objects.get(seq=2).reply_to is None


def test_the_author_alone_learns_that_somebody_heard(opened, ana, ben, evening):
    anas, bens = live(opened(ana, evening)), live(opened(ben, evening))
    say(ana, evening, "The tea was cold.")

    bens.locator("#announcer", has_text="The tea was cold.").wait_for(timeout=CALM)
    bens.locator("#m-1 .message-menu summary").focus()
    bens.keyboard.press("Enter")
    button = bens.locator("#m-1").get_by_role("button", name="I hear you")
    button.focus()
    bens.keyboard.press("Enter")
    anas.locator("#m-1 .message-heard", has_text="1 person heard you.").wait_for(timeout=CALM)
    pressed = bens.locator("#m-1 button[aria-pressed=true]", has_text="I hear you")
    pressed.wait_for(timeout=CALM)
    assert bens.get_by_text("heard you").count() == 0

    bens.keyboard.press("Enter")
    anas.locator("#m-1 .message-heard", has_text="heard").wait_for(state="detached", timeout=CALM)
    assert not Reaction.objects.exists()


def test_who_shows_it_sees_that_somebody_writes_and_no_reader_hears_it(opened, ana, ben, evening):
    for somebody in (ana, ben):
        show_typing(by=somebody)
    anas, bens = live(opened(ana, evening)), live(opened(ben, evening))
    say(ben, evening, "Good evening.")
    for page in (anas, bens):  # what comes by the line says that the line is there
        wait_for_words(page, "Good evening.")
    anas.locator("#announcer", has_text="Good evening.").wait_for(timeout=CALM)

    bens.locator("#box").press_sequentially("And n")
    anas.locator("#typing", has_text="ben-moss is writing").wait_for(timeout=CALM)
    assert anas.locator("#typing").get_attribute("aria-hidden") == "true"
    assert "writing" not in anas.locator("#announcer").inner_text()

    bens.locator("#send").click()
    wait_for_words(anas, "And n")
    assert anas.locator("#typing").inner_text() == ""


def test_a_link_that_comes_later_shows_the_title_of_its_page(
    opened, server, ana, ben, fay, gil, evening
):
    assert LibraryHome.objects.exists() or topic()
    page_of_library = public(topic("Nights"), by=fay, approved_by=gil)
    page = live(opened(ana, evening))
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    address = f"{server.url}{page_of_library.url}"
    say(ben, evening, f"For later:\n{address}\nand {address} or https://example.org/learn/")
    page.locator("#m-1 .learn-card").wait_for(timeout=CALM)

    assert page.locator("#m-1 .learn-card").all_inner_texts() == [
        "When sleep will not come\n1 minute to read"
    ]
    links = page.locator("#m-1 .message-words > a[rel]").all()
    assert [link.is_visible() for link in links] == [False, True, True]
    assert [url for url in asked if not url.startswith(server.url)] == []


def test_without_scripts_one_answers_and_says_that_one_heard(opened, ana, ben, evening):
    say(ben, evening, "It was on the stairs.")
    page = opened(ana, evening, java_script_enabled=False)

    go(page.locator("#m-1").get_by_role("link", name="What you can do with words of"))
    go(page.get_by_role("link", name="Say it without words"))
    go(page.get_by_role("button", name="I hear you"))
    page.get_by_text("Told, to the person who wrote it alone.").wait_for()
    go(page.locator("#m-1").get_by_role("link", name="What you can do with words of"))
    go(page.get_by_role("link", name="Answer"))
    page.get_by_text("Your answer").wait_for()
    page.locator("#box").fill("I am here.")
    go(page.locator("#send"))
    page.get_by_text("I am here.").wait_for()

    assert quote_of(page, 2).inner_text() == "to ben-moss “It was on the stairs.”"
    assert Reaction.objects.count() == 1


def filled(ana, ben, emil, room):
    """Everything that can stand around words."""
    say(ben, room, "On the stairs.", intent="listen")
    say(ana, room, "I hear you.", reply_to=1, note="stairs", note_kind=NoteKind.LOSS)
    say(ben, room, "Thank you.", reply_to=2, note_kind=NoteKind.HARM)
    say(ben, room, "It rained.")
    react(room=room.pk, seq=2, kind=ReactionKind.HEARD, by=ben)
    choose_folds(choices={NoteKind.HARM: Fold.NEVER}, by=ana)
    mute(ana, "rain")


def test_the_checker_finds_nothing(opened, ana, ben, emil, evening):
    filled(ana, ben, emil, evening)
    page = live(opened(ana, evening, viewport={"width": 360, "height": 2400}))
    page.locator("#m-1 .message-menu summary").click()
    page.locator("#m-1 [data-answer]").click()
    page.locator(".composer-more > summary").click()
    page.locator(".composer-room > summary").click()
    page.evaluate("window.scrollTo(0, 0)")

    assert findings_in_every_light(page) == []


def test_what_stands_around_words_stands_in_its_order(opened, ana, ben, evening):
    for along in ({}, {"intent": "listen"}, {"note": "rain"}, {"intent": "listen", "note": "rain"}):
        say(ana, evening, "It rained.", **along)
    for seq in range(1, 5):
        react(room=evening.pk, seq=seq, kind=ReactionKind.HEARD, by=ben)
    page = opened(ana, evening)

    for seq in range(1, 5):
        parts = page.locator(f"#m-{seq} > *:visible:not(.message-menu, .message-who)")
        places = parts.evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(({top, bottom}) => [top, bottom])"
        )
        assert len(places) == [2, 3, 3, 4][seq - 1]
        assert all(above[1] <= below[0] for above, below in pairwise(places)), (seq, places)


@pytest.mark.parametrize(
    ("who", "path"),
    [("ana", "../choices/"), ("ana", "m/1/"), ("ana", "m/1/react/"), ("emil", "m/4/note/")],
)
def test_the_checker_finds_nothing_on_the_pages_around(
    opened, ana, ben, emil, evening, who, path, request
):
    filled(ana, ben, emil, evening)

    page = opened(
        request.getfixturevalue(who), evening, path, viewport={"width": 320, "height": 640}
    )

    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
