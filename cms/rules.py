"""Who may make a page public. Asked by every door: publish, schedule, workflow, bulk."""

import unicodedata

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from cms import vouched
from cms.enums import CheckKind
from cms.models.check import ReviewInvite
from community.accounts import rules as accounts
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.refusal import Refusal

LAST_EDITOR = Refusal(
    "last_editor",
    _("You changed this page last, so somebody else has to look at it before it is public."),
)
NO_PERSON = Refusal("no_person", _("A page becomes public when a person has approved it."))
NOT_CLINICAL = Refusal(
    "not_clinical", _("The clinical check is given by a reviewer who did not change it last.")
)
NOT_LIVED = Refusal(
    "not_lived",
    _("This check is given by a mentor, or by somebody with lived experience who has a link."),
)
BOTH_CHECKS = Refusal(
    "both_checks",
    _("You gave the other check, or the link for it. Two different people stand behind a page."),
)
SENDER = Refusal(
    "sender", _("You changed this page last, so somebody else asks a reader from outside.")
)
LINK_OF_EDITOR = Refusal(
    "link_of_editor",
    _("Who sent you this link changed the page last. Please ask for a link from somebody else."),
)
LINK_OF_CHECKER = Refusal(
    "link_of_checker",
    _("Who sent you this link gave the other check. Please ask for a link from somebody else."),
)
OWN_LINK = Refusal("own_link", _("You made this link. It is for somebody else to use."))
NOT_SMALL = Refusal(
    "not_small", _("No version before was checked, so there is no check that can stand.")
)
WROTE_SINCE = Refusal(
    "wrote_since",
    _("You changed this page since it was checked, so somebody else says whether that is small."),
)
IS_SMALL = Refusal("is_small", _("This change is called small already."))
STANDS = Refusal("stands", _("This check is given. It stands for the words as they are now."))
CHANGED = Refusal("changed", _("The words changed while you read. Here they are now."))
NOT_WAITING = Refusal("not_waiting", _("This page does not wait for that check at the moment."))
NO_SUCH_LINK = Refusal("no_such_link", _("This link has been used or has ended."), hides=True)
ANSWERED = Refusal("answered", _("Somebody has answered this meanwhile."))
NO_SUCH_QUESTION = Refusal("no_such_question", _("There is no such question."), hides=True)
NOT_YET = Refusal("not_yet", _("You can ask when your place here is open."))
MISSING = {
    CheckKind.CLINICAL: Refusal("no_clinical", _("The clinical check is still missing.")),
    CheckKind.LIVED: Refusal("no_lived", _("The lived-experience check is still missing.")),
}


def may_check(
    person: Person, *, kind: CheckKind, last_editor: Person | None, other: frozenset[int]
) -> Refusal | None:
    """Whether this person may give this check. `other` is who stands behind the other one.

    A reviewer gives the clinical check; where the reviewer mended a comma, an editor does: the page
    never gets stuck. Lived experience is what mentors are asked for.
    """
    if last_editor is not None and person.pk == last_editor.pk:
        return LAST_EDITOR
    if person.pk in other:
        return BOTH_CHECKS
    if kind == CheckKind.LIVED:
        return NOT_LIVED if accounts.may(person, Act.MENTOR) is not None else None
    if accounts.may(person, Act.APPROVE_PAGES) is None:
        return None
    if accounts.may(person, Act.WRITE_PAGES) is not None:
        return NOT_CLINICAL
    if last_editor is None or accounts.may(last_editor, Act.APPROVE_PAGES) is not None:
        return NOT_CLINICAL
    return None


def may_give(
    person: Person, *, revision: Revision, kind: CheckKind, given: vouched.Checks | None = None
) -> Refusal | None:
    """Whether this person may give this check to this version now. `given` are the checks it has,
    where they are known."""
    given = vouched.standing(revision) if given is None else given
    if kind in given:
        return STANDS
    other = vouched.behind_other(given, kind)
    return may_check(person, kind=kind, last_editor=revision.user, other=other)


