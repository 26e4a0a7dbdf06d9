"""What comes back: ideas that only the owner takes, wishes that need no reason to refuse, what came of
talking, and what somebody saw in a step. All of it stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.enums import Role
from community.care.actions import back as actions
from community.care.actions import checking, door, handing, taking
from community.care.actions.back import Decided, Wish
from community.care.enums import Came
from community.care.models import Outcome, Piece, ScaleRequest, ShownStep, Suggestion
from community.care.personal_data import erase
from community.care.queries import back as queries
from community.care.queries.choosing import end_of
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing.actions import answers, plan
from community.wellbeing.enums import Section
from community.wellbeing.models import Completed, GoalStep, PlanPart, SmallAct
from community.wellbeing.queries.completed import scale_of
from tests.care.conftest import found, in_days, still_of
from tests.care.test_handing import fill, hand, kept, page, person_page
from tests.people import browser_of, person
from tests.wellbeing.conftest import lena

__all__ = ["kept", "lena"]


@pytest.fixture
def handed(ana, tie, kept):
    """A goal and a section of Ana's are with Ines."""
    hand(ana, tie, "section:well", f"goal:{kept.pk}")
    Notification.objects.all().delete()
    return kept


def wish(**other):
    given = {"instrument": "gad-7", "why": "To see the nights.", "then": "We look at it together."}
    return Wish(**{**given, "until": in_days(5), **other})


def target(kind):
    return f"p{Piece.objects.get(kind=kind, ended_at=None).pk}"


def mine(ana, tie):
    return page(ana, f"/me/care/{tie.pk}/")


def test_an_idea_is_taken_changed_or_left_and_only_the_owner_writes(ana, ines, tie, handed):
    browser, hers = browser_of(ines), browser_of(ana)
    for what, words in (
        (target("goal"), "To the corner"),
        (target("section"), "I hum."),
        ("calm", "Tea"),
    ):
        for _twice in range(2):
            browser.post(f"/care/people/{tie.pk}/suggest/", {"target": what, "words": words})
    step, section, act = Suggestion.objects.order_by("pk")
    waiting = mine(ana, tie)
    at = f"/me/care/{tie.pk}/ideas"

    hers.post(f"{at}/{step.pk}/", {"words": "To the lamp post"})
    hers.post(f"{at}/{section.pk}/", {"words": "I hum."})
    hers.post(f"{at}/{act.pk}/", {"words": "Tea", "leave": "yes"})

    ends = list(Suggestion.objects.order_by("pk").values_list("end", flat=True))
    assert "To the corner" in waiting
    assert "Walk to the shop" in waiting
    assert ends == ["changed", "taken", "declined"]
    assert [s.words for s in GoalStep.objects.order_by("pk")][-1] == "To the lamp post"
    assert PlanPart.objects.get(section=Section.WELL).words == "I sing.\nI hum."
    assert not SmallAct.objects.exists()
    assert not Notification.objects.filter(person=ines).exists()
    for told in ("To the corner", "I hum.", "declined", "not taken"):
        assert told not in person_page(ines, tie)
    settled = mine(ana, tie).split("Ideas that are settled")[1].split("</details>")[0]
    for words in ("To the corner", "taken and changed", "I hum.", "Tea", "not taken"):
        assert words in settled


def test_an_idea_that_could_not_be_taken_keeps_the_words_in_its_box(ana, ines, tie, handed):
    idea = actions.suggest(tie=tie.pk, target=target("section"), words="I hum.", by=ines)
    long = "I hum in the hall. " * 400

    answer = browser_of(ana).post(f"/me/care/{tie.pk}/ideas/{idea.pk}/", {"words": long})

    idea.refresh_from_db()
    assert answer.status_code == 422
    assert long.strip() in answer.text
    assert (idea.end, idea.words) == ("", "I hum.")


def test_nothing_is_suggested_for_what_was_not_handed_over(ana, ines, tie, handed):
    for what in ("section:crisis", f"goal:{handed.pk}", "p0", "nothing"):
        with pytest.raises(Refused, match="not_here"):
            actions.suggest(tie=tie.pk, target=what, words="x", by=ines)
    before = target("section")
    Piece.objects.filter(kind="section").update(ended_at=timezone.now(), content="")

    with pytest.raises(Refused, match="not_here"):
        actions.suggest(tie=tie.pk, target=before, words="x", by=ines)
    assert not Suggestion.objects.exists()


