"""What a member could hand over now, and the snapshots of what they chose."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now

from community.accounts.models import Person
from community.care.enums import Kind
from community.care.models import Card, Piece, Question, Tie
from community.care.shown import CARD_LABELS, Shown, shown
from community.wellbeing import instruments
from community.wellbeing.enums import GoalState, Measure, Section
from community.wellbeing.models import AnswerSet, CheckIn, Goal, PlanPart, Visit
from community.wellbeing.queries.completed import as_asked
from community.wellbeing.queries.days import days_of
from community.wellbeing.queries.readings import Reading, readings_of
from community.wellbeing.queries.sharing import Part
from community.wellbeing.scoring import risk_flags

AFTER_A_VISIT = timedelta(days=7)
WITHOUT_A_VISIT = timedelta(days=14)
LONGEST = timedelta(days=92)  # that anything is handed over for
WORKING_DAYS = 5
SETS_OFFERED = 6
GOALS_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a member chose: keys of parts, a span of days, words, questions; and until when."""

    until: datetime
    parts: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    since: str = ""
    questions: tuple[str, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One piece before it is handed over."""

    kind: Kind
    key: str
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def shown(self) -> Shown:
        """As it will be read."""
        return shown(self.kind, self.said)

    @property
    def packed(self) -> str:
        """As it is sealed."""
        return json.dumps(self.said)


def parts_of(person: Person) -> list[Part]:
    """What is there and not kept to oneself: the card, goals, sections, finished answers."""
    card = Card.objects.filter(person=person).first()
    found = [Part("card", Kind.CARD.label)] if card and _card(card) else []
    found += [Part(f"goal:{goal.pk}", _title(goal)) for goal in _goals(person)]
    written = PlanPart.objects.filter(person=person, only_me=False)
    sections = {part.section for part in written if part.words} - {Section.QUESTIONS.value}
    found += [Part(f"section:{s.value}", s.label) for s in Section if s.value in sections]
    done = AnswerSet.objects.filter(person=person, total__isnull=False).order_by("-ended_at")
    return found + [part for row in done[:SETS_OFFERED] if (part := _set(row))]


def _goals(person: Person) -> list[Goal]:
    """Those that go on first; what was reached or let go of can be shown as well."""
    mine = list(Goal.objects.filter(person=person))
    return sorted(mine, key=lambda goal: goal.state != GoalState.GOING)[:GOALS_OFFERED]


def _title(goal: Goal) -> str:
    is_going = goal.state == GoalState.GOING
    return goal.words if is_going else f"{goal.words} ({goal.get_state_display()})"


def _set(row: AnswerSet) -> Part | None:
    instrument = instruments.get(row.instrument)
    if instrument is None or row.ended_at is None:
        return None
    day = date_format(timezone.localtime(row.ended_at), "j F")
    words = _now("My answers of %(day)s: %(title)s (%(short)s)")
    said = {"day": day, "title": instrument.title, "short": instrument.name}
    return Part(f"answers:{row.pk}", words % said)


def has_days(person: Person) -> bool:
    """Whether there is anything to draw."""
    return CheckIn.objects.filter(person=person).exists()


def question_lines(person: Person) -> list[str]:
    """Questions for an appointment that stand in one's plan, one a line."""
    part = PlanPart.objects.filter(person=person, section=Section.QUESTIONS, only_me=False).first()
    return (
        list(dict.fromkeys(filter(None, map(str.strip, part.words.splitlines())))) if part else []
    )


def waiting(tie: Tie, *, now: datetime) -> set[str]:
    """Questions that are with the provider and wait for an answer."""
    asked = Question.objects.filter(tie=tie, answered_at=None, ended_at=None, until__gt=now)
    return {one.words for one in asked}


def again(tie: Tie, piece: int, *, now: datetime) -> dict[str, Any]:
    """What is chosen beforehand where one piece is handed over anew, as it is now."""
    found = Piece.objects.filter(tie=tie, pk=piece, ended_at=None, until__gt=now).first()
    if found is None:
        return {}
    if found.kind == Kind.DAYS:
        return {"days": True, "days_from": found.said["first"]}
    return {"since": found.said["words"]} if found.kind == Kind.SINCE else {"parts": [found.key]}


def next_visit(person: Person, *, now: datetime) -> datetime | None:
    """The next appointment one has written down."""
    return (
        Visit.objects.filter(person=person, at__gte=now)
        .order_by("at")
        .values_list("at", flat=True)
        .first()
    )


def usual_end(person: Person, *, now: datetime) -> date:
    """A week after the next appointment, as far as that is allowed; in two weeks where none is
    written down."""
    visit = next_visit(person, now=now)
    ends = visit + AFTER_A_VISIT if visit else now + WITHOUT_A_VISIT
    latest = timezone.localtime(now + LONGEST).date() - timedelta(days=1)
    return min(timezone.localtime(ends).date(), latest)


def usual_due(person: Person, *, now: datetime) -> date:
    """The next appointment, where they can read it until then; or five working days."""
    visit = next_visit(person, now=now)
    if visit is not None and (day := timezone.localtime(visit).date()) <= usual_end(
        person, now=now
    ):
        return day
    day, left = timezone.localtime(now).date(), WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def due_of(person: Person, wanted: Wanted, *, now: datetime) -> date:
    """The day that was chosen or the usual one, and none on which they can read it no more."""
    due = wanted.due or usual_due(person, now=now)
    return min(due, timezone.localtime(wanted.until).date())


def end_of(day: date) -> datetime:
    """The last minute of a day."""
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


def drafts(person: Person, wanted: Wanted) -> list[Draft]:
    """Snapshots of what was chosen, as it is this moment, in the order in which it is read. What is
    gone or kept to oneself by now is left out."""
    found = [draft for key in dict.fromkeys(wanted.parts) if (draft := _draft(person, key))]
    if wanted.since:
        found.append(Draft(Kind.SINCE, "since", {"words": wanted.since}))
    if wanted.days and (graphs := _days(person, *wanted.days)):
        found.append(graphs)
    order = list(Kind)
    return sorted(found, key=lambda draft: order.index(draft.kind))


def digest(found: list[Draft]) -> str:
    """A mark of what was seen, so that nothing else is handed over than that."""
    rows = json.dumps([[draft.key, draft.said] for draft in found], sort_keys=True)
    return hashlib.sha256(rows.encode()).hexdigest()[:32]


def words_of(kind: str, said: dict[str, Any]) -> str:
    """The member's own words in a piece, to be looked at: not a section, which is written for bad
    days and names them."""
    if kind == Kind.GOAL:
        lines = [said[name] for name in ("words", "why", "measure", "helper")]
        return "\n".join([*lines, *(words for words, _done in said["steps"])])
    if kind == Kind.CARD:
        return "\n".join(said.values())
    return str(said["words"]) if kind == Kind.SINCE else ""


def needs_help_first(found: list[Draft]) -> bool:
    """Whether a set among them holds an answer that brings help before anything else."""
    sets = [draft.said for draft in found if draft.kind == Kind.ANSWERS]
    kept = [(instruments.get(said["instrument"]), said["raw"]) for said in sets]
    return any(risk_flags(instrument, raw) for instrument, raw in kept if instrument)


def _draft(person: Person, key: str) -> Draft | None:
    kind, _colon, id = key.partition(":")
    match kind:
        case "card":
            card = Card.objects.filter(person=person).first()
            said = _card(card) if card else {}
            return Draft(Kind.CARD, key, said) if said else None
        case "goal":
            return _goal(person, key, id)
        case "section":
            part = PlanPart.objects.filter(person=person, section=id, only_me=False).first()
            if part is None or not part.words:
                return None
            return Draft(Kind.SECTION, key, {"section": id, "words": part.words})
        case "answers":
            return _answers(person, key, id)
    return None


def _card(card: Card) -> dict[str, str]:
    said = {name: getattr(card, name) for name in CARD_LABELS}
    return said if any(said.values()) else {}


def _goal(person: Person, key: str, id: str) -> Draft | None:
    goal = Goal.objects.filter(person=person, pk=id).prefetch_related("steps").first()
    if goal is None:
        return None
    said = {name: getattr(goal, name) for name in ("words", "why", "measure", "helper")}
    steps = [[step.words, step.done_at is not None] for step in goal.steps.all()]
    stands = {"state": goal.state, "review_on": goal.review_on.isoformat()}
    return Draft(Kind.GOAL, key, {**said, **stands, "steps": steps})


def _days(person: Person, first: date, last: date) -> Draft | None:
    measures = {str(measure.label): measure.value for measure in Measure}
    charts = [
        {
            "measure": measures[chart.title],
            "points": [[point.day.isoformat(), int(point.value)] for point in chart.points],
        }
        for chart in days_of(person, first=first, last=last).charts
    ]
    said = {"first": first.isoformat(), "last": last.isoformat(), "charts": charts}
    return Draft(Kind.DAYS, "days", said) if charts else None


def _answers(person: Person, key: str, id: str) -> Draft | None:
    """One filling: its total and the rule it was counted by, where it falls, each answer with the
    words that were asked; and what it is compared with only where the change is reliable."""
    row = AnswerSet.objects.filter(person=person, pk=id, total__isnull=False).first()
    instrument = instruments.get(row.instrument) if row else None
    if row is None or instrument is None or row.ended_at is None:
        return None
    readings = readings_of(person, instrument)
    at = next(n for n, one in enumerate(readings) if one.answers.pk == row.pk)
    asked = as_asked(row) or instrument
    said = {
        "instrument": instrument.key,
        "version": row.version,
        "rule": row.rule,
        "stem": str(asked.stem),
        "asked": [str(item.words) for item in asked.asked],
        "on": _day_of(row.ended_at),
        "total": readings[at].total,
        "band": str(readings[at].band),
        "before": _before(readings[at], readings[at - 1]) if at else None,
        "raw": row.answers,
    }
    return Draft(Kind.ANSWERS, key, said)


def _before(reading: Reading, before: Reading) -> dict[str, Any] | None:
    """What a set is compared with: nothing of it where the change is none to rely on."""
    if not reading.change or before.answers.ended_at is None:
        return None
    day = _day_of(before.answers.ended_at)
    made_of = {"given": before.given, "of": before.of}
    return {"on": day, "total": before.total, "way": reading.change, **made_of}


def _day_of(moment: datetime) -> str:
    return timezone.localtime(moment).date().isoformat()