def may_send_back(person: Person, *, kind: CheckKind, revision: Revision) -> Refusal | None:
    """Whether this person may say what is to change: whoever could give the check, also where they
    gave the other one, or this one stands."""
    return may_check(person, kind=kind, last_editor=revision.user, other=frozenset())


def may_call_small(person: Person, *, revision: Revision) -> Refusal | None:
    """Whether this person may say that the version only mends a comma: somebody who works on the
    library and wrote nothing of it, of a page that was checked before."""
    if revision.user_id == person.pk:
        return LAST_EDITOR
    if not works_here(person):
        return accounts.NOT_YOURS
    if vouched.is_called_small(revision):
        return IS_SMALL
    writers = vouched.wrote_since(revision)
    if writers is None:
        return NOT_SMALL
    return WROTE_SINCE if person.pk in writers else None


def works_here(person: Person) -> bool:
    """Whether the person writes pages or approves them."""
    acts = (Act.APPROVE_PAGES, Act.WRITE_PAGES)
    return any(accounts.may(person, act) is None for act in acts)


def may_invite(person: Person, *, last_editor: int | None) -> Refusal | None:
    """Who works on the library, or looks for the people who do, may ask somebody from outside. Not
    who changed the page last: whoever makes a link could use it."""
    acts = (Act.APPROVE_PAGES, Act.WRITE_PAGES, Act.RUN_MENTORING)
    if all(accounts.may(person, act) is not None for act in acts):
        return accounts.NOT_YOURS
    return SENDER if person.pk == last_editor else None


def may_sign(
    invite: ReviewInvite, *, revision: Revision, given: vouched.Checks, by: Person | None
) -> Refusal | None:
    """Whether this link signs this version. `given` are the checks it has, `by` is who is signed in
    where the link was opened."""
    if invite.made_by == revision.user_id:
        return LINK_OF_EDITOR
    if by is not None and by.pk == revision.user_id:
        return LAST_EDITOR
    if by is not None and by.pk == invite.made_by:
        return OWN_LINK
    if by is not None and by.pk in vouched.behind_other(given, CheckKind(invite.kind)):
        return BOTH_CHECKS
    others = [check for kind, check in given.items() if kind != invite.kind]
    if any(check.by == invite.made_by for check in others):
        return LINK_OF_CHECKER
    is_same = any(_letters(check.outside) == _letters(invite.name) for check in others)
    return BOTH_CHECKS if is_same else None


def _letters(name: str) -> str:
    """A name as one hears it: “Dr. Lee” is “dr lee”."""
    said = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in said if letter.isalnum())


def may_publish(revision: Revision, *, by: Person | None) -> Refusal | None:
    """Both checks stand behind exactly these words, and who made the last change does not press the
    button. Nobody's name behind it is fine only for what was approved for this day before."""
    if by is None and is_due(revision):
        return None
    if by is not None and by.pk == revision.user_id:
        return LAST_EDITOR
    given = vouched.standing(revision)
    if by is None and not given:
        return NO_PERSON
    return next((MISSING[kind] for kind in CheckKind if kind not in given), None)


def is_due(revision: Revision) -> bool:
    """Whether this version was approved for a moment that has come."""
    approved = revision.approved_go_live_at
    return approved is not None and approved <= timezone.now()


def may_ask(person: Person) -> Refusal | None:
    """Everybody whose place here is open may ask the library."""
    return None if person.standing == Standing.ACTIVE else NOT_YET


def may_answer(person: Person, *, barrier: str) -> Refusal | None:
    """Who works on the library answers readers. What stands in somebody's way is answered by who
    can change something about it, too."""
    if works_here(person):
        return None
    return may_speak_for_people(person) if barrier else accounts.NOT_YOURS


def may_speak_for_people(person: Person) -> Refusal | None:
    """Who reads what stands in people's way: those who run groups and the house, and those who
    write for readers."""
    acts = (Act.RUN_GROUPS, Act.ADMIT_PEOPLE, Act.SET_HOUSE)
    may = works_here(person) or any(accounts.may(person, act) is None for act in acts)
    return None if may else accounts.NOT_YOURS
