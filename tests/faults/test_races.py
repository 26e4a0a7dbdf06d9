"""Two at once: each pair of acts has one order, and what was promised holds in either."""

import random
import threading
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from community.refusal import Refused
from community.safety.enums import Why
from community.safety.models import Measure
from groups.actions.belonging import let_back, unseat
from groups.actions.messages import hide_message, restore_message
from groups.append import Append, append
from groups.enums import WhyBack
from groups.models import Message, RoomEvent
from tests.faults import scale
from tests.faults.house import House
from tests.screens import opened

ROUNDS = scale.of(15, 1000)


def at_once(*acts):
    """Runs them in threads of their own that begin together; answers what each answered."""
    begin = threading.Barrier(len(acts))

    def run(act):
        begin.wait()
        try:
            return act()
        except Refused as refused:
            return refused.refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [f.result() for f in [pool.submit(run, act) for act in acts]]


def say(house, person, *, cid=None, body=None):
    cid = cid or uuid.uuid4()
    return append([Append(house.room.pk, person.pk, cid, body or f"words {cid}")])[0]


@pytest.fixture(scope="module")
def house(committed):
    return House("races", members=4)


def test_nothing_is_accepted_after_a_removal(house):
    """Removal against send: whoever comes first, no word of theirs stands above their `gone`."""
    taken = Counter()
    for _ in range(ROUNDS):
        ben = house.members[1]
        sends = [partial(say, house, ben) for _ in range(3)]
        acts = [
            *sends,
            partial(unseat, room=house.room, person=ben, by=house.emil, reason=Why.CARE),
        ]
        random.shuffle(acts)

        answers = at_once(*acts)

        gone = RoomEvent.objects.filter(room=house.room, kind="gone").last().seq
        accepted = [v.seq for v in answers if getattr(v, "cid", None) and v.refusal is None]
        taken.update(["before"] * len(accepted) + ["refused"] * (3 - len(accepted)))
        assert [seq for seq in accepted if seq > gone] == []
        assert not Message.objects.filter(
            room=house.room, author__person=ben, seq__gt=gone
        ).exists()
        let_back(room=house.room, person=ben, by=house.noor)
    print(f"\nremoval against send, {ROUNDS} rounds: {dict(taken)}")
    numbers = list(RoomEvent.objects.filter(room=house.room).values_list("seq", flat=True))
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_two_moderators_at_once_hide_once(house):
    """One event, one entry for the author, whoever of the two was first."""
    for _ in range(scale.of(5, 100)):
        seq = say(house, house.members[0]).seq
        hide = partial(hide_message, room=house.room.pk, seq=seq, reason=Why.CARE)

        at_once(partial(hide, by=house.emil), partial(hide, by=house.noor))

        message = Message.objects.get(room=house.room, seq=seq)
        assert message.state == "hidden"
        assert RoomEvent.objects.filter(room=house.room, kind="hide", subject_seq=seq).count() == 1
        assert Measure.objects.filter(subject=message.desk_key).count() == 1


def test_a_hide_and_a_restore_at_once_end_as_their_events_say(house):
    for _ in range(scale.of(5, 100)):
        seq = say(house, house.members[0]).seq
        hide_message(room=house.room.pk, seq=seq, reason=Why.CARE, by=house.emil)

        at_once(
            partial(
                restore_message,
                room=house.room.pk,
                seq=seq,
                reason=next(iter(WhyBack)),
                by=house.emil,
            ),
            partial(hide_message, room=house.room.pk, seq=seq, reason=Why.CARE, by=house.noor),
        )

        last = RoomEvent.objects.filter(room=house.room, subject_seq=seq).last().kind
        state = Message.objects.get(room=house.room, seq=seq).state
        assert (last, state) in {("hide", "hidden"), ("restore", "shown")}


def test_the_same_words_by_every_way_at_once_get_one_number(house, pair):
    """Two sockets, in both processes, the page's form and a second press of it."""
    servers = pair.ready()
    press, ana = house.page(0, servers, patience=60), house.members[0]
    with opened(servers[0], ana, house.room) as one, opened(servers[-1], ana, house.room) as two:
        for _ in range(scale.of(4, 60)):
            cid = str(uuid.uuid4())
            body = f"said by every way {cid}"

            sockets = [partial(tab.post, body, cid=cid) for tab in (one, two)]
            answers = at_once(*sockets, partial(press, cid, body), partial(press, cid, body))

            stored = Message.objects.get(room=house.room, cid=cid)
            assert [a["s"] if isinstance(a, dict) else a[1] for a in answers] == [stored.seq] * 4
