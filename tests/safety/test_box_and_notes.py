"""What stays open to everybody: a box to the team, support instead of a sanction, and a sealed note
for the hour in which a life may be in danger."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from community.accounts.actions import standing
from community.accounts.models import Person
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import deciding, desk, glass, reporting
from community.safety.actions.danger import keep
from community.safety.choices import choices_for
from community.safety.enums import CARE, SANCTIONS, ItemKind, ItemState, Level, MeasureKind
from community.safety.intake import put_on_desk
from community.safety.models import DangerNote, Item, Letter, Measure
from tests.people import browser_of
from tests.safety.conftest import decision

AT_THE_BRIDGE = "My sister Lu, 0161 000 000. I would be at the harbour."


def of_last_month(person):
    """They came a month ago, and have a way back in."""
    EmailAddress.objects.create(user=person, email="a@example.org", verified=True, primary=True)
    Person.objects.filter(pk=person.pk).update(joined_at=timezone.now() - timedelta(days=30))
    return browser_of(person)


def episode(person, area):
    return put_on_desk(
        kind=ItemKind.SIGNAL,
        level=Level.NOW,
        area=area,
        subject_kind="leaf",
        subject_id="1",
        about=person.pk,
        signals=("plan",),
        at=timezone.now(),
    )


def test_whoever_is_suspended_writes_to_the_team_and_has_an_answer(ana, hana, emil, evenings):
    standing.suspend(person=ana, until=None, by=hana)
    browser = browser_of(Person.objects.get(pk=ana.pk))

    sent = browser.post("/me/box/", {"words": "I do not understand why."}, follow=True)
    item = desk.take(item=Item.objects.get().pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("write", words="I will call you."))

    assert sent.status_code == 200
    assert (item.kind, item.level, item.about) == (ItemKind.BOX, Level.TODAY, ana)
    assert "I do not understand why." not in browser_of(emil).get("/desk/").content.decode()
    assert Letter.objects.get().person == ana
    assert "Write to the team" in browser.get("/me/record/").content.decode()


def test_coming_back_in_distress_raises_the_box_and_sanctions_nobody(ana, evenings):
    made = reporting.write_to_team(words="I want to end my life tonight.", by=ana)

    assert made.item.level == Level.NOW
    names = {choice.name for choice in choices_for(made.item, may_suspend=True)}
    assert names == {"write", "nothing"}


def test_words_in_the_box_are_shown_on_the_items_page_when_asked_for(ana, emil, evenings):
    made = reporting.write_to_team(words="I do not understand why.", by=ana)
    desk.take(item=made.item_id, by=emil)

    page = browser_of(emil).post(f"/desk/items/{made.item_id}/words/", {"show": "1"})

    assert "I do not understand why." in page.content.decode()


def test_support_is_agreed_on_instead_of_a_sanction(leaves, evenings, ben, emil):
    item = desk.take(item=episode(ben, evenings.area).pk, by=emil)
    offered = {choice.name for choice in choices_for(item, may_suspend=True)}

    deciding.decide(
        item=item.pk, by=emil, decision=decision("support", words="We agreed: call Lu.")
    )

    kept = Measure.objects.get()
    assert "support" in offered
    assert not {"warn", "suspend"} & offered
    assert (kept.kind, kept.kind in CARE, kept.kind in SANCTIONS) == (
        MeasureKind.SUPPORT,
        True,
        False,
    )
    assert Item.objects.get().state == ItemState.WAITING
    assert "We agreed: call Lu." in browser_of(ben).get(f"/me/record/{kept.pk}/").content.decode()


def test_the_note_is_offered_after_the_first_week_and_can_be_put_away(ana):
    offer = "If you were in danger, who should know?"
    early = browser_of(ana).get("/me/").content.decode()
    later = of_last_month(ana).get("/me/").content.decode()
    browser_of(ana).post("/accounts/not-now/danger/")

    assert offer not in early
    assert offer in later
    assert offer not in browser_of(ana).get("/me/").content.decode()


def test_it_is_sealed_theirs_to_change_and_to_take_away(ana, ben):
    browser = browser_of(ana)
    plain = browser.get("/me/in-danger/").content.decode()
    browser.post("/me/in-danger/", {"words": AT_THE_BRIDGE})
    kept = browser.get("/me/in-danger/").content.decode()

    assert "We do not know where you are. Only you can call." in plain
    assert AT_THE_BRIDGE in kept
    assert AT_THE_BRIDGE not in browser_of(ben).get("/me/in-danger/").content.decode()
    browser.post("/me/in-danger/", {"words": " "})
    assert not DangerNote.objects.exists()


def test_only_two_together_read_it(leaves, evenings, ben, emil, noor):
    keep(words=AT_THE_BRIDGE, by=ben)
    item = desk.take(item=episode(ben, evenings.area).pk, by=emil)
    page = browser_of(emil).get(f"/desk/items/{item.pk}/").content.decode()
    asked = glass.ask_who(item=item.pk, why="A life.", in_progress=False, by=emil)
    alone = browser_of(emil).get(f"/desk/items/{item.pk}/who/").content.decode()
    glass.agree(glass=asked.pk, by=noor)
    both = [
        browser_of(one).get(f"/desk/items/{item.pk}/who/").content.decode() for one in (emil, noor)
    ]

    assert "left a sealed note" in page
    assert not [shown for shown in (page, alone) if "harbour" in shown]
    assert all("harbour" in shown for shown in both)
    assert not [entry for entry in Entry.objects.all() if "harbour" in str(entry.data)]


def test_without_a_note_desk_and_author_read_it_plainly(leaves, evenings, room, ben, emil):
    item, plain = episode(ben, evenings.area), "We do not know where you are. Only you can call."
    browser = browser_of(ben)

    def beside_the_numbers():
        page = browser.get(room.get_absolute_url()).content.decode()
        at_the_box = page.partition('id="help-near"')[2].partition("</details>")[0]
        return [at_the_box, browser.get("/me/questions/phq-9/9/help/").content.decode()]

    desk = browser_of(emil).get(f"/desk/items/{item.pk}/").content.decode()
    without = beside_the_numbers()
    keep(words=AT_THE_BRIDGE, by=ben)
    kept = beside_the_numbers()

    assert "Only they can call." in desk
    assert [plain in shown for shown in without] == [True, True]
    assert [plain in shown for shown in kept] == [False, False]
    assert not [shown for shown in kept if "harbour" in shown]


def test_more_than_fits_is_refused(ana):
    with pytest.raises(Refused):
        keep(words="x" * 5000, by=ana)
