"""The plan's part of what is kept about a person."""

from typing import Any

from community.accounts.models import Person
from community.wellbeing.models import Goal, PlanIdea, PlanPart, Share, ShareLink, Visit


def export(person: Person) -> dict[str, Any]:
    """Sections and goals with what stood there before, steps, who may read what and when
    they looked. What others suggested is theirs; what one suggested to others is one's own."""
    parts = PlanPart.objects.filter(person=person).prefetch_related("versions")
    goals = Goal.objects.filter(person=person).prefetch_related("steps", "versions")
    shares = Share.objects.filter(person=person).select_related("to").prefetch_related("views")
    return {
        "my_plan": [_part(part) for part in parts],
        "goals": [_goal(goal) for goal in goals],
        "shared": [
            {
                "what": share.what,
                "with": share.to.handle,
                "began_at": share.began_at,
                "until": share.until,
                "ended_at": share.ended_at,
                "looked_at": [view.at for view in share.views.all()],
            }
            for share in shares
        ],
        "links": [
            {
                "parts": link.parts,
                "began_at": link.began_at,
                "until": link.until,
                "ended_at": link.ended_at,
                "looked_at": [view.at for view in link.views.all()],
            }
            for link in ShareLink.objects.filter(person=person).prefetch_related("views")
        ],
        "appointments": [
            {
                "at": visit.at,
                "name": visit.name,
                "where": visit.where,
                "who": visit.who,
                "how_it_went": [
                    {"about": row.about, "value": row.value, "for": row.for_whom, "at": row.at}
                    for row in visit.answers.all()
                ],
            }
            for visit in Visit.objects.filter(person=person).prefetch_related("answers")
        ],
        "words_suggested_to_others": [
            {"at": idea.at, "section": idea.section or "a goal", "words": idea.words}
            for idea in PlanIdea.objects.filter(by=person)
        ],
    }


def _part(part: PlanPart) -> dict[str, Any]:
    return {
        "section": str(part.get_section_display()),
        "words": part.words,
        "only_me": part.only_me,
        "before": [{"at": one.at, "words": one.words} for one in part.versions.all()],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "words": goal.words,
        "why": goal.why,
        "measure": goal.measure,
        "helper": goal.helper,
        "confidence": goal.confidence,
        "importance": goal.importance,
        "review_on": goal.review_on,
        "state": goal.state,
        "steps": [{"words": one.words, "done_at": one.done_at} for one in goal.steps.all()],
        "before": [
            {
                "at": one.at,
                "words": one.words,
                "why": one.why,
                "measure": one.measure,
                "helper": one.helper,
                "confidence": one.confidence,
                "importance": one.importance,
                "review_on": one.review_on,
                "state": one.state,
            }
            for one in goal.versions.all()
        ],
    }
