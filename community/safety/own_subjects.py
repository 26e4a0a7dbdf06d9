"""What the desk itself can be about: a person's profile, a worry about somebody, a decision.

A profile is named by the person's number, a worry by the receipt of the report that holds its
words, a letter and a decision by their numbers; how somebody was treated, by the decision's.
"""

from collections.abc import Callable

from django.utils.translation import gettext

from community.accounts.models import Person, Profile
from community.safety import house_rules, subjects
from community.safety.enums import Why
from community.safety.models import Letter, Measure, Report
from community.safety.subjects import APPEALS, HOUSE, Context, Line

# Features say whether two people have met: (viewer, person) -> bool, both by number.
_meetings: list[Callable[[int, int], bool]] = []


def register_meeting(have_met: Callable[[int, int], bool]) -> None:
    """Somebody can report the profile of whom they have met, in this feature as in any other."""
    _meetings.append(have_met)


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        "profile",
        snapshot=_profile_words,
        context=_profile_context,
        area=lambda id: HOUSE,
        about=lambda id: _person(id).pk,
        visible_to=_have_met,
        words=_profile_line,
    )
    subjects.register(
        "name",
        snapshot=lambda id: _person(id).handle,
        context=lambda id: Context(where=gettext("The name they chose")),
        area=lambda id: HOUSE,
        about=lambda id: _person(id).pk,
        words=lambda id: _person(id).handle,
    )
    subjects.register(
        "worry",
        snapshot=lambda id: "",
        context=lambda id: Context(),
        area=lambda id: HOUSE,
        about=_worried_about,
    )
    subjects.register(
        "box",
        snapshot=lambda id: _box(id).words,
        context=_in_the_box,
        area=lambda id: HOUSE,
        about=lambda id: _box(id).reporter_id,
    )
    subjects.register(
        "letter",
        snapshot=lambda id: _letter(id).reply,
        context=_correspondence,
        area=lambda id: HOUSE,
        about=lambda id: _letter(id).person_id,
    )
    subjects.register(
        "conduct",
        snapshot=lambda id: _measure(id).words,
        context=_decision,
        area=lambda id: APPEALS,
        about=lambda id: _measure(id).decided_by_id,
        visible_to=_is_their_measure,
    )
    subjects.register(
        "measure",
        snapshot=lambda id: _measure(id).words,
        context=_decision,
        area=lambda id: _measure(id).area or HOUSE,
        about=lambda id: _measure(id).person_id,
        lock=_lock_measured,
    )


def _lock_measured(id: str) -> None:
    """An appeal that is upheld changes what the measure was about."""
    kind, _colon, of = _measure(id).subject.partition(":")
    subjects.lock(kind, of)


def _person(id: str) -> Person:
    person = Person.objects.filter(pk=_number(id)).first()
    if person is None:
        raise LookupError(id)
    return person


def _profile_words(id: str) -> str:
    person = _person(id)
    profile = Profile.objects.filter(person=person).first()
    shown = [person.handle, profile.pronouns, profile.about] if profile else [person.handle]
    return "\n".join(line for line in shown if line)


def _profile_line(id: str) -> str:
    shown = Profile.objects.filter(person=_person(id)).first()
    return shown.about if shown else ""


def _profile_context(id: str) -> Context:
    """Without the name they have now: they may have parted from the one the item stands under."""
    words = _profile_line(id)
    lines = (Line("", words, is_subject=True),) if words else ()
    return Context(where=gettext("What they show of themselves"), lines=lines)


def _have_met(id: str, viewer: int) -> bool:
    number = _number(id)
    return number not in (0, viewer) and any(met(viewer, number) for met in _meetings)


def _worried_about(id: str) -> int | None:
    report = Report.objects.filter(receipt=id).select_related("item").first()
    return report.item.about_id if report else None


def _box(id: str) -> Report:
    found = Report.objects.filter(receipt=id).select_related("reporter").first()
    if found is None:
        raise LookupError(id)
    return found


def _in_the_box(id: str) -> Context:
    said = _box(id)
    who = said.reporter.handle if said.reporter else ""
    return Context(lines=(Line(who, said.words, said.at, is_subject=True),))


def _measure(id: str) -> Measure:
    measure = Measure.objects.filter(pk=_number(id)).first()
    if measure is None:
        raise LookupError(id)
    return measure


def _letter(id: str) -> Letter:
    letter = Letter.objects.select_related("person", "by").filter(pk=_number(id)).first()
    if letter is None:
        raise LookupError(id)
    return letter


def _is_their_measure(id: str, viewer: int) -> bool:
    return Measure.objects.filter(pk=_number(id), person=viewer, decided_by__isnull=False).exists()


def _correspondence(id: str) -> Context:
    letter = _letter(id)
    who = letter.by.handle if letter.by else ""
    return Context(
        lines=(
            Line(who, letter.words, letter.at),
            Line(letter.person.handle, letter.reply, letter.replied_at, is_subject=True),
        )
    )


def _decision(id: str) -> Context:
    """The words that were decided about, what was decided, and the appeal: whoever looks again reads
    all three. Who decided is not shown: it is judged by itself."""
    measure = (
        Measure.objects.select_related("person", "appeal", "item").filter(pk=_number(id)).first()
    )
    if measure is None:
        raise LookupError(id)
    decided = Line(str(measure.get_kind_display()), measure.words, measure.at)
    lines = [*_lines_about(measure), decided]
    appeal = getattr(measure, "appeal", None)
    if appeal is not None:
        lines.append(Line(measure.person.handle, appeal.words, appeal.at, is_subject=True))
    return Context(
        where=str(measure.get_kind_display()), lines=tuple(lines), state=_rests_on(measure)
    )


def _rests_on(measure: Measure) -> str:
    """Why it was decided, and the rule it rests on, as they read then."""
    why = dict(Why.choices).get(measure.reason, "")
    rule = house_rules.said(measure.rule)
    said = [gettext("It was decided because: %(why)s.") % {"why": why}] if why else []
    if rule:
        said.append(gettext("The rule: “%(rule)s”") % {"rule": rule})
    return " ".join(said)


def _lines_about(measure: Measure) -> tuple[Line, ...]:
    """The words in question with those around them, as the desk reads them; none where they are
    gone, or where it was not about words."""
    for subject in measure.about_words:
        kind, _colon, id = subject.partition(":")
        try:
            lines = subjects.get(kind).context(id).lines
        except (LookupError, ValueError):
            continue
        if lines:
            return lines
    return ()


def _number(id: str) -> int:
    """The number an id stands for; 0, which nobody has, for anything else."""
    return int(id) if id.isascii() and id.isdecimal() and len(id) < 19 else 0
