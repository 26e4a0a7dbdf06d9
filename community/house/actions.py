"""What happens when the operator's settings change. The acts of opening are on the roof."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from community import live
from community.house import queries
from community.house.enums import SPEAKS_OF, Point
from community.house.models import House, OpeningPoint, RulesText
from community.record import write as record

# What the software notes itself, never through the form.
_NOTED = frozenset({"id", "rules_version", "opened_at", "mail_worked_at", "is_demo"})


@transaction.atomic
def number_rules(text: str) -> int:
    """The number of these rules: that of before where they stood once, else the next one."""
    lines = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    if not lines:
        return 0
    known = RulesText.objects.filter(lines=lines).first()
    if known is None:
        last: int = RulesText.objects.aggregate(last=Max("version"))["last"] or 0
        known = RulesText.objects.create(version=last + 1, lines=lines, since=timezone.now())
    return known.version


@transaction.atomic
def record_change(*, before: House, after: House, by: int | None) -> None:
    """Writes down which settings changed, never their words; the points that speak of them are
    shown to be looked at again."""
    names = [field.name for field in House._meta.concrete_fields if field.name not in _NOTED]
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    if not changed:
        _show()
        return
    record.write(act="set_house", by=by, subject="house", data={"fields": changed})
    if "own_rules" in changed:
        live.kick(())  # nobody by name: whoever listens now has another text to read first
    for point, fields in SPEAKS_OF.items():
        if fields.intersection(changed):
            OpeningPoint.objects.filter(key=point).update(changed_at=timezone.now())
    _show()


@transaction.atomic
def note_lines_changed(*, country: str) -> None:
    """Whoever stood behind the lines of the house's country is asked to look at them again."""
    if country == House.load().country:
        OpeningPoint.objects.filter(key=Point.COUNTRY).update(changed_at=timezone.now())


@transaction.atomic
def note_mail_works(*, now: datetime) -> None:
    """A test mail was handed over to a mail server."""
    _note(mail_worked_at=now)
    record.write(act="check_mail", by=None, subject="house")


@transaction.atomic
def mark_demo(*, leads: Mapping[str, str]) -> None:
    """The invented people are in: every page says so. Two of them lead in safeguarding, where nobody
    was written down yet."""
    kept = House.load()
    is_open = not any(getattr(kept, name) for name in leads)
    _note(is_demo=True, **(leads if is_open else {}))


@transaction.atomic
def unmark_demo(*, leads: Mapping[str, str]) -> None:
    """The invented people are gone, and lead nothing any more."""
    kept = House.load()
    are_theirs = all(getattr(kept, name) == told for name, told in leads.items())
    _note(is_demo=False, **(dict.fromkeys(leads, "") if are_theirs else {}))


@transaction.atomic
def note_open(*, now: datetime) -> None:
    """From now on strangers are let in."""
    _note(opened_at=now)


def _note(**values: object) -> None:
    house = House.load()
    House.objects.filter(pk=house.pk).update(**values)
    _show()


def _show() -> None:
    """Forgets what was kept: now for this transaction, and after it for everybody else."""
    queries.forget()
    transaction.on_commit(queries.forget)
