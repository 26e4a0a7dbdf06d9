"""The promises of a room, checked over a history.

Each check answers with sentences, one for each break; no sentence means the promise was kept.
"""

from collections import Counter, defaultdict

WITHIN = 1.0  # seconds: law 2


def allowed(history, at):
    """A second, and three times what the machine itself was late then: what it does not give to
    the test it does not give to the servers beside it."""
    late = [beat.late for beat in history.of("beat") if at - 1 <= beat.at <= at + 2 * WITHIN]
    return WITHIN + 3 * max(late, default=0.0)


def broken(history, store):
    """The promises that were not kept: name -> sentences."""
    found = {name: check(history, store) for name, check in CHECKS.items()}
    return {name: sentences for name, sentences in found.items() if sentences}


def acked_is_stored_once(history, store):
    """I1: every acknowledged word is stored once, at its number, and no body twice."""
    by_cid = defaultdict(list)
    for message in store.messages:
        by_cid[message.cid].append(message)
    said = {e.cid: e.body for e in history.of("invoke")}
    wrong = []
    for ack in history.of("ack"):
        kept = by_cid[ack.cid]
        if len(kept) != 1 or kept[0].seq != ack.seq:
            wrong.append(f"{ack.cid} acknowledged at {ack.seq}, stored {[m.seq for m in kept]}")
        elif kept[0].state == "shown" and kept[0].body != said[ack.cid]:
            wrong.append(f"{ack.cid} stored with other words")
    bodies = Counter(m.body for m in store.messages if m.body)
    return wrong + [f"stored {n} times: {body}" for body, n in bodies.items() if n > 1]


def one_number_a_cid(history, store):
    """I2: a repeat gets the number the first got."""
    numbers = defaultdict(set)
    for ack in history.of("ack"):
        numbers[ack.cid].add(ack.seq)
    return [f"{cid} has numbers {sorted(s)}" for cid, s in numbers.items() if len(s) > 1]


def numbers_are_whole(history, store):
    """I3: numbers run from 1 to last_seq without a hole."""
    missing = sorted(set(range(1, store.last_seq + 1)) - set(store.numbers))
    extra = len(store.numbers) - len(set(store.numbers))
    return [f"missing {missing}"] * bool(missing) + [f"{extra} doubled"] * bool(extra)


def everyone_hears_in_order(history, store):
    """I4: rising and gapless per person over all connections, once each, content as stored."""
    wrong = []
    stored = {m.seq: m for m in store.messages}
    heard = defaultdict(int)
    for entry in history.of("received"):
        if entry.seq != heard[entry.person] + 1:
            wrong.append(f"{entry.person} heard {entry.seq} after {heard[entry.person]}")
        heard[entry.person] = max(heard[entry.person], entry.seq)
        message = stored.get(entry.seq)
        is_said = entry.event == "msg" and entry.body and message and message.state == "shown"
        if is_said and message.body != entry.body:
            wrong.append(f"{entry.person} heard other words at {entry.seq}")
    return wrong


def everyone_has_everything(history, store):
    """I5: after healing every active member has every event."""
    heard = defaultdict(set)
    for entry in history.of("received"):
        heard[entry.person].add(entry.seq)
    removed = {entry.person for entry in history.of("removed")}
    everything = set(range(1, store.last_seq + 1))
    return [
        f"{person} lacks {sorted(everything - seqs)[:10]}"
        for person, seqs in heard.items()
        if person not in removed and everything - seqs
    ]


def hidden_stays_hidden(history, store):
    """I6: no frame carries hidden words to who saw the hide, nor to who came after it."""
    hidden = {entry.seq: entry.at for entry in history.of("hidden")}
    opened = {entry.conn: entry.at for entry in history.of("open")}
    saw = {}
    wrong = []
    for entry in history.of("received", "ignored"):
        if entry.event == "hide":
            saw[(entry.person, entry.ref)] = entry.at
        about = entry.ref or entry.seq
        if not entry.body or about not in hidden:
            continue
        if (entry.person, about) in saw:
            wrong.append(f"{entry.person} got {about} again after its hide")
        elif opened[entry.conn] > hidden[about]:
            wrong.append(f"{entry.person} came after the hide of {about} and got its words")
    return wrong


