"""Makes a SQLite file with the tables as the migrations make them: `python -m tests.tables FILE`.

Running them all takes many seconds; what runs on SQLite afterwards begins with a copy.
"""

import os
import sys
from pathlib import Path


def make(file):
    """Leaves the file where it is there already: its name says what it was made from."""
    if file.exists():
        return
    unfinished = file.with_suffix(".part")
    for path in unfinished.parent.glob(f"{unfinished.name}*"):
        path.unlink()
    os.environ["DATABASE_URL"] = f"sqlite:///{unfinished}"

    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    unfinished.rename(file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
