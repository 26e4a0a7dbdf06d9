"""What happened before, in two kinds; what became of it; first sentences; words for the next."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.language import readability
from community.language.linter import check
from community.notifications.models import Notification
from community.refusal import Refused
from community.safety import history, rules, starters
from community.safety.actions import deciding, desk, duty, emergency, letters, shifts
from community.safety.enums import Arrived, ItemKind, Level
from community.safety.models import Item, Letter
from tests import people
from tests.people import browser_of
from tests.safety.conftest import decision, on_desk


@pytest.fixture
def now():
    return timezone.now()


def became(somebody, now):
    return history.what_became(rules.reach_of(somebody), now=now)


def test_needing_help_and_breaking_a_rule_are_never_mixed(taken, evenings, emil, ben, now):
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))
    before = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=before.pk, by=emil)
    deciding.decide(item=before.pk, by=emil, decision=decision("nothing"))
    again = on_desk(evenings.area, level=Level.NOW, at=now, id="2", about=ben.pk)

    found = history.history_of(again, rules.reach_of(emil))

    assert [event.what for event in found.help_needed] == [ItemKind.SIGNAL.label]
    assert [event.what for event in found.rules_broken] == ["a warning"]
    desk.take(item=again.pk, by=emil)
    page = browser_of(emil).get(f"/desk/items/{again.pk}/").content.decode()
    assert page.index("Help was needed") < page.index("A rule was broken")


def test_history_of_other_areas_stays_there(evenings, leaves, ben, emil, now):
    stranger = people.person("rhea-field", "moderator")
    mornings = people.group("mornings", title="Mornings", moderators=[stranger])
    on_desk(mornings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    here = on_desk(evenings.area, level=Level.NOW, at=now, id="2", about=ben.pk)

    assert history.history_of(here, rules.reach_of(emil)).help_needed == []


def test_what_became_says_what_is_known_and_no_more(evenings, leaves, ben, emil, now):
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("write"))

    (unknown,) = became(emil, now)
    letters.open_letter(letter=Letter.objects.get().pk, by=ben)
    (read,) = became(emil, now)
    letters.answer_letter(letter=Letter.objects.get().pk, words="Better.", by=ben)
    (answered,) = became(emil, now)

    assert [(one.has_read, one.has_answered) for one in (unknown, read, answered)] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    page = browser_of(emil).get("/desk/shift/end/").content.decode()
    assert "There was an answer to what you wrote." in page


def test_silence_is_never_told_as_well_being(evenings, leaves, ben, emil, now):
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("write"))

    page = browser_of(emil).get("/desk/shift/end/").content.decode()

    assert "How it went on is not known." in page


def test_that_help_reached_them_is_known(evenings, leaves, ben, emil, noor, now):
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil)
    asked = emergency.ask_for_help(
        item=item.pk, why="It is done.", tried=("talk",), in_progress=False, by=emil
    )
    before = browser_of(emil).get("/desk/shift/end/").text
    emergency.agree(emergency=asked.pk, by=noor)
    emergency.say_called(emergency=asked.pk, by=emil)
    emergency.say_arrived(emergency=asked.pk, arrived=Arrived.ARRIVED, by=emil)

    page = browser_of(emil).get("/desk/shift/end/").text

    assert "How it went on is not known." in before
    assert "Help reached them." in page
    assert "How it went on is not known." not in page


def test_light_things_and_those_of_others_are_not_asked_about(
    evenings, leaves, ben, emil, noor, now
):
    light = on_desk(evenings.area, level=Level.TODAY, at=now, id="1", about=ben.pk)
    desk.take(item=light.pk, by=emil)

    assert (became(emil, now), became(noor, now)) == ([], [])
    assert became(emil, now + timedelta(days=8)) == []


@pytest.mark.parametrize("starter", [*starters.CARE, *starters.RULES])
def test_first_sentences_are_plain_and_speak_of_people_well(starter):
    assert check(str(starter.words)) == ()
    assert readability.read(str(starter.words)).grade <= 6


def test_first_sentences_are_made_ones_own_before_they_go(taken, emil, ben):
    for words in (str(starters.CARE[0].words), "You wrote about … today."):
        with pytest.raises(Refused) as no:
            deciding.decide(item=taken.pk, by=emil, decision=decision("write", words=words))
        assert no.value.refusal.code == "starter"

    page = browser_of(emil).get(f"/desk/items/{taken.pk}/").content.decode()
    assert "First sentences to make your own" in page
    assert not Letter.objects.exists()


def test_a_shift_ends_with_a_line_for_the_next(emil, noor, room, evenings, leaves, ben, now):
    duty.go_on_duty(by=emil, places=[room.place])
    on_desk(evenings.area, level=Level.TODAY, at=now, id="1", about=ben.pk)
    Item.objects.update(promised_at=now + timedelta(minutes=10))

    with pytest.raises(Refused) as no:
        shifts.end_shift(by=emil, handover="  ", owners={})
    page = browser_of(emil).get("/desk/shift/end/").content.decode()

    assert no.value.refusal.code == "hand_over"
    assert "ben-moss (Within 30 minutes, nobody has it): " in page
    assert Item.objects.count() == 1
    assert not Notification.objects.filter(kind="item_handed_over").exists()
