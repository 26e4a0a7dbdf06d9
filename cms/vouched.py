"""Which checks stand behind a version of a page. Reads; never writes."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from cms.enums import CheckKind
from cms.models.check import PageCheck, ReviewInvite, SmallMend

# What the house writes into a version itself, and what says when and not what.
_NOT_WORDS = frozenset(
    "path depth numchild url_path draft_title live live_revision has_unpublished_changes expired "
    "latest_revision latest_revision_created_at first_published_at last_published_at go_live_at "
    "expire_at locked locked_at locked_by comments wagtail_admin_comments owner words "
    "last_reviewed next_review clinical_reviewer lived_reviewer clinical_name lived_name".split()
)

Checks = dict[CheckKind, PageCheck]


@dataclass(frozen=True, slots=True)
class _Version:
    digest: str
    checks: list[PageCheck]  # given to just these words


def digest(revision: Revision) -> str:
    """A fingerprint of the words of this version, as the database has them now."""
    content: dict[str, Any] = Revision.objects.values_list("content", flat=True).get(pk=revision.pk)
    return _fingerprint(content)


def digest_of(revision: Revision) -> str:
    """The same of the words as they were read into `revision`, to stand beside them in a form."""
    return _fingerprint(revision.content)


def _fingerprint(content: dict[str, Any]) -> str:
    words = {name: value for name, value in content.items() if name not in _NOT_WORDS}
    return hashlib.sha256(json.dumps(words, sort_keys=True, default=str).encode()).hexdigest()


def standing(revision: Revision) -> Checks:
    """The newest check of each kind that speaks for this version: given to it, or to an earlier one
    where what came since was called a small mend by somebody who wrote none of it."""
    checks = _by_version(PageCheck.objects.filter(page_id=revision.object_id))
    if not checks:
        return {}
    mends = _by_version(SmallMend.objects.filter(page_id=revision.object_id))
    return _newest(_reached(_versions(revision, down_to=min(checks)), checks, mends))


def standing_of(revisions: Collection[Revision]) -> dict[int, Checks]:
    """The same of many versions of many pages, by their numbers. Three queries."""
    pages = {revision.object_id for revision in revisions}
    checks = _by_version(PageCheck.objects.filter(page_id__in=pages))
    mends = _by_version(SmallMend.objects.filter(page_id__in=pages))
    kinds = {revision.base_content_type_id for revision in revisions}
    rows = Revision.objects.filter(base_content_type_id__in=kinds, object_id__in=pages)
    versions: dict[str, list[Revision]] = defaultdict(list)
    for row in rows.filter(pk__gte=min(checks)).order_by("-pk") if checks else ():
        versions[row.object_id].append(row)
    return {
        one.pk: _newest(
            _reached((v for v in versions[one.object_id] if v.pk <= one.pk), checks, mends)
        )
        for one in revisions
    }


def _newest(reached: Iterable[_Version]) -> Checks:
    found: Checks = {}
    for version in reached:
        for check in version.checks:
            found.setdefault(CheckKind(check.kind), check)
    return found


def behind_other(given: Checks, kind: CheckKind) -> frozenset[int]:
    """Who gave the check that is not of this kind, or made the link by which it was signed."""
    other = next((check for of, check in given.items() if of != kind), None)
    if other is None:
        return frozenset()
    if other.by is not None:
        return frozenset({other.by})
    links = ReviewInvite.objects.filter(
        page_id=other.page_id, kind=other.kind, name=other.outside, used_at__isnull=False
    )
    return frozenset(links.values_list("made_by", flat=True))


def reaches(revision: Revision, digests: Collection[str]) -> bool:
    """Whether these words, or those before nothing but small mends, have one of the digests."""
    checks = _by_version(PageCheck.objects.filter(page_id=revision.object_id))
    mends = _by_version(SmallMend.objects.filter(page_id=revision.object_id))
    reached = _reached(_versions(revision, down_to=0), checks, mends)
    return any(version.digest in digests for version in reached)


def wrote_since(revision: Revision) -> frozenset[int] | None:
    """Who wrote this version and those before it down to the newest one that was checked, which is
    not counted. None where none before was checked."""
    checks = _by_version(PageCheck.objects.filter(page_id=revision.object_id))
    writers: set[int] = set()
    for version in _versions(revision, down_to=min(checks, default=revision.pk)):
        if version.pk != revision.pk and _given_to(version, _fingerprint(version.content), checks):
            return frozenset(writers)
        writers.add(version.user_id or 0)
    return None


def is_called_small(revision: Revision) -> bool:
    """Whether somebody called just these words a small mend."""
    calls = SmallMend.objects.filter(page_id=revision.object_id, revision=revision.pk)
    return calls.filter(digest=digest(revision)).exists()


def _reached(
    versions: Iterable[Revision], checks: dict[int, list[Any]], mends: dict[int, list[Any]]
) -> Iterator[_Version]:
    """The first of these, and the earlier ones it changes by small mends only. Who calls a version
    small has looked at everything since the newest one that was checked: the call reaches down to
    it, over versions that others wrote."""
    callers: set[int | None] = set()
    for version in versions:
        now = _fingerprint(version.content)
        given = _given_to(version, now, checks)
        yield _Version(now, given)
        callers = set() if given else callers
        callers |= {mend.by for mend in mends.get(version.pk, ()) if mend.digest == now}
        callers.discard(version.user_id)
        if not callers:
            return


def _given_to(version: Revision, now: str, checks: dict[int, list[Any]]) -> list[PageCheck]:
    """Nobody checks what they wrote."""
    given = checks.get(version.pk, ())
    return [one for one in given if one.digest == now and one.by != (version.user_id or 0)]


def _versions(revision: Revision, *, down_to: int) -> Any:
    return (
        Revision.objects.filter(
            base_content_type_id=revision.base_content_type_id,
            object_id=revision.object_id,
            pk__lte=revision.pk,
            pk__gte=down_to,
        )
        .order_by("-pk")
        .iterator(chunk_size=20)
    )


def _by_version(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.revision].append(row)
    return found
