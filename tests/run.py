"""Every check there is, side by side: `python -m tests.run all`, or `fast`, or `faults`.

Three lanes share the two cores of a small machine, each takes the next chain of steps when it is
free; the faults come last. What waits for nothing and measures nothing takes what all of these leave.
Each step writes to var/test/, its lines are shown as they come, and the last line is a plain total.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests import compose
from tests.told import count, what_failed

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "var" / "test"
BIN = ROOT / ".venv" / "bin"
LANES = 3  # steps at a time: two cores, and browsers and processes wait as much as they work
LIMIT = 900  # seconds one step may take, on a slow machine too
PYTHON = str(BIN / "python")
MANAGE = [PYTHON, "manage.py"]
FAULTS = ["-s", "tests/faults", "--ignore=tests/faults/test_processes.py"]
# These can run beside others: they measure no time.
UNTIMED = [f"tests/faults/test_{name}.py" for name in ("fuzz", "invariants", "model", "races")]
BEGINNING = ["-p", "tests.beginning"]
ON_SERVICES = ["-p", "tests.services_plugin"]
# What people come for, whole, and what two processes must tell each other. How a page looks and what
# its scripts do with a draft has nothing to do with the database: that is played once, on SQLite.
JOURNEYS = {
    "way_in": [""],
    "shift": [""],
    "editor": ["::test_an_article_goes_from_fay_past_two_people_to_a_stranger"],
    "mentoring": ["::test_from_an_offer_to_a_good_ending"],
    "desk": [
        "::test_emil_starts_takes_and_decides_by_keyboard",
        "::test_a_take_shows_on_the_other_screen_without_a_reload",
    ],
    "room_line": [
        "::test_words_without_an_answer_show_that_the_line_is_weak",
        "::test_without_a_socket_one_talks_all_the_same",
        "::test_words_that_were_sent_do_not_come_back_from_the_draft",
        "::test_an_ended_session_leaves_no_words_on_the_screen",
        "::test_a_new_text_to_read_is_said_and_leads_to_it",
        "::test_leaving_quickly_keeps_words_that_reached_nobody",
        "::test_nothing_is_said_on_the_console",
    ],
}
PACKAGES = ["community", "groups", "mentoring", "cms", "realtime"]
COVERED = ["--branch", "--source", ",".join(PACKAGES), "--omit", "*/migrations/*,*/settings/*"]
COVERAGE = ["-m", "slipcover", *COVERED, "--immediate", "--skip-covered", "--fail-under", "90"]

RUNNING, STOPPED = set(), threading.Event()
TABLES_MADE = threading.Event()  # or given up: whoever needs them makes their own then


@dataclass
class Step:
    """One command. A pytest step counts each of its tests, any other counts as one."""

    name: str
    command: list[str]
    env: dict[str, str] = field(default_factory=dict)
    limit: float | None = None  # seconds; LIMIT where nothing else is said
    passed: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)
    seconds: float = 0.0
    work: float = 0.0  # seconds of processor time, its own and of what it started and waited for

    @property
    def log(self):
        return OUT / f"{self.name}.log"

    @property
    def report(self):
        return OUT / f"{self.name}.xml"


def pytest_step(name, *arguments, **env):
    """A pytest process of its own, with its own data and its own database."""
    how = ["-q", "-rfEs", "--create-db", "--durations=5", f"--junitxml={OUT / f'{name}.xml'}"]
    data = {"DATA_DIR": str(OUT / name), "TEST_DB": name}
    return Step(name, [PYTHON, "-m", "tests.whole", *BEGINNING, *how, *arguments], {**data, **env})


def on_sqlite(step):
    """The same step on a copy of the tables that the step `tables` made."""
    step.env["TABLES"] = str(tables())
    return reusing(step)


def yielding(step):
    """The same step, which takes only what others leave: a core is free in many a moment in which a
    browser waits or a room heals. It may take as long as all of them."""
    step.command = ["nice", "-n", "19", *step.command]
    step.limit = 4 * LIMIT
    return step


def reusing(step):
    """The same step on tables that are there before it begins."""
    step.command = ["--reuse-db" if word == "--create-db" else word for word in step.command]
    return step


def style():
    """What takes seconds and needs no database."""
    ruff = str(BIN / "ruff")
    return [
        Step("format", [ruff, "format", "--check", "."]),
        Step("lint", [ruff, "check", "."]),
        Step("imports", [str(BIN / "lint-imports"), "--no-cache"]),
        Step("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], testing()),
        Step("deploy", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], production()),
    ]


def types():
    """mypy, strict where pyproject.toml says so."""
    return Step("types", [PYTHON, "-m", "mypy", *PACKAGES], testing())


def testing():
    return {
        "DJANGO_SETTINGS_MODULE": "community.settings.testing",
        "DATA_DIR": str(OUT / "style"),
    }


def production():
    """What a server has when its operator set the least that is needed."""
    return {**compose.environment(), "DATA_DIR": str(OUT / "style")}


def everything():
    """Rounds of chains: the rounds follow each other, the chains of one are taken up in turn. And
    what goes on beside them."""
    unit = [f"--ignore={path}" for path in ("tests/browser", *timed())]
    sqlite = covered(on_sqlite(pytest_step("sqlite", *unit)))
    copy = OUT / "postgres"
    for folder in (copy, copy.with_suffix(".part")):
        shutil.rmtree(folder, ignore_errors=True)
    one, other = halves()
    kept = {"TABLES_FROM": str(copy)}
    postgres = pytest_step("postgres-0", *ON_SERVICES, *one, *unit, TABLES_TO=str(copy))
    second = reusing(pytest_step("postgres-1", *ON_SERVICES, *other, *unit, **kept))
    processes = pytest_step("processes", "tests/faults/test_processes.py", **kept)
    again = reusing(journeys(**kept))
    faults = [*FAULTS, *(f"--ignore={path}" for path in UNTIMED)]
    embedded = on_sqlite(pytest_step("faults-sqlite", *faults))
    joined = reusing(pytest_step("faults-postgres", *ON_SERVICES, *faults, **kept))
    browser, *more = browsers(3)
    first = [
        [make_tables(), sqlite],
        [postgres],
        browser,
        more[0],
        [again],  # when the first on PostgreSQL has made its tables
        [second],
        more[1],
        [processes],  # the shortest comes last: no core waits long for the others
    ]
    last = [[embedded], [joined]]  # only these two: they measure how soon a healed room answers
    return [first, last], [yielding(step) for step in (types(), *style())]


def halves():
    """The folders of tests in two, of about the same length: in one process they would be the last
    to end, with one core idle. A folder stays whole, for what is started once for it."""
    tests = ROOT / "tests"
    folders = {path.relative_to(tests).parts[0] for path in tests.rglob("test_*.py")} - {"browser"}
    return deal([tests / folder for folder in folders], 2)


def timed():
    """The tests of faults that measure how soon a room answers, or kill processes."""
    every = (str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "faults").glob("test_*.py"))
    return sorted(path for path in every if path not in UNTIMED)


def covered(step):
    """The same step, which says at its end how much of the code it ran: below 90 % it fails."""
    step.command = [step.command[0], *COVERAGE, *step.command[1:]]
    return step


def bad_nights():
    """The faults for longer, one stack after the other: minutes, or as long as is wished."""
    asked = {"FAULT_SECONDS": "120", "SEEDS": "3"}
    env = {name: os.environ.get(name, usual) for name, usual in asked.items()}
    patient = [*FAULTS, "-o", f"faulthandler_timeout={LIMIT}"]  # one night is one long test
    steps = [
        on_sqlite(pytest_step("faults-sqlite", *patient, **env)),
        pytest_step("faults-postgres", *ON_SERVICES, *patient, **env),
    ]
    for step in steps:
        step.limit = 3 * LIMIT + 2 * int(float(env["FAULT_SECONDS"])) * int(env["SEEDS"])
    return [[[make_tables()]], *([[step]] for step in steps)], []


def journeys(**env):
    """What people come for, in a browser, once more on PostgreSQL and Redis."""
    played = [
        f"tests/browser/test_{name}.py{test}" for name, tests in JOURNEYS.items() for test in tests
    ]
    return pytest_step("journeys-postgres", *ON_SERVICES, *played, **env)


def browsers(parts):
    """The browser tests in as many chains: real pages wait as much as they work."""
    dealt = deal(sorted((ROOT / "tests" / "browser").glob("test_*.py")), parts)
    return [[on_sqlite(pytest_step(f"browser-{n}", *part))] for n, part in enumerate(dealt)]


def fast():
    """What says soon that a thing broke: no second database, no server processes, no real commits,
    no demo, nothing thorough, no browser, no faults, no coverage; of each file the first few tests
    that ask a database. Each core runs half of the files, on tables kept while no migration
    changed."""
    tests = ROOT / "tests"
    files = [
        file
        for file in sorted(tests.rglob("test_*.py"))
        if file.relative_to(tests).parts[0] not in ("browser", "faults")
        and "mark.thorough" not in file.read_text()
    ]
    halves = [
        on_sqlite(pytest_step(f"half-{n}", *half, QUICK="yes"))
        for n, half in enumerate(deal(files, 2))
    ]
    return [[[make_tables(), halves[0]], [halves[1]], [types(), *style()]]], []


def deal(files, parts):
    """The files, or folders, in `parts` lists of about the same length in bytes, which is near
    enough to time."""
    dealt = [[] for _ in range(parts)]
    weight = [0] * parts
    for file in sorted(files, key=lambda file: (-_length(file), file)):
        least = weight.index(min(weight))
        dealt[least].append(str(file.relative_to(ROOT)))
        weight[least] += _length(file)
    return [sorted(part) for part in dealt]


def _length(path):
    """Of a file, or of all tests in a folder."""
    files = path.rglob("test_*.py") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files)


def make_tables():
    """The migrations, all of them, once a run: on nothing, where one of them changed."""
    return Step("tables", [PYTHON, "-m", "tests.tables", str(tables())], testing())


def tables():
    """The file of the tables as the migrations make them now, named by what it is made from."""
    ours = (path for name in PACKAGES for path in sorted((ROOT / name).rglob("migrations/*.py")))
    files = [ROOT / "requirements" / "base.txt", *ours]
    made_from = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    return OUT / f"tables-{made_from[:12]}.sqlite3"


def run(step):
    """Runs one step, shows its lines, counts what passed."""
    began = time.monotonic()
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT), **step.env}
    step.report.unlink(missing_ok=True)
    process = subprocess.Popen(
        step.command,
        cwd=ROOT,
        env=env,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    RUNNING.add(process)
    timer = threading.Timer(step.limit or LIMIT, end, [process])
    timer.start()
    try:
        with step.log.open("w") as log:
            for line in process.stdout:
                log.write(line)
                print(f"[{step.name}] {line}", end="", flush=True)
        code = wait(process, step)
    finally:
        timer.cancel()
        end(process)
        RUNNING.discard(process)
    step.seconds = time.monotonic() - began
    count(step, code)


def wait(process, step):
    """The exit code; the step learns how much work it was."""
    _, status, used = os.wait4(process.pid, 0)
    step.work = used.ru_utime + used.ru_stime
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode


def end(process):
    """Ends the step and whatever it started."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
    except ProcessLookupError:
        return


