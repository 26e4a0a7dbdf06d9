"""Shared commits: what queued together is stored together, and one failure punishes nobody else."""

import threading
import uuid

import pytest
from django.db import OperationalError
from django.utils import timezone

from groups.append import CID_CONFLICT, Append, Verdict
from groups.models import Message
from realtime import committer as module
from realtime.committer import MOST_AT_ONCE, Committer


class Answers:
    """Collects what the committer says, in its own thread."""

    def __init__(self):
        self.batches, self._some = [], threading.Condition()

    def __call__(self, answers):
        with self._some:
            self.batches.append(answers)
            self._some.notify_all()

    def wait_for(self, count):
        with self._some:
            assert self._some.wait_for(lambda: sum(map(len, self.batches)) >= count, 60)
        return dict(answer for batch in self.batches for answer in batch)


def wish(house, body="Good evening"):
    return Append(room=house.room.pk, person=house.ana.pk, cid=uuid.uuid4(), body=body)


def test_what_queued_during_a_commit_shares_the_next(house, monkeypatch):
    answers, entered, may_go = Answers(), threading.Event(), threading.Event()
    real, sizes = module.append, []

    def slowly(wishes):
        sizes.append(len(wishes))
        if len(sizes) == 1:
            entered.set()
            may_go.wait(10)
        return real(wishes)

    monkeypatch.setattr(module, "append", slowly)
    committer = Committer(answers)
    committer.submit(0, wish(house))
    entered.wait(10)
    for ticket in range(1, 101):
        committer.submit(ticket, wish(house))
    may_go.set()
    verdicts = answers.wait_for(101)

    assert sizes == [1, MOST_AT_ONCE, 100 - MOST_AT_ONCE]
    assert [verdicts[n].seq for n in range(101)] == list(range(1, 102))


@pytest.fixture
def counted(house, monkeypatch):
    """`counted(answers)` is a committer that has stored three wishes together, and the sizes of its
    commits so far."""

    def start(answers):
        real, sizes, entered, may_go = module.append, [], threading.Event(), threading.Event()

        def counts(wishes):
            sizes.append(len(wishes))
            entered.set()
            may_go.wait(10)
            return real(wishes)

        monkeypatch.setattr(module, "append", counts)
        committer = Committer(answers)
        committer.submit(0, wish(house))
        entered.wait(10)
        for ticket in (1, 2, 3):
            committer.submit(ticket, wish(house))
        may_go.set()
        answers.wait_for(4)
        return committer, sizes

    return start


def test_who_was_answered_together_is_waited_for_a_moment(house, counted, monkeypatch):
    monkeypatch.setattr(module, "A_MOMENT", 60)
    answers = Answers()
    committer, sizes = counted(answers)

    for ticket in (4, 5, 6):
        committer.submit(ticket, wish(house))
    answers.wait_for(7)

    assert sizes == [1, 3, 3]


def test_who_writes_alone_after_others_waits_no_longer_than_that(house, counted):
    answers = Answers()
    committer, sizes = counted(answers)

    committer.submit(4, wish(house))
    committer_said = answers.wait_for(5)[4]

    assert committer_said.seq == 5
    assert sizes == [1, 3, 1]


@pytest.fixture
def sizes(monkeypatch):
    """How much was in each commit so far."""
    real, found = module.append, []

    def counts(wishes):
        found.append(len(wishes))
        return real(wishes)

    monkeypatch.setattr(module, "append", counts)
    return found


def test_what_comes_soon_after_a_commit_shares_the_next(house, sizes, monkeypatch):
    monkeypatch.setattr(module, "APART", 600)
    answers = Answers()
    committer = Committer(answers)

    committer.submit(0, wish(house))
    alone = answers.wait_for(1)[0]
    for ticket in range(1, MOST_AT_ONCE + 1):  # one fewer would wait for ten minutes
        committer.submit(ticket, wish(house))
    verdicts = answers.wait_for(MOST_AT_ONCE + 1)

    assert alone.seq == 1
    assert sizes == [1, MOST_AT_ONCE]
    assert [verdicts[n].seq for n in range(MOST_AT_ONCE + 1)] == list(range(1, MOST_AT_ONCE + 2))


def test_who_comes_soon_after_a_commit_waits_no_longer_than_that(house, sizes, monkeypatch):
    monkeypatch.setattr(module, "APART", 0.05)
    answers = Answers()
    committer = Committer(answers)

    for ticket in (0, 1):
        committer.submit(ticket, wish(house))
        answers.wait_for(ticket + 1)

    assert sizes == [1, 1]


def test_a_wish_that_breaks_a_commit_breaks_its_own_only(house, monkeypatch):
    verdicts = decided(house, monkeypatch, breaks_on="bad", error=ValueError)

    assert [v and v.seq for v in verdicts] == [1, None, 2]


def test_a_lock_that_is_not_given_leaves_others_alone(house, monkeypatch):
    verdicts = decided(house, monkeypatch, breaks_on="bad", error=OperationalError)

    assert verdicts[1] is None
    assert Message.objects.count() == sum(v is not None for v in verdicts)


def test_a_single_wish_is_not_tried_twice(house, monkeypatch):
    calls = []

    def breaks(wishes):
        calls.append(len(wishes))
        raise OperationalError

    monkeypatch.setattr(module, "append", breaks)
    answers = Answers()
    Committer(answers).submit(1, wish(house))

    assert answers.wait_for(1) == {1: None}
    assert calls == [1]


def decided(house, monkeypatch, *, breaks_on, error):
    """The verdicts on three wishes of one commit, the second of which breaks it."""
    real = module.append

    def breaks(wishes):
        if any(w.body == breaks_on for w in wishes):
            raise error
        return real(wishes)

    monkeypatch.setattr(module, "append", breaks)
    wishes = [wish(house), wish(house, "bad"), wish(house)]
    return [verdict for _, verdict in Committer(print)._decide(list(enumerate(wishes)))]


def test_verdicts_are_given_after_the_commit(house):
    answers = Answers()
    Committer(answers).submit("ticket", wish(house))
    verdict = answers.wait_for(1)["ticket"]

    assert Message.objects.filter(seq=verdict.seq, written_at__lte=timezone.now()).exists()


@pytest.fixture(autouse=True)
def threads_may_use_the_database(committed, django_db_blocker):
    with django_db_blocker.unblock():
        yield


def test_words_are_prepared_where_they_are_stored_and_a_refusal_stores_nothing(house):
    answers, cid = Answers(), uuid.uuid4()
    refused = Verdict(house.room.pk, cid, refusal=CID_CONFLICT)
    committer = Committer(answers)
    committer.prepare("refused", lambda: refused)
    committer.prepare("kept", lambda: wish(house))
    verdicts = answers.wait_for(2)

    assert verdicts["refused"] == refused
    assert verdicts["kept"].seq == 1


def test_what_cannot_be_prepared_punishes_nobody_else(house):
    def broken():
        raise LookupError

    answers = Answers()
    committer = Committer(answers)
    committer.prepare("broken", broken)
    committer.prepare("kept", lambda: wish(house))
    verdicts = answers.wait_for(2)

    assert verdicts["broken"] is None
    assert verdicts["kept"].seq == 1
