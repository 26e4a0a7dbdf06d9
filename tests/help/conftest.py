"""What the tests of the help page share: a kept folder of their own, and a database that is away."""

import pytest
from django.db import OperationalError, connection


@pytest.fixture
def kept_folder(settings, tmp_path):
    """The folder the help page is written down in, empty at first."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "kept"


@pytest.fixture
def database_away(db, client):
    """From here on every question to the database fails, as while its server is away; the client
    is shown what a person would be shown."""

    def away(execute, sql, params, many, context):
        raise OperationalError("the server is away")

    client.raise_request_exception = False
    with connection.execute_wrapper(away):
        yield
