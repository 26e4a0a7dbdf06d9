"""What the desk has to ask about mentoring: the words of a request, and of somebody who offers."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from community.safety import subjects
from community.safety.subjects import HOUSE, Context, Line
from mentoring.actions.hearing import APPLICATION, REQUEST
from mentoring.models import Mentor, Request

_Find = Callable[[str], tuple[Line, int]]


def join() -> None:
    """Called once, when every app is ready."""
    for kind, find, where in (
        (REQUEST, _request, _("Asking for a mentor")),
        (APPLICATION, _application, _("Offering to be a mentor")),
    ):
        _register(kind, find, str(where))


def _register(kind: str, find: _Find, where: str) -> None:
    subjects.register(
        kind,
        snapshot=lambda id: find(id)[0].words,
        context=lambda id: Context(where=where, lines=(find(id)[0],)),
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


def _number(id: str) -> int:
    """The number an id stands for; 0, which nothing has, for anything else."""
    return int(id) if id.isascii() and id.isdecimal() and len(id) < 19 else 0
