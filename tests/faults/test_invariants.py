"""The checker catches what it is for: one small broken history for each promise."""

import time

import pytest

from tests.faults import invariants
from tests.faults.history import History, Store, Stored
from tests.faults.late import Told


def _said(history, *, person="ana", cid="c1", seq=1, repeat=False):
    history.note("invoke", person, 1, cid=cid, body=f"words {cid}", repeat=repeat)
    history.note("ack", person, 1, cid=cid, seq=seq, dup=repeat)


def _heard(history, seq, *, person="ben", conn=2, cid="c1", event="msg", ref=None, body="words c1"):
    told = {"seq": seq, "event": event, "ref": ref, "cid": cid, "body": body}
    history.note("received", person, conn, **told)


def _kept(seq=1, *, person="ana", cid="c1", state="shown", body="words c1"):
    return Stored(seq, person, cid, body, state)


def _good():
    history = History()
    for person, conn in (("ana", 1), ("ben", 2)):
        history.note("open", person, conn)
        history.note("welcomed", person, conn)
    _said(history)
    _heard(history, 1)
    _heard(history, 1, person="ana", conn=1)
    return history, Store(1, [1], [_kept()])


def _lost(history):
    return Store(0, [], [])


def _doubled(history):
    return Store(2, [1, 2], [_kept(), _kept(2, cid="c2")])


def _two_numbers(history):
    history.note("ack", "ana", 1, cid="c1", seq=2, dup=True)
    return Store(1, [1], [_kept()])


def _hole(history):
    return Store(3, [1, 3], [_kept()])


def _out_of_order(history):
    _heard(history, 3)
    return Store(1, [1], [_kept()])


def _lacking(history):
    return Store(2, [1, 2], [_kept(), _kept(2, cid="c2", body="other")])


def _leaked_later(history):
    history.note("hidden", seq=1, event=2)
    history.note("open", "cleo", 3)
    _heard(history, 1, person="cleo", conn=3)
    return Store(1, [1], [_kept(state="hidden")])


def _leaked_again(history):
    history.note("hidden", seq=1, event=2)
    _heard(history, 2, event="hide", ref=1, body="")
    history.note("restoring", seq=1, event=2)
    history.note("hidden", seq=1, event=4)
    _heard(history, 3, event="restore", ref=1)
    _heard(history, 4, event="hide", ref=1, body="")
    _heard(history, 5, event="edit", ref=1)
    return Store(5, [1, 2, 3, 4, 5], [_kept(state="hidden")])


def _leaked_elsewhere(history):
    return Store(1, [1], [_kept(state="hidden")], [("page", "ben", "<p>words c1</p>")])


def _late_hide(history):
    history.note("hidden", seq=1, event=2)
    return Store(1, [1], [_kept(state="hidden")])


def _heard_after_removal(history):
    history.note("removed", "ben", seq=2)
    _heard(history, 2, event="gone", body="")
    _heard(history, 3)
    return Store(3, [1, 2, 3], [_kept()])


def _taken_after_removal(history):
    history.note("removed", "ana", seq=1)
    return Store(2, [1, 2], [_kept(2)])


def _own_order(history):
    _said(history, cid="c2", seq=0)
    return Store(1, [1], [_kept(), _kept(0, cid="c2", body="words c2")])


def _stayed_after_log_out(history):
    history.note("ended", "ben")
    return Store(1, [1], [_kept()])


def _never_came_back(history):
    history.note("fault", "ben", what=invariants.NEVER, since=0.0, database=False)
    return Store(1, [1], [_kept()])


def _shows_what_is_gone(history):
    return Store(1, [1], [_kept(state="hidden")])


def _slow_when_healed(history):
    history.note("healed")
    history.note("invoke", "ana", 1, cid="c2", body="words c2", repeat=False)
    time.sleep(0.02)
    history.note("ack", "ana", 1, cid="c2", seq=2, dup=False)
    return Store(2, [1, 2], [_kept(), _kept(2, cid="c2", body="words c2")])


