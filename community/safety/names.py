"""What the desk calls somebody who has parted from a name. An item keeps the name it was opened
under, and shows nothing of what came under another: only those who lead see that two belong
together."""

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Coalesce

from community.accounts.hidden import names_at
from community.accounts.models import FormerName
from community.safety.models import Item
from community.safety.rules import Reach


def about_names(items: Iterable[Item], reach: Reach) -> dict[int, str]:
    """By item, whom it is about; nothing where nobody is named. One query, none for those who
    lead."""
    named = [item for item in items if item.about is not None]
    then = {} if reach.everywhere else names_at((i.about_id or 0, i.moment) for i in named)
    return {
        item.pk: then.get((item.about_id or 0, item.moment), item.about.handle)
        for item in named
        if item.about is not None
    }


def about_name(item: Item, reach: Reach) -> str:
    """The same for one item."""
    return about_names([item], reach).get(item.pk, "")


def under_one_name(item: Item, reach: Reach, *, at: str) -> Q:
    """What came up about the person while they had the name of this item, as a condition on the
    field of a moment; everything, for those who lead. One query, none for those."""
    found = Q()
    if reach.everywhere or item.about_id is None:
        return found
    parted = FormerName.objects.filter(person=item.about_id, is_apart=True)
    for until in parted.values_list("until", flat=True):
        before = until <= item.moment
        found &= Q(**{f"{at}__gt" if before else f"{at}__lt": until})
    return found


# When an item is about somebody, as `under_one_name` asks of items.
SAID_AT = Coalesce("named_at", "opened_at")
