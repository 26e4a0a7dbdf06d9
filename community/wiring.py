"""Links between features that are strangers to each other. Nothing else may join them."""

from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groups.cards import Card


def join() -> None:
    """Called once, when every app is ready."""
    from community import ticker, welcome  # models exist only now
    from community.demo import shift
    from community.safety import subjects
    from groups import cards

    ticker.register("demo shift", every=timedelta(seconds=30), run=shift.keep)

    subjects.register(
        "welcome",
        snapshot=welcome.desk_snapshot,
        context=welcome.desk_context,
        area=welcome.desk_area,
        about=welcome.desk_about,
        words=welcome.desk_snapshot,
    )
    cards.register("/learn/", library_cards)


def library_cards(paths: Collection[str]) -> "dict[str, Card]":
    """Articles of the library, as rooms show a link to them."""
    from django.utils.translation import ngettext

    from cms import queries
    from groups.cards import Card

    found = {}
    for path, page in queries.articles_at(paths).items():
        minutes = page.reading.minutes
        side = ngettext("%(n)s minute to read", "%(n)s minutes to read", minutes)
        found[path] = Card(href=path, title=page.title, side=side % {"n": minutes})
    return found
