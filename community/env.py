"""Settings from the environment: typed readers that say in words what is missing or wrong."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str) -> str:
    """The variable, or `default` where it is unset or empty."""
    return os.environ.get(name) or default


def required(name: str, *, hint: str, least: int = 1) -> str:
    """The variable; raises ImproperlyConfigured with `hint` where it is shorter than `least`."""
    value = os.environ.get(name, "")
    if len(value) < least:
        raise ImproperlyConfigured(f"Set {name}: {hint}")
    return value


def flag(name: str, default: bool) -> bool:
    """A yes or no. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in _TRUE:
        return True
    if value.lower() in _FALSE:
        return False
    raise ImproperlyConfigured(f"Set {name} to 1 or 0; it is {value!r}.")


def number(name: str, default: int) -> int:
    """A whole number. Raises ImproperlyConfigured for anything else."""
    value = os.environ.get(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"Set {name} to a whole number; it is {value!r}.") from None


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, without empty entries."""
    return [w.strip() for w in text(name, default).split(",") if w.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, made if missing, as an absolute path."""
    path = Path(text(name, str(default))).expanduser().resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def database(url: str) -> dict[str, Any]:
    """A DATABASES entry from `sqlite:///path` or `postgres://user:password@host:port/name`.

    SQLite runs WAL with synchronous FULL: NORMAL may undo acknowledged commits on power loss.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path[1:] if parts.path.startswith("//") else parts.path,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "cached_statements": 1000,  # a handful of pages asks more than the usual 128
                "timeout": 3,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                ),
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # A lock somebody else holds is waited for 3 s at most, then said in words; a database
            # that does not answer is not waited for either. What is prepared (groups/prepared.py)
            # asks by keys alone, whatever their values: one plan a connection serves them all.
            "OPTIONS": {
                "options": "-c lock_timeout=3000 -c plan_cache_mode=force_generic_plan",
                "connect_timeout": 5,
            },
        }
    raise ImproperlyConfigured(
        f"Set DATABASE_URL to sqlite:///… or postgres://…; its scheme is {parts.scheme!r}."
    )
