"""An answer that the service heard of once is known as one, also while it is kept to oneself."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("wellbeing", "0005_wordings_are_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="visitanswer",
            name="was_told",
            field=models.BooleanField(default=False),
        ),
    ]
