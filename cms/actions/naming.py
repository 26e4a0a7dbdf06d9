"""The name under which readers see who stands behind a page: given by that person, and taken off at
once."""

from django.db import transaction

from cms import rules
from cms.actions import edition
from cms.enums import CheckKind
from cms.models import ArticlePage, PageCheck
from community.accounts import rules as accounts
from community.accounts.models import Person
from community.refusal import insist


@transaction.atomic
def take_my_name_off(*, by: Person, page: int | None = None) -> None:
    """Off this page, or off every one. The check itself stands."""
    _take_off(by=by, page=page)


@transaction.atomic
def take_outside_names_off(*, page: int, by: Person) -> None:
    """Somebody who signed by a link has no account to do it from: who works here does it for them."""
    insist(None if rules.works_here(by) else accounts.NOT_YOURS)
    _take_off(by=None, page=page)


def _take_off(*, by: Person | None, page: int | None) -> None:
    of_page = {} if page is None else {"page": page}
    PageCheck.objects.filter(by=by.pk if by else None, **of_page).update(shown_as="")
    pages = ArticlePage.objects.all() if page is None else ArticlePage.objects.filter(pk=page)
    for kind in CheckKind:
        pages.filter(**{f"{kind}_reviewer": by}).update(**{f"{kind}_name": ""})
    edition.turn()
