"""What a person has to be told: a kind and an address, never anybody's words."""

from django.conf import settings
from django.db import models
from django.utils import timezone

MAILS_A_DAY = 3


class Notification(models.Model):
    """One thing to know. Its sentence is made from `kind` when it is shown, and stays neutral."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    kind = models.CharField(max_length=40)
    path = models.CharField(max_length=200)  # where it leads, on this site
    moment = models.DateTimeField(null=True)  # the hour its sentence speaks of, where it does
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    mail_due = models.DateTimeField(null=True)  # a neutral mail is sent from then on
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["person"],
                condition=models.Q(read_at=None),
                name="unread_of_a_person",
            ),
            models.Index(
                fields=["mail_due"],
                condition=models.Q(mail_due__isnull=False),
                name="mails_that_are_due",
            ),
        ]


class Preference(models.Model):
    """How a person wants to be told. No row: by mail, if they gave a mail address and proved it, a
    few a day. Hours are those of the person's own clock and may cross midnight; they hold on the
    server, for every device. `rests_until`: a break, or days of mourning, in which nothing is
    sent."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_preference"
    )
    by_mail = models.BooleanField(default=True)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    mails_a_day = models.PositiveSmallIntegerField(default=MAILS_A_DAY)
    rests_until = models.DateField(null=True)
    no_mail_about = models.JSONField(default=list)  # topics and places: "meetings", "room:3f9a"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="quiet_hours_begin_and_end",
            ),
            models.CheckConstraint(
                condition=models.Q(mails_a_day__range=(1, 10)), name="one_to_ten_mails_a_day"
            ),
        ]


class WarmLater(models.Model):
    """A notice of a warm kind that waits until nothing hard concerns the person or `beside`, whom
    it comes from or speaks of."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="warm_later"
    )
    beside = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    path = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "beside", "kind", "path"], name="a_warm_word_waits_once"
            ),
        ]
