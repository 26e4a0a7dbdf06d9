"""Standing behind a page: giving a check, calling a mend small, signing by a link."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from cms import rules, vouched
from cms.actions import holding
from cms.enums import CheckKind
from cms.models.check import PageCheck, ReviewInvite, SmallMend
from community.accounts.models import Person
from community.record import write as record
from community.refusal import Refused, insist

LINK_HOLDS = timedelta(days=14)


@transaction.atomic
def give_check(*, revision: Revision, kind: CheckKind, by: Person, shown_as: str = "") -> PageCheck:
    """Says that this version may be read by everybody, in one of the two ways. Who gave it and when
    is recorded; the workflow goes on from there. Readers see `shown_as`, or no name."""
    other = vouched.behind_other(vouched.standing(revision), kind)
    insist(rules.may_check(by, kind=kind, last_editor=revision.user, other=other))
    return _give(revision, kind, by=by.pk, shown_as=_name(shown_as))


@transaction.atomic
def call_small(*, revision: Revision, by: Person) -> None:
    """Says that this version mends a comma, no more: what checks the one before has stand, and of a
    public page the day of its review and the next."""
    insist(rules.may_call_small(by, revision=revision))
    now = vouched.digest(revision)
    _, is_new = SmallMend.objects.get_or_create(
        revision=revision.pk, digest=now, defaults={"page_id": revision.object_id, "by": by.pk}
    )
    if is_new:
        record.write(act="call_mend_small", by=by.pk, subject=f"page:{revision.object_id}")


@transaction.atomic
def invite_reviewer(*, page: Page, kind: CheckKind, name: str, by: Person) -> str:
    """A link for one person from outside, for one page and one check. The key is shown once and
    kept as a hash."""
    version = page.get_latest_revision()
    insist(rules.may_invite(by, last_editor=version.user_id if version else None))
    key = secrets.token_urlsafe(24)
    ReviewInvite.objects.create(
        page=page,
        kind=kind,
        name=_name(name),
        key=hashed(key),
        made_by=by.pk,
        ends_at=timezone.now() + LINK_HOLDS,
    )
    record.write(act="invite_reviewer", by=by.pk, subject=f"page:{page.pk}")
    return key


@transaction.atomic
def sign_by_link(*, key: str, read: str, shown_as: str = "", by: Person | None = None) -> None:
    """Somebody from outside `read` the page as it waits now, and stands behind it. Works once. `by`
    is who is signed in in that browser: a link makes nobody somebody else."""
    invite = ReviewInvite.objects.select_for_update().filter(key=hashed(key)).first()
    if invite is None or not is_open(invite):
        raise Refused(rules.NO_SUCH_LINK)
    kind = CheckKind(invite.kind)
    state = waiting(invite.page_id, kind)
    if state is None:
        raise Refused(rules.NOT_WAITING)
    revision = _latest(state)
    given = vouched.standing(revision)
    insist(rules.may_sign(invite, revision=revision, given=given, by=by))
    insist_on_words(revision, read=read)
    invite.used_at = timezone.now()
    invite.save(update_fields=["used_at"])
    _give(revision, kind, outside=invite.name, shown_as=_name(shown_as))
    _follow(state, revision, kind, user=None)


@transaction.atomic
def check_waiting(*, page: int, kind: CheckKind, by: Person, read: str, shown_as: str = "") -> None:
    """Gives the check this page waits for to the words that were `read`, from a page of ours rather
    than the editor."""
    state = waiting(page, kind)
    if state is None:
        raise Refused(rules.NOT_WAITING)
    revision = _latest(state)
    insist_on_words(revision, read=read)
    give_check(revision=revision, kind=kind, by=by, shown_as=shown_as)
    _follow(state, revision, kind, user=by)


@transaction.atomic
def mend_waiting(*, page: int, kind: CheckKind, by: Person) -> None:
    """Calls the version that waits a small mend, from a page of ours."""
    state = waiting(page, kind)
    if state is None:
        raise Refused(rules.NOT_WAITING)
    revision = _latest(state)
    call_small(revision=revision, by=by)
    _follow(state, revision, kind, user=by)


@transaction.atomic
def send_back(*, page: int, kind: CheckKind, words: str, by: Person) -> None:
    """Says what is to change. The author is told that a note waits."""
    state = waiting(page, kind)
    if state is None:
        raise Refused(rules.NOT_WAITING)
    insist(rules.may_send_back(by, kind=kind, revision=_latest(state)))
    state.reject(user=by, comment=words)
    record.write(act="send_page_back", by=by.pk, subject=f"page:{page}", reason=kind.value)


def goes_on(state: TaskState, revision: Revision, kind: CheckKind) -> bool:
    """Whether the review goes on from this step, with what was looked at and not what was handed on."""
    state.revision = revision
    return holding.may_go_on(revision, kind=kind)


@contextmanager
def or_told(revision: Revision) -> Iterator[None]:
    """What is done here makes a page public. Where something in it cannot be kept as it is, none of
    that is done, its check stands, and those who wrote it are told."""
    try:
        with transaction.atomic():
            yield
    except ValidationError:
        holding.tell(revision)


def waiting(page: int, kind: CheckKind) -> TaskState | None:
    """The step of the review this page stands at, where it is this check. Nobody else takes it on
    until the end of the transaction."""
    return (
        TaskState.objects.select_for_update(of=("self",))
        .filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__object_id=str(page),
            task__secondpersontask__kind=kind,
        )
        .select_related("workflow_state")
        .first()
    )


def insist_on_words(revision: Revision, *, read: str) -> None:
    """Raises Refused where the version has other words than those somebody has before them. From
    here to the end of the transaction nobody writes into it."""
    Revision.objects.select_for_update().filter(pk=revision.pk).first()
    insist(None if vouched.digest(revision) == read else rules.CHANGED)


def hashed(key: str) -> str:
    """What is kept of a link."""
    return sha256(key.encode()).hexdigest()


def is_open(invite: ReviewInvite) -> bool:
    """Whether the link still works."""
    return invite.used_at is None and invite.ends_at > timezone.now()


def _give(revision: Revision, kind: CheckKind, **who: Any) -> PageCheck:
    check, is_new = PageCheck.objects.get_or_create(
        revision=revision.pk,
        kind=kind,
        digest=vouched.digest(revision),
        defaults={"page_id": revision.object_id, **who},
    )
    if is_new:
        record.write(
            act="check_page",
            by=who.get("by"),
            subject=f"page:{revision.object_id}",
            reason=kind.value,
            data={"revision": revision.pk, "from_outside": "outside" in who},
        )
    return check


def _follow(state: TaskState, revision: Revision, kind: CheckKind, *, user: Person | None) -> None:
    if goes_on(state, revision, kind):
        with or_told(revision):
            state.specific.approve(user=user)


def _latest(state: TaskState) -> Revision:
    revision: Revision = state.workflow_state.content_object.get_latest_revision()
    return revision


def _name(typed: str) -> str:
    return " ".join(typed.split())[:80]
