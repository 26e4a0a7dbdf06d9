"""What Django's and Wagtail's signals mean to the library."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate
from wagtail import signals
from wagtail.models import TaskState, WorkflowState

from cms.actions import telling
from cms.actions.laying_out import lay_out_library


def join(app: Any) -> None:
    """Connects every receiver, once.

    Those of the review stand under the names of the editor's own mails, which are then not
    connected: they would name a page and what kind of place this is. Ours say that something waits.
    """
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


def _after_migrate(**kwargs: Any) -> None:
    """Rights are rows that Django makes after a migration, app by app: those of later apps are
    made here first."""
    for label in ("wagtailadmin", "wagtailcore", "wagtailimages", "help", "house"):
        create_permissions(apps.get_app_config(label), verbosity=0)
    lay_out_library()


def _handed_on(instance: TaskState, **kwargs: Any) -> None:
    telling.tell_checkers(instance)


def _approved(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    telling.tell_authors(instance, kind=telling.PUBLIC, by=user)


def _sent_back(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    telling.tell_authors(instance, kind=telling.SENT_BACK, by=user)


def _nothing(**kwargs: Any) -> None:
    """Those who check are told by the step that began."""
