import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import community.sealed

LEVELS = [
    ("now", "Now"),
    ("soon", "Within 30 minutes"),
    ("today", "Within a day"),
    ("calm", "When there is time"),
]


class Migration(migrations.Migration):
    dependencies = [("safety", "0010_unread_words")]

    operations = [
        migrations.CreateModel(
            name="Sign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject_id", models.CharField(max_length=60)),
                ("level", models.CharField(choices=LEVELS, max_length=8)),
                ("codes", models.JSONField(default=list)),
                ("words_then", community.sealed.SealedTextField(blank=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="signs", to="safety.item")),
            ],
            options={
                "ordering": ["at", "id"],
                "indexes": [models.Index(fields=["subject_kind", "subject_id"], name="signs_of_a_subject")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "subject_kind", "subject_id"),
                        name="a_subject_comes_up_once_in_an_episode",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="item",
            name="part_of",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="safety.item",
            ),
        ),
    ]