def test_a_page_that_quotes_a_goal_goes_blank_with_it(ana, ines, tie, handed):
    read = page(ines, f"/care/people/{tie.pk}/suggest/")
    still = still_of(read)
    before = browser_of(ines).get(still).status_code

    Piece.objects.filter(kind="goal").update(ended_at=timezone.now(), content="")

    quoted = read.split("<form", 1)[1].split("data-still-too", 1)[1].split("</fieldset>")[0]
    assert "Walk to the shop" in quoted
    assert read.count("Walk to the shop") == 1
    assert (before, browser_of(ines).get(still).status_code) == (204, 404)


def test_an_idea_for_a_goal_that_is_gone_says_so(ana, ines, tie, handed):
    idea = actions.suggest(tie=tie.pk, target=target("goal"), words="Shoes", by=ines)
    plan.delete_goal(goal=handed.pk, by=ana)

    answer = browser_of(ana).post(
        f"/me/care/{tie.pk}/ideas/{idea.pk}/", {"words": "Shoes"}, follow=True
    )

    assert "That goal is not there any more." in answer.text
    assert Suggestion.objects.get().end == ""


def test_a_scale_is_asked_for_with_why_and_what_then_and_needs_no_reason_to_refuse(ana, ines, tie):
    actions.ask_for_scale(tie=tie.pk, wish=wish(), by=ines)
    asked = mine(ana, tie)
    with pytest.raises(Refused, match="asked"):
        actions.ask_for_scale(tie=tie.pk, wish=wish(), by=ines)

    browser_of(ana).post(f"/me/care/{tie.pk}/asked/{ScaleRequest.objects.get().pk}/")

    for words in ("To see the nights.", "We look at it together.", "Not this time", "GAD\u20117"):
        assert words in asked
    assert "To see the nights." not in mine(ana, tie)
    assert "not this time" in person_page(ines, tie)
    with pytest.raises(Refused, match="lately"):
        actions.ask_for_scale(tie=tie.pk, wish=wish(), by=ines)


def test_nobody_is_asked_more_often_however_many_ask_and_who_asks_learns_of_no_other(
    ana, ines, hana, tie
):
    omar = person("omar-reed", Role.PROVIDER)
    other = checking.check(person=omar.pk, found=found(name="Omar Reed"), by=hana)
    omars = door.choose(provider=other.pk, called="Ana", by=ana)
    before = actions.ask_for_scale(tie=tie.pk, wish=wish(), by=ines)
    Notification.objects.all().delete()

    actions.ask_for_scale(tie=omars.pk, wish=wish(until=in_days(20), why="Omar's"), by=omar)
    early, read = mine(ana, omars), page(omar, f"/care/people/{omars.pk}/")
    actions.tell_of_wishes(timezone.now())
    told_early = Notification.objects.filter(person=ana).exists()
    door.end_as_member(tie=tie.pk, by=ana)
    again = door.choose(provider=tie.provider_id, called="A. B.", by=ana)
    third = actions.ask_for_scale(tie=again.pk, wish=wish(until=in_days(30)), by=ines)
    ScaleRequest.objects.filter(tie=omars).update(asks_from=timezone.now())
    actions.tell_of_wishes(timezone.now())

    assert ("Omar&#x27;s" in early, told_early) == (False, False)
    assert 'GAD\u20117) <span class="soft">until' in read
    assert third.asks_from - before.asks_from == 2 * timedelta(days=14)
    assert "Omar&#x27;s" in mine(ana, omars)
    assert Notification.objects.get(person=ana).path == f"/me/care/{omars.pk}/"


def test_what_is_handed_over_answers_the_wish_and_filling_in_alone_does_not(ana, ines, tie, lena):
    actions.ask_for_scale(tie=tie.pk, wish=wish(instrument="phq-9"), by=ines)
    filled = fill(ana, nine=0)
    between = person_page(ines, tie)

    hand(ana, tie, f"answers:{filled.pk}")

    assert [one.key for one in queries.scales()] == ["phq-9", "phq-2", "gad-7", "gad-2"]
    assert queries.answers_wish("phq-8") == ["phq-8", "phq-9"]
    assert 'PHQ\u20119) <span class="soft">until' in between
    assert ScaleRequest.objects.get().end == "given"
    assert 'PHQ\u20119) <span class="soft">handed over' in person_page(ines, tie)


