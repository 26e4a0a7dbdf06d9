"""The peers of another folder, measured in the same run by what lies there.

The folder (PEERS, else ../shared/bench beside this repository) is not ours: it is started as it is
and its lines are read. Where it is not there, or was not prepared (its README says how, and names
BENCH_DIR), the kept figures of docs/speed.md stand in the table and are called so.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import run

NAMES = ["socketio-pg1", "ejabberd-pg"]
SCENES = ["sat100", "fix", "idle"]
NEEDS = {"socketio-pg1": "node/node_modules/socket.io", "ejabberd-pg": "ej/pg.yml"}
# Of the first side-by-side run, on another two-core machine.
KEPT = {
    ("socketio-pg1", "sat100"): {"all_cpu_100k": 1.2},
    ("socketio-pg1", "fix"): {"all_cpu_100k": 11.5, "p99": 10.0},
    ("socketio-pg1", "idle"): {"rss_per_1k": 18, "conn_per_s": 1842},
    ("ejabberd-pg", "sat100"): {"all_cpu_100k": 3.4},
    ("ejabberd-pg", "fix"): {"all_cpu_100k": 11.3, "p99": 5.5},
    ("ejabberd-pg", "idle"): {"rss_per_1k": 92},
}


def folder():
    """Where the peers' bench lies."""
    return Path(os.environ.get("PEERS") or run.ROOT.parent / "shared" / "bench").resolve()


def found():
    """The peers that can be run here, and a sentence for each reason why not."""
    prepared = Path(os.environ.get("BENCH_DIR") or run.ROOT / "var" / "peers").resolve()
    if not (folder() / "bench.py").is_file():
        return [], [f"No peers: {folder().name}/ is not there. Set PEERS to the folder of theirs."]
    if not (prepared / "lg").is_file():
        return [], ["No peers: they are not prepared. Their README says how; set BENCH_DIR to it."]
    here = [name for name in NAMES if (prepared / NEEDS[name]).exists()]
    return here, [f"{name} is not prepared here." for name in NAMES if name not in here]


def measure(names, scenes):
    """One round of these peers; their lines as they write them."""
    if not names:
        return []
    prepared = os.environ.get("BENCH_DIR") or str(run.ROOT / "var" / "peers")
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "lines.jsonl"
        command = [sys.executable, str(folder() / "bench.py"), ",".join(names), ",".join(scenes)]
        subprocess.run(
            [*command, "--out", str(out)],
            env={**os.environ, "BENCH_DIR": prepared, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        lines = out.read_text().splitlines() if out.exists() else []
    return [line for line in map(json.loads, lines) if "error" not in line]
