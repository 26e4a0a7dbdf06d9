import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('notifications', '0001_initial'),
        ('notifications', '0002_mail_when_due'),
        ('notifications', '0003_notices_name_an_hour'),
        ('notifications', '0004_quiet_hours_and_breaks'),
        ('notifications', '0001_tables'),
        ('notifications', '0002_warm_words_wait'),
        ('notifications', '0003_what_mail_may_be_about'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Notification',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(max_length=40)),
                    ('path', models.CharField(max_length=200)),
                    ('moment', models.DateTimeField(null=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('read_at', models.DateTimeField(null=True)),
                    ('mail_due', models.DateTimeField(null=True)),
                    ('mailed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['person'], name='unread_of_a_person'), models.Index(condition=models.Q(('mail_due__isnull', False)), fields=['mail_due'], name='mails_that_are_due')],
                },
            ),
            migrations.CreateModel(
                name='Preference',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notice_preference', to=settings.AUTH_USER_MODEL)),
                    ('by_mail', models.BooleanField(default=True)),
                    ('quiet_from', models.TimeField(null=True)),
                    ('quiet_until', models.TimeField(null=True)),
                    ('mails_a_day', models.PositiveSmallIntegerField(default=3)),
                    ('rests_until', models.DateField(null=True)),
                    ('no_mail_about', models.JSONField(default=list)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('quiet_from', None), ('quiet_until', None)), models.Q(('quiet_from__isnull', False), ('quiet_until__isnull', False)), _connector='OR'), name='quiet_hours_begin_and_end'), models.CheckConstraint(condition=models.Q(('mails_a_day__range', (1, 10))), name='one_to_ten_mails_a_day')],
                },
            ),
            migrations.CreateModel(
                name='WarmLater',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='warm_later', to=settings.AUTH_USER_MODEL)),
                    ('beside', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(max_length=40)),
                    ('path', models.CharField(max_length=200)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'beside', 'kind', 'path'), name='a_warm_word_waits_once')],
                },
            ),
        ]),
    ]
