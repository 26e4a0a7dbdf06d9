"""Handing over: seen first, piece by piece, as it was then, opened on a day both read, gone at once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.standing import suspend
from community.care.actions import answering, back, closing, door
from community.care.actions import handing as actions
from community.care.enums import Came
from community.care.models import EarlierAnswer, Piece, Question
from community.care.queries import choosing
from community.care.queries.choosing import Wanted, end_of
from community.care.queries.handing import unanswered
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing import instruments
from community.wellbeing.actions import answers, days, plan, visits
from community.wellbeing.enums import Section
from community.wellbeing.models import AnswerSet, CheckIn, Goal, GoalStep
from tests.care.conftest import in_days
from tests.people import browser_of
from tests.wellbeing.conftest import lena

__all__ = ["lena"]
WELL = "section:well"


@pytest.fixture
def kept(ana):
    """Ana's card, a goal with a step, two sections and a day."""
    actions.write_card(spoken="Slowly.", about="Sleep.", not_about="My brother.", by=ana)
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    plan.write_part(section=Section.CRISIS, words="Hold my hand.", only_me=True, by=ana)
    plan.write_part(
        section=Section.QUESTIONS, words="Why mornings?\nIs it the dose?", only_me=False, by=ana
    )
    goal = plan.set_goal(wanted=plan.Wanted(words="Walk to the shop"), by=ana)
    plan.add_step(goal=goal.pk, words="Shoes by the door", by=ana)
    days.keep_day(day=in_days(-2), answers={"mood": 2}, line="A heron.", by=ana)
    return goal


def hand(ana, tie, *parts, until=9, **other):
    wanted = Wanted(until=end_of(in_days(until)), parts=parts, **other)
    seen = choosing.digest(choosing.drafts(ana, wanted))
    actions.hand_over(tie=tie.pk, wanted=wanted, seen=seen, by=ana)


def page(somebody, address):
    answer = browser_of(somebody).get(address)
    return answer.text if answer.status_code == 200 else answer.status_code


def person_page(ines, tie):
    return page(ines, f"/care/people/{tie.pk}/")


def fill(ana, *, nine, days_ago=0, others=1):
    phq_9, now = instruments.get("phq-9"), timezone.now() - timedelta(days=days_ago)
    answers.begin(instrument=phq_9, by=ana, now=now)
    for item in range(9):
        value = nine if item == 8 else others
        answers.answer(instrument=phq_9, item=item, value=value, by=ana, now=now)
    return answers.finish(instrument=phq_9, by=ana, now=now)


def test_it_is_seen_first_as_they_will_see_it(ana, ines, tie, kept):
    browser, address = browser_of(ana), f"/me/care/{tie.pk}/hand-over/"
    form = {
        "parts": ["card", WELL, f"goal:{kept.pk}"], "days": "on", "since": "I slept.",
        "asked": ["Why mornings?"], "more": "What now?\n", "until": in_days(9).isoformat(),
    }  # fmt: skip

    seen = browser.post(address, form)
    mark = seen.context["seen"]
    before = Piece.objects.count()
    browser.post(address, {**form, "sure": "yes", "seen": mark})
    read = person_page(ines, tie)

    said = ("Slowly.", "My brother.", "I sing.", "Walk to the shop", "Shoes by the door")
    for words in (*said, "I slept.", "Why mornings?", "What now?", "chart-dot"):
        assert words in seen.text
        assert words in read
    for kept_back in ("Hold my hand.", "A heron.", "Is it the dose?", "ana-lark"):
        assert kept_back not in seen.text.split("<form")[0] + read
    assert before == 0
    assert read.index("Slowly.") < read.index("Why mornings?") < read.index("Walk to the shop")
    assert Notification.objects.get(person=ines).path == f"/care/people/{tie.pk}/"


def test_the_end_and_the_day_are_those_of_the_next_appointment(ana, tie, kept):
    first = page(ana, f"/me/care/{tie.pk}/hand-over/")
    at = end_of(in_days(12))
    visits.set_visit(planned=visits.Planned(at=at), by=ana)
    then = page(ana, f"/me/care/{tie.pk}/hand-over/")

    assert f'value="{in_days(14)}"' in first
    assert f'value="{in_days(19)}"' in then
    assert f'value="{in_days(12)}"' in then


