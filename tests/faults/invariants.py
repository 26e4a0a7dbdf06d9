"""The promises of a room, I1 to I12, checked over a history.

Each check answers with sentences, one for each break; no sentence means the promise was kept.
"""

from collections import Counter, defaultdict

from tests.faults import folding

WITHIN = 1.0  # seconds: law 2
TAKEN = frozenset({"hide", "delete"})
NEVER = "a screen never caught up"


def allowed(history, at):
    """A second, three times what the machine itself was late then (what it does not give to the
    test it does not give to the servers beside it), and what a commit of the test took. While the
    database is away nobody can be told anything; the second begins when it is back."""
    around = (at - 1, at + 3 * WITHIN)  # what was late had begun before it was told
    told = history.of("beat", "commit")
    then = [e for e in told if around[0] <= e.at and e.at - e.late <= around[1]]
    second = WITHIN + 3 * max((e.late for e in then if e.kind == "beat"), default=0.0)
    second += max((e.late for e in then if e.kind == "commit"), default=0.0)
    away = [f.at - at for f in history.of("fault") if f.database and f.since - WITHIN <= at <= f.at]
    return second + max(away, default=0.0)


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
    edited = {e.seq for e in history.of("edited")}
    wrong = []
    for ack in history.of("ack"):
        kept = by_cid[ack.cid]
        if len(kept) != 1 or kept[0].seq != ack.seq:
            wrong.append(f"{ack.cid} acknowledged at {ack.seq}, stored {[m.seq for m in kept]}")
        elif _has_other_words(kept[0], said[ack.cid]) and ack.seq not in edited:
            wrong.append(f"{ack.cid} stored with other words")
    bodies = Counter(m.body for m in store.messages if m.body)
    return wrong + [f"stored {n} times: {body}" for body, n in bodies.items() if n > 1]


def _has_other_words(message, said):
    return message.state == "shown" and message.body != said


def one_number_a_cid(history, store):
    """I2: a repeat gets the number the first got, on whatever way it came."""
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
    """I4: rising and gapless per screen over all its lines, once each, content as stored."""
    wrong = []
    words = defaultdict(set)
    for message in store.messages:
        words[message.seq].add(message.body)
    for edit in history.of("edited"):
        words[edit.seq] |= {edit.body, edit.before}
    heard = defaultdict(int)
    for entry in history.of("received"):
        if entry.seq != heard[entry.screen] + 1:
            wrong.append(f"{entry.screen} heard {entry.seq} after {heard[entry.screen]}")
        heard[entry.screen] = max(heard[entry.screen], entry.seq)
        is_known = entry.seq in words and words[entry.seq] != {""}
        if entry.event == "msg" and entry.body and is_known and entry.body not in words[entry.seq]:
            wrong.append(f"{entry.screen} heard other words at {entry.seq}")
    return wrong


def everyone_has_everything(history, store):
    """I5: after healing every active member has every event."""
    heard = defaultdict(set)
    for entry in history.of("welcomed", "received"):
        heard[entry.screen] |= {entry.seq} if entry.kind == "received" else set()
    gone = _gone(history)
    everything = set(range(1, store.last_seq + 1))
    late = [e.screen for e in history.of("fault") if e.what == NEVER and e.screen not in gone]
    return [f"{screen}: {NEVER}" for screen in late] + [
        f"{screen} lacks {sorted(everything - seqs)[:10]}"
        for screen, seqs in heard.items()
        if screen not in gone and everything - seqs
    ]


def _gone(history):
    """The screens of those who left, were removed, or whose session ended."""
    people = {entry.person for entry in history.of("removed", "ended")}
    return {e.screen for e in history.of("open") if e.person in people} | people


def hidden_stays_hidden(history, store):
    """I6: no frame carries words that were taken out to who saw it, nor to who came after it; and
    nor does any page, export or mail of somebody else."""
    times = _taken(history)
    opened = {entry.conn: entry.at for entry in history.of("open")}
    asleep = {entry.conn for entry in history.of("asleep")}
    saw = {}
    wrong = []
    for entry in history.of("received", "ignored"):
        about = entry.ref or entry.seq
        if entry.event in TAKEN:
            saw[(entry.screen, about)] = entry.at, entry.seq
        if not entry.body or about not in times:
            continue
        since, number = saw.get((entry.screen, about), (None, 0))
        if entry.conn in asleep and entry.seq > number > 0:
            continue  # brought back after what it saw: read late, and taken out again meanwhile
        if since is not None and _is_taken(times[about], since=since, at=entry.at):
            wrong.append(f"{entry.screen} got {about} again after it was taken out")
        elif _is_taken(times[about], since=opened[entry.conn], at=entry.at):
            wrong.append(f"{entry.screen} came after {about} was taken out and got its words")
    hidden = {m.body: m.person for m in store.messages if m.body and m.state == "hidden"}
    return wrong + [
        f"{whose} finds hidden words of {author} in the {where}"
        for where, whose, text in store.elsewhere
        for body, author in hidden.items()
        if author != whose and body in text
    ]


def _taken(history):
    """number -> [(taken out at, began to come back at)]. Joined by the event that took it out: the
    other moderator may have begun to bring back what the first one has not told of yet."""
    back = {}
    for entry in history.of("restoring"):
        back[entry.event] = min(back.get(entry.event, entry.at), entry.at)
    times = defaultdict(list)
    for entry in history.of("hidden"):
        times[entry.seq].append((entry.at, back.get(entry.event, float("inf"))))
    return times


