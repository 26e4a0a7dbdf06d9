"""Entries that were chained one by one come under a first seal. The old chain is proved before; how
many of its links were broken stands on the record itself, so that nothing is washed clean."""

import hashlib
import json

from django.db import migrations
from django.utils import timezone


def _hash(line):
    return hashlib.sha256(json.dumps(line, sort_keys=True).encode()).hexdigest()


def _says(entry):
    return [
        entry.at.isoformat(),
        entry.act,
        entry.by,
        entry.about,
        entry.subject,
        entry.area,
        entry.reason,
        entry.data,
    ]


def seal(apps, schema_editor):
    Entry = apps.get_model("record", "Entry")
    Seal = apps.get_model("record", "Seal")
    if not Entry.objects.exists():
        return
    now, broken, previous = timezone.now(), 0, ""
    for entry in Entry.objects.order_by("pk").iterator():
        chained = _hash([*_says(entry), entry.previous])
        broken += entry.previous != previous or entry.hash != chained
        previous = entry.hash
        Entry.objects.filter(pk=entry.pk).update(hash=_hash(_says(entry)))
    told = Entry(at=now, act="seal_old_record", data={"breaks": broken}, previous="-")
    told.hash = _hash(_says(told))
    told.save()
    lines = [[pk, hash] for pk, hash in Entry.objects.order_by("pk").values_list("pk", "hash")]
    Seal.objects.create(
        number=1, at=now, count=len(lines), previous="", hash=_hash([1, now.isoformat(), "", lines])
    )
    Entry.objects.update(seal=1)


class Migration(migrations.Migration):
    dependencies = [("record", "0002_seals")]

    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
