"""A room that closes is told to its screens as any event, and keeps what is written out."""

from community.accounts.enums import Role
from groups.actions.running import close_room, reopen_room
from tests import people
from tests.realtime.acts import say
from tests.screens import opened


def test_a_room_that_closes_takes_no_words_in_any_process(server, other_server, house):
    hana = people.person("hana-cove", Role.COORDINATOR)
    with (
        opened(server, house.ana, house.room) as ana,
        opened(other_server, house.ben, house.room) as ben,
    ):
        say(house.emil, house.room, "We close in a minute.")
        close_room(room=house.room, by=hana)
        told = [screen.event(lambda e: e["k"] == "lock") for screen in (ana, ben)]
        refused = [screen.post("One last word.") for screen in (ana, ben)]
        reopen_room(room=house.room, by=hana)
        again = [screen.event(lambda e: e["k"] == "unlock") for screen in (ana, ben)]

    assert told[0] == told[1]
    assert again[0] == again[1]
    assert [(answer["t"], answer["err"], answer["final"]) for answer in refused] == [
        ("nack", "closed", True)
    ] * 2
