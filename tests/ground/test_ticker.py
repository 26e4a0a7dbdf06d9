"""What is due runs once, whoever ticks."""

import threading
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from community import ticker
from community.models import Job

EVERY = timedelta(minutes=10)


@pytest.fixture(autouse=True)
def no_other_jobs(monkeypatch):
    monkeypatch.setattr(ticker, "_known", {})


def test_a_new_job_runs_at_the_first_tick(db):
    ran = []
    ticker.register("water the plants", every=EVERY, run=ran.append)
    now = ticker.now()

    assert ticker.tick(now) == ["water the plants"]
    assert ran == [now]


def test_a_job_waits_until_it_is_due_again(db):
    ran = []
    ticker.register("water the plants", every=EVERY, run=ran.append)
    first = ticker.now()
    for later in (timedelta(0), EVERY - timedelta(seconds=1), EVERY):
        ticker.tick(first + later)

    assert ran == [first, first + EVERY]


def test_a_failing_job_stops_no_other_and_comes_again(db):
    def breaks(now):
        raise LookupError("the words of somebody")

    ran = []
    ticker.register("a breaks", every=EVERY, run=breaks)
    ticker.register("b works", every=EVERY, run=ran.append)
    now = ticker.now()

    ticker.tick(now)

    assert ran == [now]
    assert Job.objects.filter(name="a breaks").values_list(
        "failed", "due", "taken_until"
    ).get() == (
        "LookupError",
        now + ticker.RETRY,
        None,
    )


def test_a_job_that_works_again_forgets_its_failure(db):
    moods = iter([ZeroDivisionError, None])

    def moody(now):
        if trouble := next(moods):
            raise trouble

    ticker.register("moody", every=EVERY, run=moody)
    now = ticker.now()

    ticker.tick(now)
    ticker.tick(now + ticker.RETRY)

    assert Job.objects.get(name="moody").failed == ""


def test_a_claim_nobody_gave_back_ends_by_itself(db):
    ran = []
    ticker.register("left behind", every=EVERY, run=ran.append)
    now = ticker.now()
    Job.objects.create(name="left behind", every=EVERY, due=now, taken_until=now + ticker.CLAIM)

    ticker.tick(now)
    assert ran == []
    ticker.tick(now + ticker.CLAIM)
    assert ran == [now + ticker.CLAIM]


def test_a_job_this_code_does_not_know_is_left_alone(db):
    Job.objects.create(name="from another version", every=EVERY, due=ticker.now())

    assert ticker.tick(ticker.now()) == []


def test_a_tick_with_nothing_due_only_reads(db, django_assert_num_queries):
    ticker.register("water the plants", every=EVERY, run=lambda now: None)
    now = ticker.now()
    ticker.tick(now)

    with django_assert_num_queries(1):
        assert ticker.tick(now) == []


def test_the_time_is_the_databases_and_has_a_zone(db):
    assert ticker.now().utcoffset() == timedelta(0)


@pytest.mark.django_db(transaction=True)
def test_two_tickers_never_run_one_job_twice():
    ran, names = [], [f"job {number}" for number in range(20)]
    for name in names:
        ticker.register(name, every=EVERY, run=lambda now, name=name: ran.append(name))
    now, together = ticker.now(), threading.Barrier(4)

    def one_ticker():
        together.wait()
        ticker.tick(now)
        connection.close()

    threads = [threading.Thread(target=one_ticker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(ran) == sorted(names)


@pytest.mark.django_db(transaction=True)
def test_the_thread_ticks_until_it_is_stopped():
    stop, ran = threading.Event(), threading.Event()
    ticker.register("ring", every=EVERY, run=lambda now: ran.set())
    thread = threading.Thread(target=ticker.keep_ticking, args=[stop])
    thread.start()

    assert ran.wait(10)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


def test_a_database_that_is_away_is_named_once_however_long_it_lasts(caplog, monkeypatch):
    class Stop:
        """Four looks, each followed by a pause that is not waited for."""

        looks = 0

        def is_set(self):
            return self.looks == 4

        def wait(self, _):
            self.looks += 1

    stop = Stop()

    def tick(_):
        if stop.looks < 3:
            raise OperationalError

    monkeypatch.setattr(ticker, "tick", tick)
    monkeypatch.setattr(ticker, "now", lambda: None)

    thread = threading.Thread(target=ticker.keep_ticking, args=[stop])
    thread.start()
    thread.join(10)

    assert [record.getMessage() for record in caplog.records] == [
        "the ticker waits for the database: OperationalError",
        "the ticker has its database again",
    ]


def test_tick_once_says_what_ran(db, capsys):
    ticker.register("ring", every=EVERY, run=lambda now: None)

    call_command("tick", once=True)
    call_command("tick", once=True)

    assert capsys.readouterr().out.splitlines() == ["ring", "Nothing was due."]


def test_a_worker_that_hangs_is_seen_by_the_table(db, capsys):
    ticker.register("knock", every=timedelta(seconds=5), run=lambda now: None)
    ticker.register("seldom", every=timedelta(hours=1), run=lambda now: None)
    with pytest.raises(CommandError):
        call_command("tick", check=True)
    ticker.tick(ticker.now())

    call_command("tick", check=True)
    Job.objects.filter(name="knock").update(due=ticker.now() - ticker.PATIENCE)

    with pytest.raises(CommandError, match="Nothing was run lately"):
        call_command("tick", check=True)


def test_a_job_that_fails_again_and_again_is_no_hung_worker(db):
    def breaks(now):
        raise LookupError

    ticker.register("breaks", every=timedelta(seconds=5), run=breaks)

    ticker.tick(ticker.now())

    assert ticker.is_ticking(ticker.now())
