"""The library's admin asks its own groups: they open nothing for an account on hold."""

import pytest

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.sign_in import OneLook
from tests.ground.test_every_address import addresses
from tests.people import browser_of
from tests.roof.test_gate import _filled

pytestmark = pytest.mark.django_db


def _admin():
    """Every address of the admin, filled in with something."""
    return sorted({_filled("/" + address) for address, _ in addresses() if "cms/" in address[:6]})


def _set(person, standing):
    Person.objects.filter(pk=person.pk).update(standing=standing)
    return Person.objects.get(pk=person.pk)


@pytest.mark.parametrize("standing", [s for s in Standing if s != Standing.ACTIVE])
def test_who_is_not_active_holds_no_permission(standing, ola, fay):
    active = [person.has_perm("wagtailadmin.access_admin") for person in (ola, fay)]

    held = [_set(person, standing) for person in (ola, fay)]

    assert active == [True, True]
    assert [person.has_perms(["wagtailadmin.access_admin"]) for person in held] == [False, False]
    assert [person.has_module_perms("wagtailadmin") for person in held] == [False, False]
    assert [OneLook().get_all_permissions(person) for person in held] == [set(), set()]


@pytest.mark.thorough
def test_no_address_of_the_admin_is_there_for_a_suspended_operator(ola):
    browser = browser_of(ola)
    before = browser.get("/cms/").status_code
    _set(ola, Standing.SUSPENDED)

    found = {address: browser.get(address).status_code for address in _admin()}

    assert before == 200
    assert len(found) > 150
    assert set(found.values()) == {404}


def test_a_suspended_operator_changes_no_setting(ola):
    _set(ola, Standing.SUSPENDED)

    answer = browser_of(ola).post("/cms/settings/house/house/1/", {"leave_to": "https://e.example"})

    assert answer.status_code == 404


def test_without_the_second_step_the_admin_stays_shut(ola, settings):
    settings.STAFF_MFA_REQUIRED = True

    assert not ola.has_perm("wagtailadmin.access_admin")
    assert browser_of(ola).get("/cms/")["Location"] == "/accounts/2fa/"
