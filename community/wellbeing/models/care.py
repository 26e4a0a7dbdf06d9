"""Small acts of a week, thanks between two people, and feedback to the house."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.sealed import SealedTextField
from community.wellbeing.enums import About, Area, Done, Takes

PERSON = settings.AUTH_USER_MODEL
ACT_LIMIT, THANKS_LIMIT, FEEDBACK_LIMIT = 120, 300, 1000
ACTS_A_WEEK = 3


class SmallAct(models.Model):
    """One tiny act of one week; at most three, so that a week stays light. What became of it is
    for nobody else and is never added up."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="small_acts")
    week = models.DateField()  # its Monday
    place = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=10, choices=Area)
    words = SealedTextField()
    when = SealedTextField(blank=True)
    where = SealedTextField(blank=True)
    sure = models.PositiveSmallIntegerField(null=True)  # how sure one is to do it, 0 to 10
    done = models.CharField(max_length=8, choices=Done, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["week", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "week", "place"], name="an_act_has_its_place_in_the_week"
            ),
            models.CheckConstraint(
                condition=Q(place__range=(1, ACTS_A_WEEK)), name="a_week_has_three_acts_at_most"
            ),
            models.CheckConstraint(
                condition=Q(sure=None) | Q(sure__lte=10), name="one_is_sure_from_zero_to_ten"
            ),
        ]


class ActIdea(models.Model):
    """Somebody at one's side suggests one act. It can be taken, changed or put away, and nobody is
    told which."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="act_ideas")
    by = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    area = models.CharField(max_length=10, choices=Area)
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "by"],
                condition=Q(settled_at=None),
                name="one_idea_waits_from_one_person",
            ),
            models.CheckConstraint(
                condition=~Q(person=F("by")), name="an_idea_comes_from_somebody_else"
            ),
        ]


class Recognition(models.Model):
    """How somebody would like to be thanked, and for what."""

    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, related_name="recognition")
    takes = models.CharField(max_length=8, choices=Takes, default=Takes.PRIVATE)
    notice = SealedTextField(blank=True)


class Thanks(models.Model):
    """One specific thing: "when you …, it helped me …". Sealed; never counted, never ranked."""

    to = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="thanks")
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    you = SealedTextField()
    helped = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    hidden_at = models.DateTimeField(null=True)  # by the team
    step = models.ForeignKey(
        "wellbeing.GoalStep", on_delete=models.SET_NULL, null=True, related_name="noticed"
    )  # what was noticed; then `you` says what was seen, `helped` which strength it shows
    is_open = models.BooleanField(default=False)  # who wrote it would not mind that others read it

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(to=F("by")), name="thanks_come_from_somebody_else"),
        ]


class Theme(models.Model):
    """ "You said – we did": what several people said, what became of it, and when."""

    said = models.CharField(max_length=200)
    did = models.TextField(max_length=600, blank=True)
    at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-answered_at", "-at"]


class Feedback(models.Model):
    """Three taps and words about something here. The team reads it without a name."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="feedback")
    about = models.CharField(max_length=8, choices=About)
    heard = models.PositiveSmallIntegerField(null=True)
    fitting = models.PositiveSmallIntegerField(null=True)
    helped = models.PositiveSmallIntegerField(null=True)
    words = SealedTextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    theme = models.ForeignKey(Theme, on_delete=models.SET_NULL, null=True, related_name="feedback")

    TAPS = ("heard", "fitting", "helped")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    *(
                        Q(**{name: None}) | Q(**{f"{name}__range": (1, 5)})
                        for name in ("heard", "fitting", "helped")
                    )
                ),
                name="feedback_is_tapped_from_one_to_five",
            ),
            models.CheckConstraint(
                condition=~Q(words="", heard=None, fitting=None, helped=None),
                name="feedback_says_something",
            ),
        ]
