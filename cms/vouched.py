"""Which checks stand behind a version of a page. Reads; never writes."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
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
    """The newest check of each kind that speaks for this version: given to it, or to an earlier
    one where every version since was called a small mend by somebody other than its author."""
    checks = _by_version(PageCheck.objects.filter(page_id=revision.object_id))
    if not checks:
        return {}
    mends = _by_version(SmallMend.objects.filter(page_id=revision.object_id))
    found: Checks = {}
    for version in _versions(revision, down_to=min(checks)):
        now = _fingerprint(version.content)
        for check in checks[version.pk]:
            if check.digest == now and check.by != (version.user_id or 0):
                found.setdefault(CheckKind(check.kind), check)
        small = [mend for mend in mends[version.pk] if mend.digest == now]
        if not any(mend.by != version.user_id for mend in small):
            break
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
    mends = _by_version(SmallMend.objects.filter(page_id=revision.object_id))
    for version in _versions(revision, down_to=0):
        now = _fingerprint(version.content)
        if now in digests:
            return True
        if not any(m.digest == now and m.by != version.user_id for m in mends[version.pk]):
            break
    return False


def only_mends(revision: Revision, *, of: int | None) -> bool:
    """Whether this version is the one numbered `of`, with nothing but small mends since."""
    mends = _by_version(SmallMend.objects.filter(page_id=revision.object_id))
    for version in _versions(revision, down_to=of or 0):
        if version.pk == of:
            return version.pk != revision.pk
        now = _fingerprint(version.content)
        if not any(mend.digest == now for mend in mends[version.pk]):
            break
    return False


def could_be_small(revision: Revision) -> bool:
    """Whether a check stood behind the version before."""
    before = _versions(revision, down_to=0)
    next(before, None)
    earlier = next(before, None)
    return earlier is not None and bool(standing(earlier))


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
