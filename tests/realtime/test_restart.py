"""kill -9 and a new start: what was acknowledged is there, once, at its number."""

import uuid

from groups.models import Message
from tests.screens import opened
from tests.servers import Server


def test_kill_and_restart_lose_nothing_acknowledged(house):
    server = Server(BENCH="1").start()
    acked, unanswered = {}, {str(uuid.uuid4()): f"In flight {n}" for n in range(20)}
    try:
        ana = opened(server, house.ana, house.room)
        for n in range(10):
            cid = str(uuid.uuid4())
            acked[cid] = ana.post(f"Said {n}", cid=cid)["s"]
        for cid, body in list(unanswered.items())[:8]:
            ana.say(t="send", r=house.room.pk, cid=cid, body=body)
        server.kill()
        server.start()

        with opened(server, house.ana, house.room, after={}) as again:
            for cid, body in unanswered.items():
                answer = again.post(body, cid=cid)
                acked[cid] = answer["s"]
            again.event(lambda e: e["s"] == max(acked.values()))
            events = again.events[house.room.pk]
    finally:
        server.stop()

    assert {str(m.cid): m.seq for m in Message.objects.all()} == acked
    assert [e["s"] for e in events] == list(range(1, 31))
    assert {e["cid"]: e["s"] for e in events} == acked
