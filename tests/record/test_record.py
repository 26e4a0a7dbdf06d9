"""The record: written with its act, never forked, every change of it found."""

import threading

import pytest
from django.db import connection, transaction

from community.record.models import Entry
from community.record.write import breaks, write, write_many


@pytest.mark.django_db
def test_entries_hold_together_and_nothing_is_found():
    for number in range(3):
        write(act="hide", by=number, subject="message:a:1")

    assert list(breaks()) == []
    assert Entry.objects.count() == 3


@pytest.mark.django_db
def test_many_at_once_are_the_same_chain():
    write(act="one", by=1)
    write_many(act="ask_for", by=1, about=[(2, "offer:1"), (3, "offer:2")])
    write(act="two", by=1)

    assert list(breaks()) == []
    assert [e.about for e in Entry.objects.all()] == [None, 2, 3, None]
    Entry.objects.filter(about=2).update(about=3)
    assert [entry.subject for entry in breaks()] == ["offer:1"]


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["act", "by", "about", "subject", "reason", "data", "at"])
def test_a_changed_entry_is_found(field):
    first = write(act="hide", by=1, about=2, subject="message:a:1", reason="attack")
    write(act="restore", by=1)
    changed = {"by": 9, "about": 9, "data": {"x": 1}, "at": "2020-01-01T00:00:00+00:00"}

    Entry.objects.filter(pk=first.pk).update(**{field: changed.get(field, "other")})

    assert [entry.pk for entry in breaks()] == [first.pk]


@pytest.mark.django_db
def test_a_missing_entry_is_found():
    write(act="one", by=1)
    second = write(act="two", by=1)
    third = write(act="three", by=1)

    second.delete()

    assert [entry.pk for entry in breaks()] == [third.pk]


@pytest.mark.django_db(transaction=True)
def test_the_record_is_not_written_outside_its_act():
    with pytest.raises(transaction.TransactionManagementError):
        write(act="hide", by=1)

    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain():
    def act():
        try:
            for _ in range(5):
                with transaction.atomic():
                    write(act="act", by=1)
        finally:
            connection.close()

    threads = [threading.Thread(target=act) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Entry.objects.count() == 20
    assert list(breaks()) == []
