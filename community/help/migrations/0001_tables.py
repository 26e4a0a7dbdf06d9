import community.help.models
import django.db.models.deletion
from django.db import migrations, models

from community.help.actions import plant


def plant_numbers(apps, schema_editor):
    plant(apps.get_model("help", "Country"), apps.get_model("help", "Helpline"))


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('help', '0001_initial'),
        ('help', '0002_first_lines'),
        ('help', '0003_more_lines'),
        ('help', '0004_more_countries'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Country',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False, verbose_name='code')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('emergency', models.CharField(max_length=20, verbose_name='emergency number')),
            ],
            options={
                'verbose_name': 'country',
                'verbose_name_plural': 'countries',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Helpline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('method', models.CharField(choices=[('call', 'Call'), ('text', 'Text'), ('chat', 'Chat')], default='call', max_length=4, verbose_name='how')),
                ('dial', models.CharField(blank=True, max_length=30, verbose_name='number as dialled')),
                ('display', models.CharField(max_length=60, verbose_name='number as read')),
                ('url', models.URLField(blank=True, verbose_name='address')),
                ('hours', models.CharField(blank=True, help_text='“always”, or such as “mon-fri 09:00-17:00; sat 10:00-14:00”', max_length=120, validators=[community.help.models._readable_hours], verbose_name='hours')),
                ('zone', models.CharField(max_length=40, validators=[community.help.models._known_zone], verbose_name='time zone')),
                ('languages', models.CharField(blank=True, max_length=80, verbose_name='languages')),
                ('is_free', models.BooleanField(default=False, verbose_name='free of charge')),
                ('for_young', models.BooleanField(default=False, verbose_name='for people under 18')),
                ('calls_others', models.CharField(blank=True, choices=[('no', 'never without you'), ('yes', 'may call for help without you when a life is in danger')], help_text='Empty where nobody told us.', max_length=3, verbose_name='may it call somebody without you?')),
                ('verified_at', models.DateField(blank=True, null=True, verbose_name='last checked')),
                ('verified_by', models.CharField(blank=True, max_length=40, verbose_name='checked by')),
                ('source', models.CharField(blank=True, max_length=120, verbose_name='where we have it from')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='help.country')),
            ],
            options={
                'verbose_name': 'helpline',
                'verbose_name_plural': 'helplines',
                'ordering': ['country_id', 'for_young', 'id'],
                'constraints': [models.UniqueConstraint(fields=('country', 'name', 'method'), name='a_line_stands_once_in_its_country'), models.CheckConstraint(condition=models.Q(models.Q(('verified_at', None), ('verified_by', '')), models.Q(('verified_at__isnull', False), models.Q(('verified_by', ''), _negated=True)), _connector='OR'), name='a_check_says_who_and_when'), models.CheckConstraint(condition=models.Q(models.Q(('dial', ''), _negated=True), models.Q(('url', ''), _negated=True), _connector='OR'), name='a_line_can_be_reached')],
            },
        ),
        migrations.RunPython(plant_numbers, migrations.RunPython.noop),
    ]
