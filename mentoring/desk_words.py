"""What the desk has to ask about mentoring: the words of a request, of somebody who offers, of what
two people agreed on and of a letter at the end; and who needs a second person. Never a word from a pair's room."""

from collections.abc import Callable, Collection

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from community.accounts import hidden
from community.safety import nearness, subjects, warmth
from community.safety.subjects import HOUSE, Context, Line
from mentoring.enums import PAIR
from mentoring.heard import AGREEMENT, APPLICATION, CARD, LETTER, PULSE, REQUEST
from mentoring.models import Mentor, Pair, PairAgreement, Parting, Pulse, Request
from mentoring.queries.pairs import goes_on_with_one_of
from mentoring.queries.walk import is_unsafe_for_one

_Find = Callable[[str], tuple[Line, int]]


def join() -> None:
    """Called once, when every app is ready."""
    for kind, find, where in (
        (REQUEST, _request, _("Asking for a mentor")),
        (APPLICATION, _application, _("Offering to be a mentor")),
        (AGREEMENT, _agreement, _("What two people agreed on")),
        (CARD, _card, _("What helps in talking with somebody")),
        (LETTER, _letter, _("A letter at the end of a pair")),
    ):
        _register(kind, find, where)
    nearness.register_tie(_tied)
    warmth.register_hard(is_unsafe_for_one)
    hidden.register_tie(goes_on_with_one_of)
    subjects.register(
        PULSE,
        snapshot=lambda id: "",
        context=lambda id: Context(where=_who_may_need_somebody(_pulse(id))),
        area=lambda id: HOUSE,
        about=lambda id: _pulse(id).person_id,
    )
    subjects.register(
        PAIR,
        snapshot=lambda id: "",
        context=lambda id: Context(where=_who_needs_a_second(_pair(id))),
        area=lambda id: HOUSE,
        about=lambda id: _pair(id).request.person_id,
        visible_to=lambda id, person: _pair(id).mentor.person_id == person,
    )


def _tied(people: Collection[int]) -> set[int]:
    """Whoever mentors one of these people, or is mentored by one."""
    pairs = Pair.objects.filter(ended_at=None)
    pairs = pairs.filter(Q(request__person__in=people) | Q(mentor__person__in=people))
    both = pairs.values_list("request__person", "mentor__person")
    return {number for pair in both for number in pair}


def _register(kind: str, find: _Find, where: Promise) -> None:
    subjects.register(
        kind,
        snapshot=lambda id: find(id)[0].words,
        context=lambda id: Context(where=str(where), lines=(find(id)[0],)),
        area=lambda id: HOUSE,
        about=lambda id: find(id)[1],
    )


def _request(id: str) -> tuple[Line, int]:
    """Raises LookupError."""
    found = Request.objects.select_related("person").filter(pk=_number(id)).first()
    if found is None:
        raise LookupError(id)
    line = Line(found.person.handle, found.hopes, found.changed_at, is_subject=True)
    return line, found.person_id


def _application(id: str) -> tuple[Line, int]:
    """Raises LookupError."""
    found = Mentor.objects.select_related("person").filter(pk=_number(id)).first()
    if found is None:
        raise LookupError(id)
    return Line(found.person.handle, found.why, found.applied_at, is_subject=True), found.person_id


def _agreement(id: str) -> tuple[Line, int]:
    """The lines both wrote: the signal itself says whose change it was about. Raises LookupError."""
    found = PairAgreement.objects.select_related("pair__request__person").filter(pk=_number(id))
    agreement = found.first()
    if agreement is None:
        raise LookupError(id)
    asker = agreement.pair.request.person
    words = "\n".join(said for _title, said in agreement.said)
    return Line(asker.handle, words, agreement.changed_at, is_subject=True), asker.pk


def _card(id: str) -> tuple[Line, int]:
    """While the mentor may read it. Raises LookupError."""
    pair = _pair(id)
    if not pair.card:
        raise LookupError(id)
    member, words = pair.request.person, "\n".join(said for _title, said in pair.card)
    return Line(member.handle, words, pair.began_at, is_subject=True), member.pk


def _letter(id: str) -> tuple[Line, int]:
    """A letter that was handed over. Raises LookupError."""
    handed = Parting.objects.exclude(handed_at=None).select_related("person")
    found = handed.filter(pk=_number(id)).first()
    if found is None:
        raise LookupError(id)
    assert found.handed_at is not None
    line = Line(found.person.handle, found.letter, found.handed_at, is_subject=True)
    return line, found.person_id


def _pair(id: str) -> Pair:
    """Raises LookupError."""
    whole = Pair.objects.select_related("mentor__person", "request__person")
    found = whole.filter(pk=_number(id)).first()
    if found is None:
        raise LookupError(id)
    return found


def _who_needs_a_second(pair: Pair) -> str:
    return gettext("%(mentor)s, a mentor, asks for a second person. They talk with %(member)s.") % {
        "mentor": pair.mentor.person.handle,
        "member": pair.request.person.handle,
    }


def _pulse(id: str) -> Pulse:
    """Raises LookupError."""
    found = Pulse.objects.select_related("person").filter(pk=_number(id)).first()
    if found is None:
        raise LookupError(id)
    return found


def _who_may_need_somebody(pulse: Pulse) -> str:
    """Never which answers."""
    words = (
        gettext("%(name)s does not feel safe in their pair. Write to them alone.")
        if pulse.unsafe
        else gettext("%(name)s said more than once that it is not going well in their pair.")
    )
    said = words % {"name": pulse.person.handle}
    looked = gettext("Somebody who runs mentoring has looked after it.")
    return f"{said} {looked}" if pulse.looked_at else said


def _number(id: str) -> int:
    """The number an id stands for; 0, which nothing has, for anything else."""
    return int(id) if id.isascii() and id.isdecimal() and len(id) < 19 else 0
