"""Who may make a page public. Asked by every door: publish, schedule, workflow, bulk."""

from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.models import Person
from community.accounts.roles import Act
from community.refusal import Refusal

LAST_EDITOR = Refusal(
    "last_editor",
    _("You changed this page last, so somebody else has to look at it before it is public."),
)
NOBODY_REVIEWED = Refusal(
    "nobody_reviewed", _("One of the two people who look at a page has to be a reviewer.")
)
NO_PERSON = Refusal("no_person", _("A page becomes public when a person has approved it."))


def may_approve(person: Person, *, last_editor: Person | None) -> Refusal | None:
    """Two different people stand behind every public page, and one of them is a reviewer.

    So a reviewer approves what an editor wrote; and when the reviewer mended a comma, the editor
    approves that: the page never gets stuck.
    """
    if last_editor is not None and person.pk == last_editor.pk:
        return LAST_EDITOR
    if accounts.may(person, Act.APPROVE_PAGES) is None:
        return None
    if (refusal := accounts.may(person, Act.WRITE_PAGES)) is not None:
        return refusal
    if last_editor is None or accounts.may(last_editor, Act.APPROVE_PAGES) is not None:
        return NOBODY_REVIEWED
    return None
