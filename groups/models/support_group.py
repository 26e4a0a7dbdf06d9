"""A support group: what strangers read before they come in."""

from django.db import models
from django.urls import reverse
from django.utils import timezone

from groups.enums import Door, GroupState


class SupportGroup(models.Model):
    """People who meet about something they share. Strangers see its title and description only."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=80)
    description = models.TextField(max_length=1200)
    agreement = models.TextField(max_length=600)  # the lines shown before the room is entered
    speaks_of = models.TextField(max_length=600, blank=True)  # words that lead here, one a line
    is_private = models.BooleanField(default=False)
    is_unlisted = models.BooleanField(default=False)  # for strangers it does not exist
    holds_first = models.BooleanField(default=False)  # somebody's first words wait for a moderator
    is_welcome = models.BooleanField(default=False)  # where a person lands whom nothing matched
    state = models.CharField(max_length=8, choices=GroupState, default=GroupState.OPEN)
    made_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=GroupState.OPEN, closed_at=None)
                | models.Q(state=GroupState.CLOSED, closed_at__isnull=False),
                name="a_closed_group_says_since_when",
            ),
            models.UniqueConstraint(
                fields=["is_welcome"],
                condition=models.Q(is_welcome=True),
                name="there_is_one_welcome_group",
            ),
            models.CheckConstraint(
                condition=models.Q(is_unlisted=False) | models.Q(is_private=True),
                name="an_unlisted_group_is_private",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("groups:group", args=[self.slug])

    @property
    def door(self) -> Door:
        """How one comes in."""
        if self.is_unlisted:
            return Door.UNLISTED
        return Door.PRIVATE if self.is_private else Door.OPEN

    @property
    def area(self) -> str:
        """The key under which the desk knows this group."""
        return f"group:{self.pk}"
