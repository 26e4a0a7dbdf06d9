from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("safety", "0012_one_episode_a_person"),
    ]

    operations = [
        migrations.RemoveField(model_name="item", name="words_then"),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "signal"), models.Q(("state", "closed"), _negated=True)),
                fields=("about", "area"),
                name="one_open_episode_a_person_and_area",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(("part_of", None), ("state__in", ["open", "taken"]), _connector="OR"),
                name="a_part_of_an_episode_waits_for_an_answer",
            ),
        ),
    ]
