"""A plan in one's own words, goals, and who may read which part of it until when."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.sealed import SealedTextField
from community.wellbeing.enums import GoalState, IdeaEnd, Section

PERSON = settings.AUTH_USER_MODEL
PART_LIMIT, GOAL_LIMIT = 4000, 300
NOTICED_WITHIN = timedelta(hours=48)  # of the step


class PlanPart(models.Model):
    """One section of somebody's plan. Only its owner writes here. `only_me`: it cannot be shared
    until the owner says otherwise."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="plan_parts")
    section = models.CharField(max_length=10, choices=Section)
    words = SealedTextField(blank=True)
    only_me = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "section"], name="a_plan_has_each_section_once"
            )
        ]


class PlanVersion(models.Model):
    """What stood in a section before."""

    part = models.ForeignKey(PlanPart, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["part", "version"], name="a_version_is_kept_once")
        ]


class Goal(models.Model):
    """What somebody wants, why, and how they will know; confidence and importance from 0 to 10."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="goals")
    words = SealedTextField()
    why = SealedTextField(blank=True)
    measure = SealedTextField(blank=True)
    helper = SealedTextField(blank=True)
    confidence = models.PositiveSmallIntegerField(null=True)
    importance = models.PositiveSmallIntegerField(null=True)
    review_on = models.DateField()
    state = models.CharField(max_length=10, choices=GoalState, default=GoalState.GOING)
    version = models.PositiveIntegerField(default=1)
    began_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(confidence=None) | Q(confidence__lte=10))
                & (Q(importance=None) | Q(importance__lte=10)),
                name="a_goal_is_weighed_from_zero_to_ten",
            )
        ]

    @property
    def is_due(self) -> bool:
        """Whether it is time to look at it again: keep it, change it, let go of it, celebrate it."""
        return self.state == GoalState.GOING and self.review_on <= timezone.localdate()


class GoalVersion(models.Model):
    """What a goal was before: its words, why, how it shows, who can help, how it was weighed, when it
    was to be looked at again, and where it stood. Its owner reads this, and nobody with whom the goal
    is shared."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    words = SealedTextField()
    why = SealedTextField(blank=True)
    measure = SealedTextField(blank=True)
    helper = SealedTextField(blank=True)
    confidence = models.PositiveSmallIntegerField(null=True)
    importance = models.PositiveSmallIntegerField(null=True)
    review_on = models.DateField(null=True)  # versions of earlier days do not say
    state = models.CharField(max_length=10, choices=GoalState)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "version"], name="a_version_of_a_goal_is_kept_once"
            )
        ]


class GoalStep(models.Model):
    """One step on the way."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    words = SealedTextField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]


class Noticing(models.Model):
    """Somebody would like somebody at their side to notice a step they took. Asked once a step;
    answered with a few words, or put away."""

    step = models.ForeignKey(GoalStep, on_delete=models.CASCADE, related_name="noticings")
    to = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="to_notice")
    asked_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["step", "to"], name="one_person_is_asked_once_to_notice_a_step"
            )
        ]

    @property
    def best_until(self) -> datetime | None:
        """Until when it means most to be noticed; None once that is over."""
        until = (self.step.done_at or self.asked_at) + NOTICED_WITHIN
        return until if until > timezone.now() else None


class PlanIdea(models.Model):
    """Somebody who may read a section or a goal suggests words for it, or, with neither, one more
    goal; the owner takes, changes or declines."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="plan_ideas")
    by = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    section = models.CharField(max_length=10, choices=Section, blank=True)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, related_name="ideas")
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    end = models.CharField(max_length=8, choices=IdeaEnd, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=F("by")), name="a_plan_idea_comes_from_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(section="") | Q(goal=None),
                name="a_plan_idea_is_for_a_section_or_for_a_goal",
            ),
        ]


class Share(models.Model):
    """One part of somebody's space, for one other person, until a day. `what` names the part:
    "section:well", "goal:5", "days", "scale:gad-7", "answers:gad-7"."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="shares")
    to = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="shared_with")
    what = models.CharField(max_length=40)
    began_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "to", "what"],
                condition=Q(ended_at=None),
                name="a_part_is_shared_once_with_one_person",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("began_at")), name="sharing_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("to")), name="one_shares_with_somebody_else"
            ),
        ]


class ShareView(models.Model):
    """When a shared part was looked at: its owner reads this."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="views")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
