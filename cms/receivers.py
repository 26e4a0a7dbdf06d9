"""What Django's and Wagtail's signals mean to the library."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate

from cms import actions


def join(app: Any) -> None:
    """Connects every receiver, once."""
    post_migrate.connect(_after_migrate, sender=app, dispatch_uid="lay out the library")


def _after_migrate(**kwargs: Any) -> None:
    """Rights are rows that Django makes after a migration, app by app: those of later apps are
    made here first."""
    for label in ("wagtailadmin", "wagtailcore", "wagtailimages", "help", "house"):
        create_permissions(apps.get_app_config(label), verbosity=0)
    actions.lay_out_library()