def test_a_wish_past_its_day_is_put_away_and_reads_the_same(ana, ines, tie):
    actions.ask_for_scale(tie=tie.pk, wish=wish(), by=ines)
    ScaleRequest.objects.update(until=in_days(-1))

    actions.lapse_wishes(timezone.now())

    assert ScaleRequest.objects.get().end == "not_now"
    for wrong in (
        {"until": in_days(-1)},
        {"until": in_days(93)},
        {"why": " "},
        {"instrument": "x"},
    ):
        with pytest.raises(Refused):
            actions.ask_for_scale(tie=tie.pk, wish=wish(**wrong), by=ines)


def test_what_came_of_it_says_by_whom_and_when_and_the_member_says_whether_it_is_so(ana, ines, tie):
    form = {
        "about": "Mornings", "came": "change", "words": "At nine.", "look_on": in_days(6),
        "decided_by": "other", "decided_on": in_days(-1),
    }  # fmt: skip
    browser, at = browser_of(ines), f"/care/people/{tie.pk}/outcome/"
    nobody = browser.post(at, form)
    not_yet = browser.post(at, {**form, "who": "Her sister", "decided_on": in_days(1)})
    browser.post(at, {**form, "who": "Her sister"})
    written, at = mine(ana, tie), f"/me/care/{tie.pk}/outcomes/{Outcome.objects.get().pk}/"
    browser_of(ana).post(at, {"no": "no"})
    other = person_page(ines, tie)

    browser_of(ana).post(at, {"yes": "yes"})

    assert "Please say who decided it." in nobody.text
    assert "That day has not come yet." in not_yet.text
    assert "Mornings: Change" in written
    assert f"Decided by Her sister, {in_days(-1).day}" in written
    assert f"written down by Ines Vidal, {in_days(0).day}" in written
    assert "they remember it another way" in other
    assert "they say that it is so" in person_page(ines, tie)
    assert Notification.objects.filter(person=ana, kind="care_back").count() == 1


def test_a_step_is_shown_by_choice_and_noticed_once_within_two_days(ana, ines, tie, kept):
    step = kept.steps.get()
    nothing = browser_of(ana).get(f"/me/care/{tie.pk}/steps/").text
    with pytest.raises(Refused, match="not_here"):
        taking.show_step(tie=tie.pk, step=step.pk, by=ana)
    plan.turn_step(goal=kept.pk, step=step.pk, by=ana)
    for _twice in range(2):
        form = {"step": step.pk, "until": in_days(3).isoformat()}
        browser_of(ana).post(f"/me/care/{tie.pk}/steps/", form)
    shown = ShownStep.objects.get()
    asked = person_page(ines, tie)

    at = f"/care/people/{tie.pk}/steps/{shown.pk}/"
    browser_of(ines).post(at, {"saw": "You did it in rain.", "strength": "Will"})

    assert "There is no step yet" in nothing
    assert timezone.localtime(shown.until).date() == in_days(3)
    with pytest.raises(Refused, match="end"):
        taking.show_step(tie=tie.pk, step=step.pk, until=end_of(in_days(99)), by=ana)
    assert "Shoes by the door" in asked
    assert "Say what you noticed" in asked
    assert "You did it in rain." in mine(ana, tie)
    assert browser_of(ines).get(at).status_code == 404
    handing.take_step_back(step=shown.pk, by=ana)
    late = taking.show_step(tie=tie.pk, step=step.pk, by=ana)
    ShownStep.objects.filter(pk=late.pk).update(handed_at=timezone.now() - timedelta(hours=49))
    assert "Say what you noticed" not in person_page(ines, tie)
    with pytest.raises(Refused, match="not_here"):
        actions.notice(tie=tie.pk, step=late.pk, saw="x", strength="", by=ines)


