"""What was open before has been promised already: nobody is called to it a first time."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    Item = apps.get_model("safety", "Item")
    Item.objects.update(answer_by=F("promised_at"), called_at=F("opened_at"))


class Migration(migrations.Migration):
    dependencies = [("safety", "0014_calls_and_promises")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
