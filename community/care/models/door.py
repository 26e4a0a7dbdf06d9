"""Who treats people here, and whom a member brought in."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.care.enums import How, Side
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL
CODE_LENGTH = 8


class Provider(models.Model):
    """Somebody of a care team under their real name, as a coordinator has checked it, until a day.
    `person` None: their account is gone, and what they wrote stays with whom they wrote to."""

    person = models.OneToOneField(
        PERSON, on_delete=models.SET_NULL, null=True, related_name="as_provider"
    )
    name = models.CharField(max_length=80)
    profession = models.CharField(max_length=80)
    organisation = models.CharField(max_length=120)
    how = models.CharField(max_length=10, choices=How)
    checked_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    checked_on = models.DateField()
    until = models.DateField()
    ended_at = models.DateTimeField(null=True)  # the service does not stand for it any more
    lapse_told_at = models.DateTimeField(null=True)  # their people were told that `until` is over

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~(Q(name="") | Q(profession="") | Q(organisation="")),
                name="a_provider_has_name_profession_and_place",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("checked_on")), name="a_check_ends_after_it_was_made"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.profession}, {self.organisation}"

    def is_checked(self, *, today: date) -> bool:
        """Whether the service stands for this name today."""
        return self.ended_at is None and self.until >= today and self.person_id is not None


class Tie(models.Model):
    """A member brought somebody of their care team. Nothing is shared by it. `called` is how the
    provider knows the member: never by itself the name the member has here."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="care_ties")
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="ties")
    called = SealedTextField()
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=8, choices=Side, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "provider"],
                condition=Q(ended_at=None),
                name="a_provider_is_brought_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
                name="what_is_over_says_who_ended_it",
            ),
        ]


class Code(models.Model):
    """Eight letters a member shows to somebody of their care team. Whoever types them first is the
    one the member is asked about; the answer settles it."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="care_codes")
    hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)
    typed_by = models.ForeignKey(Provider, on_delete=models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)  # the member was told that it was typed
    settled_at = models.DateTimeField(null=True)  # yes, no, or another code in its place

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(settled_at=None),
                name="a_person_shows_one_code_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("made_at")), name="a_code_lasts_a_while"
            ),
            models.CheckConstraint(
                condition=Q(typed_at__isnull=False) | Q(typed_by=None),
                name="a_typed_code_says_when",
            ),
        ]
