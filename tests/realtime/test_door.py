"""Who gets in: from our own pages, with a session, with that session's key, with a seat."""

import json
import uuid
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from realtime.keys import key_of
from tests.people import browser_of
from tests.screens import SOON, Screen, opened


def knock(server, *, origin, subprotocols=("peer.v1",), path="/ws/", cookie=""):
    """The status of a handshake: 101 or what it was refused with."""
    try:
        with connect(
            f"ws://127.0.0.1:{server.port}{path}",
            origin=origin,
            subprotocols=subprotocols,
            additional_headers={"Cookie": cookie} if cookie else None,
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def test_our_own_origin_is_let_in(server, house):
    assert knock(server, origin=server.url) == 101


@pytest.mark.parametrize(
    "foreign",
    [
        None,
        "null",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1",
        "http://127.0.0.1:{other}",
        "http://localhost:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "http://evil.example:{port}",
        "http://127.0.0.1:no-number",
        "ws://127.0.0.1:{port}",
    ],
)
def test_every_other_origin_is_refused(server, house, foreign):
    if foreign:
        foreign = foreign.format(port=server.port, other=server.port + 2)

    assert knock(server, origin=foreign) in (400, 403)


def test_another_protocol_or_path_is_refused(server, house):
    assert knock(server, origin=server.url, subprotocols=("peer.v2",)) == 403
    assert knock(server, origin=server.url, path="/ws/rooms") == 403


def test_nobody_comes_in_without_a_session(server, house):
    with Screen(server, house.ana, house.room, session="no-such-session") as ana:
        assert ana.is_closed() == 4401
    assert "welcome" not in [f["t"] for f in ana.frames]


def test_a_key_of_another_session_is_refused(server, house):
    other = key_of(browser_of(house.ben).cookies["sessionid"].value)

    with Screen(server, house.ana, house.room, key=other) as ana:
        assert ana.is_closed() == 4401


def test_a_room_of_others_and_no_room_at_all_are_the_same(server, house):
    frames = []
    for room in (house.room.pk, "0123456789"):
        with raw(server, house.cleo, room) as (said, code):
            frames.append((said, code))

    assert frames[0] == frames[1]
    assert frames[0][1] == 4403


def test_a_fourth_tab_in_a_room_takes_the_oldest_ones_place(server, house):
    tabs = [opened(server, house.ana, house.room) for _ in range(4)]

    assert tabs[0].is_closed() == 4409
    assert [tab.closed for tab in tabs[1:]] == [None] * 3
    for tab in tabs:
        tab.close()


def test_who_says_nothing_is_sent_away_in_time(server, house):
    session = browser_of(house.ana).cookies["sessionid"].value
    with connect(
        server.ws_url,
        origin=server.url,
        subprotocols=["peer.v1"],
        additional_headers={"Cookie": f"sessionid={session}"},
    ) as socket:
        said = json.loads(socket.recv(timeout=SOON))

    assert (said["t"], said["code"], said["why"]) == ("bye", 4400, "hello_late")


class raw:
    """A hello for one room by id; answers what was said and the close code."""

    def __init__(self, server, somebody, room):
        session = browser_of(somebody).cookies["sessionid"].value
        self.line = connect(
            server.ws_url,
            origin=server.url,
            subprotocols=["peer.v1"],
            additional_headers={"Cookie": f"sessionid={session}"},
        )
        self.hello = {
            "t": "hello",
            "v": 1,
            "tab": str(uuid.uuid4()),
            "key": key_of(session),
            "rooms": [{"r": room, "after": 0}],
        }

    def __enter__(self):
        socket = self.line.__enter__()
        socket.send(json.dumps(self.hello))
        said = []
        with suppress(ConnectionClosed):
            while True:
                said.append(json.loads(socket.recv(timeout=SOON)))
        return said, socket.protocol.close_rcvd.code

    def __exit__(self, *error):
        self.line.__exit__(*error)
