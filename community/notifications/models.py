"""What a person has to be told: a kind and an address, never anybody's words."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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
    """How a person wants to be told. No row: by mail, if they gave a mail address and proved it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_preference"
    )
    by_mail = models.BooleanField(default=True)
