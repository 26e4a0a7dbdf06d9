"""Sharing a part: chosen piece by piece, seen first, until a day, logged, and gone at once."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts.enums import Standing
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing import instruments
from community.wellbeing.actions import answers, days, links, plan
from community.wellbeing.actions import sharing as actions
from community.wellbeing.enums import GoalState, Review, Section
from community.wellbeing.models import CheckIn, Goal, PlanPart, Share, ShareLink
from community.wellbeing.queries import sharing as queries
from mentoring.actions import ending
from tests.people import browser_of
from tests.wellbeing.test_links import still_of
from tests.wellbeing.test_scales import filled

NEW = "/me/sharing/new/"
WELL, CRISIS = "section:well", "section:crisis"


@pytest.fixture
def written(ana, pair):
    """Ana wrote two sections, kept a day, and has Dora at her side."""
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    plan.write_part(section=Section.CRISIS, words="Hold my hand.", only_me=True, by=ana)
    days.keep_day(day=timezone.localdate(), answers={"mood": 2}, line="A heron.", by=ana)


def in_days(number):
    return timezone.now() + timedelta(days=number)


def share(ana, dora, *parts, until=7):
    return actions.share(to=dora.pk, parts=parts or [WELL], until=in_days(until), by=ana)


def seen(reader, owner):
    answer = browser_of(reader).get(f"/shared/{owner.pk}/")
    return answer.text if answer.status_code == 200 else answer.status_code


def test_what_they_will_read_is_seen_first(ana, dora, written):
    given = {"to": dora.pk, "parts": [WELL, "days"], "until": in_days(7).date()}
    browser = browser_of(ana)

    preview = browser.post(NEW, given).text
    before = Share.objects.count()
    browser.post(NEW, {**given, "sure": "yes"})

    assert "What dora-wren will read" in preview
    assert "I sing." in preview
    assert before == 0
    assert {s.what for s in Share.objects.all()} == {WELL, "days"}


def test_the_other_reads_that_part_and_nothing_else(ana, dora, ben, written):
    share(ana, dora, WELL, "days")

    page = seen(dora, ana)

    assert "I sing." in page
    assert "chart-dot" in page
    for kept in ("Hold my hand.", "A heron."):
        assert kept not in page
    assert seen(ben, ana) == 404
    assert CRISIS not in {part.key for part in queries.parts_of(ana)}


def test_a_set_of_answers_is_shared_question_by_question(ana, dora, written):
    filled(ana, 0, 1, 2, 3, None, 0, 0)
    own = filled(ana, 4, None, 5, instrument=instruments.get("here"))  # ours, without a total

    share(ana, dora, "answers:here")
    ours = seen(dora, ana)
    answers.delete_answers(answers=own.pk, by=ana)
    ended = Share.objects.get().ended_at is not None
    share(ana, dora, "answers:gad-7")
    page = seen(dora, ana)

    assert '<th scope="row">I felt heard.</th><td data-label="Answer">Mostly</td>' in ours
    assert "It is not a validated scale" in ours
    assert ended

    rows = [row.get_text("|") for row in BeautifulSoup(page, "html.parser").select("tbody tr")]
    assert rows[1:4] == [
        "Not being able to stop or control worrying|Several days",
        "Worrying too much about different things|More than half the days",
        "Trouble relaxing|Nearly every day",
    ]
    assert len(rows) == 6
    assert "<svg" not in page.split("<main")[1].split("</main")[0]


def test_no_answer_to_a_scale_that_asks_about_harm_is_ever_shared(ana, dora, lena, written):
    phq_9 = instruments.get("phq-9")
    answers.begin(instrument=phq_9, by=ana)
    for item in range(9):
        answers.answer(instrument=phq_9, item=item, value=1, by=ana)
    answers.finish(instrument=phq_9, by=ana)

    share(ana, dora, "scale:phq-9")
    page = seen(dora, ana)
    offered = {part.key for part in queries.parts_of(ana)}

    assert "Your answers fall in the range called “mild”." in page
    assert "better off dead" not in page
    assert "Several days" not in page
    assert "answers:phq-9" not in offered
    assert queries.shown(ana, "answers:phq-9", today=timezone.localdate()) is None


def test_every_look_is_written_down_for_the_owner(ana, dora, written):
    share(ana, dora)
    before = browser_of(ana).get("/me/sharing/").text
    seen(dora, ana)

    assert "Not yet." in before
    assert "Not yet." not in browser_of(ana).get("/me/sharing/").text
    assert Share.objects.get().views.count() == 1


@pytest.mark.parametrize("how", ["ended", "only me", "over", "pair ended", "suspended", "deleted"])
def test_taken_back_it_is_gone_at_once(ana, dora, hana, written, pair, how):
    (shared,) = share(ana, dora)
    reader = browser_of(dora)
    still = still_of(reader.get(f"/shared/{ana.pk}/"))
    before = reader.get(still).status_code

    if how == "ended":
        browser_of(ana).post(f"/me/sharing/{shared.pk}/end/")
    if how == "only me":
        plan.write_part(section=Section.WELL, words="I sing.", only_me=True, by=ana)
    if how == "over":
        past = in_days(-1)
        Share.objects.update(began_at=past - timedelta(days=1), until=past)
    if how == "pair ended":
        ending.end_pair(pair=pair, by=ana)
    if how == "suspended":
        ana.standing = Standing.SUSPENDED
        ana.save()
    if how == "deleted":
        Share.objects.all().delete()

    assert (before, reader.get(still).status_code) == (204, 404)
    assert seen(dora, ana) == 404


@pytest.mark.parametrize("what", [WELL, "goal", "days", "scale:gad-7", "answers:gad-7"])
def test_what_its_owner_deletes_leaves_the_open_page_and_comes_back_only_anew(
    ana, dora, written, what
):
    goal = plan.set_goal(wanted=plan.Wanted("Sing on Sundays"), by=ana)
    filling = filled(ana, 0, 0, 0, 0, 0, 0, 0)
    part = f"goal:{goal.pk}" if what == "goal" else what
    share(ana, dora, part)
    reader, today = browser_of(dora), timezone.localdate()
    still = still_of(reader.get(f"/shared/{ana.pk}/"))
    before = reader.get(still).status_code

    plan.write_part(section=Section.WELL, words="", only_me=False, by=ana)
    plan.delete_goal(goal=goal.pk, by=ana)
    days.delete_day(day=today, by=ana)
    answers.delete_answers(answers=filling.pk, by=ana)
    after = reader.get(still).status_code
    plan.write_part(section=Section.WELL, words="I hum.", only_me=False, by=ana)
    days.keep_day(day=today, answers={"mood": 2}, line="", by=ana)
    filled(ana, 0, 0, 0, 0, 0, 0, 0)

    assert (before, after, seen(dora, ana)) == (204, 404, 404)


def test_one_of_more_rows_deleted_leaves_the_open_page_and_the_rest_stays_shared(
    ana, dora, written
):
    days.keep_day(
        day=timezone.localdate() - timedelta(days=1), answers={"mood": 1}, line="", by=ana
    )
    share(ana, dora, "days")
    reader = browser_of(dora)
    still = still_of(reader.get(f"/shared/{ana.pk}/"))

    days.delete_day(day=timezone.localdate(), by=ana)

    assert reader.get(still).status_code == 404
    assert "chart-dot" in seen(dora, ana)


@pytest.mark.parametrize("review", [Review.STOP, Review.CELEBRATE])
def test_a_goal_that_is_over_is_read_by_nobody_any_more(ana, dora, written, review):
    goal = plan.set_goal(wanted=plan.Wanted("Sing on Sundays"), by=ana)
    share(ana, dora, f"goal:{goal.pk}")
    links.make_link(parts=[f"goal:{goal.pk}"], days=7, by=ana)
    before = seen(dora, ana)

    plan.review_goal(goal=goal.pk, review=review, by=ana)
    plan.review_goal(goal=goal.pk, review=Review.KEEP, by=ana)

    assert "Sing on Sundays" in before
    assert seen(dora, ana) == 404
    assert not Share.objects.filter(ended_at=None).exists()
    assert not ShareLink.objects.filter(ended_at=None).exists()


def test_whatever_is_still_shared_can_be_read_and_ended(ana, dora, written):
    goal = plan.set_goal(wanted=plan.Wanted("Sing on Sundays"), by=ana)
    share(ana, dora, WELL, "days", f"goal:{goal.pk}")
    PlanPart.objects.update(words="")  # as all three were let go of before
    Goal.objects.update(state=GoalState.STOPPED)
    CheckIn.objects.all().delete()

    mine = browser_of(ana).get("/me/sharing/").text
    theirs = seen(dora, ana)

    for row in Share.objects.all():
        assert f'action="/me/sharing/{row.pk}/end/"' in mine
    assert "All of it is yours alone" not in mine
    assert "Sing on Sundays" in mine
    assert "Sing on Sundays" not in theirs


def test_a_page_that_asks_again_and_again_is_one_look_an_hour(ana, dora, written):
    (shared,) = share(ana, dora)
    now = timezone.now()

    for minutes in (0, 1, 59, 61):
        actions.look(person=ana, by=dora, now=now + timedelta(minutes=minutes))

    at = [view.at - now for view in shared.views.order_by("pk")]
    assert at == [timedelta(0), timedelta(minutes=61)]


def test_ending_it_tells_the_other_nothing(ana, dora, written):
    (shared,) = share(ana, dora)
    Notification.objects.all().delete()

    actions.end_share(share=shared.pk, by=ana)

    assert not Notification.objects.exists()


def test_nobody_ends_or_makes_what_is_not_theirs(ana, ben, dora, written):
    (shared,) = share(ana, dora)

    browser_of(ben).post(f"/me/sharing/{shared.pk}/end/")
    for to, parts, until in (
        (ben, [WELL], 7),  # not at her side
        (dora, [CRISIS], 7),  # only for her
        (dora, ["goal:999"], 7),
        (dora, [], 7),
        (dora, [WELL], 100),
        (dora, [WELL], -1),
    ):
        with pytest.raises(Refused):
            actions.share(to=to.pk, parts=parts, until=in_days(until), by=ana)
    assert Share.objects.get().ended_at is None


def test_sharing_again_moves_the_end(ana, dora, written):
    share(ana, dora)
    share(ana, dora, until=14)

    (row,) = Share.objects.all()
    assert row.until > in_days(13)


def test_the_same_questions_are_asked_whatever_is_shared(ana, dora, written):
    browser, counts = browser_of(ana), []
    browser.get("/me/sharing/")
    for parts in ([WELL], [WELL, "days"]):
        share(ana, dora, *parts)
        with CaptureQueriesContext(connection) as asked:
            browser.get("/me/sharing/")
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_database_keeps_the_shape(ana, dora, written):
    share(ana, dora)
    now = timezone.now()

    for wrong in (
        {"to": dora, "what": WELL, "until": in_days(1)},
        {"to": ana, "what": "days", "until": in_days(1)},
        {"to": dora, "what": "days", "began_at": now, "until": now},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Share.objects.create(person=ana, **wrong)


@pytest.mark.parametrize(("who", "is_led"), [("ben", True), ("ines", False)])
def test_nobody_is_led_to_mentors_they_cannot_ask(request, who, is_led):
    client = browser_of(request.getfixturevalue(who))

    page = client.get("/me/sharing/").content.decode()

    assert ('href="/mentoring/"' in page) is is_led
    assert (client.get("/mentoring/").status_code == 200) is is_led
