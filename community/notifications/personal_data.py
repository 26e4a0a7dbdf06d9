"""What notices hold about a person."""

from typing import Any

from django.db.models import Q

from community.accounts.models import Person
from community.notifications.models import Notification, Preference, WarmLater

MODELS = ("notifications.Notification", "notifications.Preference", "notifications.WarmLater")


def export(person: Person) -> dict[str, Any]:
    """Which notices came and when. They hold nobody's words."""
    notices = Notification.objects.filter(person=person).order_by("pk")
    return {
        "notices": list(notices.values("kind", "at", "read_at")),
        "warm_later": list(WarmLater.objects.filter(person=person).values("kind", "at")),
        "mail_times": list(
            Preference.objects.filter(person=person).values(
                "quiet_from", "quiet_until", "mails_a_day", "rests_until", "no_mail_about"
            )
        ),
        "by_mail": not Preference.objects.filter(person=person, by_mail=False).exists(),
    }


def erase(person: Person, keeps_words: bool) -> None:
    """Nothing of it is kept."""
    Notification.objects.filter(person=person).delete()
    WarmLater.objects.filter(Q(person=person) | Q(beside=person)).delete()
    Preference.objects.filter(person=person).delete()