def test_when_it_ends_what_was_written_stays_with_the_member_alone(ana, ben, ines, tie, handed):
    step = handed.steps.get()
    plan.turn_step(goal=handed.pk, step=step.pk, by=ana)
    shown = taking.show_step(tie=tie.pk, step=step.pk, by=ana)
    actions.notice(tie=tie.pk, step=shown.pk, saw="You went.", strength="", by=ines)
    said = Decided(about="Mornings", came=Came.KEEP)
    outcome = actions.write_outcome(tie=tie.pk, said=said, by=ines)
    idea = actions.suggest(tie=tie.pk, target="calm", words="Tea", by=ines)
    actions.ask_for_scale(tie=tie.pk, wish=wish(), by=ines)
    written = str(personal_data.export(ines)["care"])
    door.end_as_member(tie=tie.pk, by=ana)

    kept_words = mine(ana, tie)
    assert "Tea" in written

    for words in ("You went.", "Mornings", "Tea"):
        assert words in kept_words
    for name in ("suggest", "ask", "outcome", f"steps/{shown.pk}"):
        assert browser_of(ines).get(f"/care/people/{tie.pk}/{name}/").status_code == 404
    for act in (
        lambda: actions.suggest(tie=tie.pk, target="calm", words="x", by=ines),
        lambda: taking.take(suggestion=idea.pk, words="x", by=ben),
        lambda: taking.say_of_outcome(outcome=outcome.pk, agreed=True, by=ben),
        lambda: taking.say_of_outcome(outcome=outcome.pk, agreed=True, by=ana),
    ):
        with pytest.raises(Refused, match="not_here"):
            act()
    assert ScaleRequest.objects.get().end == "not_now"
    archive = str(personal_data.export(ana)["care"])
    assert "You went." not in archive
    assert "Tea" not in archive
    assert "noticed_at" in archive
    assert "agreed" in archive
    assert "not_now" in archive
    theirs = personal_data.export(ines)["care"]
    assert "Tea" not in str(theirs)
    assert "not_now" not in str(theirs)
    erase(ana, keeps_words=False)
    assert personal_data.export(ines)["care"] == theirs  # that somebody has gone is not told
    assert "/outcomes/" not in kept_words


def test_a_scale_that_was_completed_is_asked_for_and_read_in_the_words_it_was_asked_in(
    ana, ines, tie
):
    words = {"instrument": "ucla-3", "permission": "By mail", "stem": "Lately:"}
    Completed.objects.create(**words, items=["How near?", "How often?", "How long?"])
    ucla_3 = scale_of("ucla-3")
    actions.ask_for_scale(tie=tie.pk, wish=wish(instrument="ucla-3"), by=ines)
    answers.begin(instrument=ucla_3, by=ana)
    for item in range(3):
        answers.answer(instrument=ucla_3, item=item, value=1, by=ana)
    filled = answers.finish(instrument=ucla_3, by=ana)
    hand(ana, tie, f"answers:{filled.pk}")
    Completed.objects.all().delete()

    [said] = [piece.said for piece in Piece.objects.all()]
    shown = person_page(ines, tie)

    assert (said["version"], said["rule"]) == ("1.1", filled.rule)
    for part in ("Lately:", "How near?", "How often?", "How long?", "Res Aging"):
        assert part in shown
    assert ScaleRequest.objects.get().end == "given"


def test_the_database_keeps_the_shape(tie):
    now, later = timezone.now(), timezone.now() + timedelta(days=1)
    asked = {"tie": tie, "instrument": "gad-7", "why": "x", "then": "x", "until": in_days(1)}
    ScaleRequest.objects.create(**asked)

    for model, wrong in (
        (ScaleRequest, asked),
        (ScaleRequest, {**asked, "instrument": "who-5", "end": "given"}),
        (Suggestion, {"tie": tie, "target": "act:calm", "words": "x", "settled_at": now}),
        (Outcome, {"tie": tie, "about": "x", "came": "keep", "agreed": True}),
        (Outcome, {"tie": tie, "about": "x", "came": "keep", "decided_by": "other"}),
        (Outcome, {"tie": tie, "about": "x", "came": "keep", "who": "x"}),
        (ShownStep, {"tie": tie, "goal": "x", "words": "x", "until": now - timedelta(days=1)}),
        (ShownStep, {"tie": tie, "goal": "x", "words": "x", "until": later, "saw": "x"}),
        (ShownStep, {"tie": tie, "goal": "x", "words": "x", "until": later, "noticed_at": now}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**wrong)
    ScaleRequest.objects.create(**{**asked, "end": "given", "settled_at": now})
    Outcome.objects.create(tie=tie, about="x", came="keep", agreed=False, agreed_at=now)
    Outcome.objects.create(tie=tie, about="x", came="keep", decided_by="other", who="x")
