"""Deciding an item: one choice, one reason, words to everybody concerned, once.

The item's row is locked before anything is decided, so that two who decide at once end in one
decision and a sentence; what it is about is locked before the item, as everywhere.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from community.accounts.models import Person
from community.again import again_after_deadlock
from community.notifications.actions import notify
from community.refusal import Refusal, insist
from community.safety import (
    episodes,
    followers,
    house_rules,
    rules,
    rules_emergency,
    starters,
    subjects,
)
from community.safety.actions import measures
from community.safety.actions.desk import (
    LOOK_AGAIN,
    lock_item,
    lock_subject,
    save_item,
)
from community.safety.choices import (
    FOLLOW_UP,
    Choice,
    Decision,
    can_be_done_to,
    choices_for,
    subjects_of,
)
from community.safety.enums import ABOUT_CARE, ItemKind, ItemState, Level, MeasureKind
from community.safety.models import Emergency, Item, Letter, Measure, Note, Report
from community.safety.nearness import stands_apart

ASK_AGAIN = timedelta(hours=48)  # day two: soon enough to be remembered, late enough to be true
# What goes on while it is not known whether help arrived; everything else waits for that.
_WHILE_HELP_IS_OUT = frozenset({"write", "support", "follow_up"})
NO_SUCH_CHOICE = Refusal("choice", gettext_lazy("Please choose one of the acts on the list."))
SAY_RULE = Refusal("rule", gettext_lazy("Please choose which rule this step rests on."))
SAY_WHICH = Refusal("which", gettext_lazy("Please choose which of the words it is about."))
END_HAS_PASSED = Refusal("until", gettext_lazy("That day has passed. Please choose a later one."))


@again_after_deadlock
@transaction.atomic
def decide(*, item: int, by: Person, decision: Decision, now: datetime | None = None) -> Item:
    """Does what was chosen, tells the person concerned and those who reported, records it.

    The item closes, or waits for the person and is looked at again: their silence never closes it.
    Raises Refused: hidden outside one's area; for what is one's own matter, was not taken, or is
    closed; without words where the person must be told why.
    """
    now = now or timezone.now()
    lock_subject(item, which=decision.which)
    found, reach = lock_item(item, by=by)
    insist(rules.may_decide(reach, found, is_apart=stands_apart(by.pk, item)))
    choice = _choice(found, decision, by=by, now=now)
    if choice.name not in _WHILE_HELP_IS_OUT:
        is_out = Emergency.objects.filter(item=found, arrived="").exists()
        insist(rules_emergency.IS_OPEN if is_out else None)
    if decision.note.strip():
        Note.objects.create(item=found, by=by, at=now, words=decision.note.strip())
    kind, id = _which(found, choice, decision)
    decision = replace(decision, which=f"{kind}:{id}")
    state = _do(found, choice, decision, by=by, now=now)
    _settle(found, decision, state=state, now=now)
    if state == ItemState.CLOSED:
        _answer_reports(found, decision, now=now)
    if found.kind == ItemKind.REPORT:
        followers.decided(kind, id, by=by, choice=choice.name)
    return save_item(found, act=f"decide_{choice.name}", by=by, reason=decision.why.value)


def _choice(item: Item, decision: Decision, *, by: Person, now: datetime) -> Choice:
    offered = choices_for(item, may_suspend=rules.may_suspend(by) is None)
    choice = next((c for c in offered if c.name == decision.choice), None)
    if choice is None:
        insist(NO_SUCH_CHOICE)
    assert choice is not None
    if choice.needs_words:
        insist(rules.may_say(decision.words))
        insist(rules.YOUR_OWN if starters.is_unchanged(decision.words) else None)
    if choice.has_rule and not house_rules.is_rule(decision.rule):
        insist(SAY_RULE)
    if choice.has_end and decision.until is not None and decision.until <= now:
        insist(END_HAS_PASSED)
    return choice


def _which(item: Item, choice: Choice, decision: Decision) -> tuple[str, str]:
    """The words the act is done to. Where only one came up nobody has to say which."""
    about = subjects_of(item)
    if not choice.on_words:
        return about[0]
    fitting = [one for one in about if can_be_done_to(choice, item, one)]
    named = [one for one in fitting if ":".join(one) == decision.which]
    found = named or (fitting if len(about) == 1 else [])
    insist(None if found else SAY_WHICH)
    return found[0]


def _do(item: Item, choice: Choice, decision: Decision, *, by: Person, now: datetime) -> ItemState:
    """Does the act itself; answers where the item stands afterwards."""
    match choice.name:
        case "write":
            _write(item, decision, by=by, now=now)
            return ItemState.WAITING if item.kind in ABOUT_CARE else ItemState.CLOSED
        case "hide":
            _hide(item, decision, by=by)
            _measure(item, MeasureKind.HIDING, decision, by=by, now=now)
        case "warn":
            _measure(item, MeasureKind.WARNING, decision, by=by, now=now)
        case "support":
            until = decision.until
            _measure(item, MeasureKind.SUPPORT, decision, by=by, now=now, until=until)
            return ItemState.WAITING
        case "follow_up":
            return ItemState.WAITING
        case "suspend":
            _suspend(item, decision, by=by, now=now)
        case "uphold":
            measures.uphold_appeal(item=item, by=by, words=decision.words, now=now)
        case "stand":
            measures.let_stand(item=item, by=by, words=decision.words, now=now)
        case "nothing":
            pass
        case _:
            return _run(item, choice, decision, by=by, now=now)
    return ItemState.CLOSED


def _write(item: Item, decision: Decision, *, by: Person, now: datetime) -> None:
    assert item.about is not None
    letter = Letter.objects.create(
        person=item.about, by=by, item=item, at=now, words=decision.words.strip()
    )
    notify(person=item.about, kind="letter", path=reverse("safety:letter", args=[letter.pk]))


def _hide(item: Item, decision: Decision, *, by: Person) -> None:
    kind, _colon, id = decision.which.partition(":")
    hide = subjects.get(kind).hide
    assert hide is not None
    hide(id=id, by=by, reason=decision.why.value)


def _measure(
    item: Item,
    kind: MeasureKind,
    decision: Decision,
    *,
    by: Person,
    now: datetime,
    subject: str = "",
    until: datetime | None = None,
) -> Measure | None:
    if item.about is None:
        return None
    return measures.keep_measure(
        person=item.about,
        kind=kind,
        reason=decision.why.value,
        rule=decision.rule,
        words=decision.words,
        by=by,
        area=item.area,
        subject=subject or decision.which,
        seen=decision.which,
        until=until,
        item=item,
        now=now,
    )


def _suspend(item: Item, decision: Decision, *, by: Person, now: datetime) -> None:
    assert item.about is not None
    measures.suspend(
        person=item.about,
        until=decision.until,
        reason=decision.why.value,
        rule=decision.rule,
        words=decision.words,
        by=by,
        item=item,
        subject=decision.which,
        now=now,
    )


def _run(item: Item, choice: Choice, decision: Decision, *, by: Person, now: datetime) -> ItemState:
    """An act a feature registered. It may settle the item itself: then it is read again."""
    kind, _colon, id = decision.which.partition(":")
    act = subjects.act(kind, choice.name)
    assert act is not None
    until = decision.until if act.has_end else None
    key = act.run(
        id=id,
        by=by,
        reason=decision.why.value,
        words=decision.words.strip(),
        until=until,
    )
    item.refresh_from_db()
    if act.measure is not None:
        _measure(item, act.measure, decision, by=by, now=now, subject=key or "", until=until)
    return act.leaves


def _settle(item: Item, decision: Decision, *, state: ItemState, now: datetime) -> None:
    item.state, item.part_of = state, None
    episodes.free_parts(item)
    if state == ItemState.CLOSED:
        item.closed_at, item.outcome, item.look_again_at = now, decision.choice, None
        return
    item.closed_at, item.outcome = None, ""
    is_later = decision.choice == FOLLOW_UP.name
    item.look_again_at = now + (ASK_AGAIN if is_later else LOOK_AGAIN[Level(item.level)])
    item.late_told_at = item.late_raised_at = None  # a clock of its own begins


# Those who told us --------------------------------------------------------------------------------

_LEFT_AS_IT_IS = frozenset({"nothing", "stand"})


def _answer_reports(item: Item, decision: Decision, *, now: datetime) -> None:
    """Each reporter reads one answer: whether something was done, never what was said to whom."""
    answer = "\n\n".join(w for w in (_outcome(decision), decision.to_reporters.strip()) if w)
    for report in Report.objects.filter(item=item, answered_at=None).select_related("reporter"):
        report.answered_at, report.answer = now, answer
        report.save(update_fields=["answered_at", "answer"])
        if report.reporter is not None:
            path = reverse("safety:receipt", args=[report.receipt])
            notify(person=report.reporter, kind="report_answered", path=path)


def _outcome(decision: Decision) -> str:
    if decision.choice in _LEFT_AS_IT_IS:
        return _(
            "Somebody from the team looked at this with care and left it as it is. You can always"
            " tell us again. You can also block someone, and they never learn of it."
        )
    return _(
        "Somebody from the team looked at this with care and did something about it. What was said"
        " to others stays between them and us. Thank you for telling us."
    )
