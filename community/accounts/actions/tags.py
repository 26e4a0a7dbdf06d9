"""What somebody says they have lived with, and takes away again."""

from django.db import transaction

from community.accounts import rules
from community.accounts.enums import Lived, TagSeen, Topic
from community.accounts.models import Person, Tag
from community.refusal import insist


@transaction.atomic
def tag_oneself(*, topic: Topic, lived: Lived, seen_by: TagSeen, by: Person) -> Tag:
    """Keeps it, or changes what was said of it before. Raises Refused."""
    insist(rules.may_tag_oneself(by))
    tag, _made = Tag.objects.update_or_create(
        person=by, topic=topic, defaults={"lived": lived, "seen_by": seen_by}
    )
    return tag


@transaction.atomic
def take_tag_away(*, topic: Topic, by: Person) -> None:
    """As if it had never been said."""
    Tag.objects.filter(person=by, topic=topic).delete()
