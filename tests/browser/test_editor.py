"""Fay writes in the real editor, Gil and Dora check, and a stranger finds it with a slip of the finger."""

import re

import pytest
from playwright.sync_api import expect

from cms.models import ArticlePage
from tests.browser.axe import findings
from tests.browser.conftest import launched
from tests.browser.pages import go
from tests.cms.library import draft, drawing, topic

pytestmark = pytest.mark.django_db(transaction=True)

DESK = {"viewport": {"width": 1280, "height": 900}}
PATIENT = 30_000  # the editor is a large program, and this machine may be busy


@pytest.fixture(scope="module")
def chromium(playwright):
    """A browser that makes each frame anew: the preview beside the editor is one that it exchanges."""
    browser = launched(playwright)
    yield browser
    browser.close()


@pytest.fixture
def shelf():
    return topic("Day by day")


def _write_text(page, words):
    """Writes into the place that stands open, as somebody does who sees the editor for the first
    time."""
    body = page.locator("#panel-child-content-body-section")
    area = body.locator("[contenteditable=true]").last
    area.click()
    expect(area).to_be_focused()
    page.keyboard.type(words, delay=30)  # the editor looks for changes as hands make them
    expect(area).to_have_text(words)


def _menu(page, name):
    """Presses one of the buttons at the foot of the editor, and waits for the page that comes."""
    button = page.get_by_role("button", name=name)
    if not button.first.is_visible():
        page.get_by_role("button", name="More actions", exact=True).click()
    go(button.first)


def test_an_article_goes_from_fay_past_two_people_to_a_stranger(
    signed_in, window, live_server, fay, gil, dora, shelf
):
    # Fay writes.
    page = signed_in(fay, **DESK).new_page()
    page.set_default_timeout(PATIENT)
    page.goto(f"{live_server.url}/cms/")
    expect(page.get_by_role("heading", name="What would you like to write?")).to_be_visible()
    expect(page.locator("#wagtail-sidebar .house-name")).to_have_text("Kindred")
    go(page.get_by_role("link", name="Article: Day by day", exact=True))
    page.locator("[name=title]").fill("A lantern for the evening")
    page.locator("[name=summary]").fill("Small lights when the day is over.")
    _write_text(page, "Light one lamp. Sit near it for a while.")

    # She sees it as a phone shows it, with the editor's checks beside it.
    page.get_by_role("button", name="Toggle preview").click()
    frame = page.frame_locator("#w-preview-iframe")
    expect(frame.get_by_role("heading", name="A lantern for the evening")).to_be_visible(
        timeout=PATIENT
    )
    expect(frame.get_by_text("Light one lamp.")).to_be_visible()
    expect(frame.get_by_text("Add where this comes from")).to_be_visible()
    expect(page.get_by_text("Saved").first).to_be_visible(timeout=PATIENT)
    expect(page.locator("input[type=radio][value=mobile]")).to_be_checked()

    # She hands it on: one thing is left, and nothing is lost.
    _menu(page, re.compile("^Submit"))
    told = page.locator(".messages")
    expect(told).to_contain_text("say below why there is no source")
    expect(told).not_to_contain_text("could not be saved")
    for link in told.locator("li li a").all():
        assert page.locator(link.get_attribute("href")).count() == 1
    expect(page.locator("[name=title]")).to_have_value("A lantern for the evening")
    why = page.locator("[name=why_no_sources]")
    if not why.is_visible():  # the folded part, where the editor has not opened it by itself
        folded = "[data-panel-toggle][aria-expanded=false]"
        page.evaluate("s => document.querySelectorAll(s).forEach((part) => part.click())", folded)
    if not why.is_visible():
        section = page.locator("#panel-child-content-before_it_is_checked-section")
        section.get_by_role("button", name="Toggle section").first.click()
    why.fill("It speaks of our own evenings.")
    _menu(page, re.compile("^Submit"))
    page.wait_for_url(f"{live_server.url}/cms/pages/{shelf.pk}/")
    article = ArticlePage.objects.get(title="A lantern for the evening")

    # She has no button to approve or to publish it with.
    page.goto(f"{live_server.url}/cms/pages/{article.pk}/edit/")
    expect(page.locator("[name=title]")).to_be_visible()
    assert page.get_by_role("button", name=re.compile("^(Approve|Publish)")).count() == 0
    assert not article.live

    # The checks beside another page say how it reads, and that its picture is mute.
    mute = draft(shelf, by=fay, title="A bench in the park")
    shown = {"image": drawing("bench"), "words": "", "caption": ""}
    mute.body = [("text", "<p>Sit there for a while.</p>"), ("picture", shown)]
    mute.save_revision(user=fay)
    page.goto(f"{live_server.url}/cms/pages/{mute.pk}/edit/")
    page.get_by_role("button", name="Toggle checks").click()
    rows = page.locator("[data-content-checker-name]")
    expect(rows.filter(has_text=re.compile(r"^Reads like age \d+"))).to_be_visible(timeout=PATIENT)
    expect(rows.filter(has_text="A picture does not say what it shows")).to_be_visible()

    # Gil gives the clinical check, and it is not enough.
    page = signed_in(gil, **DESK).new_page()
    page.set_default_timeout(PATIENT)
    page.goto(f"{live_server.url}/cms/pages/{article.pk}/edit/")
    _menu(page, re.compile("^Approve"))
    page.wait_for_url(re.compile(r"/cms/(pages/\d+/)?$"))
    article.refresh_from_db()
    assert not article.live

    # Dora, who has lived with it, is told and gives the other.
    page = signed_in(dora, **DESK).new_page()
    page.goto(f"{live_server.url}/me/notices/")
    go(page.get_by_role("button", name="A page of the library waits for your check."))
    expect(page.get_by_text("Clinical check: given by gil-stone.")).to_be_visible()
    assert findings(page) == []
    go(page.get_by_role("button", name="I stand behind this page"))
    expect(page.get_by_text("Your check is written down.")).to_be_visible()
    article.refresh_from_db()
    assert article.live

    # A stranger finds it with one misspelt word.
    reader = window().new_page()
    reader.goto(f"{live_server.url}/learn/find/?words=lanturn")
    expect(reader.get_by_text("This is for “lantern”")).to_be_visible()
    go(reader.get_by_role("link", name="A lantern for the evening"))
    expect(reader).to_have_url(f"{live_server.url}/learn/day-by-day/a-lantern-for-the-evening/")
    expect(reader.get_by_text("Sit near it for a while.")).to_be_visible()
    assert findings(reader) == []


def test_words_written_before_the_editor_looks_and_while_it_saves_are_saved_without_another_key(
    signed_in, live_server, fay, shelf
):
    page = signed_in(fay, **DESK).new_page()
    page.set_default_timeout(PATIENT)
    saved = []

    def write_on(saving):
        saved.append(saving.request.post_data)
        if len(saved) == 1:
            page.locator("[name=summary]").fill("Small lights.")
        saving.continue_()

    page.goto(f"{live_server.url}/cms/pages/add/cms/articlepage/{shelf.pk}/")
    page.route(re.compile(r"/(articlepage/\d+|edit)/$"), write_on)
    with page.expect_response(lambda answer: "Small lights." in (answer.request.post_data or "")):
        page.locator("[name=title]").fill("A lantern for the evening")

    assert "Small lights." not in saved[0]
    article = ArticlePage.objects.get().get_latest_revision_as_object()
    assert (article.title, article.summary) == ("A lantern for the evening", "Small lights.")
