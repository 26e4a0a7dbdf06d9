"""Telling the team."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.accounts.queries import known_by
from community.refusal import insist
from community.safety import followers, rules, subjects
from community.safety.enums import Apart, ItemKind, ItemState, Level, ReportReason, Urgency
from community.safety.intake import put_on_desk
from community.safety.models import Item, Report
from community.safety.nearness import too_near
from community.safety.promise import promise
from community.safety.reading import Reading, read, read_report, read_worry
from community.safety.receipts import hash_of, new_receipt
from community.safety.subjects import APPEALS, HOUSE, Sight
from community.safety.tell import team


@transaction.atomic
def report(
    *,
    kind: str,
    id: str,
    reason: ReportReason,
    words: str,
    by: Person,
    now: datetime | None = None,
) -> Report:
    """Tells the team about something `by` has seen, with a sealed copy of it as it is now.

    Several reports on one subject are one item. Who reports again while it is open gets the first
    receipt back. Raises Refused, hidden, for what `by` cannot see or what is not there.
    """
    reading = read_report(reason, words)
    return _tell(
        ItemKind.REPORT, reading, kind=kind, id=id, reason=reason, words=words, by=by, now=now
    )


@transaction.atomic
def say_worried_about(
    *,
    kind: str,
    id: str,
    urgency: Urgency,
    words: str,
    by: Person,
    now: datetime | None = None,
) -> Report:
    """ "I am worried about this person", beside something they said: apart from what breaks a rule,
    with a copy of what stands around it, never shown to them. It starts at "soon", or at "now" where
    somebody may be hurt; words can only raise it. Raises Refused as `report` does."""
    reading = read_worry(urgency, words)
    return _tell(
        ItemKind.WORRY,
        reading,
        kind=kind,
        id=id,
        reason=ReportReason.WORRIED,
        words=words,
        by=by,
        now=now,
    )


def _tell(
    of: ItemKind,
    reading: Reading,
    *,
    kind: str,
    id: str,
    reason: ReportReason,
    words: str,
    by: Person,
    now: datetime | None,
) -> Report:
    now = now or timezone.now()
    insist(rules.may_report(by, kind, id))
    if (earlier := earlier_report(person=by.pk, kind=kind, id=id, of=of)) is not None:
        return earlier
    subjects.lock(kind, id)  # before the item, as everywhere
    sight = subjects.sight(kind, id)
    area, apart = sight.area, None
    if of == ItemKind.REPORT:  # asked before the item is there: who is too near is not called to it
        area, apart = goes_to(sight, teller=by.pk)
    item = _put(
        reading,
        kind=kind,
        id=id,
        area=area,
        about=sight.about,
        now=now,
        of=of,
        apart=apart,
        named_at=sight.named_at,
    )
    # The item is locked by now: the same report sent twice at once is found here.
    if (earlier := earlier_report(person=by.pk, kind=kind, id=id, of=of)) is not None:
        return earlier
    told = Report.objects.create(
        item=item,
        reporter=by,
        reason=reason,
        words=words.strip(),
        snapshot=sight.snapshot,
        snapshot_hash=hash_of(sight.snapshot),
        receipt=new_receipt(),
        at=now,
        **_promised(reading.level, item.area, now=now, apart=apart),
    )
    followers.told(kind, id)
    return told


@transaction.atomic
def say_worried(*, name: str, words: str, by: Person, now: datetime | None = None) -> Report:
    """ "I am worried about someone": a name as `by` knows it, and words. Whether the name exists
    here is answered by nothing: the receipt is the same."""
    now = now or timezone.now()
    receipt = new_receipt()
    about = known_by(name) if name.strip() else None
    found = read(words, at_least=Level.SOON)
    item = _put(
        Reading(found.level, (f"reported_{ReportReason.WORRIED.value}", *found.codes)),
        kind="worry",
        id=receipt,
        area=HOUSE,
        about=about.pk if about else None,
        now=now,
    )
    return Report.objects.create(
        item=item,
        reporter=by,
        reason=ReportReason.WORRIED,
        words=f"{name.strip()}\n{words.strip()}".strip(),
        receipt=receipt,
        at=now,
        **_promised(Level.SOON, HOUSE, now=now),
    )


@transaction.atomic
def write_to_team(*, words: str, by: Person, now: datetime | None = None) -> Report:
    """The box to the team: open to everybody, whatever was decided about them. Screened, with a
    clock; an answer comes as a letter. Coming back in distress is held against nobody. The same
    words sent again while they wait are one. Raises Refused without words."""
    now = now or timezone.now()
    insist(rules.may_say(words))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # two tabs, one after the other
    if (earlier := _waits_in_box(words, by=by)) is not None:
        return earlier
    receipt = new_receipt()
    reading = read(words, at_least=Level.TODAY)
    item = _put(reading, kind="box", id=receipt, area=HOUSE, about=by.pk, now=now, of=ItemKind.BOX)
    return Report.objects.create(
        item=item,
        reporter=by,
        reason=ReportReason.OTHER,
        words=words.strip(),
        receipt=receipt,
        at=now,
        **_promised(reading.level, HOUSE, now=now),
    )


def _waits_in_box(words: str, *, by: Person) -> Report | None:
    """These words of theirs, where nobody has answered them yet. They are sealed, so they are
    compared here."""
    waiting = Report.objects.filter(reporter=by, item__kind=ItemKind.BOX)
    waiting = waiting.exclude(item__state=ItemState.CLOSED).order_by("-at")
    return next((said for said in waiting if said.words == words.strip()), None)


def goes_to(sight: Sight, *, teller: int) -> tuple[str, dict[int, Apart]]:
    """Whose a report is, and who of them does not look at it. A complaint about somebody of the
    team goes past them and those beside them, to those who lead."""
    around = team()
    is_of_team = sight.about in around.moderators_of(HOUSE) | around.leads
    area = APPEALS if is_of_team else sight.area
    return area, too_near(sight, area=area, teller=teller, team=around)


def earlier_report(
    *, person: int, kind: str, id: str, of: ItemKind = ItemKind.REPORT
) -> Report | None:
    """What this person has already told about this subject and nobody has decided yet."""
    return (
        Report.objects.filter(
            reporter_id=person,
            item__kind=of,
            item__subject_kind=kind,
            item__subject_id=id,
        )
        .exclude(item__state=ItemState.CLOSED)
        .first()
    )


def _promised(
    level: Level, area: str, *, now: datetime, apart: Mapping[int, Apart] | None = None
) -> dict[str, datetime | bool | None]:
    """What the page said just before: it is kept, so that it never slides, and so that the level
    of an item others have raised says nothing about them."""
    said = promise(level=level, area=area, now=now, apart=apart)
    return {
        "promised_by": said.by,
        "promised_back_at": said.back_at,
        "leads_called": said.leads,
    }


def _put(
    reading: Reading,
    *,
    kind: str,
    id: str,
    area: str,
    about: int | None,
    now: datetime,
    of: ItemKind = ItemKind.REPORT,
    apart: Mapping[int, Apart] | None = None,
    named_at: datetime | None = None,
) -> Item:
    return put_on_desk(
        kind=of,
        level=reading.level,
        area=area,
        subject_kind=kind,
        subject_id=id,
        about=about,
        signals=reading.codes,
        at=now,
        apart=apart,
        named_at=named_at,
    )
