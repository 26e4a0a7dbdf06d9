"""What all pages of the library share: one door to the public."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.models import Page, PagePermissionTester, Revision

from cms import wording, writing
from cms.rules import is_due, may_publish
from community.accounts.models import Person
from community.refusal import Refusal


class OneDoor(PagePermissionTester):
    """Nobody publishes from the editor or in bulk, where pressing the button is also the last
    edit: a page is submitted, and somebody else approves it."""

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False


class LibraryPage(Page):
    """A page that becomes public, at once or on a day, only by the yes of two people
    who did not write it last."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return OneDoor(user, self)

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """The preview stands in a frame of the editor, with the editor's own tools in it."""
        response = super().serve_preview(request, mode_name)
        response._csp_exempt = True
        if mode_name == "" and hasattr(self, "own_words") and hasattr(response, "render"):
            response.render()
            response.content = writing.with_notes(response.content.decode(), self).encode()
        return response

    def publish(self, revision: Revision, user: Person | None = None, **options: Any) -> Any:
        """Every way of publishing ends here. Raises PermissionDenied with the rule's words."""
        refusal = may_publish(revision, by=user)
        if refusal is None:
            refusal = self.refusal(revision)
        if refusal is not None:
            raise PermissionDenied(str(refusal.words))
        if not is_due(revision):  # else it was written in when its day was approved
            self.stamp(revision)
        options["skip_permission_checks"] = True  # the rule above is the check
        return super().publish(revision, user=user, **options)

    def refusal(self, revision: Revision) -> Refusal | None:
        """What a kind of page asks for besides the two checks. Words that hurt are nobody's to keep."""
        return wording.of_shelf(*revision.as_object().shown())

    def shown(self) -> tuple[str, ...]:
        """The words of a shelf."""
        return self.title, getattr(self, "intro", ""), self.search_description

    def stamp(self, revision: Revision) -> None:
        """What a kind of page writes into a version that becomes public."""
