"""What stands while it is measured: databases and server processes, all on one core."""

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests import compose, processes, run, services
from tests.bench import cost

OUT = run.ROOT / "var" / "bench"


class Postgres(services.Postgres):
    """One that is flushed to the disk at every commit, as a server's is."""

    careless = {}


def begin(stack):
    """Starts the databases of a stack, says where they are in the environment, and fills them with
    tables. Answers the process ids whose time counts as the databases', and what ends them."""
    home = Path(tempfile.mkdtemp(prefix="kindred-bench-", dir="/tmp"))
    home.chmod(0o711)
    shutil.rmtree(OUT / stack, ignore_errors=True)
    (OUT / stack).mkdir(parents=True)
    os.environ.update(
        DATA_DIR=str(OUT / stack),
        DJANGO_SETTINGS_MODULE="community.settings.local",
        SECRET_KEY="a key for measuring that seals nothing real",
        BENCH="1",
        LOG_LEVEL="WARNING",
        HANDSHAKES_A_MINUTE="1000000",
    )
    return _embedded(home) if stack == "embedded" else _services(home)


def _embedded(home):
    tables = run.tables()
    if not tables.exists():
        tables.parent.mkdir(parents=True, exist_ok=True)
        processes.subprocess.run([sys.executable, "-m", "tests.tables", tables], check=True)
    shutil.copyfile(tables, home / "kindred.sqlite3")
    os.environ.update(DATABASE_URL=f"sqlite:///{home / 'kindred.sqlite3'}", REDIS_URL="")
    return {}, lambda: shutil.rmtree(home, ignore_errors=True)


def _services(home):
    postgres = Postgres(services.find_postgres(), home / "postgres")
    redis = services.Redis(services.find_redis(), home / "redis")
    kept = run.tables().with_suffix(".dump")
    os.environ.update(REDIS_URL=redis.url)
    if kept.exists():
        postgres.bring("measured", kept)
        os.environ.update(DATABASE_URL=f"{postgres.url.rpartition('/')[0]}/measured")
    else:
        os.environ.update(DATABASE_URL=postgres.url)
        processes.subprocess.run(processes.manage("migrate", "--verbosity=0"), check=True)
        kept.parent.mkdir(parents=True, exist_ok=True)
        postgres.keep("kindred", kept)

    def end():
        redis.stop()
        postgres.stop()
        shutil.rmtree(home, ignore_errors=True)

    return {"redis": redis, "postgres": postgres}, end


class Server(processes.Server):
    """A process of the product: `kind` names the server it runs on."""

    def __init__(self, kind):
        port = processes.free_port()
        self.kind, self.url = kind, f"http://127.0.0.1:{port}"
        super().__init__(
            command(kind, port),
            port=port,
            log=OUT / f"{kind}-{port}.log",
            SITE_URL=self.url,
            ALLOWED_ORIGINS=self.url,
        )
        self.answers("/healthz")

    @property
    def pid(self):
        return self.process.pid


def command(kind, port):
    """The words of docker-compose for `sockets` and `pages`; what `make run` serves with for
    `daphne`."""
    if kind in ("sockets", "pages"):
        return compose.command(kind, port=port)
    if kind == "daphne":
        daphne = Path(sys.executable).parent / "daphne"
        words = ["-b", "127.0.0.1", "-p", str(port), "--access-log", "/dev/null"]
        return [daphne, *words, "community.asgi:application"]
    raise ValueError(kind)


@contextmanager
def serving(kind, held):
    """A fresh server on the servers' core, beside the databases, until the block ends."""
    for service in held.values():
        cost.pin(service.process.pid, cost.SERVERS)
    os.sched_setaffinity(0, {cost.SERVERS})  # what is started now inherits it
    try:
        server = Server(kind)
    finally:
        os.sched_setaffinity(0, {cost.SCREENS})
    with server:
        yield server
