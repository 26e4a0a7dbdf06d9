"""A plan in one's own words: only the owner writes, what stood there is kept, others suggest."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing.actions import plan as actions
from community.wellbeing.actions.plan import Wanted
from community.wellbeing.enums import GoalState, Review, Section
from community.wellbeing.models import Goal, GoalVersion, PlanIdea, PlanPart, Share
from tests.people import browser_of

PLAN, GOALS = "/me/my-plan/", "/me/goals/"


def write(person, words, *, section=Section.WELL, only_me=False):
    return actions.write_part(section=section, words=words, only_me=only_me, by=person)


def test_a_section_is_written_and_what_stood_there_is_kept(ana):
    browser = browser_of(ana)
    for words in ("I sing.", "I sing and cook."):
        browser.post(f"{PLAN}well/", {"words": words})

    page = browser.get(f"{PLAN}well/").text

    assert "I sing and cook." in page
    assert "What stood here before" in page
    assert [(p.version, p.words) for p in PlanPart.objects.all()] == [(2, "I sing and cook.")]


def test_two_sections_are_for_oneself_until_one_says_otherwise(ana):
    page = browser_of(ana).get(PLAN).text

    alone = [
        s for s in Section if "only me" in page.split(f"{PLAN}{s.value}/")[1].split("</li>")[0]
    ]
    assert alone == [Section.SETS_OFF, Section.CRISIS]
    assert " checked" in browser_of(ana).get(f"{PLAN}crisis/").text.split('id="id_only_me"')[1][:20]


def test_nobody_else_finds_it(ana, ben, emil, hana):
    write(ana, "I sing.")
    goal = actions.set_goal(wanted=Wanted("Walk to the shop"), by=ana)

    for somebody in (ben, emil, hana):
        assert "I sing." not in browser_of(somebody).get(f"{PLAN}well/").text
        for address in ("", "change/", "review/"):
            posted = browser_of(somebody).post(
                f"{GOALS}{goal.pk}/{address}", {"review": "stop", "words": "x", "delete": "yes"}
            )
            assert posted.status_code == 404
    assert Goal.objects.get().state == GoalState.GOING


def test_who_is_less_sure_is_asked_for_a_smaller_step(ana):
    answer = browser_of(ana).post(f"{GOALS}new/", {"words": "Walk to the shop", "confidence": "6"})

    assert "Would a smaller step do to begin with?" in browser_of(ana).get(answer["Location"]).text


@pytest.mark.parametrize(
    ("review", "state"),
    [("keep", "going"), ("change", "going"), ("stop", "stopped"), ("celebrate", "reached")],
)
def test_after_four_weeks_a_goal_is_kept_changed_let_go_or_celebrated(ana, review, state):
    goal = actions.set_goal(wanted=Wanted("Walk", review_on=timezone.localdate()), by=ana)

    browser_of(ana).post(f"{GOALS}{goal.pk}/review/", {"review": review})

    found = Goal.objects.get()
    assert (found.state, found.review_on) == (state, timezone.localdate() + actions.REVIEW_AFTER)


def test_what_a_goal_was_is_kept_for_its_owner_alone(ana, dora, pair):
    first = Wanted("Walk", why="The air", measure="I sleep", helper="Cleo", confidence=8)
    goal = actions.set_goal(wanted=first, by=ana)
    until = timezone.now() + actions.REVIEW_AFTER
    Share.objects.create(person=ana, to=dora, what=f"goal:{goal.pk}", until=until)
    mine, page = browser_of(ana), f"{GOALS}{goal.pk}/"
    for words in ("Swim", "Swim "):  # the second changes nothing
        mine.post(f"{page}change/", {"words": words, "helper": "Ben", "importance": 9})
    shared = browser_of(dora).get(f"/shared/{ana.pk}/").text
    mine.post(f"{page}review/", {"review": "celebrate"})

    before = mine.get(page).text.split("What stood here before")[1]
    taken = personal_data.export(ana)["wellbeing"]["goals"][0]["before"]

    told = ("words", "why", "measure", "helper", "importance", "confidence", "state")
    assert [tuple(row[name] for name in told) for row in taken] == [
        ("Swim", "", "", "Ben", 9, None, "going"),
        ("Walk", "The air", "I sleep", "Cleo", None, 8, "going"),
    ]
    assert [row["review_on"] for row in taken] == [goal.review_on] * 2
    was = ("Swim", "Walk", "The air", "I sleep", "Cleo", "mattered: 9 of 10", "sure I was: 8 of 10")
    assert [words for words in was if words not in before] == []
    assert "Swim" in shared
    assert not any(words in shared for words in ("Walk", "The air", "I sleep", "stood here"))
    actions.delete_goal(goal=goal.pk, by=ana)
    assert not GoalVersion.objects.exists()


def test_steps_are_added_done_and_not_done_after_all(ana):
    goal, browser = actions.set_goal(wanted=Wanted("Walk"), by=ana), browser_of(ana)
    browser.post(f"{GOALS}{goal.pk}/", {"words": "Shoes by the door"})
    step = goal.steps.get()

    browser.post(f"{GOALS}{goal.pk}/steps/{step.pk}/")
    done = goal.steps.get().done_at
    browser.post(f"{GOALS}{goal.pk}/steps/{step.pk}/")

    assert done is not None
    assert goal.steps.get().done_at is None


@pytest.fixture
def idea(ana, dora, pair):
    """Dora, who may read the section, suggests words for it."""
    write(ana, "I sing.")
    until = timezone.now() + actions.REVIEW_AFTER
    Share.objects.create(person=ana, to=dora, what="section:well", until=until)
    Notification.objects.all().delete()
    return actions.suggest_words(person=ana.pk, section=Section.WELL, words="I cook.", by=dora)


@pytest.mark.parametrize(
    ("posted", "words", "end"),
    [
        ({"take": "yes", "words": "I cook."}, "I sing.\nI cook.", "taken"),
        ({"take": "yes", "words": "I bake."}, "I sing.\nI bake.", "changed"),
        ({"words": "I cook."}, "I sing.", "declined"),
    ],
)
def test_the_owner_takes_changes_or_leaves_a_suggestion_and_nobody_is_told(
    ana, dora, idea, posted, words, end
):
    seen = browser_of(ana).get(PLAN).text
    Notification.objects.all().delete()

    browser_of(ana).post(f"{PLAN}ideas/{idea.pk}/", posted)

    assert "dora-wren suggests for “When I am well”" in seen
    assert (PlanPart.objects.get().words, PlanIdea.objects.get().end) == (words, end)
    assert not Notification.objects.exists()


def test_nobody_suggests_for_what_they_may_not_read(ana, ben, dora, idea):
    for by, section in ((ben, Section.WELL), (dora, Section.CRISIS)):
        with pytest.raises(Refused):
            actions.suggest_words(person=ana.pk, section=section, words="Mine.", by=by)
    assert browser_of(ben).post(f"{PLAN}ideas/{idea.pk}/", {"take": "yes"}).status_code == 404


def test_the_database_keeps_the_shape(ana):
    write(ana, "I sing.")

    with pytest.raises(IntegrityError), transaction.atomic():
        PlanPart.objects.create(person=ana, section="well")
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(person=ana, words="x", review_on=timezone.localdate(), confidence=11)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanIdea.objects.create(person=ana, by=ana, section="well", words="x")


def test_it_goes_along_and_it_goes_away(ana, dora, idea):
    actions.set_goal(wanted=Wanted("Walk"), by=ana)

    taken = personal_data.export(ana)["wellbeing"]
    doras = personal_data.export(dora)["wellbeing"]["words_suggested_to_others"]
    personal_data.erase(ana, keeps_words=True)

    assert [row["words"] for row in taken["my_plan"]] == ["I sing."]
    assert [row["words"] for row in taken["goals"]] == ["Walk"]
    assert [row["with"] for row in taken["shared"]] == ["dora-wren"]
    assert [row["words"] for row in doras] == ["I cook."]
    assert not any(m.objects.exists() for m in (PlanPart, Goal, PlanIdea, Share))


def test_a_goal_is_looked_at_again_on_its_day_and_not_before(ana):
    goal = actions.set_goal(wanted=Wanted("Walk to the shop"), by=ana)
    pages = (PLAN, f"{GOALS}{goal.pk}/", "/me/")
    said = ("to look at again", "You meant to look at this one again.", "A goal to look at again")

    def seen():
        return [
            words in browser_of(ana).get(page).text for page, words in zip(pages, said, strict=True)
        ]

    assert seen() == [False] * 3
    Goal.objects.update(review_on=timezone.localdate())
    assert seen() == [True] * 3
    actions.review_goal(goal=goal.pk, review=Review.KEEP, by=ana)
    assert seen() == [False] * 3
