"""Helplines are kept by Wagtail's form; that somebody changed one is heard here."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.log_actions import get_active_log_context

from community.help import actions
from community.help.models import Helpline

_BEFORE = "line_of_before"  # carried by the row from before its saving to after it


def join() -> None:
    """Connects every receiver, once."""
    pre_save.connect(_before, sender=Helpline, dispatch_uid="look at the line of before")
    post_save.connect(_after, sender=Helpline, dispatch_uid="record what was set of a line")
    post_delete.connect(_gone, sender=Helpline, dispatch_uid="record that a line is gone")


def _before(instance: Helpline, raw: bool = False, **kwargs: Any) -> None:
    if not raw and _by() is not None:
        setattr(instance, _BEFORE, Helpline.objects.filter(pk=instance.pk).first())


def _after(instance: Helpline, raw: bool = False, **kwargs: Any) -> None:
    by = _by()
    if not raw and by is not None:
        actions.record_line(before=getattr(instance, _BEFORE), after=instance, by=by)


def _gone(instance: Helpline, **kwargs: Any) -> None:
    by = _by()
    if by is not None:
        actions.record_line_gone(line=instance, by=by)


def _by() -> int | None:
    """Who sits at Wagtail's form; nobody where the table is filled by the software itself."""
    return getattr(get_active_log_context().user, "pk", None)
