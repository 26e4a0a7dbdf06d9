"""Who may do what, and who may say so."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from community.accounts import rules
from community.accounts.actions.roles import end_role, grant_role
from community.accounts.enums import Role, Standing
from community.accounts.models import Grant
from community.accounts.roles import TABLE, Act
from community.record.models import Entry
from community.refusal import Refused
from tests.people import browser_of

pytestmark = pytest.mark.django_db


def test_every_role_has_a_row_and_every_act_a_role():
    opened = set().union(*TABLE.values())

    assert set(TABLE) == set(Role)
    assert opened == set(Act)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MEMBER])
def test_a_role_opens_its_acts_and_no_other(role, cleo):
    Grant.objects.create(person=cleo, role=role)

    opened = {act for act in Act if rules.may(cleo, act) is None}

    assert opened == set(TABLE[role])


def test_a_suspended_moderator_may_nothing(emil):
    emil.standing = Standing.SUSPENDED

    assert rules.may(emil, Act.MODERATE) == rules.NOT_ACTIVE


def test_staff_need_the_second_factor_where_the_house_insists(emil, ana, settings):
    settings.STAFF_MFA_REQUIRED = True

    assert rules.may(emil, Act.MODERATE) == rules.ONE_MORE_STEP
    assert rules.may_enter_rooms(emil) == rules.ONE_MORE_STEP
    assert rules.may_enter_rooms(ana) is None


def test_an_operator_gives_a_role_on_the_record(ola, cleo):
    grant_role(person=cleo, role=Role.GREETER, by=ola)

    entry = Entry.objects.get(act="grant_role")
    assert rules.roles_of(cleo) == {Role.MEMBER, Role.GREETER}
    assert (entry.by, entry.about, entry.data) == (ola.pk, cleo.pk, {"role": "greeter"})
    assert Grant.objects.get(person=cleo).granted_by == ola


def test_giving_a_role_twice_is_one_grant(ola, cleo):
    grant_role(person=cleo, role=Role.GREETER, by=ola)
    grant_role(person=cleo, role=Role.GREETER, by=ola)

    assert Grant.objects.filter(person=cleo).count() == 1
    assert Entry.objects.filter(act="grant_role").count() == 1


def test_a_coordinator_gives_no_roles(hana, cleo):
    with pytest.raises(Refused) as refused:
        grant_role(person=cleo, role=Role.OPERATOR, by=hana)

    assert refused.value.refusal == rules.NOT_YOURS
    assert not Grant.objects.filter(person=cleo).exists()
    assert not Entry.objects.exists()


def test_who_treats_people_cannot_also_moderate_them(ola, ines):
    with pytest.raises(Refused) as refused:
        grant_role(person=ines, role=Role.MODERATOR, by=ola)

    assert refused.value.refusal == rules.TWO_ACCOUNTS


def test_the_last_operator_stays(ola):
    with pytest.raises(Refused) as refused:
        end_role(person=ola, role=Role.OPERATOR, by=ola)

    assert refused.value.refusal == rules.LAST_OPERATOR
    assert rules.may(ola, Act.GRANT_ROLES) is None


def test_a_person_lays_down_a_role_of_their_own(dora):
    end_role(person=dora, role=Role.MENTOR, by=dora)

    assert rules.roles_of(dora) == {Role.MEMBER}
    assert Grant.objects.get(person=dora, role=Role.MENTOR).ended_at is not None


def test_the_command_makes_the_first_operator(cleo):
    call_command("make_operator", cleo.handle.upper())

    assert rules.may(cleo, Act.GRANT_ROLES) is None
    assert Entry.objects.get(act="grant_role").by is None


def test_the_command_says_so_when_nobody_has_the_name():
    with pytest.raises(CommandError, match=r"Nobody here is called nobody\."):
        call_command("make_operator", "nobody")


def test_everyone_reads_the_table_of_roles(ana):
    page = browser_of(ana).get(reverse("person:roles"))

    assert page.status_code == 200
    assert "give and end roles" in page.content.decode()


def test_the_page_of_grants_is_for_operators_alone(hana, ola):
    refused = browser_of(hana).get(reverse("person:people"))
    asked_again = browser_of(ola).get(reverse("person:people"))

    assert refused.status_code == 403
    assert asked_again.headers["Location"].startswith("/accounts/reauthenticate/")
