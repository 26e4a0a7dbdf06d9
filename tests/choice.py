"""Which tests a run leaves out, by what they ask for; how many that were stands in its last line."""

from collections import Counter

FIRST = 2  # tests of a file that ask the database: the quick run asks no more of each


def asks(item):
    """Whether the test may ask a database: it wants one, or starts a server."""
    wanted = {"db", "transactional_db", "committed", "django_db_setup", "server", "live_server"}
    return bool(item.get_closest_marker("django_db") or wanted & set(item.fixturenames))


def too_slow(items):
    """What the quick run leaves out: server processes, real commits, the demo; of a file all but
    the first tests that ask the database, and of a table of cases there all but the first row."""
    left, rows, asked = set(), set(), Counter()
    for item in items:
        name = item.nodeid.partition("[")[0]
        if _is_slow(item) or (asks(item) and (name in rows or asked[item.path] == FIRST)):
            left.add(item)
        elif asks(item):
            rows.add(name)
            asked[item.path] += 1
    return left


def _is_slow(item):
    """Whether the test takes much longer than others."""
    marked = item.get_closest_marker("django_db")
    slow = {"server", "live_server", "committed", "transactional_db", "loaded_demo"}
    return slow & set(item.fixturenames) or (marked and marked.kwargs.get("transaction"))


def leave_out(config, items, left):
    """Tells pytest."""
    config.hook.pytest_deselected(items=list(left))
    items[:] = [item for item in items if item not in left]
