"""Instances made up at random, and a slow, plain way to check an answer.

Nothing here uses the code it checks: rules, overlap and optimum are written anew from the promise.
"""

import random
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

WEEK = 7 * 24 * 60
ZONES = ["Europe/Dublin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC"]
# Ordinary weeks, and weeks in which clocks are moved somewhere.
DAYS = ["2026-11-23", "2026-10-25", "2026-03-29", "2026-11-01", "2026-03-08", "2026-09-27"]
WEIGHTS = ["experience", "values", "situation", "style", "goals"]
WEIGHTS += ["times", "waiting", "fair_load", "preference"]


def instance(seed, *, mentees=6, mentors=4, zones=ZONES):
    """A small instance; the same seed, the same instance."""
    draw = random.Random(seed)
    ours = [f"m{number}" for number in range(draw.choice([0, *range(2, mentors + 1), mentors]))]
    theirs = [f"e{number}" for number in range(draw.choice([0, *range(3, mentees + 1), mentees]))]
    return {
        "date": draw.choice(DAYS),
        "min_overlap_minutes": draw.choice([0, 60, 60, 90]),
        # Few weights make many pairs alike: the tie rule has something to do.
        "weights": {name: draw.choice([0, 0, 1, 2.5]) for name in WEIGHTS},
        "mentors": [_mentor(draw, one, theirs, zones) for one in ours],
        "mentees": [_mentee(draw, one, ours, zones) for one in theirs],
        "never": [[draw.choice(ours), draw.choice(theirs)] for _ in range(2) if ours and theirs],
    }


def _person(draw, number, zones):
    some = {
        "experience": _some(draw, ["sleep", "loss", "work"]),
        "diagnosis": _some(draw, ["ocd", "ptsd"]),
        "values": _some(draw, ["humour", "faith"]),
        "situation": _some(draw, ["parent", "student"]),
        "style": _some(draw, ["listening", "practical"]),
        "goals": _some(draw, ["routine", "study"]),
    }
    given = {
        "id": number,
        "languages": draw.choice([["en"], ["en"], ["en"], ["pl"], ["en", "pl"]]),
        "age": draw.choice([None, 19, 30, 44, 60]),
        "timezone": draw.choice(zones),
        "free": [_span(draw) for _ in range(draw.randint(1, 6))],
        **{name: keys for name, keys in some.items() if draw.random() < 0.7},
    }
    if draw.random() < 0.7:
        given["gender"] = draw.choice(["woman", "man", ""])
    return given


def _mentor(draw, number, theirs, zones):
    given = _person(draw, number, zones)
    given |= {"capacity": draw.choice([0, 1, 1, 2, 3]), "approved": draw.random() < 0.9}
    given |= {"on_break": draw.random() < 0.1, "prefers": _some(draw, theirs)}
    if draw.random() < 0.5:
        given["load"] = draw.randint(0, 1)
    return given


def _mentee(draw, number, ours, zones):
    given = _person(draw, number, zones)
    given |= {"waiting_days": draw.randint(0, 120), "match_on_diagnosis": draw.random() < 0.5}
    if draw.random() < 0.15:
        given["wants_gender"] = draw.choice(["woman", "man"])
    if draw.random() < 0.15:
        given["age_range"] = draw.choice([[18, 40], [30, 60]])
    if draw.random() < 0.5:
        given["prefers"] = _some(draw, ours)
    return given


def _some(draw, words):
    return draw.sample(words, draw.randint(0, len(words))) if words else []


def _span(draw):
    start = draw.randrange(WEEK)
    return [start, (start + draw.choice([61, 480, 1440, 2880])) % WEEK]


# What a checker knows ------------------------------------------------------------------------------


def free_minutes(person, day):
    """The minutes of the person's own week, as numbers from Monday 00:00 UTC in a week that comes
    again, in which their clock shows a time at which they are free."""
    free = set()
    for start, end in person["free"]:
        free |= {minute % WEEK for minute in range(start, end if start <= end else end + WEEK)}
    return {minute for minute, shown in _shown_by(person["timezone"], day) if shown in free}


@cache
def _shown_by(zone, day):
    """For each minute from Monday 00:00 to Sunday 24:00 by a clock there: when it is, and what the
    clock shows."""
    begins = date.fromisoformat(day) - timedelta(days=date.fromisoformat(day).weekday())
    monday = datetime(begins.year, begins.month, begins.day, tzinfo=UTC)
    shown = []
    for minute in range(-1440, WEEK + 1440, 15):  # clocks are moved at quarters of an hour
        local = (monday + timedelta(minutes=minute)).astimezone(ZoneInfo(zone))
        if 0 <= (local.date() - begins).days < 7:
            first = local.weekday() * 1440 + local.hour * 60 + local.minute
            shown += [((minute + more) % WEEK, first + more) for more in range(15)]
    return shown


def may_be(instance, mentee, mentor, together):
    """The hard rules, as the promise words them."""
    wish, ages = mentee.get("wants_gender"), mentee.get("age_range")
    age = mentor["age"]
    return (
        mentor["approved"]
        and not mentor["on_break"]
        and mentor["capacity"] - mentor.get("load", 0) > 0
        and [mentor["id"], mentee["id"]] not in instance["never"]
        and bool(set(mentor["languages"]) & set(mentee["languages"]))
        and (not wish or mentor.get("gender") == wish)
        and (not ages or (age is not None and ages[0] <= age <= ages[1]))
        and together >= instance["min_overlap_minutes"]
    )


def allowed(instance):
    """All (mentee, mentor) that may be."""
    day = instance["date"]
    ours = {one["id"]: free_minutes(one, day) for one in instance["mentors"]}
    theirs = {one["id"]: free_minutes(one, day) for one in instance["mentees"]}
    return {
        (mentee["id"], mentor["id"])
        for mentee in instance["mentees"]
        for mentor in instance["mentors"]
        if may_be(instance, mentee, mentor, len(theirs[mentee["id"]] & ours[mentor["id"]]))
    }


def by_brute_force(instance, scores):
    """The best of all assignments: most pairs, then the highest sum, then the first by mentee and
    mentor; and how many are as good. `scores` are whole thousandths by (mentee, mentor)."""
    mentees = sorted(one["id"] for one in instance["mentees"])
    places = {one["id"]: one["capacity"] - one.get("load", 0) for one in instance["mentors"]}
    best, alike = None, 0

    def go(at, pairs, total):
        nonlocal best, alike
        if at == len(mentees):
            key = (-len(pairs), -total, pairs)
            alike = 1 if best is None or key[:2] < best[:2] else alike + (key[:2] == best[:2])
            best = key if best is None or key < best else best
            return
        mentee = mentees[at]
        for mentor in sorted(places):
            if places[mentor] > 0 and (mentee, mentor) in scores:
                places[mentor] -= 1
                go(at + 1, [*pairs, (mentee, mentor)], total + scores[mentee, mentor])
                places[mentor] += 1
        go(at + 1, pairs, total)

    go(0, [], 0)
    return best[2], -best[1], alike
