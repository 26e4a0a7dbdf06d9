"""Private words sealed in the database: Fernet under the operator's own rotating key ring."""

import base64
import hashlib
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    derived = (hashlib.sha256(b"kindred-field\0" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(d)) for d in derived])


def ring() -> MultiFernet:
    """The key ring of `settings.FIELD_KEYS`: the first key seals, every key opens."""
    return _ring(tuple(settings.FIELD_KEYS))


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that is readable in Python and sealed in the database. It cannot be searched or sorted.

    Raises cryptography.fernet.InvalidToken on reading what no key of the ring has sealed.
    """

    def get_prep_value(self, value: Any) -> Any:
        if value is None or value == "":
            return value
        return ring().encrypt(str(value).encode()).decode()

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if value is None or value == "":
            return value
        return ring().decrypt(value.encode()).decode()
