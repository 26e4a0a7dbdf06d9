"""Taking, letting go, handing on: who has an item. One holder at a time, whoever clicks first.

Every act locks the item's row first and reads the rest behind the lock.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts.looks import SAME_LOOK
from community.accounts.models import Person
from community.again import again_after_deadlock
from community.notifications.actions import notify
from community.record import write as record
from community.record.models import Entry
from community.refusal import insist
from community.safety import calling, duty, episodes, intake, looks, rules, situations, subjects
from community.safety.choices import words_of_item
from community.safety.enums import Apart, ItemState, Level, Rung
from community.safety.models import Item, Note
from community.safety.nearness import stands_apart
from community.safety.queries_leads import Lead, lead_for
from community.safety.tell import path_of, tell_item, who_may_look

# When to look again at what waits for a person: their silence closes nothing.
LOOK_AGAIN = {
    Level.NOW: timedelta(hours=2),
    Level.SOON: timedelta(hours=4),
    Level.TODAY: timedelta(hours=24),
    Level.CALM: timedelta(hours=48),
}


@transaction.atomic
def take(*, item: int, by: Person, now: datetime | None = None) -> Item:
    """ "I take this." Taking what one has changes nothing; the second taker is told who has it.

    Raises Refused: hidden where the item is not in one's area.
    """
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_take(reach, found, is_apart=stands_apart(by.pk, item), now=now))
    if found.taken_by_id == by.pk and found.state == ItemState.TAKEN:
        return found
    return _give_to(found, by, act="take_item", by=by, now=now)


def uncover(*, item: int, by: Person) -> None:
    """Somebody of the team reads the words now: the feature may tell their author so, and only
    then. Of an episode, all that came up in it. Raises Refused like `take`."""
    found = Item.objects.filter(pk=item).first()
    insist(rules.NOT_HERE if found is None else None)
    assert found is not None
    words = words_of_item(found)
    for kind, id in words:
        _uncover_one(item=item, kind=kind, id=id, by=by)
    if words:
        _note_that_read(found, by=by)


@transaction.atomic
def _note_that_read(item: Item, *, by: Person) -> None:
    """For the person concerned: once an hour for each reader."""
    since = timezone.now() - SAME_LOOK
    mine = Entry.objects.filter(about=item.about_id, act=looks.READ, by=by.pk, at__gt=since)
    if item.about_id and not mine.filter(subject=item.subject).exists():
        record.write(
            act=looks.READ,
            by=by.pk,
            about=item.about_id,
            subject=item.subject,
            area=item.area,
            data={"item": item.pk},
        )


@again_after_deadlock
@transaction.atomic
def _uncover_one(*, item: int, kind: str, id: str, by: Person) -> None:
    lock_subject(item, which=f"{kind}:{id}")
    found, reach = lock_item(item, by=by)
    insist(rules.may_open(reach, found, is_apart=stands_apart(by.pk, item)))
    try:
        opened = subjects.get(kind).opened
        if opened is not None:
            opened(id=id, by=by)
    except LookupError:
        return  # it is gone: there is nothing to read


@transaction.atomic
def take_over(*, item: int, by: Person, now: datetime | None = None) -> Item:
    """Takes what is past its promise from somebody who is away, or what those who lead were asked to
    decide; whoever had it is told. Raises Refused."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_open(reach, found, is_apart=stands_apart(by.pk, item)))
    owner_is_here = bool(found.taken_by_id and duty.duties_of(found.taken_by_id, now=now))
    insist(rules.may_take_over(reach, found, owner_is_here=owner_is_here, now=now))
    assert found.taken_by is not None
    notify(person=found.taken_by, kind="item_taken_over", path=path_of(found))
    return _give_to(found, by, act="take_over_item", by=by, now=now)


@transaction.atomic
def release(*, item: int, by: Person) -> Item:
    """Lets go: the item waits for somebody again, with its old promise. Whoever has it can always
    do this. Raises Refused."""
    found, reach = lock_item(item, by=by)
    insist(rules.may_release(reach, found))
    found.state, found.taken_by, found.taken_at = ItemState.OPEN, None, None
    found.look_again_at = None
    episodes.give_parts(found)
    return save_item(found, act="release_item", by=by)


@transaction.atomic
def say_too_near(*, item: int, by: Person, now: datetime | None = None) -> Item:
    """ "I am too near to this": without a reason, and for good. Somebody else looks; whoever had it
    lets go, and others are called as if it were new. Raises Refused."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_open(reach, found, is_apart=stands_apart(by.pk, item)))
    if found.state == ItemState.CLOSED:
        insist(rules.IS_CLOSED)
    intake.keep_apart(found, {by.pk: Apart.DECLARED}, at=now)
    calling.call_first(found, now=now)
    return save_item(found, act="stand_apart", by=by)


@transaction.atomic
def ask_second(*, item: int, by: Person, words: str, now: datetime | None = None) -> Item:
    """Asks for a second person. The item stays with who has it; the others of the area and the
    coordinators are told, with a sealed note. Raises Refused."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_decide(reach, found, is_apart=stands_apart(by.pk, item)))
    insist(rules.may_say(words))
    found.second_asked_at = now
    Note.objects.create(item=found, by=by, at=now, words=words.strip())
    for person in Person.objects.filter(pk__in=who_may_look(found, besides=by.pk)):
        notify(person=person, kind="second_asked", path=path_of(found))
    return save_item(found, act="ask_second", by=by)


