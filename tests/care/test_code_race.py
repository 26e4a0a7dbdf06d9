"""One code, typed by two at the same moment: one of them is the one the member is asked about."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from community.accounts.enums import Role
from community.care.actions import checking, door
from community.care.models import Code, Tie
from tests.care.conftest import found
from tests.people import browser_of, person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    def run(act):
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_providers_and_a_yes_pressed_twice_make_one_tie(ana, hana, ines):
    other = person("omar-reed", Role.PROVIDER)
    for one in (ines, other):
        checking.check(person=one.pk, found=found(), by=hana)
    code = door.make_code(by=ana)
    browsers = [browser_of(one) for one in (ines, other)]

    typed = at_once(*(lambda b=b: b.post("/care/", {"code": code}) for b in browsers))
    first = Code.objects.get().typed_by
    form = {"called": "Ana"}
    said = at_once(*[lambda: browser_of(ana).post("/me/care/code/who/", form)] * 2)

    assert [(a.status_code, a["Location"]) for a in typed] == [(302, "/care/typed/")] * 2
    assert Tie.objects.get().provider == first
    assert sorted({a.status_code for a in said}) in ([302], [302, 404])
