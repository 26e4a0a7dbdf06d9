"""Thanks, as the desk can look at them: whoever got one may tell the team about it."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from community.accounts.hidden import has_parted, name_at
from community.accounts.models import Person
from community.record import write as record
from community.safety import subjects
from community.safety.subjects import HOUSE, Context, Line
from community.wellbeing.models import Thanks


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        "thanks",
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
