"""Other words of a completed scale are a row of their own, so that what was answered keeps its words."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("wellbeing", "0004_sealed_and_wound"),
    ]

    operations = [
        migrations.AlterField(
            model_name="completed",
            name="instrument",
            field=models.CharField(max_length=30),
        ),
        migrations.AddField(
            model_name="completed",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="completed",
            constraint=models.UniqueConstraint(
                fields=("instrument", "version"), name="a_version_of_a_scale_is_kept_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="completed",
            constraint=models.UniqueConstraint(
                condition=models.Q(ended_at=None),
                fields=("instrument",),
                name="one_wording_of_a_scale_is_offered",
            ),
        ),
    ]
