"""Four ways to be here: nobody has to take the next, and each is left at once and without a reason."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.enums import Role
from community.accounts.models import Grant
from community.record.models import Entry
from community.refusal import Refused
from groups.actions.hosting import make_host
from groups.enums import HostKind
from groups.models import Host
from mentoring.actions import steps as acts
from mentoring.enums import Step
from mentoring.models import Wish
from mentoring.personal_data import export
from mentoring.queries.steps import steps_for
from tests.mentoring.reading import sent, words
from tests.mentoring.test_asking import told
from tests.people import browser_of, person


def on(somebody):
    return [line.step for line in steps_for(somebody) if line.is_on_it]


def test_each_sees_where_they_are(ana, dora, mentor, evenings, hana):
    greeter = person("olive-path", Role.GREETER)
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=hana)

    assert on(greeter) == [Step.READER, Step.GREETER]
    assert on(ana) == [Step.READER, Step.CO_HOST]
    assert on(dora) == [Step.READER, Step.MENTOR]
    found = words(browser_of(ana), "/mentoring/steps/")
    assert "none is worth more" in found
    assert "To read first" not in found  # the library has no page about it
    assert words(browser_of(hana), "/mentoring/steps/").count("To read first: no page yet.") == 4


def test_a_wish_is_said_once_talked_over_and_taken_back(ana, hana):
    browser, page = browser_of(ana), "/mentoring/steps/greeter/"
    for _ in range(2):
        sent(browser, page, {"wish": "yes"})
    assert [kind for kind, _path in told(hana)] == ["step_wished"]
    assert "ana-lark" in words(browser_of(hana), "/mentoring/run/")
    assert export(ana)["would_like_to"][0]["step"] == "greeter"

    acts.note_talked(wish=Wish.objects.get().pk, by=hana)
    acts.wish_for(step=Step.CO_HOST, by=ana)
    found = sent(browser, "/mentoring/steps/co_host/", {"take_back": "yes"})

    assert "That is taken back." in found
    assert list(Wish.objects.values_list("step", flat=True)) == ["greeter"]
    assert Entry.objects.get(act="talk_over_step").about == ana.pk


def test_greeting_is_laid_down_at_once(db):
    greeter = person("olive-path", Role.GREETER)

    found = sent(browser_of(greeter), "/mentoring/steps/greeter/", {"lay_down": "yes"})

    assert "You have laid it down. Thank you for the time you gave." in found
    assert on(greeter) == [Step.READER]
    assert Grant.objects.get(person=greeter).ended_at is not None


def test_hosting_is_laid_down_everywhere_at_once(ana, ben, evenings, hana):
    for who in (ana, ben):
        make_host(group=evenings, person=who, kind=HostKind.PEER, by=hana)

    acts.lay_down(step=Step.CO_HOST, by=ana)

    assert Host.objects.get(ended_at=None).person == ben
    assert Entry.objects.get(act="end_host").about == ana.pk


def test_only_who_runs_it_says_that_it_was_talked_over(ana, ben):
    wish = acts.wish_for(step=Step.GREETER, by=ana)

    with pytest.raises(Refused, match="not_there"):
        acts.note_talked(wish=wish.pk, by=ben)
    for step in ("reader", "mentor", "nothing"):
        answer = browser_of(ana).post(f"/mentoring/steps/{step}/", {"wish": "yes"})
        assert answer.status_code == 404


def test_what_cannot_be_wished_for_or_is_open_twice_is_refused(ana):
    Wish.objects.create(person=ana, step=Step.GREETER, talked_at=timezone.now())
    Wish.objects.create(person=ana, step=Step.GREETER)
    for step, name in ((Step.MENTOR, "only_greeting"), (Step.GREETER, "wish_for_a_step|step")):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Wish.objects.create(person=ana, step=step)