@transaction.atomic
def call_lead(*, item: int, situation: str, by: Person, now: datetime | None = None) -> Lead | None:
    """This is one of the five situations: who leads is called to the item, which says which one. The
    lead within their hours, else who stands in within theirs; where neither can be reached, or one
    was called already, everybody who leads. Returns whom; None for everybody. It stays with whoever
    has it. Raises Refused."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_open(reach, found, is_apart=stands_apart(by.pk, item)))
    if found.state == ItemState.CLOSED:
        insist(rules.IS_CLOSED)
    insist(None if situations.situation(situation) else rules.NOT_HERE)
    found.signals = sorted({*found.signals, rules.SITUATION + situation})
    found.second_asked_at = now
    lead = lead_for(found, by=by.pk, now=now).to
    if lead is not None and not found.calls.filter(rung=Rung.LEAD).exists():
        calling.call_lead(found, lead.person, now=now)
    else:
        lead = None
        found.late_raised_at = found.late_raised_at or now
        calling.call_leads(found, now=now)
    save_item(found, act="call_lead", by=by, reason=situation)
    return lead


@transaction.atomic
def leave_note(*, item: int, by: Person, words: str) -> Note:
    """Words for the next who looks; never shown to members. Also for who was asked as a second
    person and does not hold the item. Raises Refused."""
    found, reach = lock_item(item, by=by)
    insist(rules.may_open(reach, found, is_apart=stands_apart(by.pk, item)))
    insist(rules.may_say(words))
    note = Note.objects.create(item=found, by=by, words=words.strip())
    if found.taken_by_id != by.pk:
        found.second_asked_at = None  # somebody has come
    save_item(found, act="leave_note", by=by)
    return note


@transaction.atomic
def hand_over(*, item: int, to: Person, by: Person, now: datetime | None = None) -> Item:
    """Gives an item to somebody else of the team, at the end of a shift. Raises Refused where
    either of the two may not have it."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_open(reach, found, is_apart=stands_apart(by.pk, item)))
    if found.state == ItemState.CLOSED:
        insist(rules.IS_CLOSED)
    if rules.may_open(rules.reach_of(to), found, is_apart=stands_apart(to.pk, item)) is not None:
        insist(rules.OWNER_CANNOT)
    if to.pk != by.pk:
        notify(person=to, kind="item_handed_over", path=path_of(found))
    return _give_to(found, to, act="hand_over_item", by=by, now=now)


# Small things the other acts of the desk share ----------------------------------------------------


def lock_subject(item: int, *, which: str = "") -> None:
    """Locks what the item is about, for acts that will change it: whoever writes there locks it
    first and reaches the item later, so the desk keeps the same order. `which` names the words
    where more than one came up. Tells nobody anything."""
    found = Item.objects.filter(pk=item).first()
    if found is None:
        return
    about = words_of_item(found)
    kind, id = next((one for one in about if ":".join(one) == which), about[0])
    try:
        subjects.lock(kind, id)
    except LookupError:
        return  # it is gone


def lock_item(item: int, *, by: Person) -> tuple[Item, rules.Reach]:
    """The item, locked until the transaction ends, and what `by` answers for. Raises Refused,
    hidden, where there is no such item or no desk."""
    reach = rules.reach_of(by)
    insist(rules.may_see_desk(reach))
    found = Item.objects.select_for_update().filter(pk=item).first()
    if found is None:
        insist(rules.NOT_HERE)
    assert found is not None
    return found, reach


def save_item(item: Item, *, act: str, by: Person, reason: str = "") -> Item:
    """Keeps the change with its record, and tells the area's screens after commit."""
    item.version += 1
    item.save()
    record.write(
        act=act,
        by=by.pk,
        about=item.about_id,
        subject=item.subject,
        area=item.area,
        reason=reason,
        data={"item": item.pk},
    )
    tell_item(item)
    return item


def _give_to(item: Item, owner: Person, *, act: str, by: Person, now: datetime) -> Item:
    if by.pk == owner.pk != item.taken_by_id:
        item.second_asked_at = None  # somebody has come
    item.state, item.taken_by, item.taken_at = ItemState.TAKEN, owner, now
    item.look_again_at = None
    item.late_raised_at = None  # whoever has it now has a time of their own
    episodes.give_parts(item)
    return save_item(item, act=act, by=by)
