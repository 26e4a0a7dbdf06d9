"""Who may do what: one table, role by act. Pages, sockets, commands and exports all ask it.

A role opens an act; the feature's own rule may ask for more (a moderator decides only in the areas
they were appointed to, an editor never approves their own last edit).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Role


class Act(models.TextChoices):
    """What a role can open. The label is the sentence shown on the page of roles."""

    ANSWER_NEWCOMERS = "answer_newcomers", _("be asked to greet somebody new")
    MENTOR = "mentor", _("be asked to be somebody's mentor")
    MODERATE = "moderate", _("go on duty, see the desk, hide words, remove a person from a room")
    SEE_RECORD = "see_record", _("read the record of acts of power")
    REVIEW_WELLBEING = "review_wellbeing", _("see an answer to question 9 and act on it")
    SAFEGUARD = "safeguard", _("decide emergency steps together with a second person")
    DECIDE_APPEALS = "decide_appeals", _("look again at somebody else's decision")
    RUN_GROUPS = "run_groups", _("create, describe, close groups and rooms; appoint moderators")
    ADMIT_PEOPLE = "admit_people", _("let people in where a person decides who joins")
    INVITE = "invite", _("make invitation codes and referral cards")
    RUN_MENTORING = "run_mentoring", _("approve mentors, see requests and pairs")
    SUSPEND = "suspend", _("suspend an account and lift it")
    WRITE_PAGES = "write_pages", _("write and mend pages of the library")
    APPROVE_PAGES = "approve_pages", _("approve a page somebody else wrote last")
    CHECK_CARE_TEAM = "check_care_team", _("check who somebody of a care team is")
    TREAT = "treat", _("see what a member handed over, and answer")
    GRANT_ROLES = "grant_roles", _("give and end roles")
    SET_HOUSE = "set_house", _("set name, hours, helplines, rules and who may join")


_A = Act
TABLE: dict[Role, frozenset[Act]] = {
    Role.MEMBER: frozenset(),
    Role.GREETER: frozenset({_A.ANSWER_NEWCOMERS, _A.INVITE}),
    Role.MENTOR: frozenset({_A.MENTOR}),
    Role.MODERATOR: frozenset({_A.MODERATE}),
    Role.WELLBEING_REVIEWER: frozenset({_A.REVIEW_WELLBEING}),
    Role.SAFEGUARDING_LEAD: frozenset({_A.SAFEGUARD, _A.DECIDE_APPEALS, _A.SEE_RECORD, _A.SUSPEND}),
    Role.COORDINATOR: frozenset(
        {
            _A.RUN_GROUPS,
            _A.ADMIT_PEOPLE,
            _A.INVITE,
            _A.RUN_MENTORING,
            _A.CHECK_CARE_TEAM,
            _A.DECIDE_APPEALS,
            _A.SUSPEND,
            _A.SEE_RECORD,
        }
    ),
    Role.EDITOR: frozenset({_A.WRITE_PAGES}),
    Role.REVIEWER: frozenset({_A.APPROVE_PAGES}),
    Role.PROVIDER: frozenset({_A.TREAT, _A.INVITE}),
    Role.OPERATOR: frozenset({_A.GRANT_ROLES, _A.SET_HOUSE, _A.RUN_GROUPS, _A.SEE_RECORD}),
}

# Someone who treats people here does nothing else with that account: two accounts, nothing links
# them.
NEVER_TOGETHER: frozenset[frozenset[Role]] = frozenset(
    frozenset({Role.PROVIDER, other}) for other in Role if other not in (Role.PROVIDER, Role.MEMBER)
)


def roles_for(act: Act) -> list[Role]:
    """The roles that open an act, in the order of the table."""
    return [role for role, acts in TABLE.items() if act in acts]
