"""What brings somebody here."""

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person, Welcome

MOST = 2000


@transaction.atomic
def keep_welcome(*, words: str, by: Person) -> Welcome:
    """Keeps a person's own words about what brings them here, sealed; the latest replace the
    earlier. Only the roof decides whether somebody from the team should see them."""
    kept, _ = Welcome.objects.update_or_create(
        person=by, defaults={"words": words.strip()[:MOST], "said_at": timezone.now()}
    )
    return kept
