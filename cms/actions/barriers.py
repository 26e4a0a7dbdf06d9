"""Something stands in somebody's way, kept as a sum."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cms.enums import Barrier
from cms.models.situation import BarrierSum, first_of


@transaction.atomic
def count(*, barrier: Barrier) -> None:
    """One more this month. Who it was is nowhere."""
    said, _ = BarrierSum.objects.get_or_create(
        barrier=barrier, month=first_of(timezone.localdate())
    )
    BarrierSum.objects.filter(pk=said.pk).update(times=F("times") + 1)
