"""Laying out the library: its front, the review, what each role may do in the editor. Idempotent."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.users.models import UserProfile

from cms.enums import Barrier, CheckKind
from cms.models import LibraryHome, SecondPersonTask, Situation
from community.accounts.enums import Role

WORKFLOW = "Two checks"
# What each role may do on library pages. Publishing is nobody's: it follows an approval.
PAGE_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: ("add_page", "change_page"),
    Role.REVIEWER: ("change_page", "publish_page"),
}
PICTURE_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: ("add_image", "change_image", "choose_image"),
    Role.REVIEWER: ("choose_image",),
}
# What roles besides may open in the admin: settings and helplines.
ADMIN_PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: (
        "wagtailadmin.access_admin", "cms.add_service", "cms.change_service",
        "cms.delete_service", "cms.view_service",
        "cms.add_situation", "cms.change_situation", "cms.delete_situation",
        "cms.view_situation",
    ),
    Role.REVIEWER: ("wagtailadmin.access_admin",),
    Role.COORDINATOR: (
        "wagtailadmin.access_admin", "help.add_helpline", "help.change_helpline",
        "help.delete_helpline", "help.view_helpline",
    ),
    Role.OPERATOR: (
        "wagtailadmin.access_admin", "house.change_house", "safety.change_promises",
        "cms.change_librarylimits",
        "help.add_helpline", "help.change_helpline", "help.delete_helpline", "help.view_helpline",
    ),
}  # fmt: skip


@transaction.atomic
def lay_out_library() -> LibraryHome:
    """Makes what is missing of the library's front, its review and the roles' rights."""
    front = _front()
    _rights(front)
    _review(front)
    _barriers()
    UserProfile.objects.update(updated_comments_notifications=False)  # see `receivers`
    return front


def _front() -> LibraryHome:
    # An emptied database has lost the row that Wagtail's own migration made.
    Locale.objects.get_or_create(
        language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE)
    )
    front: LibraryHome | None = LibraryHome.objects.first()
    if front is None:
        root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
        front = LibraryHome(
            title="Library", slug="library", intro="Plain words about hard things, with sources."
        )
        root.add_child(instance=front)
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    if site.root_page_id != front.pk:
        old = site.root_page if site.root_page_id else None
        site.root_page = front
        site.site_name = site.site_name or settings.SITE_NAME
        site.save()
        if old is not None and old.depth == 2 and type(old.specific) is Page:
            old.delete()  # the placeholder that comes with an empty database
    return front


def _rights(front: LibraryHome) -> None:
    pictures = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for role, names in ADMIN_PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*(_permission(name) for name in names))
    for role, codes in PAGE_PERMISSIONS.items():
        group = Group.objects.get(name=role.value)
        for code in codes:
            GroupPagePermission.objects.get_or_create(
                group=group, page=front, permission=_permission(f"wagtailcore.{code}")
            )
    for role, codes in PICTURE_PERMISSIONS.items():
        group = Group.objects.get(name=role.value)
        for code in codes:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=pictures, permission=_permission(f"wagtailimages.{code}")
            )


def _review(front: LibraryHome) -> None:
    """Two checks, one after the other. Who writes may open and mend a page at both; who may give
    the check is the rule's to say."""
    old = Workflow.objects.filter(workflow_tasks__task__in=SecondPersonTask.objects.all()).first()
    workflow = old or Workflow.objects.create(name=WORKFLOW)
    if workflow.name != WORKFLOW:
        Workflow.objects.filter(pk=workflow.pk).update(name=WORKFLOW)
    for order, kind in enumerate(CheckKind):
        task, _ = SecondPersonTask.objects.get_or_create(kind=kind, defaults={"name": kind.label})
        if task.name != str(kind.label):
            SecondPersonTask.objects.filter(pk=task.pk).update(name=str(kind.label))
        task.groups.set(Group.objects.filter(name__in=[Role.EDITOR, Role.REVIEWER]))
        WorkflowTask.objects.update_or_create(
            workflow=workflow, task=task, defaults={"sort_order": order}
        )
    Workflow.objects.exclude(pk=workflow.pk).filter(name="Moderators approval").update(active=False)
    WorkflowPage.objects.update_or_create(page=front, defaults={"workflow": workflow})


def _barriers() -> None:
    """Pages and services are tagged with what they help against."""
    Situation.objects.bulk_create(
        [Situation(barrier=one, place=200 + n) for n, one in enumerate(Barrier)],
        ignore_conflicts=True,
    )


def _permission(name: str) -> Permission:
    app, code = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=code)