def test_what_is_more_than_a_printed_page_says_so_before(ana, tie):
    sections = Section.WELL, Section.TOOLS, Section.EARLY
    for one in sections:
        plan.write_part(section=one, words="I sing. " * 500, only_me=False, by=ana)
    browser, told = browser_of(ana), []

    for number in (1, 3):
        parts = [f"section:{one.value}" for one in sections[:number]]
        form = {"parts": parts, "more": "Why?", "until": in_days(9).isoformat()}
        seen = browser.post(f"/me/care/{tie.pk}/hand-over/", form).text
        told.append("Printed, this takes more than one page." in seen)

    assert told == [False, True]


def test_what_came_of_it_lately_counts_on_their_page(ana, ines, tie):
    for one in (Section.WELL, Section.TOOLS):
        plan.write_part(section=one, words="I sing. " * 500, only_me=False, by=ana)
    form = {"parts": ["section:well", "section:tools"], "until": in_days(9).isoformat()}
    browser, told = browser_of(ana), []

    for _again in range(2):
        seen = browser.post(f"/me/care/{tie.pk}/hand-over/", form).text
        told.append("Printed, this takes more than one page." in seen)
        for _number in range(5):
            came = back.Decided(about="Mornings", came=Came.KEEP, words="I sing. " * 120)
            back.write_outcome(tie=tie.pk, said=came, by=ines)

    assert told == [False, True]


def test_what_comes_later_is_not_in_it(ana, ines, tie, kept):
    hand(ana, tie, "card", WELL, f"goal:{kept.pk}", days=(in_days(-20), in_days(0)))
    actions.write_card(spoken="LATER", about="LATER", not_about="LATER", by=ana)
    plan.write_part(section=Section.WELL, words="LATER", only_me=False, by=ana)
    plan.set_goal(wanted=plan.Wanted(words="LATER"), goal=kept.pk, by=ana)
    plan.add_step(goal=kept.pk, words="LATER", by=ana)
    before = person_page(ines, tie).count("chart-dot")
    days.keep_day(day=in_days(-1), answers={"mood": 5, "sleep": 5}, line="LATER", by=ana)

    read = person_page(ines, tie)

    assert "LATER" not in read
    assert "I sing." in read
    assert read.count("chart-dot") == before


def test_what_was_seen_is_what_is_handed_over_or_nothing(ana, tie, kept):
    wanted = Wanted(until=end_of(in_days(3)), parts=(WELL,))
    seen = choosing.digest(choosing.drafts(ana, wanted))
    plan.write_part(section=Section.WELL, words="Other words.", only_me=False, by=ana)

    with pytest.raises(Refused, match="changed"):
        actions.hand_over(tie=tie.pk, wanted=wanted, seen=seen, by=ana)

    assert not Piece.objects.exists()


def test_both_sides_read_the_same_two_dates(ana, ines, tie, kept):
    hand(ana, tie, WELL, questions=("Why?",))
    Piece.objects.update(handed_at=timezone.now() - timedelta(days=2))
    handed, today = (f"{day.day} {day:%B}" for day in (in_days(-2), in_days(0)))
    waiting = page(ana, f"/me/care/{tie.pk}/")

    theirs = person_page(ines, tie)
    mine = page(ana, f"/me/care/{tie.pk}/")

    assert f"Handed over {handed} · not opened yet" in waiting
    assert f"Handed over {handed} · you opened it {today}" in theirs
    assert f"Handed over {handed} · opened {today}" in mine


@pytest.mark.parametrize("how", ["piece", "question", "until", "tie", "suspended", "provider"])
def test_taken_back_an_open_page_goes_blank_and_no_word_is_kept(ana, ines, hana, tie, kept, how):
    hand(ana, tie, WELL, questions=("Why?",))
    browser = browser_of(ines)
    shown = browser.get(f"/care/people/{tie.pk}/")
    still = f"/care/people/{tie.pk}/still/{shown.context['screen'].version}/"
    before = browser.get(still).status_code
    piece, question = Piece.objects.get(), Question.objects.get()

    if how == "piece":
        browser_of(ana).post(f"/me/care/pieces/{piece.pk}/end/", {"tie": tie.pk})
    if how == "question":
        browser_of(ana).post(f"/me/care/questions/{question.pk}/end/", {"tie": tie.pk})
    if how == "until":
        past = timezone.now() - timedelta(days=1)
        for model in (Piece, Question):
            model.objects.update(handed_at=past - timedelta(days=1), until=past)
        closing.end_what_is_due(timezone.now())
    if how == "tie":
        door.end_as_member(tie=tie.pk, by=ana)
    if how == "suspended":
        suspend(person=ines, until=None, by=hana)
    if how == "provider":
        door.end_as_provider(tie=tie.pk, by=ines)

    piece.refresh_from_db()
    question.refresh_from_db()
    assert before == 204
    assert browser_of(type(ines).objects.get(pk=ines.pk)).get(still).status_code in (403, 404)
    assert (piece.content == "") is (how != "question")
    assert question.words == "Why?"
    assert "Why?" in page(ana, f"/me/care/{tie.pk}/")
    assert not Notification.objects.filter(
        person=ines, path=f"/care/people/{tie.pk}/"
    ).exists() or (how in ("piece", "question", "until"))


