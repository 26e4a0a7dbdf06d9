"""What no program may do here. Each line fails when the act can be done without a person.

The list is SAFETY.md's. A program may show lines, call people, keep clocks, hold a named way to be
harmed for a person, write the record and remind. It may put a line that anybody can open before words
that three members asked to be looked at, until a person has looked: that takes no words away.
"""

import inspect
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from community import ticker
from community.accounts.actions import standing
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.record.models import Entry
from community.refusal import Refused
from community.safety import calling, clocks, fixed_words, sending_calls
from community.safety.actions import deciding, desk, emergency, glass, measures
from community.safety.choices import Decision, choices_for
from community.safety.enums import ABOUT_CARE, ItemKind, ItemState, Level, Why
from community.safety.models import Glass, Item, Letter, Measure, Promises
from community.screening.words import SIGNALS, TURNS
from community.wellbeing import instruments
from groups.actions import folds, messages
from groups.enums import MessageState
from groups.models import Message, Seat
from groups.near import Signal
from tests.groups.flags import HARSH, at_night_on, flag, is_folded, members
from tests.people import on_duty
from tests.safety.conftest import decision, on_desk
from tests.words import say, wait

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).resolve().parents[2]
# All that opens a line to outside: the pager, the library that asks whether an address is still there,
# and `manage.py dev`, which looks whether its port is free.
MAY_REACH_OUTSIDE = {
    "cms/safe_http.py",
    "community/management/commands/dev.py",
    "community/safety/sending_calls.py",
}
CRISIS = Signal(Level.NOW, ("act", "plan", "method"))
YEAR = timedelta(days=365)


def everything_that_runs_by_itself(until):
    """Every job of the ticker that could act on a person, at every hour that matters."""
    now = timezone.now()
    for later in (timedelta(0), timedelta(minutes=6), timedelta(hours=5), timedelta(days=8), until):
        ticker.tick(now + later)


@pytest.fixture
def in_crisis(ana, emil, hana, room):
    """Ana wrote the heaviest words there are, and nobody came."""
    on_duty(emil, room)
    say(ana, room, "I have taken them.", signal=CRISIS)
    return Item.objects.get(kind=ItemKind.SIGNAL)


def test_no_program_lowers_or_closes_what_it_found(in_crisis, ana, room):
    say(ana, room, "Only joking, all fine.")
    messages.delete_message(room=room.pk, seq=1, by=ana)

    everything_that_runs_by_itself(YEAR)

    in_crisis.refresh_from_db()
    assert (in_crisis.level, in_crisis.state) == (Level.NOW, ItemState.OPEN)


def test_in_a_crisis_that_nobody_comes_to_no_program_does_any_of_this(
    in_crisis, ana, ben, cleo, room
):
    everything_that_runs_by_itself(timedelta(days=20))
    message = Message.objects.get()
    ticker.tick(timezone.now() + YEAR)

    ana.refresh_from_db()
    happened = {
        "takes words of pain away": message.body != "I have taken them.",
        "hides words of pain": message.state != MessageState.SHOWN,
        "shuts out": Seat.objects.get(person=ana, room=room).ended_at is not None,
        "suspends": ana.standing != Standing.ACTIVE,
        "warns or measures": Measure.objects.exists(),
        "mutes": say(ana, room, "Still here.").refusal is not None,
        "writes to anybody": Letter.objects.exists(),
        "looks at who somebody is": Glass.objects.exists(),
        "notes such a look": Entry.objects.filter(act__contains="glass").exists(),
        "tells who is in the room": ben.notifications.exists(),
        "tells who is elsewhere": cleo.notifications.exists(),
    }
    assert [act for act, is_done in happened.items() if is_done] == []


def test_no_program_lets_waiting_words_in(ana, room):
    wait(ana, room, "I have pills here.", signal=CRISIS)

    everything_that_runs_by_itself(timedelta(days=20))

    assert Message.objects.get().state == MessageState.HELD


def test_nothing_is_decided_by_counting_flags(wall, ana, ben, cleo, dora, karim, evenings):
    post, three = at_night_on(wall, ana), members(evenings, cleo, dora, karim)
    flag(post, *three)
    flag(post, ben)

    everything_that_runs_by_itself(YEAR)

    for somebody in (ana, *three, ben):
        somebody.refresh_from_db()
    post.refresh_from_db()
    assert is_folded(post)  # only a person ends it
    assert (post.state, post.body) == (MessageState.SHOWN, HARSH)
    assert {one.standing for one in (ana, *three, ben)} == {Standing.ACTIVE}
    assert not Seat.objects.exclude(ended_at=None, paused_until=None).exists()
    assert not Measure.objects.exists()
    assert not Letter.objects.exists()
    assert Item.objects.get(kind=ItemKind.REPORT).state == ItemState.OPEN


