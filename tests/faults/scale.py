"""How much: `make test` runs a little of everything, `make faults` more of it, for longer.

FAULT_SECONDS: how long each bad night lasts beyond its fixed plan. SEEDS: how many nights.
"""

import os

SECONDS = float(os.environ.get("FAULT_SECONDS") or 0)
SEEDS = range(1, 1 + int(os.environ.get("SEEDS") or 1))


def of(little, much):
    """`little` in `make test`, `much` in `make faults`."""
    return much if SECONDS else little