def test_what_was_added_meanwhile_blanks_no_open_page(ana, ines, tie, kept):
    browser = browser_of(ines)
    empty = f"/care/people/{tie.pk}/still/0/"
    hand(ana, tie, WELL)

    assert browser.get(empty).status_code == 204


def test_handing_it_over_again_takes_the_place_of_the_piece_before(ana, ines, tie, kept):
    hand(ana, tie, WELL)
    plan.write_part(section=Section.WELL, words="I dance.", only_me=False, by=ana)
    hand(ana, tie, WELL)

    read = person_page(ines, tie)

    assert "I dance." in read
    assert "I sing." not in read
    assert Piece.objects.filter(ended_at=None).count() == 1


def test_one_piece_is_chosen_beforehand_where_it_is_handed_over_as_it_is_now(ana, tie, kept):
    hand(ana, tie, WELL, days=(in_days(-20), in_days(0)), since="I slept.")
    offered = {}

    for piece in Piece.objects.all():
        assert f"hand-over/?again={piece.pk}" in page(ana, f"/me/care/{tie.pk}/")
        form = browser_of(ana).get(f"/me/care/{tie.pk}/hand-over/?again={piece.pk}").context["form"]
        names = ("parts", "days", "days_from", "since")
        offered[piece.kind] = [form.get_initial_for_field(form.fields[n], n) for n in names]

    month_ago = in_days(-28)
    assert offered == {
        "section": [[WELL], None, month_ago, None],
        "days": [None, True, in_days(-20).isoformat(), None],
        "since": [None, None, month_ago, "I slept."],
    }


def test_a_question_that_waits_is_offered_and_asked_once(ana, ines, tie, kept):
    address = f"/me/care/{tie.pk}/hand-over/"
    for _press in range(2):
        hand(ana, tie, questions=("Why mornings?",))
    offered = page(ana, address)
    answering.answer(
        tie=tie.pk, question=Question.objects.get().pk, words="So.", talk_on=None, by=ines
    )

    assert ["Why mornings?" in one for one in (offered, page(ana, address))] == [False, True]
    assert "Is it the dose?" in offered


def test_no_answer_is_hoped_for_after_they_can_read_it_no_more(ana, tie, kept):
    far = timezone.now() + timedelta(days=200)
    visits.set_visit(planned=visits.Planned(far, "errand"), by=ana)
    usual = choosing.usual_due(ana, now=timezone.now())
    form = {"more": "Why?", "until": in_days(3).isoformat(), "due": in_days(4).isoformat()}

    refused = browser_of(ana).post(f"/me/care/{tie.pk}/hand-over/", form).text

    hand(ana, tie, questions=("Why?",), until=1)
    assert usual > Question.objects.get().due == in_days(1)
    assert usual <= in_days(7)
    assert "They cannot read it any more by then." in refused


def test_nobody_hands_over_what_is_not_theirs_or_by_what_is_over(ana, ben, tie, kept):
    other = plan.set_goal(wanted=plan.Wanted(words="Ben's"), by=ben)
    for parts in (("section:crisis",), (f"goal:{other.pk}",), (), ("answers:99",)):
        with pytest.raises(Refused, match="choose"):
            hand(ana, tie, *parts)
    for until in (-1, 93):
        with pytest.raises(Refused, match="end"):
            hand(ana, tie, WELL, until=until)
    with pytest.raises(Refused, match="not_here"):
        hand(ben, tie, WELL, questions=("Why?",))
    door.end_as_member(tie=tie.pk, by=ana)
    with pytest.raises(Refused, match="over"):
        hand(ana, tie, WELL)

    assert not Piece.objects.exists()
    answer = browser_of(ana).get(f"/me/care/{tie.pk}/hand-over/", follow=True)
    assert "This has ended, so nothing was handed over." in answer.text


