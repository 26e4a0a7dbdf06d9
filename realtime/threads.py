"""Database questions from threads that keep their connection."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import InterfaceError, OperationalError, connection

Answer = TypeVar("Answer")


def asked(question: Callable[..., Answer], *args: Any, **more: Any) -> Answer:
    """Asks, and once more on a fresh connection where the kept one was lost."""
    try:
        return question(*args, **more)
    except (OperationalError, InterfaceError):
        connection.close()
        return question(*args, **more)
