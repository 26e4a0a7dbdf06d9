"""Two at once, in real threads: a break, the sealed note, the box to the team, a death. What is said
twice happens once, and nobody reads an error."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.notifications.models import Notification, Preference
from community.record.models import Entry
from community.record.sealing import breaks
from community.refusal import Refused
from community.safety.actions import danger, desk, glass, passing, reporting
from community.safety.enums import ItemKind
from community.safety.models import DangerNote, Glass, Item, Passing, Report
from tests.mentoring.conftest import mentor_of, paired
from tests.people import browser_of, on_duty, person
from tests.safety.test_box_and_notes import episode
from tests.safety.together import together

pytestmark = pytest.mark.django_db(transaction=True)

OLD, NEW = "My sister Lu. I would be at the harbour.", "My brother Jo. I would be at the mill."
SAID = {"words": "Ana has died. We are sad with you.", "tells": "Hana"}


def outcomes(answers):
    """How many went through, and what the others were told."""
    refused = sorted(a.refusal.code for a in answers if isinstance(a, Refused))
    broken = [a for a in answers if isinstance(a, Exception) and not isinstance(a, Refused)]
    assert not broken, broken
    return len(answers) - len(refused), refused


def acts():
    return sorted(entry.act for entry in Entry.objects.all())


# A break -------------------------------------------------------------------------------------------


def test_a_break_taken_in_two_tabs_is_one_and_the_other_is_told_once(ana, dora, hana):
    paired(ana, mentor_of(dora, approved_by=hana))

    def rest():
        return browser_of(ana).post("/me/break/", {"days": "7", "tells": "on"}).status_code

    assert together(rest, rest, rest) == [302, 302, 302]
    assert Preference.objects.get().rests_until == timezone.localdate() + timedelta(days=7)
    assert Notification.objects.filter(person=dora, kind="on_a_break").count() == 1


def test_a_break_begun_in_one_tab_and_ended_in_the_other_is_either(ana):
    browser_of(ana).post("/me/break/", {"days": "7"})

    answers = together(
        lambda: browser_of(ana).post("/me/break/", {"days": "3"}).status_code,
        lambda: browser_of(ana).post("/me/break/", {"end": "yes"}).status_code,
    )

    assert answers == [302, 302]
    in_three = timezone.localdate() + timedelta(days=3)
    assert Preference.objects.get().rests_until in (None, in_three)


# The sealed note -----------------------------------------------------------------------------------


@pytest.fixture
def crisis(ana, emil, room, evenings):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return desk.take(item=episode(ana, evenings.area).pk, by=emil)


def test_two_who_agree_at_once_are_one_second_person(crisis, ana, emil, noor, hana):
    danger.keep(words=OLD, by=ana)
    asked = glass.ask_who(item=crisis.pk, why="A life.", in_progress=False, by=emil)

    answers = together(
        lambda: glass.agree(glass=asked.pk, by=noor), lambda: glass.agree(glass=asked.pk, by=hana)
    )

    assert outcomes(answers) == (1, ["agreed"])
    second = Glass.objects.get().agreed_by
    other = hana if second == noor else noor
    path = f"/desk/items/{crisis.pk}/who/"
    shown = [OLD in browser_of(one).get(path).text for one in (emil, second, other)]
    assert shown == [True, True, False]
    assert acts().count("agree_glass") == 1


def test_one_who_opens_it_alone_in_two_tabs_opens_it_once(crisis, ana, emil):
    def look():
        return glass.ask_who(item=crisis.pk, why="A life.", in_progress=True, by=emil).pk

    answers = together(look, look)

    assert outcomes(answers) == (2, [])
    assert len(set(answers)) == Glass.objects.count() == 1
    assert acts().count("open_glass_alone") == 1


def test_a_note_that_is_changed_while_it_is_read_is_whole(crisis, ana, emil, noor):
    danger.keep(words=OLD, by=ana)
    asked = glass.ask_who(item=crisis.pk, why="A life.", in_progress=False, by=emil)
    glass.agree(glass=asked.pk, by=noor)
    path = f"/desk/items/{crisis.pk}/who/"

    *pages, _kept, _again = together(
        *[lambda who=who: browser_of(who).get(path).text for who in (emil, noor)],
        lambda: danger.keep(words=NEW, by=ana),
        lambda: danger.keep(words=NEW, by=ana),
    )

    assert [(OLD in page) != (NEW in page) for page in pages] == [True, True]
    assert DangerNote.objects.get().words == NEW


def test_a_first_note_kept_in_two_tabs_is_one(ana):
    answers = together(*[lambda w=w: danger.keep(words=w, by=ana) for w in (OLD, NEW)])

    assert outcomes(answers) == (2, [])
    assert DangerNote.objects.get().words in (OLD, NEW)


# The box to the team -------------------------------------------------------------------------------


def test_words_sent_twice_at_once_are_one_thing_to_read(ana, emil, evenings):
    def send():
        return reporting.write_to_team(words="I do not understand why.", by=ana).receipt

    answers = together(send, send, send)

    assert outcomes(answers) == (3, [])
    assert len(set(answers)) == Report.objects.count() == 1
    assert Item.objects.filter(kind=ItemKind.BOX).count() == 1


def test_other_words_are_another_and_nothing_of_either_is_lost(ana, ben, emil, evenings):
    answers = together(
        lambda: reporting.write_to_team(words="I do not understand.", by=ana),
        lambda: reporting.write_to_team(words="Please call me.", by=ana),
        lambda: reporting.write_to_team(words="Please call me.", by=ben),
    )

    assert outcomes(answers) == (3, [])
    told = {(report.reporter_id, report.words) for report in Report.objects.all()}
    assert told == {
        (ana.pk, "I do not understand."),
        (ana.pk, "Please call me."),
        (ben.pk, "Please call me."),
    }


# A death -------------------------------------------------------------------------------------------


@pytest.fixture
def lena(db):
    return person("lena-ford", Role.SAFEGUARDING_LEAD)


def standing(somebody):
    return Person.objects.get(pk=somebody.pk).standing


def test_two_leads_who_say_it_at_once_say_it_once(ana, hana, lena):
    answers = together(
        *[lambda by=by: passing.ask(person=ana, by=by, **SAID) for by in (hana, lena)]
    )

    assert outcomes(answers) == (1, ["already"])
    assert (Passing.objects.count(), standing(ana)) == (1, Standing.ACTIVE)
    assert acts() == ["ask_let_rest"]


def test_two_who_agree_at_once_let_it_rest_once(ana, hana, emil, noor, evenings):
    made = passing.ask(person=ana, by=hana, **SAID)

    answers = together(
        *[lambda by=by: passing.agree(passing=made.pk, by=by) for by in (emil, noor)]
    )

    assert outcomes(answers) == (2, [])
    assert Passing.objects.get().agreed_by in (emil, noor)
    assert sorted({*acts()}) == sorted(acts())  # each once
    assert {"agree_let_rest", "let_rest"} < {*acts()}
    assert list(breaks()) == []


def test_agreeing_and_taking_back_at_once_leave_the_account_as_it_was(
    ana, hana, lena, emil, evenings
):
    made = passing.ask(person=ana, by=hana, **SAID)

    answers = together(
        lambda: passing.agree(passing=made.pk, by=emil),
        lambda: passing.take_back(passing=made.pk, by=lena),
    )

    assert outcomes(answers) in [(2, []), (1, ["not_here"])]
    assert (Passing.objects.count(), standing(ana)) == (0, Standing.ACTIVE)
    assert Person.objects.get(pk=ana.pk).is_active