def _unanswered_twice(history):
    history.note("invoke", "ana", 1, cid="c9", body="x", repeat=False)
    twice = [_kept(2, cid="c9", body="x"), _kept(3, cid="c9", body="x ")]
    return Store(3, [1, 2, 3], [_kept(), *twice])


BREAKS = [
    (_lost, "acked is stored once"),
    (_doubled, "acked is stored once"),
    (_two_numbers, "one number a cid"),
    (_hole, "numbers are whole"),
    (_out_of_order, "everyone hears in order"),
    (_lacking, "everyone has everything"),
    (_never_came_back, "everyone has everything"),
    (_leaked_later, "hidden stays hidden"),
    (_leaked_again, "hidden stays hidden"),
    (_leaked_elsewhere, "hidden stays hidden"),
    (_late_hide, "a hide arrives within a second"),
    (_heard_after_removal, "a removed person hears nothing more"),
    (_stayed_after_log_out, "a removed person hears nothing more"),
    (_taken_after_removal, "nothing is taken from the removed"),
    (_own_order, "a person keeps their own order"),
    (_unanswered_twice, "unacknowledged is stored at most once"),
    (_shows_what_is_gone, "a screen shows what is fetched"),
    (_slow_when_healed, "a healed room is quick"),
]


def test_a_good_history_breaks_no_promise():
    assert invariants.broken(*_good()) == {}


def test_words_may_come_back_before_the_first_moderator_tells_that_they_went():
    history, _ = _good()
    history.note("restoring", seq=1, event=2)
    history.note("hidden", seq=1, event=2)
    _heard(history, 2, event="hide", ref=1, body="")
    _heard(history, 3, event="restore", ref=1)

    assert invariants.hidden_stays_hidden(history, Store(3, [1, 2, 3], [_kept()])) == []


def _taken_out_brought_back_and_taken_out_again(history):
    history.note("hidden", seq=1, event=2)
    history.note("restoring", seq=1, event=2)
    history.note("hidden", seq=1, event=4)


def test_a_screen_that_slept_reads_late_what_came_and_went():
    history, _ = _good()
    history.note("asleep", "ben", 2)
    _taken_out_brought_back_and_taken_out_again(history)
    _heard(history, 2, event="hide", ref=1, body="")
    _heard(history, 3, event="restore", ref=1)
    _heard(history, 4, event="hide", ref=1, body="")

    assert invariants.hidden_stays_hidden(history, Store(4, [1, 2, 3, 4], [_kept()])) == []


def test_a_screen_that_slept_gets_no_words_older_than_the_hide_it_saw():
    history, _ = _good()
    history.note("asleep", "ben", 2)
    _taken_out_brought_back_and_taken_out_again(history)
    _heard(history, 4, event="hide", ref=1, body="")
    _heard(history, 3, event="restore", ref=1)

    assert invariants.hidden_stays_hidden(history, Store(4, [1, 2, 3, 4], [_kept()])) == [
        "ben got 1 again after it was taken out"
    ]


def test_by_how_much_a_server_was_late_is_told_once(tmp_path):
    (tmp_path / "1").write_text("9.000\n")
    told = Told(tmp_path)
    (tmp_path / "1").write_text("9.000\n0.700\n")
    (tmp_path / "2").write_text("1.200\n")

    assert (sorted(told.new()), told.new()) == ([0.7, 1.2], [])


def test_a_line_that_opens_while_it_is_reckoned_counts_for_nothing():
    history, _ = _good()
    history.note("invoke", "ana", 1, cid="c2", body="words c2", repeat=False)
    _heard(history, 2, cid="c2", conn=99)

    _answered, delivered = invariants.latencies(history, since=0)

    assert len(delivered) == len(invariants.latencies(_good()[0], since=0)[1])


def test_every_promise_has_a_history_that_breaks_it():
    assert {name for _, name in BREAKS} == set(invariants.CHECKS)


@pytest.mark.parametrize(("breaking", "name"), BREAKS)
def test_a_broken_promise_is_caught_by_name(breaking, name, monkeypatch):
    if breaking is _slow_when_healed:
        monkeypatch.setattr(invariants, "WITHIN", 0.01)
    history, _ = _good()

    store = breaking(history)

    assert name in invariants.broken(history, store)
