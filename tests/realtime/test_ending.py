"""What is hidden leaves every screen, and whoever may not listen any more hears nothing more. That it
does within a second is measured by tests/faults, where nothing else runs."""

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from community import live
from community.accounts.models import Consent
from groups.actions.belonging import leave_room
from groups.models import Message
from tests.people import browser_of, timedelta
from tests.realtime.acts import hide, remove, say
from tests.screens import Screen, opened, until


def test_a_hide_leaves_every_screen(server, other_server, house):
    with (
        opened(server, house.ana, house.room) as ana,
        opened(other_server, house.ben, house.room) as ben,
    ):
        seq = ana.post("Words that will be hidden")["s"]
        ben.sees("Words that will be hidden")
        hide(house.emil, house.room, seq)
        for screen in (ana, ben):
            event = screen.event(lambda e: e["k"] == "hide")

            assert (event["ref"], "a" in event) == (seq, False)


def test_who_is_removed_hears_nothing_more_and_is_closed(server, other_server, house):
    with (
        opened(server, house.ana, house.room) as ana,
        opened(server, house.ben, house.room) as ben,
        opened(other_server, house.ben, house.room) as other_tab,
    ):
        remove(house.emil, house.room, house.ben)
        ana.post("What Ben must not hear")
        ends = [screen.is_closed() for screen in (ben, other_tab)]

    assert ends == [4403, 4403]
    assert [f["code"] for f in ben.frames if f["t"] == "bye"] == [4403]
    assert "What Ben must not hear" not in str(ben.frames + other_tab.frames)


def test_the_others_are_told_gone_and_not_why(server, house):
    with opened(server, house.ana, house.room) as ana:
        remove(house.emil, house.room, house.ben)
        removed = ana.event(lambda e: e["k"] == "gone")
        leave_room(room=house.room, by=house.emil)
        left = ana.event(lambda e: e["k"] == "gone" and e["s"] > removed["s"])

    assert set(removed) == set(left) == {"t", "r", "s", "k", "a", "at", "d"}
    assert (set(removed["a"]), removed["d"]) == ({"id"}, {})


def test_nothing_is_accepted_from_who_was_removed(server, house):
    with opened(server, house.ben, house.room) as ben:
        remove(house.emil, house.room, house.ben)
        ben.say(
            t="send",
            r=house.room.pk,
            cid="11111111-1111-4111-8111-111111111111",
            body="One last word",
        )
        ben.is_closed()

    assert not Message.objects.filter(body="One last word").exists()
    assert "ack" not in [f["t"] for f in ben.frames]


def test_who_was_removed_does_not_get_in_again(server, house):
    remove(house.emil, house.room, house.ben)

    with Screen(server, house.ben, house.room) as ben:
        assert ben.is_closed() == 4403
        assert "welcome" not in [f["t"] for f in ben.frames]


def test_somebody_elses_screen_stays_open(server, house):
    with opened(server, house.ana, house.room) as ana:
        remove(house.emil, house.room, house.ben)
        ana.event(lambda e: e["k"] == "gone")
        ana.hears_nothing_for(0.8)

        assert ana.post("Still here")["t"] == "ack"


def sign_out(house):
    Session.objects.all().delete()
    live.kick([house.ben.pk])


def change_password(house):
    house.ben.set_password("nine slow rivers to the sea")
    house.ben.save()
    live.kick([house.ben.pk])


def suspend(house):
    house.ben.standing = "suspended"
    house.ben.save()
    live.kick([house.ben.pk])


def withdraw_consent(house):
    Consent.objects.filter(person=house.ben).update(withdrawn_at=timezone.now())
    live.kick([house.ben.pk])


@pytest.mark.parametrize(
    ("act", "code", "why"),
    [
        (sign_out, 4401, "session"),
        (change_password, 4401, "session"),
        (suspend, 4403, "not_active"),
        (withdraw_consent, 4403, "consent"),
    ],
)
def test_what_ended_midway_ends_the_screen_and_is_told(server, house, act, code, why):
    with opened(server, house.ben, house.room) as ben:
        act(house)
        closed = ben.is_closed()

    assert closed == code
    assert [f["why"] for f in ben.frames if f["t"] == "bye"] == [why]


def test_a_log_out_ends_the_screens_of_its_session_only(server, house):
    leaving, staying = browser_of(house.ben), browser_of(house.ben)
    ends, stays = (b.cookies["sessionid"].value for b in (leaving, staying))
    with (
        opened(server, house.ben, house.room, session=ends) as first,
        opened(server, house.ben, house.room, session=stays) as second,
    ):
        leaving.post("/accounts/logout/")

        assert first.is_closed() == 4401
        assert second.closed is None
        assert second.post("Still here on my phone")["t"] == "ack"


def test_a_session_that_runs_out_ends_the_screen_without_any_act(server, house):
    for seconds in (1, 5, 20):  # it opens before that, unless the machine is very busy
        session = Session.objects.get(session_key=_session_of(house.ben))
        session.expire_date = timezone.now() + timedelta(seconds=seconds)
        session.save()

        with Screen(server, house.ben, house.room, session=session.session_key) as ben:
            assert ben.is_closed() == 4401
            if "welcome" in [f["t"] for f in ben.frames]:
                return
    raise AssertionError("it never opened")


def test_a_hint_about_somebody_who_may_stay_changes_nothing(server, house):
    with opened(server, house.ben, house.room) as ben:
        live.kick([house.ben.pk])
        say(house.ana, house.room, "Are you still there?")
        ben.sees("Are you still there?")

        assert ben.closed is None


def test_a_block_made_now_counts_from_now(server, house):
    with opened(server, house.ben, house.room) as ben:
        say(house.ana, house.room, "Before")
        ben.sees("Before")
        house.ben.blocks.create(of=house.ana)
        live.kick([house.ben.pk])
        until(lambda: not hears(ben, house))

        assert not hears(ben, house)


def hears(ben, house):
    """Whether Ben reads what Ana says after a moment."""
    ben.hears_nothing_for(0.8)
    seq = say(house.ana, house.room, "After")
    return "After" in str(ben.event(lambda e: e["s"] == seq))


def _session_of(somebody):
    return browser_of(somebody).cookies["sessionid"].value
