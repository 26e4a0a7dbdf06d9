"""What still keeps a page from the public when both checks stand behind it, or its day has come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, TaskState

from cms import vouched
from cms.enums import CheckKind
from cms.models.base import LibraryPage
from cms.models.check import PageCheck
from cms.rules import is_due

NOT_YET = timedelta(minutes=10)  # the ticker comes by more often
FIELDS = _("Something in it cannot be kept as it is. Please open it, save it and hand it on again.")


@dataclass(frozen=True, slots=True)
class Held:
    """A page that waits for neither of the checks."""

    page: LibraryPage
    words: str | Promise


def held_back() -> list[Held]:
    """Every page that is held back, those whose day has come first."""
    versions = (*due(), *(revision for _state, revision in waiting()))
    return [one for revision in versions if (one := _held(revision)) is not None]


def held(page: Page) -> Held | None:
    """What holds back the newest version of one page."""
    revision = page.get_latest_revision()
    return _held(revision) if revision is not None else None


def due() -> list[Revision]:
    """Versions whose day has come, the earliest first."""
    found = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    return list(found.order_by("approved_go_live_at", "pk"))


def waiting() -> Iterator[tuple[TaskState, Revision]]:
    """The newest version of each page that waits for a check it already has, and the step where."""
    states = states_checked()
    newest = newest_of(states)
    given = vouched.standing_of(newest.values())
    for state in states:
        revision = newest.get(state.workflow_state.object_id)
        if revision is not None and len(given[revision.pk]) == len(CheckKind):
            yield state, revision


def newest_of(states: Iterable[TaskState]) -> dict[str, Revision]:
    """The newest versions of the pages at these steps, by the page's number, with who wrote them.
    Two queries."""
    numbers = {state.workflow_state.object_id for state in states}
    found = Revision.objects.filter(
        pk__in=Page.objects.filter(pk__in=numbers).values("latest_revision")
    )
    return {one.object_id: one for one in found.prefetch_related("user")}


def states_checked() -> list[TaskState]:
    """Those at which a page stands that somebody checked before."""
    checked = {str(page) for page in PageCheck.objects.values_list("page", flat=True)}
    return [one for one in states_waiting() if one.workflow_state.object_id in checked]


def checked_version(state: TaskState) -> Revision | None:
    """The newest version of the page at this step, where both checks stand behind it."""
    revision = state.workflow_state.content_object.get_latest_revision()
    return revision if revision is not None and is_checked(revision) else None


def states_waiting() -> list[TaskState]:
    """Every step of a review at which a page stands, the oldest first."""
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    found = states.exclude(task__secondpersontask=None).select_related(
        "task__secondpersontask", "workflow_state"
    )
    return list(found.order_by("started_at", "pk"))


def is_checked(revision: Revision) -> bool:
    """Whether both checks stand behind this version."""
    return len(vouched.standing(revision)) == len(CheckKind)


def in_the_way(revision: Revision) -> str | Promise:
    """What keeps a version from the public besides its checks, in words; nothing where it may go."""
    refusal = revision.content_object.refusal(revision)
    return refusal.words if refusal is not None else ""


def _should_be_public(revision: Revision) -> bool:
    """Whether nothing is in its way for longer than the ticker takes to come by."""
    approved, long_ago = revision.approved_go_live_at, timezone.now() - NOT_YET
    if approved is not None:
        return bool(approved < long_ago)
    if any(check.at > long_ago for check in vouched.standing(revision).values()):
        return False
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    states = states.filter(workflow_state__object_id=revision.object_id, started_at__lt=long_ago)
    return bool(states.exclude(task__secondpersontask=None).exists())


def _held(revision: Revision) -> Held | None:
    approved = revision.approved_go_live_at
    if not is_due(revision) and (approved is not None or not is_checked(revision)):
        return None
    words = in_the_way(revision)
    if not words and _should_be_public(revision):
        words = FIELDS
    page = revision.as_object()
    is_live = page.live_revision_id == revision.pk
    return Held(page, words) if words and not is_live else None
