"""`python -m tests.mentoring.bench_matching`: 10,000 people who wait and 2,000 mentors with full
profiles, from the database to committed offers. Prints a table; not part of `make test`.

Runs on a database of its own under DATA_DIR (or at DATABASE_URL, where that is set): it is filled
first, in one process, and matched in another, whose time and memory are the figures.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time

MENTEES, MENTORS = 10_000, 2_000
SEED = 20_261_123


def main(mentees: int, mentors: int) -> None:
    if os.environ.get("KINDRED_BENCH") == "match":
        return match()
    if os.environ.get("KINDRED_BENCH") == "fill":
        return fill(mentees, mentors)
    with tempfile.TemporaryDirectory() as folder:
        here = {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "community.settings.local"}
        for step in ("fill", "match"):
            command = [sys.executable, "-m", "tests.mentoring.bench_matching"]
            done = subprocess.run(
                [*command, str(mentees), str(mentors)],
                env={**here, **os.environ, **here, "KINDRED_BENCH": step},
                check=False,
            )
            if done.returncode:
                raise SystemExit(done.returncode)
    return None


def fill(mentees: int, mentors: int) -> None:
    """A community made up at random: every list said, a third with a wish, a third who ask for a
    diagnosis to count, and most with somebody they would like."""
    begin()
    from datetime import timedelta

    from django.core.management import call_command
    from django.db import transaction
    from django.utils import timezone

    from community.accounts.enums import Lived, Role, Topic
    from community.accounts.models import Block, Grant, Person
    from mentoring.enums import (
        Aim,
        Competency,
        Gender,
        Language,
        Named,
        Situation,
        Style,
        Value,
        When,
    )
    from mentoring.models import Mentor, Request, Training

    began, draw, now = time.monotonic(), random.Random(SEED), timezone.now()
    call_command("migrate", verbosity=0)

    def some(words, most):
        return sorted(draw.sample(words.values, draw.randint(1, most)))

    def profile():
        talks = draw.choices(Language.values, k=draw.randint(0, 1))
        topics = some(Topic, 4)
        return {
            "topics": topics,
            "lived": {one: draw.choice(Lived.values) for one in topics if draw.random() < 0.5},
            "values": some(Value, 4),
            "situation": some(Situation, 3),
            "goals": some(Aim, 3),
            "times": some(When, 2),
            "named": ",".join(some(Named, 2)) if draw.random() < 0.3 else "",
            "languages": sorted({*talks, *(["en"] if not talks or draw.random() < 0.9 else [])}),
        }

    with transaction.atomic():
        people = Person.objects.bulk_create(
            [
                Person(handle=f"p-{n}", skeleton=f"p-{n}", password="!")
                for n in range(mentees + mentors)
            ],
            500,
        )
        theirs, ours = people[:mentees], people[mentees:]
        Grant.objects.bulk_create([Grant(person=one, role=Role.MENTOR) for one in ours], 500)
        mentors_made = Mentor.objects.bulk_create(
            [
                Mentor(
                    person=one,
                    state="break" if draw.random() < 0.05 else "approved",
                    approved_at=now,
                    brings="Seven years of shift work.",
                    styles=some(Style, 2),
                    gender=draw.choice(["", *Gender.values]),
                    age=draw.choice([None, *range(19, 80)]),
                    limits=some(Topic, 1) if draw.random() < 0.3 else [],
                    places=draw.randint(1, 8),
                    gladly=",".join(one.handle for one in draw.sample(theirs, draw.randint(0, 3))),
                    **profile(),
                )
                for one in ours
            ],
            500,
        )
        today = timezone.localdate()
        Training.objects.bulk_create(
            [
                Training(
                    mentor=one,
                    group=group,
                    verified_on=today - timedelta(days=400),
                    renew_by=today + timedelta(days=-1 if draw.random() < 0.01 else 100),
                )
                for one in mentors_made
                for group in some(Competency, 12)
            ],
            500,
        )
        numbers = [one.pk for one in mentors_made]
        wishes = [draw.random() < 0.3 for _ in theirs]
        ages = [draw.choice([(None, None)] * 3 + [(18, 40), (30, 60)]) for _ in theirs]
        Request.objects.bulk_create(
            [
                Request(
                    person=one,
                    hopes="Somebody who knows long nights.",
                    style=draw.choice(["", *Style.values]),
                    wants_gender=draw.choice(Gender.values) if wish else "",
                    age_from=low,
                    age_to=high,
                    prefers=draw.sample(numbers, draw.randint(0, 5)),
                    asked_at=now - timedelta(days=draw.randint(0, 120)),
                    **profile(),
                )
                for one, wish, (low, high) in zip(theirs, wishes, ages, strict=True)
            ],
            500,
        )
        Block.objects.bulk_create(
            [Block(by=draw.choice(theirs), of=draw.choice(ours)) for _ in range(mentees // 10)],
            500,
            ignore_conflicts=True,
        )
        boss = Person.objects.create_user("hana")
        Grant.objects.create(person=boss, role=Role.COORDINATOR)
    print(f"filled with {mentees:,} and {mentors:,} in {time.monotonic() - began:.0f} s")


def match() -> None:
    """Looks at the plan, then does it: what a coordinator does in two clicks."""
    begin()
    from django.db import connection

    from community.accounts.models import Person
    from mentoring.actions.cohort import ask_all
    from mentoring.models import Offer
    from mentoring.queries import cohort
    from mentoring.queries.matching import fitting

    boss = Person.objects.get(handle="hana")
    began = time.monotonic()
    both = cohort.both_sides(cohort.waiting())
    read = time.monotonic()
    plan = cohort.plan(both, fitting())
    planned, worked = time.monotonic(), time.process_time()
    del both
    ask_all(mark=plan.mark, by=boss)
    done, worked = time.monotonic(), time.process_time() - worked
    kept = Offer.objects.count()
    places = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"database            {connection.vendor}")
    print(f"offers committed    {kept:,} of {kept + len(plan.left):,} who wait")
    print(f"sum of scores       {plan.total / 1000:,.3f}")
    print(f"dry run             {planned - began:.1f} s (reading {read - began:.1f} s)")
    print(f"processor           {worked:.1f} s")
    print(f"{'':20}{'is':>10}  {'must':>10}")
    for what, is_now, must in (
        ("gap to the optimum", f"{plan.gap}", "0"),
        ("database to offers", f"{done - planned:.1f} s", "20 s"),
        ("most memory", f"{places:,.0f} MB", "1,024 MB"),
    ):
        print(f"{what:20}{is_now:>10}  {must:>10}")
    assert kept == len(plan.pairs)


def begin() -> None:
    import django

    django.setup()


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    main(*(given or [MENTEES, MENTORS]))
