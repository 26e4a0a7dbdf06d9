"""What the author of heavy words may be told about who was called: each sentence only when true."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from community.safety.clocks import CALLED_AT_ONCE
from community.safety.enums import UNFINISHED, ItemKind, Level, Rung
from community.safety.models import Call, Item, OnCall, Sign
from community.templatetags.face import when

LATELY = timedelta(hours=12)  # so long help that stood open is one line, unless it gets heavier
_ATTACK = ["attack"]  # about somebody else


def helped_lately(people: Collection[int], *, now: datetime) -> dict[int, Level]:
    """Whose words brought help to the box in the last hours, and at which level. No query for
    nobody."""
    if not people:
        return {}
    signs = Sign.objects.filter(
        item__about__in=people,
        item__kind=ItemKind.SIGNAL,
        level__in=CALLED_AT_ONCE,
        at__gt=now - LATELY,
    )
    found: dict[int, Level] = {}
    for person, level, codes in signs.values_list("item__about", "level", "codes"):
        if person is not None and codes != _ATTACK:
            found[person] = Level.NOW if level == Level.NOW else found.get(person, Level.SOON)
    return found


def open_call(person: int) -> Item | None:
    """What this person said that needs somebody at once and is not done with: the latest of it."""
    return (
        Item.objects.filter(
            about=person, kind=ItemKind.SIGNAL, level__in=CALLED_AT_ONCE, state__in=UNFINISHED
        )
        .select_related("taken_by")
        .order_by("-promised_at", "-pk")
        .first()
    )


def said_to(person: int) -> str:
    """Who has it, or who was called and has not answered; nothing where nobody was."""
    item = open_call(person)
    return said_of(item) if item is not None else ""


def said_of(item: Item) -> str:
    """The same of what `open_call` found. Whoever has it may not have read what came later."""
    if item.taken_by is None or item.taken_at is None:
        return _called(item)
    told = {"name": item.taken_by.handle, "time": when(item.taken_at)}
    has_it = _("%(name)s from the team has it, since %(time)s.") % told
    if not item.signs.filter(at__gt=item.taken_at).exists():
        return has_it
    return f"{has_it} {_('Your newer words may not have been read yet.')}"


def _called(item: Item) -> str:
    said_yes = OnCall.objects.filter(
        person=OuterRef("person"), begins_at__lte=OuterRef("at"), ends_at__gte=OuterRef("at")
    )
    call = (
        Call.objects.filter(item=item, rung=Rung.FIRST, person__isnull=False)
        .annotate(on_call=Exists(said_yes))
        .select_related("person")
        .order_by("-at", "-pk")
        .first()
    )
    if call is None or call.person is None:
        return ""
    told = {"name": call.person.handle, "time": when(call.at)}
    if call.on_call:
        return _("%(name)s is on call and was called at %(time)s. There is no answer yet.") % told
    return _("%(name)s is on duty and was called at %(time)s. There is no answer yet.") % told
