"""What readers say of a page, kept as sums."""

from django.db import transaction
from django.db.models import F

from cms.models import ArticlePage, Helpful


@transaction.atomic
def say_helpful(*, page: ArticlePage, yes: bool) -> None:
    """One more that it helped, or did not."""
    said, _ = Helpful.objects.get_or_create(page_id=page.pk)
    name = "yes" if yes else "no"
    Helpful.objects.filter(pk=said.pk).update(**{name: F(name) + 1})
