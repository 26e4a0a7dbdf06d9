"""Answers to question 9 are sealed like all others, what a reviewer has gets a clock, and the rota
may run over midnight."""

from datetime import timedelta

import community.sealed
from django.db import migrations, models
from django.utils import timezone


def seal(apps, schema_editor):
    rows = apps.get_model("wellbeing", "RiskAnswer").objects.exclude(value=None)
    for row in rows.iterator():
        row.raw = str(row.value)
        row.save(update_fields=["raw"])


def open_again(apps, schema_editor):
    for row in apps.get_model("wellbeing", "RiskAnswer").objects.exclude(raw="").iterator():
        row.value = int(row.raw)
        row.save(update_fields=["value"])


def wind(apps, schema_editor):
    taken = apps.get_model("wellbeing", "Concern").objects.filter(state="taken")
    taken.update(look_again_at=timezone.now() + timedelta(days=1))


class Migration(migrations.Migration):

    dependencies = [
        ("wellbeing", "0003_goal_versions"),
    ]

    operations = [
        migrations.AddField(
            model_name="riskanswer",
            name="raw",
            field=community.sealed.SealedTextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(seal, open_again),
        migrations.RemoveField(model_name="riskanswer", name="value"),
        migrations.AddField(
            model_name="concern",
            name="look_again_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(wind, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="concern",
            constraint=models.CheckConstraint(
                condition=~models.Q(state="taken") | models.Q(look_again_at__isnull=False),
                name="what_a_reviewer_took_has_a_clock",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="reviewhours",
            name="review_hours_end_after_they_begin",
        ),
        migrations.AddConstraint(
            model_name="reviewhours",
            constraint=models.CheckConstraint(
                condition=~models.Q(ends=models.F("starts")),
                name="review_hours_are_longer_than_nothing",
            ),
        ),
    ]
