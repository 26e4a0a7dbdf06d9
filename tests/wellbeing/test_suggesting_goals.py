"""Who reads a goal suggests other words for it, or one more; the owner alone decides, and says nothing."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts import personal_data
from community.notifications.models import Notification
from community.wellbeing import rules_sharing
from community.wellbeing.actions import plan
from community.wellbeing.actions.plan import REVIEW_AFTER, Wanted
from community.wellbeing.enums import Section
from community.wellbeing.models import Goal, PlanIdea, Share
from tests.people import browser_of

PLAN = "/me/my-plan/"


@pytest.fixture
def goal(ana, dora, pair):
    """Ana's goal, which Dora reads."""
    made = plan.set_goal(wanted=Wanted("Walk", why="The air", confidence=7), by=ana)
    until = timezone.now() + REVIEW_AFTER
    Share.objects.create(person=ana, to=dora, what=f"goal:{made.pk}", until=until)
    Notification.objects.all().delete()
    return made


def goals_of(person):
    return [(one.words, one.why, one.confidence) for one in Goal.objects.filter(person=person)]


@pytest.mark.parametrize(
    ("posted", "end"),
    [
        ({"take": "yes", "words": "Swim"}, "taken"),
        ({"take": "yes", "words": "Float"}, "changed"),
        ({"words": "Swim"}, "declined"),
    ],
)
@pytest.mark.parametrize("is_new", [False, True], ids=["other words", "one more goal"])
def test_the_owner_takes_changes_or_leaves_it_and_nobody_is_told(
    ana, dora, goal, is_new, posted, end
):
    said = "dora-wren suggests " + ("a goal" if is_new else "other words for “Walk”")
    address = f"/shared/{ana.pk}/goals/{'' if is_new else f'{goal.pk}/'}suggest/"
    offered = f'href="{address}"' in browser_of(dora).get(f"/shared/{ana.pk}/").text
    form = browser_of(dora).get(address).text  # on a page that is not made anew while one writes
    offered = offered and 'http-equiv="refresh"' not in form and "Walk" not in form

    browser_of(dora).post(address, {"words": "Swim"})
    told = [*Notification.objects.values_list("person", "kind")]
    seen, before = browser_of(ana).get(PLAN).text, goals_of(ana)
    Notification.objects.all().delete()
    browser_of(ana).post(f"{PLAN}ideas/{PlanIdea.objects.get().pk}/", posted)

    old, words = ("Walk", "The air", 7), posted["words"]
    taken = [(words, "", None), old] if is_new else [(words, "The air", 7)]
    assert (offered, told, said in seen, before) == (True, [(ana.pk, "plan_idea")], True, [old])
    assert goals_of(ana) == ([old] if end == "declined" else taken)
    assert PlanIdea.objects.get().end == end
    assert not Notification.objects.exists()
    (archived,) = personal_data.export(dora)["wellbeing"]["words_suggested_to_others"]
    assert (archived["section"], archived["words"]) == ("a goal", "Swim")
    assert set(archived) == {"at", "section", "words"}


@pytest.mark.parametrize(
    ("shared", "section", "goal", "may"),
    [
        ({"goal:5"}, "", 5, True),
        ({"goal:5"}, "", None, True),
        ({"section:well"}, "well", None, True),
        ({"goal:5"}, "", 6, False),
        ({"goal:5"}, "well", None, False),
        ({"section:well", "days"}, "", None, False),
        (set(), "", None, False),
    ],
)
def test_one_suggests_for_what_one_may_read(shared, section, goal, may):
    refused = rules_sharing.may_suggest(shared, section=section, goal=goal)

    assert (refused is None) is may


def test_it_ends_with_the_sharing(ana, ben, dora, goal):
    other = plan.set_goal(wanted=Wanted("Sing"), by=ana)

    def answers(somebody, *places):
        at = [f"/shared/{ana.pk}/goals/{place}suggest/" for place in places]
        return [browser_of(somebody).post(one, {"words": "Mine"}).status_code for one in at]

    def looks(somebody):
        return browser_of(somebody).get(f"/shared/{ana.pk}/goals/{goal.pk}/suggest/").status_code

    before = answers(dora, f"{other.pk}/") + answers(ben, f"{goal.pk}/", "") + [looks(ben)]
    while_shared = answers(dora, f"{goal.pk}/", "")
    idea = PlanIdea.objects.earliest("pk")
    not_bens = browser_of(ben).post(f"{PLAN}ideas/{idea.pk}/", {"take": "yes"}).status_code
    browser_of(ana).post(f"/me/sharing/{Share.objects.get().pk}/end/")
    afterwards = answers(dora, f"{goal.pk}/", "")

    assert (before, while_shared, not_bens) == ([404] * 4, [302] * 2, 404)
    assert [*afterwards, looks(dora)] == [404] * 3
    assert PlanIdea.objects.count() == 2


def test_the_same_questions_are_asked_for_one_idea_and_for_three(ana, dora, goal):
    browser, counts = browser_of(ana), []
    browser.get(PLAN)
    for more in (1, 2):
        for _ in range(more):
            plan.suggest_goal(person=ana.pk, goal=goal.pk, words="Swim", by=dora)
        with CaptureQueriesContext(connection) as asked:
            browser.get(PLAN)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_the_database_keeps_the_shape(ana, dora, goal):
    idea = {"person": ana, "by": dora, "words": "Swim"}
    version = {"goal": goal, "version": 1, "words": "Walk", "state": "going"}
    for place in ({"goal": goal}, {"section": Section.WELL}, {}):
        PlanIdea.objects.create(**idea, **place)
    goal.versions.create(**version)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlanIdea.objects.create(**idea, goal=goal, section=Section.WELL)
    with pytest.raises(IntegrityError), transaction.atomic():
        goal.versions.create(**version)
