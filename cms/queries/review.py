"""Where a page stands in its review, and who can take it on."""

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page, Revision, TaskState

from cms import rules, vouched
from cms.enums import CheckKind
from cms.models import ArticlePage, LibraryHome, ReviewInvite, StoryConsent
from cms.models.check import PageCheck
from cms.queries.holding import newest_of, states_waiting
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act, roles_for

_GIVES = {
    CheckKind.CLINICAL: (Act.APPROVE_PAGES, Act.WRITE_PAGES),
    CheckKind.LIVED: (Act.MENTOR,),
}


@dataclass(frozen=True, slots=True)
class Gate:
    """One of the two checks of a page: who gave it, or who can."""

    kind: CheckKind
    given: bool
    by: str  # who gave it, "" where nobody has or they are gone
    can: list[str]  # handles of those who can give it now
    ask: list[str]  # whom to ask where nobody can


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of the newest version of a page."""

    pk: int
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that waits for a check."""

    page: Listed
    kind: CheckKind


def gates(page: Page) -> list[Gate]:
    """Both checks of the newest version, in their order."""
    revision = page.get_latest_revision()
    if revision is None:
        return []
    given = vouched.standing(revision)
    return [_gate(revision, kind, given) for kind in CheckKind]


def _gate(revision: Revision, kind: CheckKind, given: vouched.Checks) -> Gate:
    check = given.get(kind)
    if check is not None:
        return Gate(kind, True, _name(check), [], [])
    can = [person.handle for person in who_can(revision, kind, given)]
    ask = [] if can else [person.handle for person in _holders(Act.RUN_MENTORING)]
    return Gate(kind, False, "", can, ask)


def who_can(revision: Revision, kind: CheckKind, given: vouched.Checks) -> list[Person]:
    """Everybody who may give this check to this version."""
    other = vouched.behind_other(given, kind)
    editor = revision.user
    return [
        person
        for person in _holders(*_GIVES[kind])
        if rules.may_check(person, kind=kind, last_editor=editor, other=other) is None
    ]


def links_for_author(page: Page) -> list[str]:
    """Who made the links by which the author of this story says yes, by name: it is on them that it
    was given to the author. Nothing of other pages."""
    made = StoryConsent.objects.filter(page=page.pk, withdrawn_at=None).values("asked_by")
    return list(
        Person.objects.filter(pk__in=made).order_by("handle").values_list("handle", flat=True)
    )


def team() -> list[Person]:
    """Everybody who works on the library now, by name."""
    return _holders(Act.APPROVE_PAGES, Act.WRITE_PAGES)


def _holders(*acts: Act) -> list[Person]:
    roles = {role for act in acts for role in roles_for(act)}
    return list(
        Person.objects.filter(
            grants__role__in=roles, grants__ended_at=None, standing=Standing.ACTIVE
        )
        .distinct()
        .order_by("handle")
    )


def _name(check: PageCheck) -> str:
    if check.outside:
        return check.outside
    return Person.objects.filter(pk=check.by or 0).values_list("handle", flat=True).first() or ""


def waiting_for(person: Person) -> list[Waiting]:
    """Pages this person could give a check now, oldest first."""
    states = states_waiting()
    newest = newest_of(states)
    given, found = vouched.standing_of(newest.values()), []
    for state in states:
        kind = CheckKind(state.task.secondpersontask.kind)
        revision = newest.get(state.workflow_state.object_id)
        if revision is None:
            continue
        checks = given[revision.pk]
        if rules.may_give(person, revision=revision, kind=kind, given=checks) is None:
            words = (revision.content.get(name, "") for name in ("title", "summary"))
            found.append(Waiting(Listed(int(revision.object_id), *words), kind))
    return found


def named_on(person: Person) -> list[ArticlePage]:
    """Pages on which readers see this person's name, by title. One query."""
    clinical = Q(clinical_reviewer=person) & ~Q(clinical_name="")
    lived = Q(lived_reviewer=person) & ~Q(lived_name="")
    return list(ArticlePage.objects.live().filter(clinical | lived).order_by("title"))


def may_send_back(person: Person, page: Page, kind: CheckKind) -> bool:
    """Whether this person could give the check it waits for: also where somebody has given it, and
    something else holds the page back."""
    return rules.may_send_back(person, kind=kind, revision=page.get_latest_revision()) is None


def state_of(page: int) -> TaskState | None:
    """The check a page waits for now."""
    return (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id=str(page)
        )
        .exclude(task__secondpersontask=None)
        .select_related("task__secondpersontask")
        .first()
    )


def newest_version(page: int) -> tuple[Page, str] | None:
    """A page of ours as it was changed last, whether or not anybody may read it yet, and the
    fingerprint of just these words."""
    front = LibraryHome.objects.first()
    row = Page.objects.filter(pk=page).first()
    if front is None or row is None or not row.is_descendant_of(front):
        return None
    revision = row.get_latest_revision()
    if revision is None:
        return row.specific, ""
    return revision.as_object(), vouched.digest_of(revision)


def invite_of(key: str) -> ReviewInvite | None:
    """The invitation behind a link's hash, used or not."""
    return ReviewInvite.objects.filter(key=key).select_related("page").first()
