"""What a mail may be about, so that somebody can say which they want. Features put their kinds under
a topic when they start; what nobody put anywhere is about everything else."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """The label is what a person reads beside the box."""

    MEETINGS = "meetings", _("Meetings I said yes to")
    WORDS = "words", _("Answers about words of mine in rooms")
    MENTOR = "mentor", _("One to one, with a mentor or as one")
    SPACE = "space", _("My space: ideas, thanks, what is shared, my care team, appointments")
    TEAM = "team", _("Letters, answers and decisions of the team")
    LIBRARY = "library", _("Answers from the library")
    OTHER = "other", _("Everything else")
    WORK = "work", _("What my work here needs")


# What somebody's work here needs is not switched off by topic or room: others wait for it. All mail
# can be, and whoever is on duty is called another way.
CHOSEN = [topic for topic in Topic if topic != Topic.WORK]
_topics: dict[str, Topic] = {}


def put(topic: Topic, kinds: Iterable[str]) -> None:
    """Called by a feature in `ready`. The last word wins."""
    _topics.update(dict.fromkeys(kinds, topic))


def of(kind: str) -> Topic:
    """The topic of a kind of notice."""
    return _topics.get(kind, Topic.OTHER)
