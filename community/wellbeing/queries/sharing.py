"""Which parts of somebody's space can be shared, who may read them now, and what they then read.

A part is shown as it is now, never as a copy: whoever may no longer read it finds nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from hashlib import sha256

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.wellbeing import companions, instruments
from community.wellbeing.charts import Chart
from community.wellbeing.enums import GoalState, Section
from community.wellbeing.instruments import Instrument, Kind
from community.wellbeing.models import CheckIn, Goal, PlanPart, Share
from community.wellbeing.queries.answers import complete_sets, last_finished, said_of
from community.wellbeing.queries.completed import as_asked
from community.wellbeing.queries.days import days_of
from community.wellbeing.queries.readings import (
    Reading,
    band_sentence,
    charts_of,
    readings_of,
    total_sentence,
)

DAYS = "days"
DAYS_TITLE = _("How my days are, as graphs")
GONE = _("A part that is not there any more")


@dataclass(frozen=True, slots=True)
class Part:
    """One part that can be shared: its key and its name."""

    key: str
    title: str | Promise


@dataclass(frozen=True, slots=True)
class Shown:
    """One part as somebody reads it: words, a goal, graphs with their sentence, or a set of answers,
    question by question. Never the line of a day, and no answers to a scale that asks about harm."""

    key: str
    title: str | Promise
    words: str = ""
    goal: Goal | None = None
    charts: tuple[Chart, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    notice: str = ""  # whose questions these are
    section: str = ""


def parts_of(person: Person) -> list[Part]:
    """What this person could share now: what is there, and is not kept to themselves."""
    written = PlanPart.objects.filter(person=person, only_me=False)
    sections = {part.section for part in written if part.words}
    found = [Part(f"section:{s.value}", s.label) for s in Section if s.value in sections]
    goals = Goal.objects.filter(person=person, state=GoalState.GOING)
    found += [Part(f"goal:{goal.pk}", goal.words) for goal in goals]
    if CheckIn.objects.filter(person=person).exists():
        found.append(Part(DAYS, DAYS_TITLE))
    keys = set(complete_sets(person).values_list("instrument", flat=True))
    for one in [one for one in instruments.ALL if one.key in keys]:
        if one.scoring.kind != Kind.NONE:
            found.append(Part(f"scale:{one.key}", one.full_name))
        if not one.risks and last_finished(person, one) is not None:
            found.append(Part(f"answers:{one.key}", _answers_title(one)))
    return found


def _answers_title(instrument: Instrument) -> str:
    return _now("My newest answers: %(scale)s") % {"scale": instrument.full_name}


def titles_of(person: Person) -> dict[str, str | Promise]:
    """The name of every part somebody may have shared, also of one they could not share now: what
    is still read by others must not go unnamed."""
    goals = {f"goal:{goal.pk}": goal.words for goal in Goal.objects.filter(person=person)}
    scales = {f"scale:{one.key}": one.full_name for one in instruments.ALL}
    answers = {f"answers:{one.key}": _answers_title(one) for one in instruments.ALL}
    sections = {f"section:{s.value}": s.label for s in Section}
    return sections | goals | scales | answers | {DAYS: DAYS_TITLE}


def active(person: Person) -> QuerySet[Share]:
    """What this person shares now."""
    return Share.objects.filter(person=person, ended_at=None, until__gt=timezone.now())


def for_me(person: Person, reader: Person, *, now: datetime) -> list[Share]:
    """What this reader may read of this person now: shared, not over, and the two still side by
    side. Asked anew at every look."""
    if reader.standing != Standing.ACTIVE or person.standing != Standing.ACTIVE:
        return []
    if not any(one.person == reader.pk for one in companions.of(person)):
        return []
    return list(Share.objects.filter(person=person, to=reader, ended_at=None, until__gt=now))


def shown(person: Person, key: str, *, today: date) -> Shown | None:
    """The part as it is now; None where it is gone or kept to oneself by now."""
    kind, _colon, id = key.partition(":")
    match kind:
        case "section":
            return _section(person, id)
        case "goal":
            going = Goal.objects.filter(person=person, pk=id, state=GoalState.GOING)
            goal = going.prefetch_related("steps").first()
            return Shown(key, _("A goal"), goal=goal) if goal else None
        case "days":
            charts = tuple(days_of(person, last=today).charts)
            return Shown(key, _("How my days are"), charts=charts) if charts else None
        case "scale":
            return _scale(person, id)
        case "answers":
            return _answers(person, id)
    return None


def _section(person: Person, name: str) -> Shown | None:
    part = PlanPart.objects.filter(person=person, section=name, only_me=False).first()
    if part is None or not part.words:
        return None
    return Shown(f"section:{name}", Section(name).label, words=part.words, section=name)


def _scale(person: Person, key: str) -> Shown | None:
    instrument = instruments.get(key)
    readings = readings_of(person, instrument) if instrument else []
    if instrument is None or not readings:
        return None
    charts = tuple(charts_of(instrument, readings))
    return Shown(
        f"scale:{key}",
        instrument.title,
        words=_words_of(instrument, readings),
        charts=charts,
        notice=instrument.notice,
    )


def _words_of(instrument: Instrument, readings: list[Reading]) -> str:
    """What the newest came to."""
    last = readings[-1]
    said = f"{instrument.name}: {total_sentence(instrument, last)}"
    return " ".join(filter(None, [said, band_sentence(last)]))


def _answers(person: Person, key: str) -> Shown | None:
    """The newest set, in the words that were chosen. Where one question asks about harm there is
    none: from a total and the other answers that one could be told."""
    instrument = instruments.get(key)
    last = last_finished(person, instrument) if instrument and not instrument.risks else None
    if instrument is None or last is None:
        return None
    readings = readings_of(person, instrument)
    return Shown(
        f"answers:{key}",
        _answers_title(instrument),
        words=_words_of(instrument, readings) if readings else str(instrument.about),
        answers=tuple(said_of(as_asked(last) or instrument, last)),
        notice=instrument.notice,
    )


def all_shown(person: Person, keys: list[str], *, today: date) -> list[Shown]:
    """Those of the parts that are there."""
    one = partial(shown, person, today=today)
    return [found for found in map(one, keys) if found is not None]


def version_of(person: Person, keys: Iterable[str]) -> str:
    """Another one as soon as anything that is shown of these parts is taken out or changed. Says
    nothing of what it is; four queries at most."""
    wanted, marks = sorted(set(keys)), list[object]()
    ids = defaultdict[str, list[str]](list)
    for kind, _colon, id in (key.partition(":") for key in wanted):
        ids[kind].append(id)
    if ids["section"]:
        parts = PlanPart.objects.filter(person=person, section__in=ids["section"])
        marks += parts.order_by("pk").values_list("pk", "version", "only_me")
    if ids["goal"]:
        goals = Goal.objects.filter(person=person, pk__in=ids["goal"]).order_by("pk", "steps")
        marks += goals.values_list("pk", "version", "state", "helper", "steps")
    if ids["days"]:
        days = CheckIn.objects.filter(person=person).order_by("pk")
        marks += days.values_list("pk", "changed_at")
    if ids["scale"] or ids["answers"]:
        scales = {*ids["scale"], *ids["answers"]}
        sets = complete_sets(person).filter(instrument__in=scales)
        marks += sets.order_by("pk").values_list("pk")
    return sha256(repr((wanted, marks)).encode()).hexdigest()[:16]


def people_who_share(reader: Person, *, now: datetime) -> list[Person]:
    """Those who share something with this reader now."""
    shares = Share.objects.filter(to=reader, ended_at=None, until__gt=now).select_related("person")
    people = {share.person_id: share.person for share in shares}
    return [one for one in people.values() if for_me(one, reader, now=now)]
