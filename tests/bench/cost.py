"""What a process tree costs: CPU seconds and memory, as Linux counts them."""

import os
from contextlib import suppress
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


def tree(pid):
    """The process and everything below it."""
    below = {}
    for path in _PROC.iterdir():
        if path.name.isdigit():
            with suppress(OSError):
                parent = _fields(int(path.name))[1]
                below.setdefault(int(parent), []).append(int(path.name))
    found, left = [], [pid]
    while left:
        found.append(left.pop())
        left += below.get(found[-1], [])
    return found


def cpu(pids):
    """CPU seconds of these trees so far, with the children that have ended."""
    return sum(_seconds(one) for pid in pids for one in tree(pid))


def memory(pid):
    """MiB the tree holds, pages shared with others counted in parts (PSS)."""
    return sum(_pss(one) for one in tree(pid)) / 1024


_CORES = sorted(os.sched_getaffinity(0))
SERVERS, SCREENS = _CORES[0], _CORES[-1]  # the same one where there is only one


def pin(pid, core):
    """Keeps the tree, and whatever it starts later, on one core."""
    for one in tree(pid):
        with suppress(OSError):
            for thread in (_PROC / str(one) / "task").iterdir():
                os.sched_setaffinity(int(thread.name), {core})


def _fields(pid):
    """The fields of /proc/PID/stat from the third on: the name before may hold anything."""
    return (_PROC / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()


def _seconds(pid):
    with suppress(OSError):
        return sum(map(int, _fields(pid)[11:15])) / _TICK
    return 0.0


def _pss(pid):
    with suppress(OSError):
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
