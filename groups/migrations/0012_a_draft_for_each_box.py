from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("groups", "0011_slow_rooms_and_memory")]

    operations = [
        migrations.RemoveConstraint(model_name="draft", name="one_draft_a_person_and_room"),
        migrations.AddField(
            model_name="draft",
            name="below",
            field=models.PositiveBigIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                fields=("room", "person", "below"), name="one_draft_a_box"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("below", 0),
                    models.Q(("reply_to", models.F("below")), ("reply_to__isnull", False)),
                    _connector="OR",
                ),
                name="a_draft_below_a_post_answers_it",
            ),
        ),
    ]
