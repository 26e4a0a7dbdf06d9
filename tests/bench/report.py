"""The budgets, and what was measured beside them."""

from dataclasses import dataclass

SOCKETIO, EJABBERD = "socketio-pg1", "ejabberd-pg"


@dataclass(frozen=True)
class Budget:
    """One promise. `must` and `aim` are numbers, or a part of what socket.io takes here."""

    words: str
    scene: str
    figure: str
    must: float | None
    aim: float | None = None
    theirs: str = ""  # how the peers' bench calls the figure
    of_socketio: bool = False
    more_is_better: bool = False
    peers_scene: str = ""


BUDGETS = [
    Budget("CPU-s per 100,000 deliveries, room of 100", "sat100", "cpu_100k", 0.5, 0.25,
           "all_cpu_100k", of_socketio=True),
    Budget("the same, 50 rooms of 12, 100 messages/s", "fix", "cpu_100k", 2, 1,
           "all_cpu_100k", of_socketio=True),
    Budget("p50 there, ms", "fix", "p50", None, None, "p50"),
    Budget("p95 there, ms", "fix", "p95", None, None, "p95"),
    Budget("p99 there, ms", "fix", "p99", 25, None, "p99"),
    Budget("answer p50 there, ms", "fix", "ack_p50", 10),
    Budget("answer p99 there, ms", "fix", "ack_p99", 100),
    Budget("answer p99 at 300 messages/s, ms", "fix300", "ack_p99", 100),
    Budget("answered a second, of 300", "fix300", "acked_per_s", 285, more_is_better=True),
    Budget("answered a second, of 1,000 (aim)", "fix1k", "acked_per_s", 300, 950,
           more_is_better=True),
    Budget("MiB per 1,000 idle screens", "idle", "mib_per_1000", 2, 1, "rss_per_1k",
           of_socketio=True),
    Budget("screens let in a second", "idle", "joins_per_s", 300, 800, "conn_per_s",
           more_is_better=True),
    Budget("a removed person's last frame, s", "removal", "last_frame_s", 1, 0.3),
    Budget("their screen ended, s", "removal", "ended_s", 1, 0.3),
    Budget("the same, Redis silent, s", "removal_without_redis", "ended_s", 1, 0.6),
    Budget("1,000 screens back without a gap, s", "storm", "all_back_s", 15, 5),
    Budget("a page of 200 events, ms", "history", "more_200_p50", None),
    Budget("a resume over 1,000 events, ms", "history", "resume_1000_ms", None),
]  # fmt: skip
HEAD = "| figure | must | aim | here | daphne, SQLite | socket.io | ejabberd | |"


def best(lines, budget, key=None):
    """The best of all rounds: what disturbs a run only ever makes it slower."""
    values = [line[key or budget.figure] for line in lines if line.get(key or budget.figure)]
    if not values:
        return None
    return max(values) if budget.more_is_better else min(values)


def rows(ours, embedded, peers, kept):
    """For each budget a row of the table. Each of the first three is a list of lines; `kept` has
    (peer, scene) -> figures."""
    made = []
    for budget in BUDGETS:
        here = best([x for x in ours if x["scene"] == budget.scene], budget)
        small = best([x for x in embedded if x["scene"] == budget.scene], budget)
        theirs = {name: _theirs(name, budget, peers, kept) for name in (SOCKETIO, EJABBERD)}
        must, aim = _limits(budget, theirs[SOCKETIO][0])
        made.append(
            {
                "figure": budget.words,
                "must": must,
                "aim": aim,
                "here": here,
                "embedded": small,
                **{name: value for name, (value, _) in theirs.items()},
                "kept": [name for name, (_, is_kept) in theirs.items() if is_kept],
                "verdict": _verdict(budget, here, must, aim),
            }
        )
    return made


def _theirs(name, budget, peers, kept):
    if not budget.theirs:
        return None, False
    lines = [x for x in peers if x["peer"] == name and x["scen"] == budget.scene]
    if lines:
        return best(lines, budget, budget.theirs), False
    figure = kept.get((name, budget.scene), {}).get(budget.theirs)
    return figure, figure is not None


def _limits(budget, socketio):
    if not budget.of_socketio:
        return budget.must, budget.aim
    if socketio is None:
        return None, None
    return round(budget.must * socketio, 2), round(budget.aim * socketio, 2)


def _verdict(budget, here, must, aim):
    if here is None:
        return "not run"
    if must is None:
        return ""
    better = (lambda limit: here >= limit) if budget.more_is_better else (lambda lim: here <= lim)
    if not better(must):
        return "missed"
    return "aim" if aim is not None and better(aim) else "kept"


def table(made):
    """The rows as Markdown. A figure that was not measured in this run has a star."""

    def shown(row, name):
        value = row[name]
        return "–" if value is None else f"{value:g}" + ("*" if name in row["kept"] else "")

    lines = [HEAD, "|" + "---|" * 8]
    for row in made:
        cells = [shown(row, n) for n in ("must", "aim", "here", "embedded", SOCKETIO, EJABBERD)]
        lines.append(f"| {row['figure']} | {' | '.join(cells)} | {row['verdict']} |")
    return "\n".join(lines)