def run_chain(steps):
    """One after the other; a failure stops no later step."""
    for step in steps:
        if "TABLES" in step.env:
            TABLES_MADE.wait()
        if STOPPED.is_set():
            return
        try:
            run(step)
        finally:
            if step.name == "tables":
                TABLES_MADE.set()


def stop(*_):
    """Ctrl-C: ends what runs and starts nothing more."""
    STOPPED.set()
    TABLES_MADE.set()
    for process in list(RUNNING):
        end(process)


def main(rounds, beside=()):
    """Runs all rounds and what goes on beside them, says what happened, returns the exit code."""
    OUT.mkdir(parents=True, exist_ok=True)
    # Each of forty processes would read the source anew: half of the time in which tests are found.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    with ThreadPoolExecutor(max_workers=1) as meanwhile:
        goes_on = meanwhile.submit(run_chain, beside)
        for chains in rounds:
            with ThreadPoolExecutor(max_workers=LANES) as pool:
                list(pool.map(run_chain, chains))
        goes_on.result()
    steps = [*beside, *(step for chains in rounds for chain in chains for step in chain)]
    for step in steps:
        if step.failed:
            print(f"\n--- {step.name} " + "-" * 60)
            print("".join(step.log.read_text().splitlines(keepends=True)[-80:]))
    print()
    for step in steps:
        state = f"{step.failed} failed" if step.failed else "ok"
        took = f"{step.seconds:>6.1f} s  {step.work:>6.1f} s of work"
        print(f"{step.name:<18}{step.passed:>6} passed  {took}  {state}")
    for line in (line for step in steps for line in step.skipped):
        print(line)
    for line in (line for step in steps for line in what_failed(step)):
        print(line)
    passed, failed = sum(s.passed for s in steps), sum(s.failed for s in steps)
    print(
        f"All of it took {time.monotonic() - began:.0f} s; the output is in {OUT.relative_to(ROOT)}/"
    )
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed or STOPPED.is_set() else 0


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    sys.exit(main(*{"all": everything, "fast": fast, "faults": bad_nights}[sys.argv[1]]()))
