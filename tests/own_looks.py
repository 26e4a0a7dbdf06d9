"""What a person reads about who looked at what is theirs."""

from django.utils import timezone

from community.accounts import looks


def seen(person):
    """(who, what, why), newest first."""
    found = looks.at(person, now=timezone.now())
    return [(str(look.who), str(look.what), str(look.why)) for look in found]
