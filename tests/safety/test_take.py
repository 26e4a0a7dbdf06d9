"""Who has an item: one at a time, and everybody can see who."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community import live
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import desk, reporting
from community.safety.enums import ItemState, Level, ReportReason
from community.safety.models import Item
from tests import people
from tests.safety.conftest import on_desk


def test_the_second_taker_is_told_who_has_it(taken, noor):
    with pytest.raises(Refused) as no:
        desk.take(item=taken.pk, by=noor)

    since = timezone.localtime(taken.taken_at).strftime("%H:%M")
    assert (no.value.refusal.code, str(no.value.refusal.words)) == (
        "taken",
        f"emil-ash has this since {since}.",
    )
    assert Item.objects.get().taken_by_id == taken.taken_by_id


def test_taking_twice_changes_nothing(taken, emil):
    again = desk.take(item=taken.pk, by=emil)

    assert (again.version, again.taken_at) == (taken.version, taken.taken_at)
    assert Entry.objects.filter(act="take_item").count() == 1


def test_a_take_is_seen_on_every_desk_of_the_area(item, emil, noor, hana, ana, commits):
    hints = []
    live.listen(hints.append)

    with commits():
        desk.take(item=item.pk, by=emil)

    told = {hint.people[0] for hint in hints if hint.data == {"k": "desk", "id": str(item.pk)}}
    assert told == {emil.pk, noor.pk, hana.pk}


@pytest.mark.parametrize("who", ["ana", "cleo", "dora", "ines", "fay"])
def test_there_is_no_desk_for_members(who, request, item):
    somebody = request.getfixturevalue(who)

    with pytest.raises(Refused) as no:
        desk.take(item=item.pk, by=somebody)

    assert no.value.refusal.hides


def test_a_moderator_of_another_group_finds_no_such_item(item):
    stranger = people.person("rhea-field", "moderator")
    people.group("mornings", title="Mornings", moderators=[stranger])

    with pytest.raises(Refused) as no:
        desk.take(item=item.pk, by=stranger)

    assert no.value.refusal.hides


def test_what_is_about_somebody_of_the_team_goes_past_them(leaves, ana, emil):
    leaves.author = emil.pk
    told = reporting.report(kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=ana)

    with pytest.raises(Refused) as no:
        desk.take(item=told.item_id, by=emil)

    assert str(no.value.refusal.words) == "There is nothing here for you."


def test_nobody_takes_what_they_reported(leaves, emil):
    leaves.seen_by.add(emil.pk)
    told = reporting.report(kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=emil)

    with pytest.raises(Refused) as no:
        desk.take(item=told.item_id, by=emil)

    assert no.value.refusal.code == "somebody_else"


def test_letting_go_keeps_the_old_promise(taken, item, emil, noor):
    released = desk.release(item=taken.pk, by=emil)

    assert (released.state, released.taken_by, released.promised_at) == (
        ItemState.OPEN,
        None,
        item.promised_at,
    )
    assert desk.take(item=taken.pk, by=noor).taken_by == noor


def test_only_who_has_it_lets_go(taken, noor):
    with pytest.raises(Refused) as no:
        desk.release(item=taken.pk, by=noor)

    assert no.value.refusal.code == "taken"


def test_what_is_late_can_be_taken_from_who_is_away(evenings, emil, noor, ben):
    now = timezone.now()
    late = on_desk(evenings.area, level=Level.SOON, at=now - timedelta(hours=1), about=ben.pk)
    desk.take(item=late.pk, by=emil, now=now - timedelta(minutes=50))

    taken = desk.take_over(item=late.pk, by=noor, now=now)

    assert (taken.taken_by, taken.state) == (noor, ItemState.TAKEN)
    assert Notification.objects.get(kind="item_taken_over").person == emil
    assert Entry.objects.filter(act="take_over_item", by=noor.pk).exists()


def test_what_is_late_stays_with_who_is_on_duty(evenings, room, emil, noor, ben):
    now = timezone.now()
    late = on_desk(evenings.area, level=Level.SOON, at=now - timedelta(hours=1), about=ben.pk)
    desk.take(item=late.pk, by=emil)
    people.on_duty(emil, room)

    with pytest.raises(Refused) as no:
        desk.take_over(item=late.pk, by=noor)

    assert no.value.refusal.code == "taken"


def test_what_is_in_time_stays_with_its_owner(taken, noor):
    with pytest.raises(Refused):
        desk.take_over(item=taken.pk, by=noor)

    assert Item.objects.get().taken_by_id == taken.taken_by_id


def test_a_second_person_is_asked_and_the_item_stays(taken, emil, noor, hana, ana, ben):
    desk.ask_second(item=taken.pk, by=emil, words="I know him from work.")

    asked = Item.objects.get()
    told = Notification.objects.filter(kind="second_asked").values_list("person", flat=True)
    assert asked.second_asked_at is not None
    assert asked.taken_by == emil
    assert set(told) == {noor.pk, hana.pk}
    assert asked.notes.get().words == "I know him from work."


def test_the_record_of_a_take_holds_no_words(taken, emil):
    entry = Entry.objects.get(act="take_item")

    assert (entry.by, entry.about, entry.subject, entry.area) == (
        emil.pk,
        taken.about_id,
        "leaf:1",
        taken.area,
    )
    assert "pond" not in str(entry.__dict__)
