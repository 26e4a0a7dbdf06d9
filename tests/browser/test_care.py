"""Ana and Ines, in two browsers, from the first letters of a code to what came of talking; and the
end, under Ines's open page."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from community.care.actions import back, checking, door, sheets
from community.care.enums import Came
from community.care.queries import choosing
from community.wellbeing.actions import days, plan
from community.wellbeing.enums import Section
from tests.browser.axe import findings
from tests.browser.pages import go
from tests.care.conftest import found

pytestmark = pytest.mark.django_db(transaction=True)
NIGHTS = "I wake at four, it is grey outside, and I do not know what to do with the hours."


def sideways(page):
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def calm(page):
    """Nothing to mend for who does not see it, and nothing beside the page."""
    return findings(page), sideways(page)


def pages_of(page):
    """How many sheets of paper it takes, with the margins of a print dialogue."""
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", margin=margin)))


def test_a_full_sheet_and_what_came_of_it_print_on_one_page_each(
    ana, ines, hana, live_server, signed_in
):
    provider = checking.check(person=ines.pk, found=found(), by=hana)
    tie = door.choose(provider=provider.pk, called="Ana B.", by=ana)
    full = (NIGHTS * 20)[:1000]
    options = "\n".join((f"{number}. {NIGHTS}")[:80] for number in range(12))
    said = sheets.Mine(options=options, matters=full, leans=full, decided=full)
    until = choosing.end_of(timezone.localdate() + timedelta(days=9))
    sheet = sheets.begin(tie=tie.pk, title=NIGHTS * 3, said=said, until=until, by=ana)
    theirs = sheets.Theirs(thinks=full, decided=full)
    sheets.write_as_provider(tie=tie.pk, sheet=sheet.pk, said=theirs, seen=1, by=ines)
    for number in range(7):
        came = back.Decided(about=f"Number {number}", came=Came.KEEP, words=full)
        back.write_outcome(tie=tie.pk, said=came, by=ines)
    hers, their = (signed_in(one, bypass_csp=True).new_page() for one in (ana, ines))
    paper = []

    for page, at in (
        (hers, f"/me/care/{tie.pk}/sheets/{sheet.pk}/"),
        (their, f"/care/people/{tie.pk}/sheets/{sheet.pk}/"),
        (their, f"/care/people/{tie.pk}/"),
    ):
        page.goto(f"{live_server.url}{at}")
        paper.append(pages_of(page))

    their.emulate_media(media="print")
    assert paper == [1, 1, 1]
    assert their.get_by_text("Number 2:").is_visible()
    assert not their.get_by_text("Number 1:").is_visible()


def press(page, name):
    go(page.get_by_role("button", name=name))


def test_from_the_invitation_to_the_outcome_and_the_end(ana, ines, hana, live_server, signed_in):
    checking.check(person=ines.pk, found=found(), by=hana)
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    for ago, mood in ((3, 2), (1, 4)):
        day = timezone.localdate() - timedelta(days=ago)
        days.keep_day(day=day, answers={"mood": mood}, line="", by=ana)
    hers = signed_in(ana, viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    theirs = signed_in(
        ines, viewport={"width": 320, "height": 640}, bypass_csp=True, color_scheme="dark"
    ).new_page()
    looked = []

    # The door: Ana shows letters, Ines types them, Ana sees who it is.
    hers.goto(f"{live_server.url}/me/care/")
    looked.append(calm(hers))
    press(hers, "Show them a code")
    code = hers.locator(".care-code [aria-hidden]").inner_text()
    looked.append(calm(hers))
    theirs.goto(f"{live_server.url}/care/")
    looked.append(calm(theirs))
    theirs.get_by_label("The eight letters").fill(code)
    go(theirs.get_by_label("The eight letters"), key="Enter")
    theirs.get_by_role("heading", name="Now it is their turn").wait_for()
    hers.get_by_role("heading", name="Is this the right person?").wait_for()
    hers.wait_for_load_state()
    hers.get_by_text("psychologist, Northside").wait_for()
    looked.append(calm(hers))
    hers.get_by_label("How do they know you?").fill("Ana B.")
    press(hers, "Yes, bring them")

    # Handing over: chosen, seen as Ines will see it, then hers to read.
    go(hers.get_by_role("link", name="Hand something over"))
    hers.get_by_label("When I am well").check()
    hers.get_by_label("How my days were, as graphs").check()
    hers.get_by_label("Since we last met, in my words").fill(NIGHTS * 12)
    more = [f"{number}. {NIGHTS}" for number in range(9)]
    hers.get_by_label("Other questions").fill("\n".join(["Why mornings?", *more]))
    looked.append(calm(hers))
    press(hers, "See what they will read")
    hers.get_by_role("heading", name="What Ines Vidal will read").wait_for()
    looked.append(calm(hers))
    press(hers, "Hand it over")
    hers.get_by_text("not opened yet").first.wait_for()
    theirs.goto(f"{live_server.url}/care/")
    go(theirs.get_by_role("link", name="Ana B."))
    theirs.get_by_text("I sing.").wait_for()
    looked.append(calm(theirs))

    assert pages_of(theirs) == 1

    # What comes back: a day for the question, what came of talking.
    go(theirs.get_by_role("link", name="Answer, or name a day").first)
    theirs.get_by_label("Your answer").fill("Light helps.")
    looked.append(calm(theirs))
    press(theirs, "Send")
    go(theirs.get_by_role("link", name="Write down what came of talking"))
    theirs.get_by_label("What was it about?").fill("Mornings")
    theirs.get_by_label("Change").check()
    press(theirs, "Send")
    theirs.get_by_text("they have said nothing to it").wait_for()
    hers.reload()
    hers.get_by_text("Light helps.").wait_for()
    looked.append(calm(hers))
    press(hers, "Yes, that is so")
    hers.get_by_text("you said that it is so").wait_for()

    # The end: Ines has it open, and a print dialogue would show as little.
    hers.get_by_text("End this").click()
    with theirs.expect_response(lambda answer: answer.status == 404):
        go(hers.locator("form[action$='/end/']").last.get_by_role("button"))
    theirs.get_by_text("What stood here is not handed over any more.").wait_for()

    assert theirs.get_by_text("I sing.").count() == 0
    hers.get_by_text("You ended this").wait_for()
    assert hers.get_by_text("Light helps.").count() == 1
    assert looked == [([], 0)] * len(looked)