def test_an_answer_to_question_9_brings_help_before_it_is_said_who_will_see_it(ana, tie, lena):
    fill(ana, nine=1)
    browser, address = browser_of(ana), f"/me/care/{tie.pk}/hand-over/"
    form = {
        "parts": [f"answers:{AnswerSet.objects.get().pk}"],
        "until": in_days(9).isoformat(), "since": "", "more": "",
    }  # fmt: skip

    first = browser.post(address, form).text
    second = browser.post(address, {**form, "safe": "yes"}).text

    assert "First: how are you now?" in first
    assert "help-panel" in first
    assert "Hand it over" not in first
    assert "Ines Vidal will read how you answered it, and nobody else by this." in second
    assert "Hand it over" in second


@pytest.mark.parametrize(("least", "is_change"), [(1, False), (3, True)])
def test_a_set_has_its_graph_and_a_change_is_said_and_drawn_only_where_it_is_one(
    ana, ines, tie, lena, least, is_change
):
    fill(ana, nine=0, days_ago=40, others=least)
    last = fill(ana, nine=0)
    address = f"/me/care/{tie.pk}/hand-over/"
    form = {"parts": [f"answers:{last.pk}"], "until": in_days(9).isoformat()}

    seen = browser_of(ana).post(address, form).text

    before = in_days(-40)
    change = f"That is better than on {before.day} {before:%B %Y}."
    assert "Hand it over" in seen
    assert "Total: 8. The answers fall in the range" in seen
    assert (change in seen, seen.count("chart-dot")) == (is_change, 1 + is_change)
    assert "about the same" not in seen
    assert "Several days" in seen


def test_a_goal_says_where_it_stands(ana, ines, tie, kept):
    plan.add_step(goal=kept.pk, words="To the gate", by=ana)
    plan.turn_step(goal=kept.pk, step=kept.steps.first().pk, by=ana)
    hand(ana, tie, f"goal:{kept.pk}")
    day = kept.review_on
    going = f"It goes on. Steps done: 1 of 2. Next look at it: {day.day} {day:%B}."
    before = person_page(ines, tie)
    Goal.objects.update(state="reached")

    hand(ana, tie, f"goal:{kept.pk}")

    assert going in before
    assert "I got there. Steps done: 1 of 2." in person_page(ines, tie)
    assert "Walk to the shop (celebrated)" in page(ana, f"/me/care/{tie.pk}/hand-over/")


def test_a_question_is_answered_or_given_a_day_and_the_member_is_told(ana, ines, tie, kept):
    hand(ana, tie, questions=("Why?", "What now?"))
    why, now = Question.objects.order_by("pk")
    browser = browser_of(ines)
    Notification.objects.all().delete()

    browser.post(f"/care/people/{tie.pk}/questions/{why.pk}/", {"words": "Light helps."})
    day = in_days(4).isoformat()
    browser.post(f"/care/people/{tie.pk}/questions/{now.pk}/", {"words": "", "talk_on": day})

    mine = page(ana, f"/me/care/{tie.pk}/")
    assert "Light helps." in mine
    assert "let us talk about it on" in mine
    assert Notification.objects.get().kind == "care_answer"
    nothing = browser.post(f"/care/people/{tie.pk}/questions/{why.pk}/", {"words": " "})
    assert nothing.status_code == 422


def test_what_an_answer_said_before_it_was_changed_is_kept_for_both(ana, ines, tie, kept):
    hand(ana, tie, questions=("Why?",))
    at = f"/care/people/{tie.pk}/questions/{Question.objects.get().pk}/"
    for words in ("Light helps.", "Light helps.", "Ask me on Tuesday."):
        browser_of(ines).post(at, {"words": words})

    read = page(ana, f"/me/care/{tie.pk}/"), person_page(ines, tie)

    for text in read:
        now, before = text.split("What stood there before")
        assert ("Ask me on Tuesday." in now, "Light helps." in now) == (True, False)
        assert before.count("Light helps.") == 1
    archive = str(personal_data.export(ana)["care"]), str(personal_data.export(ines)["care"])
    assert ["Light helps." in one for one in archive] == [False, True]


def test_words_are_helped_once_and_never_blocked(ana, ines, tie, kept):
    hand(ana, tie, questions=("Why?",))
    address = f"/care/people/{tie.pk}/questions/{Question.objects.get().pk}/"
    words = {"words": "People who suffer from schizophrenia are non-compliant."}
    browser = browser_of(ines)

    helped = browser.post(address, words).text
    before = Question.objects.get().answered_at
    browser.post(address, {**words, "as_it_is": "yes"})

    assert "Before you send it" in helped
    assert words["words"] in helped
    assert before is None
    assert Question.objects.get().answer == words["words"]


