"""What mentoring says on everybody's own page: one line about one's mentor, one about being one. In
a fixed number of questions; where there is nothing to say, nothing is said."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.me_lines import Line
from mentoring.enums import AT_WORK, RequestState
from mentoring.models import Mentor, Pair
from mentoring.queries.matching import open_request
from mentoring.queries.own import offers_for
from mentoring.queries.pairs import away_words, pairs_of

HERE = "/mentoring/"


def my_mentor(person: Person, now: datetime) -> Line | None:
    """Whom one asked or talks with: what is open first, since somebody acts next. Whether one may
    enter rooms is asked only where there is something to say."""
    line = _asked(person) or _at_ones_side(person)
    return line if line is not None and may_enter_rooms(person) is None else None


def _asked(person: Person) -> Line | None:
    request = open_request(person)
    if request is None:
        return None
    asked = request.state == RequestState.OFFERED
    about = _("A mentor has been asked.") if asked else _("You choose, or the team looks.")
    return Line(HERE, _("Your request for a mentor"), about=about)


def _at_ones_side(person: Person) -> Line | None:
    pair = pairs_of(person).filter(request__person=person).last()
    return _pair_line(pair) if pair is not None else None


def as_mentor(person: Person, now: datetime) -> Line | None:
    """What waits for a mentor: an answer, what they have not said yet, whom they talk with."""
    mentor = Mentor.objects.filter(person=person, state__in=AT_WORK).first()
    if mentor is None or may_enter_rooms(person) is not None:
        return None
    if (offer := offers_for(person).first()) is not None:
        asked = reverse("mentoring:asked", args=[offer.pk])
        return Line(asked, _("Somebody asks you to be their mentor"), is_new=True)
    names = [pair.request.person.handle for pair in pairs_of(person).filter(mentor=mentor)]
    talks = [_("With %(names)s") % {"names": ", ".join(names)}] if names else []
    about = ". ".join([*talks, *_still_open(mentor)])
    # Whom they talk with is found one to one; before there is anybody, what they have not said yet.
    href = reverse("mentoring:mine") if mentor.still_open and not names else HERE
    return Line(href, _("You as a mentor"), about=about)


def _still_open(mentor: Mentor) -> list[str]:
    number = mentor.still_open
    if not number:
        return []
    words = ngettext("%(number)s thing is still open.", "%(number)s things are still open.", number)
    return [words % {"number": number}]


def _pair_line(pair: Pair) -> Line:
    away = away_words(pair.mentor)
    if away:
        return Line(HERE, _("Your mentor"), about=away)
    name = pair.mentor.person.handle
    return Line(
        pair.room.get_absolute_url(), _("With %(name)s") % {"name": name}, side=_("your mentor")
    )
