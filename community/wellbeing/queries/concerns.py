"""Where things for a wellbeing reviewer stand."""

from django.db.models import Exists, OuterRef, QuerySet

from community.wellbeing.enums import ConcernState
from community.wellbeing.models import Concern, ConcernLine


def nothing_since() -> QuerySet[Concern]:
    """What a reviewer took, and wrote not a word about since."""
    lines = ConcernLine.objects.filter(
        concern=OuterRef("pk"), is_from_team=True, at__gte=OuterRef("taken_at")
    )
    taken = Concern.objects.filter(state=ConcernState.TAKEN, taken_at__isnull=False)
    return taken.filter(~Exists(lines))