def test_what_came_back_stays_when_it_ends(ana, ines, tie, kept):
    hand(ana, tie, questions=("Why?",))
    question = Question.objects.get()
    answering.answer(tie=tie.pk, question=question.pk, words="Light.", talk_on=None, by=ines)
    door.end_as_provider(tie=tie.pk, by=ines)

    assert "Light." in page(ana, f"/me/care/{tie.pk}/")
    with pytest.raises(Refused, match="not_here"):
        answering.answer(tie=tie.pk, question=question.pk, words="x", talk_on=None, by=ines)
    personal_data.erase(ines, keeps_words=True)
    ines.delete()
    assert "Light." in page(ana, f"/me/care/{tie.pk}/")
    assert "Ines Vidal" in page(ana, f"/me/care/{tie.pk}/")


def test_past_the_day_the_member_reads_the_truth_and_the_coordinator_a_number(ana, hana, tie, kept):
    none = (unanswered(today=in_days(0)), page(hana, "/care/checks/"))
    hand(ana, tie, questions=tuple("abcd"))
    Question.objects.update(due=in_days(-1))
    few = (unanswered(today=in_days(0)), page(hana, "/care/checks/"))
    hand(ana, tie, questions=("e",))
    Question.objects.update(due=in_days(-1))

    many = page(hana, "/care/checks/")

    assert none[0] == 0
    assert "None of the last three months is past that day" in none[1]
    assert few[0] is None
    assert "Some are past that day" in few[1]
    assert "5 of these questions are past that day and have no answer" in many
    assert "Nobody has answered by" in page(ana, f"/me/care/{tie.pk}/")
    assert "Print it and take it along" in page(ana, f"/me/care/{tie.pk}/")


def test_a_question_that_nobody_can_read_any_more_still_waits_for_an_answer(ana, tie, kept):
    hand(ana, tie, questions=tuple("abcdef"))
    past = timezone.now() - timedelta(days=2)
    Question.objects.update(handed_at=past - timedelta(days=9), until=past, due=in_days(-5))
    closing.end_what_is_due(timezone.now())
    lapsed = unanswered(today=in_days(0))
    two = [one.pk for one in Question.objects.all()[:2]]
    Question.objects.filter(pk__in=two).update(ended_at=past - timedelta(days=1))
    taken_back = unanswered(today=in_days(0))
    Question.objects.update(due=in_days(-91))

    assert (lapsed, taken_back, unanswered(today=in_days(0))) == (6, None, 0)


def test_one_screen_asks_the_same_of_the_database_however_much_is_there(ana, ines, tie, kept):
    browser, counts = browser_of(ines), []
    for parts, asked in (((WELL,), ("a",)), (("card", f"goal:{kept.pk}"), ("b", "c"))):
        hand(ana, tie, *parts, questions=asked)
        browser.get(f"/care/people/{tie.pk}/")
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/care/people/{tie.pk}/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_leaving_takes_all_of_it_and_an_archive_holds_it(ana, tie, kept):
    hand(ana, tie, WELL, questions=("Why?",))
    archive = str(personal_data.export(ana)["care"])

    personal_data.erase(ana, keeps_words=True)

    assert "I sing." in archive
    assert "Why?" in archive
    assert not Piece.objects.exists()
    assert not Question.objects.exists()


def test_the_database_keeps_the_shape(tie):
    now, later = timezone.now(), timezone.now() + timedelta(days=1)
    piece = {"tie": tie, "kind": "since", "key": "since", "content": "{}", "until": later}
    asked = {"tie": tie, "words": "Why?", "due": in_days(1), "until": later}
    Piece.objects.create(**piece)

    for model, wrong in (
        (Piece, piece),
        (Piece, {**piece, "key": "b", "until": now - timedelta(days=1)}),
        (Piece, {**piece, "key": "c", "content": ""}),
        (Piece, {**piece, "key": "d", "ended_at": now}),
        (Question, {**asked, "until": now - timedelta(days=1)}),
        (Question, {**asked, "answered_at": now}),
        (Question, {**asked, "answer": "So."}),
        (Question, {**asked, "talk_on": in_days(1)}),
        (EarlierAnswer, {"question": Question.objects.create(**asked), "at": now}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**wrong)
    Piece.objects.create(**{**piece, "ended_at": now, "content": ""})
    Question.objects.create(**asked, answered_at=now, talk_on=in_days(1))
    assert (CheckIn.objects.count(), Goal.objects.count(), GoalStep.objects.count()) == (0, 0, 0)
