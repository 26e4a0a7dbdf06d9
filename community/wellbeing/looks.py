"""When somebody looked at a part of one's space: whom one shares it with, whoever has a link, whom one
asked to notice a step or let know how an appointment went, and a wellbeing reviewer at an answer to
question 9."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.hidden import names_at
from community.accounts.looks import Look
from community.accounts.models import Person
from community.record.models import Entry
from community.wellbeing.models import LinkView, ShareView
from community.wellbeing.queries.sharing import GONE, titles_of

READ, LISTED = "read_concern", "list_concern"
READ_STEP, READ_WENT = "read_step", "read_went"


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
    yield from _shown_once(person, since)
    seen_by_reviewers = {
        READ: _("Your answer to question 9, and what you wrote to the reviewers"),
        LISTED: _("That an answer of yours waits for a reviewer, and since when"),
    }
    for entry in Entry.objects.filter(about=person.pk, act__in=seen_by_reviewers, at__gte=since):
        yield Look(
            entry.at,
            _("A wellbeing reviewer"),
            seen_by_reviewers[entry.act],
            _("You answered it with more than “Not at all”."),
        )


def _shown_once(person: Person, since: datetime) -> Iterator[Look]:
    """What the person showed to one other: whoever is at their side stands there by name."""
    shown = Entry.objects.filter(about=person.pk, act__in=[READ_STEP, READ_WENT], at__gte=since)
    entries = list(shown)
    names = names_at((entry.by, entry.at) for entry in entries if entry.by)
    handles = dict(
        Person.objects.filter(pk__in={entry.by for entry in entries}).values_list("pk", "handle")
    )
    for entry in entries:
        by = entry.by or 0
        if entry.act == READ_WENT:
            who, what = str(_("Somebody of my care team")), _("How my appointments went")
            yield Look(entry.at, who, what, _("You said that they may know."))
        else:
            who = names.get((by, entry.at)) or handles.get(by) or str(_("Somebody who has left"))
            yield Look(entry.at, who, _("A step and its goal"), _("You asked them to notice it."))