def a_hide_arrives_within_a_second(history, store):
    """Law 2: on every screen that was open all the while."""
    wrong = []
    opened = {e.conn: e for e in history.of("open")}
    closed = {e.conn: e.at for e in history.of("close")}
    arrived = {(e.conn, e.ref): e.at for e in history.of("received") if e.event == "hide"}
    for hide in history.of("hidden"):
        for conn, screen in opened.items():
            if screen.at > hide.at or closed.get(conn, float("inf")) < hide.at + WITHIN:
                continue
            late = arrived.get((conn, hide.seq), float("inf")) - hide.at
            if late > allowed(history, hide.at):
                wrong.append(f"{screen.person} saw the hide of {hide.seq} after {late:.2f} s")
    return wrong


def a_removed_person_hears_nothing_more(history, store):
    """I7: nothing above their `gone`, no frame and no open socket a second after the act."""
    wrong = []
    closed = {e.conn: e.at for e in history.of("close")}
    for removed in history.of("removed"):
        for entry in history.of("received", "ignored"):
            if entry.person != removed.person:
                continue
            if entry.seq > removed.seq:
                wrong.append(f"{entry.person} heard {entry.seq}, gone at {removed.seq}")
            elif entry.at > removed.at + allowed(history, removed.at):
                wrong.append(f"{entry.person} heard something {entry.at - removed.at:.2f} s later")
        for screen in history.of("open"):
            still = closed.get(screen.conn, float("inf")) - removed.at
            if screen.person == removed.person and still > allowed(history, removed.at):
                wrong.append(f"a socket of {screen.person} stayed open for {still:.2f} s")
    return wrong


def nothing_is_taken_from_the_removed(history, store):
    """I8: no word of theirs is stored above their `gone`."""
    gone = {entry.person: entry.seq for entry in history.of("removed")}
    return [
        f"{message.person} is stored at {message.seq}, gone at {gone[message.person]}"
        for message in store.messages
        if message.person in gone and (message.seq or 0) > gone[message.person]
    ]


def a_person_keeps_their_own_order(history, store):
    """I9: what somebody said later stands later."""
    at = {message.cid: message.seq for message in store.messages}
    last = defaultdict(int)
    wrong = []
    for said in history.of("invoke"):
        seq = at.get(said.cid)
        if said.repeat or seq is None:
            continue
        if seq < last[said.person]:
            wrong.append(f"{said.person}: {seq} was said after {last[said.person]}")
        last[said.person] = max(last[said.person], seq)
    return wrong


def unacknowledged_is_stored_at_most_once(history, store):
    """I10: what was never answered ended as nothing or as one."""
    acked = {entry.cid for entry in history.of("ack")}
    stored = Counter(message.cid for message in store.messages)
    return [
        f"{cid} was never answered and is stored {stored[cid]} times"
        for cid in {entry.cid for entry in history.of("invoke")} - acked
        if stored[cid] > 1
    ]


CHECKS = {
    "acked is stored once": acked_is_stored_once,
    "one number a cid": one_number_a_cid,
    "numbers are whole": numbers_are_whole,
    "everyone hears in order": everyone_hears_in_order,
    "everyone has everything": everyone_has_everything,
    "hidden stays hidden": hidden_stays_hidden,
    "a hide arrives within a second": a_hide_arrives_within_a_second,
    "a removed person hears nothing more": a_removed_person_hears_nothing_more,
    "nothing is taken from the removed": nothing_is_taken_from_the_removed,
    "a person keeps their own order": a_person_keeps_their_own_order,
    "unacknowledged is stored at most once": unacknowledged_is_stored_at_most_once,
}
