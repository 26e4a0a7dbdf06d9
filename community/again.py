"""Doing an act once more where the database had to choose between two that waited for each other."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection

DEADLOCK = "40P01"  # PostgreSQL's own code: the transaction was rolled back whole

P = ParamSpec("P")
R = TypeVar("R")


def again_after_deadlock(act: Callable[P, R]) -> Callable[P, R]:
    """Stands outside `transaction.atomic`: the whole act runs once more, once. Within somebody
    else's transaction there is nothing to repeat, so it is raised to them."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.in_atomic_block:
            return act(*args, **kwargs)
        try:
            return act(*args, **kwargs)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) != DEADLOCK:
                raise
            return act(*args, **kwargs)

    return run
