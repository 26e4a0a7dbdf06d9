"""What came up about somebody becomes signs of one open item a person and area. Nothing is lowered,
no promise moves later, and every item stays: those that were joined are closed as "joined"."""

from django.db import migrations
from django.utils import timezone

ORDER = ["calm", "today", "soon", "now"]


def join(apps, schema_editor):
    Item = apps.get_model("safety", "Item")
    Sign = apps.get_model("safety", "Sign")
    first = {}
    for item in Item.objects.filter(kind="signal").order_by("opened_at", "pk"):
        key = (item.about_id, item.area)
        if item.state == "closed" or item.about_id is None:
            _sign(Sign, item, item)
        elif key not in first:
            first[key] = item
            _sign(Sign, item, item)
        else:
            _join(first[key], item, Sign)


def _sign(Sign, episode, item):
    sign, is_new = Sign.objects.get_or_create(
        item=episode,
        subject_kind=item.subject_kind,
        subject_id=item.subject_id,
        defaults={
            "level": item.level,
            "codes": item.signals,
            "words_then": item.words_then,
            "at": item.opened_at,
        },
    )
    if not is_new:
        sign.words_then = f"{sign.words_then}\n\n{item.words_then}".strip()
        sign.save()


def _join(episode, item, Sign):
    _sign(Sign, episode, item)
    episode.level = max(episode.level, item.level, key=ORDER.index)
    episode.promised_at = min(episode.promised_at, item.promised_at)
    episode.signals = sorted({*episode.signals, *item.signals})
    if episode.state == "waiting":  # what was joined may be new to whoever wrote
        episode.state = "taken" if episode.taken_by_id else "open"
        episode.look_again_at = None
    if episode.taken_by_id is None and item.taken_by_id is not None:
        episode.state, episode.taken_by_id, episode.taken_at = "taken", item.taken_by_id, item.taken_at
    episode.version += 1
    episode.save()
    for model in ("notes", "letters", "measures"):
        getattr(item, model).update(item=episode)
    item.state, item.outcome, item.closed_at = "closed", "joined", timezone.now()
    item.save()


class Migration(migrations.Migration):
    dependencies = [("safety", "0011_episodes")]

    operations = [migrations.RunPython(join, migrations.RunPython.noop)]
