"""What the desk holds about a person: theirs to read, and what becomes of it when they leave.

A report's sealed copy stays until its case and the time to appeal are over (at most 90 days, said
on the page of leaving); then the clock forgets it and keeps its hash.
"""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.personal_data import Stays
from community.safety.actions.duty import end_all_duty
from community.safety.models import (
    Appeal,
    Appointment,
    Call,
    DangerNote,
    Duty,
    Glass,
    Item,
    Letter,
    Measure,
    Note,
    NotMe,
    OnCall,
    Report,
    RotaLine,
    Shift,
    Sign,
    StandsApart,
)

MODELS = (
    "safety.Appeal",
    "safety.Appointment",
    "safety.Call",
    "safety.DangerNote",
    "safety.Duty",
    "safety.Emergency",
    "safety.Glass",
    "safety.Item",
    "safety.Letter",
    "safety.Measure",
    "safety.NotMe",
    "safety.Note",
    "safety.OnCall",
    "safety.Passing",
    "safety.Passing_hosts",
    "safety.Promises",
    "safety.Report",
    "safety.RotaLine",
    "safety.RotaOff",
    "safety.Shift",
    "safety.Sign",
    "safety.StandsApart",
    "safety.WordsRead",
)
STAYS = (
    Stays(
        _(
            "A report somebody made, with the words it was about, until it is answered and the time "
            "to object is over: at most 90 days. Without your name. Whoever wrote it needs an answer "
            "too."
        ),
        of=frozenset({"safety.Report"}),
    ),
    Stays(
        _(
            "That the team looked at something, what it noted then, and why it asked for emergency "
            "services, if it ever did. Without your name and without your words. Whoever decides next "
            "has to know why."
        ),
        of=frozenset({"safety.Item", "safety.Note", "safety.Emergency"}),
    ),
    Stays(
        _(
            "What you wrote and decided for others as one of the team: letters, notes, reasons, a shift "
            "handed over. Without your name. It belongs to what was done for them."
        ),
        of=frozenset(
            {
                "safety.Appeal",
                "safety.Appointment",
                "safety.Glass",
                "safety.Letter",
                "safety.Measure",
                "safety.Passing",
                "safety.Shift",
            }
        ),
        of_helpers=True,
    ),
)


def export(person: Person) -> dict[str, Any]:
    """What this person told us, and that it was answered; what was decided about them, and that the
    team wrote to them. The words of an answer, a decision or a letter are whoever wrote them's."""
    reports = Report.objects.filter(reporter=person).order_by("pk")
    letters = Letter.objects.filter(person=person).order_by("pk")
    appointed = Appointment.objects.filter(person=person).order_by("pk")
    duties = Duty.objects.filter(person=person).order_by("pk")
    shifts = Shift.objects.filter(person=person).order_by("pk")
    notes = Note.objects.filter(by=person).order_by("pk")
    called = Call.objects.filter(person=person)
    on_call = OnCall.objects.filter(person=person)
    rota = RotaLine.objects.filter(person=person)
    return {
        "reports": [
            {"at": r.at, "reason": r.reason, "words": r.words, "answered_at": r.answered_at}
            for r in reports
        ],
        "decisions": [_decision(m) for m in Measure.objects.filter(person=person).order_by("pk")],
        "letters": [
            {"at": x.at, "read_at": x.read_at, "i_answered": x.reply, "replied_at": x.replied_at}
            for x in letters
        ],
        "appointments": list(appointed.values("area", "at", "ended_at")),
        "duties": list(duties.values("place", "began_at", "ended_at")),
        "shifts": [{"began": s.began_at, "ended": s.ended_at, "words": s.handover} for s in shifts],
        "looked_at": list(
            Glass.objects.filter(person=person, told_at__isnull=False).values("opened_at")
        ),
        "if_in_danger": list(DangerNote.objects.filter(person=person).values("at", "words")),
        "not_me": list(NotMe.objects.filter(person=person).values_list("topics", flat=True)),
        "called": list(called.values("at", "level")),
        "on_call": list(on_call.values("begins_at", "ends_at")),
        "rota": list(rota.values("place", "weekday", "begins", "ends")),
        "notes": [{"at": n.at, "words": n.words} for n in notes],
    }


def _decision(measure: Measure) -> dict[str, Any]:
    appeal = Appeal.objects.filter(measure=measure).first()
    return {
        "at": measure.at,
        "kind": measure.kind,
        "until": measure.until,
        "appeal": appeal.words if appeal else "",
        "answered_at": appeal.decided_at if appeal else None,
    }


def erase(person: Person, keeps_words: bool) -> None:
    """Takes the person out of what the team still has to finish, and deletes the rest: open items
    stay, about nobody by name; what they told us keeps no name and, once closed, no words."""
    now = timezone.now()
    end_all_duty(person=person, by=None, at=now)
    Sign.objects.filter(item__about=person).exclude(words_then="").update(words_then="")
    Item.objects.filter(about=person).update(about=None)
    Item.objects.filter(taken_by=person, state="taken").update(
        state="open", taken_by=None, taken_at=None
    )
    closed = Report.objects.filter(reporter=person, item__closed_at__isnull=False)
    closed.update(words="", answer="")
    Report.objects.filter(reporter=person).update(reporter=None)
    Letter.objects.filter(person=person).delete()
    Appeal.objects.filter(measure__person=person).delete()
    Measure.objects.filter(person=person).delete()
    Appointment.objects.filter(person=person).delete()
    Call.objects.filter(person=person).delete()
    DangerNote.objects.filter(person=person).delete()
    NotMe.objects.filter(person=person).delete()
    Glass.objects.filter(person=person).delete()
    OnCall.objects.filter(person=person).delete()
    RotaLine.objects.filter(person=person).delete()
    StandsApart.objects.filter(person=person).delete()
    Duty.objects.filter(person=person).delete()
    Shift.objects.filter(person=person).delete()
