"""What people write for others here, as the desk can look at it. Whoever got thanks may tell the team
about them; feedback and ideas come there only where a program found something in them."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.hidden import has_parted, name_at
from community.accounts.models import Person
from community.record import write as record
from community.safety import subjects
from community.safety.subjects import HOUSE, Context, Line
from community.wellbeing.heard import ACT_IDEA, FEEDBACK, PLAN_IDEA, THANKS
from community.wellbeing.models import ActIdea, Feedback, PlanIdea, Thanks


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        THANKS,
        snapshot=_words,
        context=_context,
        area=lambda id: HOUSE,
        about=lambda id: _thanks(id).by_id,
        visible_to=_is_to,
        hide=_hide,
        restore=_restore,
        is_hidden=lambda id: _thanks(id).hidden_at is not None,
        words=_words,
        parted=_named_at,
    )
    for kind, (model, where) in _WRITTEN.items():
        _register(kind, model, where)


_Written = Feedback | ActIdea | PlanIdea
_WRITTEN: dict[str, tuple[type[_Written], Promise]] = {
    FEEDBACK: (Feedback, _("What somebody said about this place")),
    ACT_IDEA: (ActIdea, _("A small act that somebody suggested")),
    PLAN_IDEA: (PlanIdea, _("Words that somebody suggested for a plan")),
}


def _register(kind: str, model: type[_Written], where: Promise) -> None:
    subjects.register(
        kind,
        snapshot=lambda id: _of(model, id).words,
        context=lambda id: _line_of(_of(model, id), where),
        area=lambda id: HOUSE,
        about=lambda id: _writer(_of(model, id)).pk,
        words=lambda id: _of(model, id).words,
    )


def _of(model: type[_Written], id: str) -> _Written:
    """Raises LookupError."""
    found = model.objects.filter(pk=id).first() if id.isdecimal() and len(id) < 19 else None
    if found is None:
        raise LookupError(id)
    return found


def _writer(written: _Written) -> Person:
    return written.person if isinstance(written, Feedback) else written.by


def _line_of(written: _Written, where: Promise) -> Context:
    who = _writer(written)
    line = Line(name_at(who, written.at), written.words, written.at, is_subject=True)
    return Context(where=str(where), lines=(line,))


def _thanks(id: str) -> Thanks:
    found = Thanks.objects.filter(pk=id).first() if id.isdecimal() and len(id) < 19 else None
    if found is None:
        raise LookupError(id)
    return found


def _named_at(id: str) -> datetime | None:
    found = _thanks(id)
    return found.at if found.by_id and has_parted(found.by_id, found.at) else None


def _words(id: str) -> str:
    found = _thanks(id)
    return f"{found.you}\n{found.helped}"


def _context(id: str) -> Context:
    found = _thanks(id)
    name = name_at(found.by, found.at) if found.by else ""
    return Context(lines=(Line(name, _words(id), found.at, is_subject=True),))


def _is_to(id: str, person: int) -> bool:
    return (
        Thanks.objects.filter(pk=id, to=person, hidden_at=None).exists()
        if id.isdecimal()
        else False
    )


def _hide(*, id: str, by: Person, reason: str) -> None:
    _set(id, by=by, reason=reason, act="hide_thanks", hidden_at=timezone.now())


def _restore(*, id: str, by: Person, reason: str) -> None:
    _set(id, by=by, reason=reason, act="restore_thanks", hidden_at=None)


def _set(id: str, *, by: Person, reason: str, act: str, hidden_at: Any) -> None:
    found = _thanks(id)
    Thanks.objects.filter(pk=found.pk).update(hidden_at=hidden_at)
    record.write(act=act, by=by.pk, about=found.by_id, subject=f"thanks:{id}", reason=reason)
