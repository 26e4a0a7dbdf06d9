"""Somebody who may not go into rooms learns nothing of what happens in them."""

import re

from community.accounts.models import Person
from community.safety.actions import measures
from tests.people import browser_of, on_duty
from tests.words import say


def page(browser, path):
    return re.sub(r'value="[^"]*"|nonce="[^"]*"', "", browser.get(path).content.decode())


def test_a_suspended_person_sees_no_life_of_rooms(ana, ben, hana, emil, room):
    measures.suspend(person=ana, until=None, reason="rules", words="For now.", by=hana)
    browser = browser_of(Person.objects.get(pk=ana.pk))
    before = page(browser, "/me/rooms/")

    on_duty(emil, room)
    say(ben, room, "hello")

    after = page(browser, "/me/rooms/")
    assert "The long evening" in page(browser_of(ben), "/me/rooms/")
    assert before == after
    assert "The long evening" not in after


def test_a_suspended_person_reads_no_names_in_the_group(ana, ben, hana, emil, room):
    measures.suspend(person=ana, until=None, reason="rules", words="For now.", by=hana)

    hers = page(browser_of(Person.objects.get(pk=ana.pk)), "/groups/evenings/")
    his = page(browser_of(ben), "/groups/evenings/")

    assert ("emil-ash" in his, "The long evening" in his) == (True, True)
    assert ("emil-ash" in hers, "The long evening" in hers) == (False, False)