@pytest.mark.parametrize(
    "act",
    [
        folds.let_stand,
        deciding.decide,
        desk.take,
        desk.release,
        measures.keep_measure,
        measures.suspend,
        measures.uphold_appeal,
        measures.let_stand,
        emergency.ask_for_help,
        emergency.agree,
        emergency.say_called,
        emergency.say_arrived,
        glass.ask_who,
        glass.agree,
        glass.do_not_tell,
        messages.hide_message,
        messages.restore_message,
        standing.suspend,
    ],
)
def test_every_act_on_a_person_asks_who_does_it(act):
    by = inspect.signature(act).parameters["by"]

    assert by.default is inspect.Parameter.empty
    assert by.annotation in (Person, "Person")


def test_an_act_without_a_person_of_the_team_is_refused(in_crisis, ana, cleo):
    for somebody in (ana, cleo):
        with pytest.raises(Refused):
            deciding.decide(
                item=in_crisis.pk, by=somebody, decision=Decision(choice="nothing", why=Why.FINE)
            )

    in_crisis.refresh_from_db()
    assert in_crisis.state == ItemState.OPEN


def test_no_step_against_somebody_is_offered_for_being_unwell(evenings, leaves, ben):
    for kind in ABOUT_CARE:
        item = on_desk(
            evenings.area, level=Level.NOW, at=timezone.now(), id="1", kind=kind, about=ben.pk
        )
        offered = {choice.name for choice in choices_for(item, may_suspend=True)}
        assert not offered & {"warn", "suspend", "remove"}


def test_words_go_to_nobody_outside(in_crisis, mailoutbox, monkeypatch):
    """No third party and no model elsewhere reads along: what leaves the house is mail and the pager,
    and neither holds a word of anybody's."""
    knocks = []
    Promises.objects.update_or_create(pk=1, defaults={"pager_url": "https://pager.example.org/"})
    clocks.forget()
    monkeypatch.setattr(sending_calls, "_post", lambda address, body: knocks.append(body))
    calling.call_first(in_crisis, now=timezone.now())

    everything_that_runs_by_itself(timedelta(days=1))

    assert knocks
    sent = [*knocks, *(f"{mail.subject} {mail.body}" for mail in mailoutbox)]
    assert [one for one in sent if "taken them" in one or "ana" in one] == []
    outside = re.compile(
        r"^\s*(?:import|from) (?:http\.client|urllib\.request|socket|requests|httpx)", re.M
    )
    opening = {
        str(path.relative_to(ROOT))
        for folder in ("community", "groups", "mentoring", "cms", "realtime")
        for path in (ROOT / folder).rglob("*.py")
        if outside.search(path.read_text())
    }
    assert opening == MAY_REACH_OUTSIDE


def test_no_program_tells_a_diagnosis_or_what_to_take():
    said = [line for one in fixed_words.every() for line in one.lines()]
    said += [str(words) for words in (*SIGNALS.values(), *TURNS.values())]
    said += [str(band.words) for one in instruments.ALL for band in one.bands]
    advice = re.compile(
        r"\bdiagnos|disorder|\bmg\b|\bdose|take your|you have (?:depression|anxiety)", re.I
    )

    # "A usual dose of medicine" tells a moderator why a sentence was not taken for an overdose.
    assert [one for one in said if advice.search(one) and "usual dose" not in one] == []


def test_nobody_is_counted_or_ranked_over_time(evenings, leaves, ben, emil):
    for number in range(5):
        item = on_desk(evenings.area, level=Level.NOW, at=timezone.now(), id="1", about=ben.pk)
        desk.take(item=item.pk, by=emil)
        deciding.decide(item=item.pk, by=emil, decision=decision("nothing", why=Why.SETTLED))
        assert Item.objects.count() == number + 1

    fields = {field.name for model in (Person, Item) for field in model._meta.concrete_fields}
    assert not {name for name in fields if "score" in name or "risk" in name or "rank" in name}
