"""A page laid aside, and put back."""

from django.db import transaction

from cms.models import ArticlePage, KeptForLater
from community.accounts.models import Person


@transaction.atomic
def keep(*, page: ArticlePage, by: Person) -> None:
    """Lays a page aside, for the person alone. Twice changes nothing."""
    KeptForLater.objects.get_or_create(person=by, page_id=page.pk)


@transaction.atomic
def put_back(*, page: int, by: Person) -> None:
    """As if it had not been laid aside."""
    KeptForLater.objects.filter(person=by, page=page).delete()
