"""The compose file as data: what production runs, for tests to read and to run as plain processes."""

import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
# What an operator would write into .env: every variable the compose file insists on, and no more.
EXAMPLE = {
    "SECRET_KEY": "an example key of fifty letters and more, 0123456789 abcdefghij",
    "FIELD_KEYS": "an example key that seals nothing real",
    "ALLOWED_HOSTS": "kindred.example",
    "SITE_URL": "https://kindred.example",
    "POSTGRES_PASSWORD": "example",
    "TLS_DIR": "/etc/ssl/kindred",
}
_VARIABLE = re.compile(r"\$\{(\w+)(?::([-?])([^}]*))?\}")


def read():
    """The parsed file."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def fill(text, given):
    """The text with its variables as compose fills them. Raises KeyError where one that is
    insisted on is missing."""

    def value(match):
        name, how, default = match.groups()
        return given[name] if how == "?" else given.get(name, default or "")

    return _VARIABLE.sub(value, str(text))


def environment(service="pages", given=EXAMPLE):
    """The environment this service has when an operator set `given`."""
    return {k: fill(v, given) for k, v in read()["services"][service]["environment"].items()}


def command(service, *, port=None):
    """The service's command as a plain process of this machine: loopback, on `port`."""
    words = read()["services"][service]["command"]
    program = Path(sys.executable).parent / words[0]
    words = [str(program), *words[1:]]
    if port is None:
        return words
    words = [re.sub(r"^--bind=.*$", f"--bind=127.0.0.1:{port}", word) for word in words]
    words = [re.sub(r"^--port=.*$", f"--port={port}", word) for word in words]
    return [word.replace("--host=0.0.0.0", "--host=127.0.0.1") for word in words]
