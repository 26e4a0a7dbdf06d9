"""Telling those who check, and those who wrote, that something waits. Neutral words, in the
transaction of what happened."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from wagtail.models import Comment, CommentReply, TaskState, WorkflowState

from cms import vouched
from cms.enums import CheckKind
from cms.queries.review import who_can
from community.accounts.models import Person
from community.notifications.actions import notify

TO_CHECK, PUBLIC, SENT_BACK = "page_to_check", "page_public", "page_sent_back"
NOTED = "page_noted"


def tell_checkers(state: TaskState) -> None:
    """Everybody who can give the check a page has come to. Nobody, where the check stands."""
    task = getattr(state.task.specific, "kind", None)
    revision = state.workflow_state.content_object.get_latest_revision()
    if task is None or revision is None:
        return
    kind = CheckKind(task)
    given = vouched.standing(revision)
    if kind in given:
        return
    for person in who_can(revision, kind, given):
        notify(
            person=person, kind=TO_CHECK, path=reverse("library:check", args=[revision.object_id])
        )


def tell_authors(state: WorkflowState, *, kind: str, by: Person | None) -> None:
    """Who handed the page on and who wrote it last: it is public, or came back with a note."""
    page = state.content_object
    path = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for person in _authors(state, page):
        if by is None or person.pk != by.pk:
            notify(person=person, kind=kind, path=path)


def tell_of_note(note: Comment | CommentReply) -> None:
    """Whose page it is, and everybody else who wrote beside the same words."""
    comment = note if isinstance(note, Comment) else note.comment
    people = [comment.page.owner, comment.user, *(one.user for one in comment.replies.all())]
    told = {person.pk: person for person in people if person is not None and person != note.user}
    path = reverse("wagtailadmin_pages:edit", args=[comment.page_id])
    for person in told.values():
        notify(person=person, kind=NOTED, path=path)


def _authors(state: WorkflowState, page: Any) -> Iterable[Person]:
    revision = page.get_latest_revision()
    people = (state.requested_by, page.owner, revision.user if revision else None)
    return {person.pk: person for person in people if person is not None}.values()
