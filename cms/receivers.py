"""What Django's and Wagtail's signals mean to the library."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_delete, post_migrate, post_save, pre_save
from wagtail import signals
from wagtail.models import Comment, CommentReply, TaskState, WorkflowState
from wagtail.signals import post_page_move
from wagtail.users.models import UserProfile

from cms.actions import edition, telling
from cms.actions.laying_out import lay_out_library
from cms.models import Service, Situation
from cms.models.base import LibraryPage
from community.help.models import Helpline
from community.house.models import House

SHOWN = (LibraryPage, Service, Situation, Helpline, House)


def join(app: Any) -> None:
    """Connects every receiver, once.

    Those of the review stand under the names of the editor's own mails, which are then not
    connected: they would name a page and what kind of place this is. Ours say that something waits.
    """
    join_editions()
    pre_save.connect(_no_letters, sender=UserProfile, dispatch_uid="no letters about notes")
    for sender in (Comment, CommentReply):
        post_save.connect(_noted, sender=sender, dispatch_uid=f"a note: {sender.__name__}")
    post_migrate.connect(_after_migrate, sender=app, dispatch_uid="lay out the library")
    signals.task_submitted.connect(
        _handed_on,
        sender=TaskState,
        dispatch_uid="group_approval_task_submitted_email_notification",
    )
    for signal, receiver, name in (
        (signals.workflow_submitted, _nothing, "submitted"),
        (signals.workflow_approved, _approved, "approved"),
        (signals.workflow_rejected, _sent_back, "rejected"),
    ):
        signal.connect(
            receiver,
            sender=WorkflowState,
            dispatch_uid=f"workflow_state_{name}_email_notification",
        )


def join_editions() -> None:
    """A change that a reader could see turns the edition. Drafts change nothing of it: they are
    saved by the names of their fields."""
    post_save.connect(_saved, dispatch_uid="a page of the library was saved")
    post_delete.connect(_gone, dispatch_uid="a page of the library is gone")
    post_page_move.connect(_moved, dispatch_uid="a page of the library was moved")


def _saved(instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if isinstance(instance, SHOWN) and update_fields is None and not raw:
        edition.turn()


def _gone(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, SHOWN):
        edition.turn()


def _moved(**kwargs: Any) -> None:
    edition.turn()


def _after_migrate(**kwargs: Any) -> None:
    """Rights are rows that Django makes after a migration, app by app: those of later apps are
    made here first."""
    for label in ("wagtailadmin", "wagtailcore", "wagtailimages", "help", "house", "cms"):
        create_permissions(apps.get_app_config(label), verbosity=0)
    lay_out_library()


def _no_letters(instance: UserProfile, **kwargs: Any) -> None:
    """The editor's own letters about notes would name the page. Ours say that something waits."""
    instance.updated_comments_notifications = False


def _noted(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        telling.tell_of_note(instance)


def _handed_on(instance: TaskState, **kwargs: Any) -> None:
    telling.tell_checkers(instance)


def _approved(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    telling.tell_authors(instance, kind=telling.PUBLIC, by=user)


def _sent_back(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    telling.tell_authors(instance, kind=telling.SENT_BACK, by=user)


def _nothing(**kwargs: Any) -> None:
    """Those who check are told by the step that began."""
