"""`make bench`: the product and its peers, measured in one run.

ROUNDS: how often each scene is played; the best is shown, as whatever disturbs a run makes it
slower. ONLY: some of the scenes, comma-separated. The last thing printed is one JSON object.
"""

import json
import os
import subprocess
import sys

from tests import run
from tests.bench import peers, report, stage

TALK = ["sat100", "fix", "fix300", "fix1k", "idle"]
ALL = [*TALK, "removal", "removal_without_redis", "storm", "history"]
SMALL = ["sat100", "fix", "idle", "history"]


def ours(stack, server, wanted):
    """One round of our own scenes in a process of its own: settings are read once."""
    print(f"{server} on {stack}: {', '.join(wanted)}", flush=True)
    command = [sys.executable, "-m", "tests.bench.measure", stack, server, *wanted]
    done = subprocess.run(command, cwd=run.ROOT, stdout=subprocess.PIPE, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    for line in lines:
        print(f"  {line['scene']}: {json.dumps(line)}", flush=True)
    return lines


def main():
    rounds = int(os.environ.get("ROUNDS") or 1)
    only = [name for name in (os.environ.get("ONLY") or "").split(",") if name]
    here, why = peers.found()
    print("\n".join(why), flush=True)
    mine, small, theirs, answers = [], [], [], []
    for n in range(rounds):
        print(f"Round {n + 1} of {rounds}", flush=True)
        theirs += peers.measure(here, [s for s in peers.SCENES if not only or s in only])
        mine += ours("services", "sockets", [s for s in ALL if not only or s in only])
        small += ours("embedded", "daphne", [s for s in SMALL if not only or s in only])
    if not only or "pages" in only:
        for server in ("pages", "sockets", "daphne"):
            answers += ours("services", server, ["pages"])
    made = report.rows(mine, small, theirs, peers.KEPT)
    print(f"\n{report.table(made)}\n\nThe best of {rounds}; * kept from an earlier run.\n")
    whole = {"rows": made, "ours": mine, "embedded": small, "peers": theirs, "pages": answers}
    (stage.OUT / "last.json").write_text(json.dumps(whole, indent=1))
    print(json.dumps(whole))
    return 0 if mine else 1


if __name__ == "__main__":
    sys.exit(main())
