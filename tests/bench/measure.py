"""One stack measured: `python -m tests.bench.measure STACK SERVER SCENE…`, a JSON line a scene.

STACK is `services` (PostgreSQL and Redis) or `embedded` (SQLite); SERVER is a name that
`stage.command` knows.
"""

import json
import os
import sys

import django
import uvloop

from tests.bench import cost, stage


def main(stack, kind, names):
    os.sched_setaffinity(0, {cost.SCREENS})
    held, end = stage.begin(stack)
    try:
        django.setup()
        from tests.bench import acts, scenes  # they know models

        for name in names:
            figures = {"scene": name, "stack": stack, "server": kind}
            scene = acts.SCENES.get(name) or scenes.SCENES[name]
            guests, moderator, _ = scene.crowd()
            with stage.serving(kind, held) as server:
                figures |= uvloop.run(scene.play(server, held, guests, moderator))
            print(json.dumps(figures), flush=True)
    finally:
        end()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
