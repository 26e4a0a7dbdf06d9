"""Whoever may not listen any more hears nothing more, in no process, within a second.

Log-out, suspension, a session that ran out, leaving for good, "sign out everywhere" and withdrawn
consent: each for a person with a screen in both processes, while the room talks on.
"""

import time
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from community.accounts.actions.consent import withdraw
from community.accounts.actions.leaving import start_leaving
from community.accounts.actions.sessions import end_sessions
from community.accounts.actions.standing import suspend
from community.accounts.enums import Role
from groups.actions.belonging import leave_group, leave_room
from groups.models import Message, RoomEvent
from tests import people
from tests.faults import invariants
from tests.faults.house import House
from tests.faults.night import report
from tests.faults.tabs import Screens

RUNS_OUT = 3.5  # seconds after which a session is over by itself


def log_out(person, tab):
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = tab.session
    browser.post("/accounts/logout/")


def be_suspended(person, tab):
    ola = people.person(f"{person.handle}-ola", Role.OPERATOR, Role.COORDINATOR)
    suspend(person=person, until=None, by=ola)


def leave_for_good(person, tab):
    start_leaving(by=person, keeps_words=True)


def sign_out_everywhere(person, tab):
    end_sessions(person=person, by=person)


def withdraw_consent(person, tab):
    withdraw(by=person)


ENDS = [log_out, be_suspended, leave_for_good, sign_out_everywhere, withdraw_consent]


def test_whoever_may_not_listen_any_more_hears_nothing_more(pair):
    servers = pair.ready()
    house = House("endings", members=len(ENDS) + 4)
    history = house.history
    both = [house.both(n, servers) for n in range(len(house.members))]
    for tabs in both:
        tabs[0].pause = 0.5
    stays, runs_out, leaves_room, leaves_group = range(len(ENDS), len(ENDS) + 4)
    over = timezone.now() + timedelta(seconds=RUNS_OUT)
    Session.objects.filter(session_key=both[runs_out][0].session).update(expire_date=over)
    screens = Screens([tab for tabs in both for tab in tabs], seed=3)
    screens.start()
    screens.wait_for_all()
    time.sleep(0.7)

    for number, end in enumerate(ENDS):
        end(house.members[number], both[number][0])
        history.note("ended", house.members[number].handle, how=end.__name__)
    leave_room(room=house.room, by=house.members[leaves_room])
    note_gone(house, leaves_room)
    leave_group(group=house.room.group, by=house.members[leaves_group])
    note_gone(house, leaves_group)
    time.sleep(max(0.0, (over - timezone.now()).total_seconds()))
    history.note("ended", house.members[runs_out].handle, how="runs_out")
    time.sleep(invariants.WITHIN + 0.3)
    quiet_since = house.last_seq()
    screens.quiet()
    time.sleep(0.3)
    screens.finish({house.room.pk: house.last_seq()})

    found = invariants.broken(history, house.store())
    report("endings", house, found)
    later = Message.objects.filter(room=house.room, seq__gt=quiet_since)
    assert found == {}
    assert set(later.values_list("author__person__handle", flat=True)) <= {
        house.members[stays].handle
    }
    assert all(tab.over for n, tabs in enumerate(both) if n != stays for tab in tabs)
    assert not any(tab.over for tab in both[stays])
    heard = {n for n, member in enumerate(house.members) if heard_from(history, member.handle)}
    assert heard >= set(range(len(house.members))) - {runs_out}  # it may be over before it opens


def note_gone(house, number):
    gone = RoomEvent.objects.filter(room=house.room, kind="gone").last()
    house.history.note("removed", house.members[number].handle, seq=gone.seq)


def heard_from(history, person):
    """There was something to lose: both screens were open and heard the room."""
    return len({e.screen for e in history.of("received") if e.person == person}) == 2
