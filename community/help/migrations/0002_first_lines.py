from django.db import migrations

from community.help.actions import plant


def forwards(apps, schema_editor):
    plant(apps.get_model("help", "Country"), apps.get_model("help", "Helpline"))


class Migration(migrations.Migration):
    dependencies = [("help", "0001_initial")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
