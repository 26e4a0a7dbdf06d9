"""The demo on both kinds of servers: one process on SQLite, two on PostgreSQL with Redis."""

import os
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests import compose
from tests.looks.demo import EVENING, LOCAL, PATIENCE, Demo, demo, zone_at
from tests.processes import ROOT, Server, free_port, manage
from tests.services import Services

ONE, TWO = "sqlite", "postgres"


@contextmanager
def evening(stack, browser):
    """A house for each process, all of them the same evening: `houses[n]` is what the process
    number n serves."""
    if stack == ONE:
        with demo(hour=EVENING, browser=browser) as house:
            yield [house]
    else:
        with two_processes(browser) as houses:
            yield houses


@contextmanager
def two_processes(browser):
    """As the compose file runs the sockets, twice, beside a PostgreSQL and a Redis of their own."""
    with ExitStack() as last:
        folder = Path(last.enter_context(tempfile.TemporaryDirectory(prefix="kindred-looks-")))
        services = Services()
        last.callback(services.stop)
        ports = [free_port() for _ in range(2)]
        urls = [f"http://127.0.0.1:{port}" for port in ports]
        told = {
            **services.environment,
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": LOCAL,
            "SITE_URL": urls[0],
            "ALLOWED_ORIGINS": ",".join(urls),
            "TIME_ZONE": zone_at(EVENING),
        }
        for words in (["migrate", "--noinput", "-v", "0"], ["demo"]):
            quiet = {"stdout": subprocess.DEVNULL, "check": True, "timeout": PATIENCE}
            subprocess.run(manage(*words), cwd=ROOT, env={**os.environ, **told}, **quiet)
        for number, port in enumerate(ports):
            server = Server(
                compose.command("sockets", port=port),
                port=port,
                log=folder / f"log-{number}",
                **told,
            )
            last.enter_context(server)
            server.answers("/healthz")
        yield [Demo(url, told["TIME_ZONE"], browser) for url in urls]
