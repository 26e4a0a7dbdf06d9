"""What a room keeps no longer leaves every screen: live, coming back, or polling."""

from django.utils import timezone

from groups.actions.memory import expire_room
from tests.people import browser_of
from tests.screens import opened


def forget(house, room):
    expire_room(room=room.pk, until=timezone.now())


def bodies(tab, room):
    """The words this screen holds, as the protocol has it: a reset empties it."""
    held = {}
    for frame in tab.frames:
        if frame["t"] == "reset":
            held = {}
        for event in frame.get("ev", [frame] if frame["t"] == "ev" else []):
            if "body" in event.get("d", {}):
                held[event["s"]] = event["d"]["body"]
    return held


def test_a_live_screen_starts_over_and_holds_no_old_word(server, other_server, house):
    with (
        opened(server, house.ana, house.room) as here,
        opened(other_server, house.ben, house.room) as there,
    ):
        here.post("An old word.")
        there.sees("An old word.")

        forget(house, house.room)

        for tab in (here, there):
            reset = tab.waits_for(lambda f: f["t"] == "reset")
            assert (reset["r"], reset["why"]) == (house.room.pk, "forgotten")
        here.post("A new word.")
        there.sees("A new word.")
        assert list(bodies(there, house.room).values()) == ["A new word."]


def test_a_screen_that_comes_back_starts_over(server, house):
    with opened(server, house.ana, house.room) as tab:
        seq = tab.post("An old word.")["s"]
    forget(house, house.room)

    with opened(server, house.ana, house.room, after={house.room.pk: seq}) as back:
        reset = back.waits_for(lambda f: f["t"] == "reset")
        back.event(lambda e: e["k"] == "expired")

    assert reset["why"] == "forgotten"
    assert bodies(back, house.room) == {}


def test_a_screen_that_knows_already_goes_on_without_a_reset(server, house):
    with opened(server, house.ana, house.room) as tab:
        tab.post("An old word.")
        forget(house, house.room)
        head = tab.event(lambda e: e["k"] == "expired")["s"]

    with opened(server, house.ana, house.room, after={house.room.pk: head}) as back:
        back.post("A new word.")
        back.sees("A new word.")

    assert [frame for frame in back.frames if frame["t"] == "reset"] == []


def test_a_screen_that_polls_starts_over_once(server, house):
    with opened(server, house.ana, house.room) as tab:
        seq = tab.post("An old word.")["s"]
    forget(house, house.room)
    browser = browser_of(house.ana)

    first = browser.get(f"/rooms/{house.room.pk}/since/{seq}").json()
    second = browser.get(f"/rooms/{house.room.pk}/since/{first['head']}").json()

    assert (first["reset"], [e["k"] for e in first["ev"]]) == ("forgotten", ["expired"])
    assert (second.get("reset"), second["ev"]) == (None, [])


def test_a_page_asked_for_holds_no_old_word(server, house):
    with opened(server, house.ana, house.room) as tab:
        seq = tab.post("An old word.")["s"]
        forget(house, house.room)
        tab.event(lambda e: e["k"] == "expired")
        before = len(tab.frames)

        tab.say(t="more", r=house.room.pk, after=seq, limit=50)
        tab.waits_for(lambda f: f in tab.frames[before:] and f["t"] in ("ev", "evs"))

    told = [frame["t"] for frame in tab.frames[before:]]
    assert told[0] == "reset"
    assert "An old word." not in str(tab.frames[before:])


def test_reading_on_one_screen_is_told_to_ones_others_alone(server, other_server, house):
    with (
        opened(server, house.ana, house.room) as phone,
        opened(other_server, house.ana, house.room) as laptop,
        opened(server, house.ben, house.room) as bens,
    ):
        seq = bens.post("Something new.")["s"]
        phone.sees("Something new.")

        phone.say(t="read", r=house.room.pk, seq=seq)

        told = laptop.waits_for(lambda f: f["t"] == "me")
        assert (told["k"], told["id"]) == ("read", f"{house.room.pk}.{seq}")
        assert [f for f in bens.hears_nothing_for(0.8) if f["t"] == "me"] == []
