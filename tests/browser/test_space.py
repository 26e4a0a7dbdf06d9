"""My space in a browser: help before the next page, a share that goes blank, and every page calm."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.actions import taking_along
from community.wellbeing import instruments
from community.wellbeing.actions import answers, days, plan, sharing, visits
from community.wellbeing.enums import Section
from community.wellbeing.models import AnswerSet, Share
from tests.browser.axe import findings
from tests.browser.pages import go
from tests.people import PASSWORD, browser_of
from tests.wellbeing.conftest import lena, mentor, pair  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = (
    "/me/space/",
    "/me/days/",
    "/me/days/year/",
    "/me/journal/",
    "/me/journal/write/",
    "/me/plan/",
    "/me/plan/1/",
    "/me/questions/",
    "/me/questions/gad-7/",
    "/me/questions/phq-9/",
    "/me/week/",
    "/me/thanks/",
    "/me/feedback/",
    "/me/my-plan/",
    "/me/my-plan/crisis/",
    "/me/goals/new/",
    "/me/sharing/",
    "/me/sharing/new/",
    "/me/links/",
    "/me/dates/",
    "/me/take-back/",
    "/said/",
    "/me/calm/after/",
    "/me/notices/which/",
    "/accounts/consent/",
    "/accounts/leave/",
    "/accounts/my-data/",
    "/accounts/who-looked/",
    "/me/notices/times/",
)


def sideways(page):
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def kept(person):
    """A few weeks of somebody's space."""
    today = timezone.localdate()
    for back, mood in ((9, 2), (8, 2), (2, 4), (0, 3)):
        days.keep_day(day=today - timedelta(days=back), answers={"mood": mood}, line="", by=person)
    gad_7 = instruments.get("gad-7")
    for ago in (40, 20):
        now = timezone.now() - timedelta(days=ago)
        answers.begin(instrument=gad_7, by=person, now=now)
        for item in range(7):
            answers.answer(instrument=gad_7, item=item, value=1, by=person, now=now)
        answers.finish(instrument=gad_7, by=person, now=now)
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=person)
    visits.set_visit(planned=visits.Planned(timezone.now() + timedelta(days=3)), by=person)


def test_every_page_is_calm_on_a_small_phone(ana, lena, pair, live_server, signed_in):  # noqa: F811
    kept(ana)
    window = signed_in(ana, viewport={"width": 320, "height": 568}, bypass_csp=True)
    page = window.new_page()
    last = AnswerSet.objects.latest("pk").pk

    for path in (*PAGES, f"/me/questions/gad-7/answers/{last}/"):
        page.goto(live_server.url + path)
        assert (sideways(page), findings(page)) == (0, []), path

    page.goto(f"{live_server.url}/me/dates/")  # one link stands within the row of another
    go(page.get_by_role("link", name="One page to take along"))
    page.get_by_role("heading", name="My questions").wait_for()


# How well the faintest of these can be told from what lies behind it.
FAINTEST = """() => {
  const luminance = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = "#fff"; // paper, where no ground is printed
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => {
      const part = v / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const seen = [];
  for (const [part, what] of [["line", "stroke"], ["dot", "stroke"], ["words", "fill"]]) {
    const colour = luminance(getComputedStyle(document.querySelector(`.chart-${part}`))[what]);
    seen.push((Math.max(colour, ground) + 0.05) / (Math.min(colour, ground) + 0.05));
  }
  return Math.min(...seen);
}"""
MODES = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"media": "print", "forced_colors": "none", "color_scheme": "dark"},
)


def test_graphs_and_their_tables_are_seen_in_every_mode(ana, live_server, signed_in):
    kept(ana)
    page = signed_in(ana).new_page()

    for path in ("/me/days/", "/me/days/year/", "/me/questions/gad-7/"):
        page.goto(live_server.url + path)
        for mode in MODES:
            page.emulate_media(**mode)
            assert page.evaluate(FAINTEST) > 4.5, (path, mode)
        page.locator(".chart-twin table").first.wait_for()  # printed, though nobody unfolded it
        page.emulate_media(media="screen", color_scheme="light")


def test_help_stands_before_the_next_page_without_a_script(ana, lena, live_server, signed_in):  # noqa: F811
    page = signed_in(ana, java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/me/questions/phq-9/")
    go(page.get_by_role("button", name="Begin"))
    for _question in range(2):
        page.get_by_label("Not at all").check()
        go(page.get_by_role("button", name="Send, and go on"))
    page.goto(f"{live_server.url}/me/questions/phq-9/9/")
    page.get_by_label("Several days").check()

    go(page.get_by_role("button", name="Send"))

    assert page.get_by_role("heading", level=1).inner_text() == "Thank you for saying that"
    assert page.locator(".help-panel a[href^='tel:']").count() > 0
    go(page.get_by_role("button", name="I am safe right now, go on"))
    page.get_by_label("Somewhat difficult").check()
    go(page.get_by_role("button", name="Send"))
    page.get_by_text("There is no number this time").wait_for()


def test_a_revoked_share_blanks_an_open_page_within_a_second(
    ana,
    dora,
    pair,  # noqa: F811
    live_server,
    signed_in,
):
    kept(ana)
    until = timezone.now() + timedelta(days=7)
    parts = ["section:well", "days", "answers:gad-7"]
    sharing.share(to=dora.pk, parts=parts, until=until, by=ana)
    page = signed_in(dora, bypass_csp=True).new_page()
    page.goto(f"{live_server.url}/shared/{ana.pk}/")
    page.get_by_text("I sing.").wait_for()
    found = findings(page)

    with page.expect_response(lambda answer: answer.status == 404) as gone:
        for row in Share.objects.all():
            browser_of(ana).post(f"/me/sharing/{row.pk}/end/")
    page.get_by_text("is not shared any more.").wait_for()

    assert gone.value.url.startswith(f"{live_server.url}/shared/{ana.pk}/still/")
    assert page.get_by_text("I sing.").count() == 0
    assert found == []


def test_a_file_of_ones_data_is_made_while_the_page_stays_open(ana, live_server, signed_in):
    page = signed_in(ana, bypass_csp=True).new_page()
    page.goto(f"{live_server.url}/accounts/my-data/")
    go(page.get_by_role("button", name="Make my file"), key="Enter")
    page.locator("[name=password]").fill(PASSWORD)
    go(page.locator("[name=password]"), key="Enter")
    page.get_by_text("Your file is being made").wait_for()
    found = findings(page)

    for _look in range(20):
        taking_along.make_due(timezone.now())
    page.get_by_text("Your file is ready.").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my file").press("Enter")

    assert download.value.suggested_filename.startswith("archive-")
    assert (found, findings(page)) == ([], [])
