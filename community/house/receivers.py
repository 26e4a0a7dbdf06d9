"""The settings are saved by Wagtail's form; what belongs to a change is heard here."""

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.log_actions import get_active_log_context

from community.house import actions
from community.house.models import House


def join() -> None:
    """Connects every receiver, once."""
    pre_save.connect(_before, sender=House, dispatch_uid="look at the settings of before")
    post_save.connect(_after, sender=House, dispatch_uid="record what was set")


def _before(instance: House, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    instance._before = House.objects.filter(pk=instance.pk).first()  # type: ignore[attr-defined]
    if (instance._before or House()).own_rules != instance.own_rules:  # type: ignore[attr-defined]
        instance.rules_version = actions.number_rules(instance.own_rules)


def _after(instance: House, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    before = instance._before or House()  # type: ignore[attr-defined]
    actions.record_change(
        before=before, after=instance, by=getattr(get_active_log_context().user, "pk", None)
    )
