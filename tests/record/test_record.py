"""The record: written with its act, sealed in batches, every change of it found."""

import threading
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from community.record.models import Entry, Seal
from community.record.sealing import BATCH, Break, breaks, newest, seal
from community.record.write import write, write_many

NOW = timezone.now()


def broken():
    return [(one.what, one.number) for one in breaks()]


def break_open():
    """What somebody with the keys of the database could do first."""
    with connection.cursor() as cursor:
        table = " ON record_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER record_entry_never_changes{table}")


@pytest.fixture
def sealed(db):
    """Five acts under two seals."""
    entries = [write(act="hide", by=number, subject="message:a:1") for number in range(3)]
    seal(NOW)
    entries += [write(act="restore", by=1, about=2, reason="fine") for _ in range(2)]
    seal(NOW + timedelta(minutes=1))
    return entries


def test_a_sealed_record_holds(sealed):
    assert broken() == []
    assert list(Seal.objects.values_list("number", "count")) == [(1, 3), (2, 2)]
    assert not Entry.objects.filter(seal=None).exists()


def test_what_is_not_sealed_yet_holds_too(db):
    write(act="hide", by=1)

    assert (broken(), newest()) == ([], None)


def test_many_written_at_once_are_on_the_same_record(sealed):
    write_many(act="ask_for", by=1, about=[(2, "offer:1"), (3, "offer:2")])
    seal(NOW + timedelta(minutes=2))

    asked = Entry.objects.filter(act="ask_for")
    assert list(asked.values_list("about", "subject")) == [(2, "offer:1"), (3, "offer:2")]
    assert broken() == []
    break_open()
    asked.filter(about=2).update(about=3)

    assert [one.what for one in breaks()] == ["entry"]


def test_sealing_nothing_makes_no_seal(sealed):
    seal(NOW)

    assert Seal.objects.count() == 2


def test_a_late_entry_comes_under_a_later_seal(sealed):
    write(act="late", by=1, at=NOW - timedelta(hours=1))
    seal(NOW + timedelta(minutes=2))

    assert broken() == []
    assert Entry.objects.get(act="late").seal == 3


def test_many_are_sealed_in_batches(db):
    with connection.cursor():
        one = write(act="x", by=1)
    Entry.objects.bulk_create(
        Entry(at=one.at, act=one.act, by=one.by, hash=one.hash) for _ in range(BATCH)
    )

    seal(NOW)

    assert list(Seal.objects.values_list("count", flat=True)) == [BATCH, 1]
    assert broken() == []


@pytest.mark.parametrize("field", ["act", "by", "about", "subject", "reason", "data", "at"])
def test_the_database_refuses_to_change_an_entry_and_a_change_is_found(field, sealed):
    changed = {"by": 9, "about": 9, "data": {"x": 1}, "at": "2020-01-01T00:00:00+00:00"}
    first = Entry.objects.filter(pk=sealed[0].pk)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        first.update(**{field: changed.get(field, "other")})
    break_open()

    first.update(**{field: changed.get(field, "other")})

    assert broken() == [("entry", sealed[0].pk)]


def test_an_entry_leaves_its_seal_for_no_other(sealed):
    for number in (None, 2):
        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.filter(pk=sealed[0].pk).update(seal=number)


def test_a_change_with_its_hash_made_to_fit_is_found(sealed):
    from community.record.hashes import hash_of_entry

    break_open()
    entry = Entry.objects.get(pk=sealed[0].pk)
    entry.act = "nothing"
    entry.hash = hash_of_entry(entry)
    entry.save()

    assert broken() == [("batch", 1)]


def test_an_entry_taken_out_or_put_in_is_found(sealed):
    break_open()
    Entry.objects.get(pk=sealed[1].pk).delete()
    assert broken() == [("batch", 1)]
    Entry.objects.create(at=NOW, act="x", hash="", seal=2)

    assert [one.what for one in breaks()] == ["batch", "entry", "batch"]


def test_a_seal_taken_out_is_found(sealed):
    Seal.objects.filter(number=1).delete()

    assert broken()[0] == ("chain", 2)
    assert ("entry", sealed[0].pk) in broken()


def test_the_command_verifies_and_catches(sealed, capsys):
    call_command("verify_record")
    said = capsys.readouterr().out
    break_open()
    Entry.objects.filter(pk=sealed[0].pk).update(by=99)

    with pytest.raises(CommandError, match="broken in 1 places"):
        call_command("verify_record")

    assert "5 acts hold together under 2 seals; 0 wait for the next seal." in said
    assert newest().hash in said
    assert f"Entry {sealed[0].pk} is not what was written." in capsys.readouterr().err


def test_a_seal_that_was_written_down_shows_what_was_cut_off(sealed):
    written_down = newest().hash
    call_command("verify_record", expect=written_down)
    break_open()
    Entry.objects.filter(seal=2).delete()
    Seal.objects.filter(number=2).delete()

    assert broken() == []  # the chain alone cannot know
    with pytest.raises(CommandError, match="cut off"):
        call_command("verify_record", expect=written_down)


def test_the_database_keeps_one_chain(sealed):
    first = Seal.objects.get(number=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        Seal.objects.create(number=3, at=NOW, count=1, previous=first.hash, hash="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Seal.objects.create(number=3, at=NOW, count=0, previous="y", hash="x")

    assert Seal.objects.create(number=3, at=NOW, count=1, previous="y", hash="x").pk
    assert Break("chain", 3) in list(breaks())


@pytest.mark.django_db(transaction=True)
def test_the_record_is_not_written_outside_its_act():
    with pytest.raises(transaction.TransactionManagementError):
        write(act="hide", by=1)

    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_write_and_seal_at_once_and_make_one_chain():
    def act():
        try:
            for _ in range(5):
                with transaction.atomic():
                    write(act="act", by=1)
                with suppress(IntegrityError):  # another sealed just now: the next round goes on
                    seal(timezone.now())
        finally:
            connection.close()

    threads = [threading.Thread(target=act) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seal(timezone.now())

    assert Entry.objects.exclude(seal=None).count() == 20
    assert broken() == []
