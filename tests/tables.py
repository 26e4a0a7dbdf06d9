"""Makes a SQLite file with the tables as the migrations make them: `python -m tests.tables FILE`.

Running them all takes many seconds; what runs on SQLite afterwards begins with a copy. A file that
is there is only looked over: what follows the migrations may have changed without one.
"""

import gc
import os
import shutil
import sys
from pathlib import Path


def make(file):
    """The file's name says what it was made from."""
    unfinished = file.with_suffix(".part")
    for path in unfinished.parent.glob(f"{unfinished.name}*"):
        path.unlink()
    if file.exists():
        shutil.copyfile(file, unfinished)
    os.environ["DATABASE_URL"] = f"sqlite:///{unfinished}"

    import django
    from django.core.management import call_command
    from django.db import connection

    from community import starting

    starting.begin()
    django.setup()
    starting.done()
    gc.set_threshold(100_000, 50, 50)  # the states of two hundred migrations: they go soon enough
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    unfinished.rename(file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
