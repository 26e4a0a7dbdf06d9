from django.db import migrations, models
from django.utils import timezone


def say_who_hosts_and_who_visits(apps, schema_editor):
    """Who hosts, and who comes once, has a seat already."""
    seats = apps.get_model("groups", "Seat").objects
    for host in apps.get_model("groups", "Host").objects.filter(ended_at=None):
        seats.filter(room__group=host.group_id, person=host.person_id).update(part="host")
    visits = apps.get_model("groups", "Visit").objects.filter(
        state="agreed", meeting__ends_at__gt=timezone.now()
    )
    members = apps.get_model("groups", "Membership").objects.filter(state="active")
    for visit in visits.select_related("meeting__room"):
        room = visit.meeting.room
        if not members.filter(group=room.group_id, person=visit.person_id).exists():
            seats.filter(room=room, person=visit.person_id).update(part="visitor")


class Migration(migrations.Migration):
    dependencies = [("groups", "0004_a_draft_keeps_whom_it_is_for")]

    operations = [
        migrations.AddField(
            model_name="seat",
            name="part",
            field=models.CharField(
                blank=True,
                choices=[("host", "host"), ("visitor", "visitor")],
                default="",
                max_length=7,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(say_who_hosts_and_who_visits, migrations.RunPython.noop),
    ]
