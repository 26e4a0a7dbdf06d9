"""When somebody looked at a part of one's space: whom one shares it with, whoever has a link, and a
wellbeing reviewer at an answer to question 9."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.hidden import names_at
from community.accounts.looks import Look
from community.accounts.models import Person
from community.record.models import Entry
from community.wellbeing.models import LinkView, ShareView
from community.wellbeing.queries.sharing import GONE, titles_of

READ = "read_concern"


def of(person: Person, since: datetime) -> Iterator[Look]:
    """All that was written down."""
    titles = titles_of(person)
    views = ShareView.objects.filter(share__person=person, at__gte=since)
    seen = list(views.select_related("share__to"))
    called = names_at((view.share.to_id, view.at) for view in seen)
    for view in seen:
        name = called.get((view.share.to_id, view.at), view.share.to.handle)
        what = str(titles.get(view.share.what, GONE))
        yield Look(view.at, name, what, _("You share it with them."))
    for by_link in LinkView.objects.filter(link__person=person, at__gte=since).select_related(
        "link"
    ):
        what = ", ".join(str(titles.get(key, GONE)) for key in by_link.link.parts)
        yield Look(
            by_link.at,
            _("Whoever has your link and its six digits"),
            what,
            _("You made a link."),
        )
    for entry in Entry.objects.filter(about=person.pk, act=READ, at__gte=since):
        yield Look(
            entry.at,
            _("A wellbeing reviewer"),
            _("Your answer to question 9, and what you wrote to the reviewers"),
            _("You answered it with more than “Not at all”."),
        )
