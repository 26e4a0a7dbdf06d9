import community.house.models
import django.core.validators
import wagtail.models.preview
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('house', '0001_initial'),
        ('house', '0002_opening'),
        ('house', '0003_rota'),
        ('house', '0004_slow_rooms'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='House',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(default='Kindred', help_text='Choose a name that says nothing about health: other people read it too.', max_length=40, verbose_name='name')),
                ('tab_name', models.CharField(blank=True, help_text="Stands in tabs and in the browser's history. Empty: the name above.", max_length=20, verbose_name='name in the tab')),
                ('accent', models.CharField(blank=True, help_text='For what can be pressed, such as #0e5650. Empty: ours.', max_length=7, validators=[community.house.models._readable_on_light], verbose_name='colour on light pages')),
                ('accent_dark', models.CharField(blank=True, help_text='A pale one, such as #93d3c3. Empty: ours.', max_length=7, validators=[community.house.models._readable_on_dark], verbose_name='colour on dark pages')),
                ('country', models.CharField(default='GB', help_text='Decides which helplines are shown first.', max_length=2, validators=[django.core.validators.RegexValidator('^[A-Z]{2}$', 'Two capital letters, such as GB.')], verbose_name='country')),
                ('joining', models.CharField(choices=[('open', 'everyone who reads the rules'), ('invitation', 'everyone with an invitation code or a referral card'), ('approval', 'everyone a coordinator lets in')], default='open', max_length=12, verbose_name='who may join')),
                ('own_rules', models.TextField(blank=True, help_text='One a line, three at most. They follow our six, which always stand. Everybody is asked again before they next enter a room.', validators=[community.house.models._few_lines], verbose_name='rules of your own')),
                ('rules_version', models.PositiveIntegerField(default=0, editable=False)),
                ('staffed_from', models.TimeField(default='08:00', verbose_name='the team is here from')),
                ('staffed_until', models.TimeField(default='22:00', verbose_name='until')),
                ('rota', models.TextField(blank=True, help_text="Who is there when, a line for each day or shift, such as “Mon 08:00-15:00 Emil, then Noor”. Kept for the team. Every hour you publish needs somebody's name.", verbose_name='rota')),
                ('night', models.CharField(blank=True, choices=[('nobody', 'nobody: people are told so and sent to lines that are open'), ('on_call', 'somebody on call, named below')], max_length=8, verbose_name='outside these hours')),
                ('night_who', models.CharField(blank=True, max_length=120, verbose_name='who is on call, and how they are reached')),
                ('read_within', models.PositiveSmallIntegerField(default=12, help_text='In hours. Everybody who writes in a slow room is told this.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(72)], verbose_name='words on a wall are read within')),
                ('wall_at_night', models.CharField(choices=[('wait', 'they wait until somebody from the team has read them'), ('appear', 'they appear at once, and the team can cover them later')], default='wait', max_length=8, verbose_name='words on a wall outside the hours')),
                ('lead', models.CharField(blank=True, max_length=80, verbose_name='safeguarding lead')),
                ('lead_reach', models.CharField(blank=True, max_length=120, verbose_name='how to reach them')),
                ('deputy', models.CharField(blank=True, max_length=80, verbose_name='deputy')),
                ('deputy_reach', models.CharField(blank=True, max_length=120, verbose_name='how to reach the deputy')),
                ('leave_to', models.URLField(blank=True, help_text='An ordinary page, such as the weather. Empty: a dull page of our own.', validators=[django.core.validators.URLValidator(['https'])], verbose_name='where leaving quickly leads')),
                ('opened_at', models.DateTimeField(editable=False, null=True)),
                ('mail_worked_at', models.DateTimeField(editable=False, null=True)),
                ('is_demo', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'verbose_name': 'House',
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.CreateModel(
            name='OpeningPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(choices=[('country', 'The country and its helplines are right'), ('hours', 'The hours are staffed, and the rota says by whom'), ('safeguarding', 'The safeguarding lead and the deputy know that they are'), ('night', 'It is settled who pays attention at night, or that nobody does'), ('texts', 'The house rules and what we say about privacy are right for this place'), ('mail', 'Mail goes out'), ('backup', 'A backup was restored once')], max_length=12, unique=True)),
                ('confirmed_by', models.BigIntegerField()),
                ('confirmed_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='RulesText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(unique=True)),
                ('lines', models.TextField()),
                ('since', models.DateTimeField()),
            ],
        ),
    ]
