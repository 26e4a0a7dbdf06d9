from django.db import migrations

from community.help.actions import plant_new_countries


def forwards(apps, schema_editor):
    plant_new_countries(apps.get_model("help", "Country"), apps.get_model("help", "Helpline"))


class Migration(migrations.Migration):
    dependencies = [("help", "0003_more_lines")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
