"""Standing behind a point; with the last one the house is open."""

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.house import actions as house
from community.house import queries
from community.house.enums import Point
from community.house.models import House, OpeningPoint
from community.opening import rules
from community.record import write as record
from community.refusal import insist


@transaction.atomic
def confirm(*, point: Point, by: Person) -> OpeningPoint:
    """Writes down who stands behind the point since when; with the last of them strangers are let
    in. Raises Refused for who may not, and for what is plainly not settled."""
    settings = House.load()
    insist(rules.may_confirm(by, point=point, settings=settings))
    now = timezone.now()
    said, _ = OpeningPoint.objects.update_or_create(
        key=point, defaults={"confirmed_by": by.pk, "confirmed_at": now, "changed_at": None}
    )
    record.write(act="confirm_opening", by=by.pk, subject=f"opening:{point.value}")
    if settings.opened_at is None and all(queries.points().values()):
        house.note_open(now=now)
        record.write(act="open_house", by=by.pk, subject="house")
    return said
