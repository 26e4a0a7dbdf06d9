"""Runs what is due: a table of jobs, claimed one by one, in a thread or in a process of its own.

Features register their jobs in `AppConfig.ready`. A job must bear being run twice: a process that
dies in the middle leaves it to the next one.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import Error as DatabaseTrouble
from django.db import close_old_connections, connection
from django.db.models import Q

from community.models import Job

log = logging.getLogger(__name__)

PAUSE = timedelta(seconds=1)  # between two looks at the table
CLAIM = timedelta(minutes=2)  # a claim nobody gave back ends by itself
RETRY = timedelta(seconds=30)  # at most, after a failure

SHORT = timedelta(minutes=1)  # jobs that come this often show that somebody ticks
PATIENCE = timedelta(minutes=3)  # a claim that nobody gave back is taken up again before

Run = Callable[[datetime], None]


@dataclass(frozen=True, slots=True)
class _Known:
    every: timedelta
    run: Run


_known: dict[str, _Known] = {}


def register(name: str, *, every: timedelta, run: Run) -> None:
    """`run(now)` is called every so often, by one process at a time. The last word wins."""
    _known[name] = _Known(every, run)


def now() -> datetime:
    """The database's time: a process whose own clock is wrong neither hurries nor delays a job."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_TIMESTAMP")
        at: datetime | str = cursor.fetchone()[0]
    if isinstance(at, str):  # SQLite has no type for it
        at = datetime.fromisoformat(at)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def tick(now: datetime) -> list[str]:
    """Runs each job that is due and nobody else has; returns the names of those it ran.

    A job that fails is recorded by the class of its error and tried again later; it stops no other.
    """
    kept = dict(Job.objects.filter(name__in=_known).order_by("due").values_list("name", "due"))
    new = [name for name in _known if name not in kept]
    if new:  # asked first: a needless insert would take SQLite's one writer every second
        Job.objects.bulk_create(
            [Job(name=name, every=_known[name].every, due=now) for name in new],
            ignore_conflicts=True,
        )
    due = [name for name, at in kept.items() if at <= now]
    return [name for name in [*new, *due] if _run_one(name, now)]


def _run_one(name: str, now: datetime) -> bool:
    """Claims the job, runs it, gives it back. False where another process was faster."""
    job, claim = _known[name], now + CLAIM
    free = Q(taken_until=None) | Q(taken_until__lte=now)
    if not Job.objects.filter(free, name=name, due__lte=now).update(taken_until=claim):
        return False
    try:
        job.run(now)
        failed, due = "", now + job.every
    except Exception as error:  # one job's trouble is not another's
        failed, due = type(error).__name__[:120], now + min(job.every, RETRY)
        log.warning("the job %s failed: %s", name, failed)
    Job.objects.filter(name=name, taken_until=claim).update(
        taken_until=None, due=due, every=job.every, failed=failed
    )
    return True


def is_ticking(now: datetime) -> bool:
    """Whether anybody has run a short job lately. While nobody does, leases do not end by
    themselves, nobody is called to the desk and no mail goes out."""
    short = [name for name, job in _known.items() if job.every <= SHORT]
    return Job.objects.filter(name__in=short, due__gt=now - PATIENCE).exists()


def keep_ticking(stop: threading.Event) -> None:
    """Ticks until `stop` is set. A database that is away for a while is waited for: that is said
    once, and once more when it is back."""
    waits = ""
    while not stop.is_set():
        try:
            tick(now())
            if waits:
                log.warning("the ticker has its database again")
            waits = ""
        except DatabaseTrouble as error:
            if waits != (waits := type(error).__name__):
                log.warning("the ticker waits for the database: %s", waits)
        finally:
            close_old_connections()
        stop.wait(PAUSE.total_seconds())
    connection.close()