def _is_taken(spans, *, since, at):
    """Whether there is one span that had begun at `since` and still lasted at `at`."""
    return any(begin <= since and at < end for begin, end in spans)


def a_hide_arrives_within_a_second(history, store):
    """Law 2: on every screen that was open all the while and reads."""
    wrong = []
    closed = {e.conn: e.at for e in history.of("close")}
    asleep = {e.conn for e in history.of("asleep")}
    arrived = {(e.conn, e.seq): e.at for e in history.of("received") if e.event in TAKEN}
    left = {e.person: e.at for e in history.of("removed", "ended")}
    screens = [s for s in history.of("welcomed") if s.conn not in asleep]
    for hide in history.of("hidden"):
        second = allowed(history, hide.at)
        for screen in screens:
            until = min(closed.get(screen.conn, 1e99), left.get(screen.person, 1e99))
            if screen.at > hide.at or until < hide.at + second:
                continue
            late = arrived.get((screen.conn, hide.event), float("inf")) - hide.at
            if late > second:
                wrong.append(f"{screen.screen} saw the hide of {hide.seq} after {late:.2f} s")
    return wrong


def a_removed_person_hears_nothing_more(history, store):
    """I7: nothing above their `gone`, no frame and no open socket a second after the act. The same
    for who logged out, was suspended or whose session ran out."""
    wrong = []
    closed = {e.conn: e.at for e in history.of("close")}
    for ended in history.of("removed", "ended"):
        second = allowed(history, ended.at)
        for entry in history.of("received", "ignored"):
            if entry.person != ended.person:
                continue
            if ended.kind == "removed" and entry.seq > ended.seq:
                wrong.append(f"{entry.screen} heard {entry.seq}, gone at {ended.seq}")
            elif entry.at > ended.at + second:
                wrong.append(f"{entry.screen} heard something {entry.at - ended.at:.2f} s later")
        for screen in history.of("welcomed"):
            still = closed.get(screen.conn, float("inf")) - ended.at
            if screen.person == ended.person and still > second:
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
        if seq < last[said.screen]:
            wrong.append(f"{said.screen}: {seq} was said after {last[said.screen]}")
        last[said.screen] = max(last[said.screen], seq)
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


def a_screen_shows_what_is_fetched(history, store):
    """I11: the events a screen applied one by one come to what the room holds now."""
    now = folding.fetched(store)
    gone = _gone(history)
    heard = defaultdict(list)
    for entry in history.of("received"):
        heard[entry.screen].append(entry)
    wrong = []
    for screen, entries in heard.items():
        if screen in gone:
            continue
        shown = folding.fold(entries)
        differ = sorted(seq for seq in now | shown if now.get(seq) != shown.get(seq))
        if differ:
            wrong.append(f"{screen} shows something else at {differ[:10]}")
    return wrong


def a_healed_room_is_quick(history, store):
    """I12: after healing 99 of 100 answers and deliveries take less than a second."""
    healed = max((e.at for e in history.of("healed")), default=float("inf"))
    answered, delivered = latencies(history, since=healed)
    wrong = []
    for what, times in (("answers", answered), ("deliveries", delivered)):
        if (slowest := percentile(times, 0.99)) > max((a for _, a in times), default=WITHIN):
            wrong.append(f"{what} took {slowest:.2f} s at p99 after healing")
    return wrong


def latencies(history, *, since):
    """Of what was said first since then: (seconds until answered, what was allowed then), and the
    same until each awake screen that was open all the while heard it. What a
    sleeping screen said is not counted: it has its answer, and does not look."""
    asleep = {e.conn for e in history.of("asleep")}
    asked = {}
    for entry in history.of("invoke"):
        if entry.at >= since and not entry.repeat:
            if entry.conn in asleep:
                continue
            asked.setdefault(entry.cid, entry.at)
    opened = {e.conn: e.at for e in history.of("open")}
    second = {cid: allowed(history, at) for cid, at in asked.items()}
    first = {}  # "wait a moment", to who sends very much, is an answer too
    for answer in sorted((*history.of("ack"), *history.of("nack")), key=lambda one: one.at):
        first.setdefault(answer.cid, answer.at)
    answered = [(first[cid] - at, second[cid]) for cid, at in asked.items() if cid in first]
    delivered = [
        (entry.at - asked[entry.cid], second[entry.cid])
        for entry in history.of("received")
        if entry.event == "msg"
        and entry.cid in asked
        and entry.conn not in asleep
        and opened.get(entry.conn, float("inf")) < asked[entry.cid]  # or while this is reckoned
    ]
    return answered, delivered


def speed(history, *, since):
    """The same in words, for whoever reads the output."""
    said = []
    for what, times in zip(("answers", "deliveries"), latencies(history, since=since), strict=True):
        shares = (percentile(times, share) * 1000 for share in (0.5, 0.99))
        said.append("{} {}: p50 {:.0f} ms, p99 {:.0f} ms".format(len(times), what, *shares))
    return "; ".join(said)


def percentile(times, share):
    """The time below which this share of them lies; 0 where there are none."""
    ordered = sorted(time for time, _ in times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


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
    "a screen shows what is fetched": a_screen_shows_what_is_fetched,
    "a healed room is quick": a_healed_room_is_quick,
}
