import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='readerquestion',
            name='barrier',
            field=models.CharField(blank=True, choices=[('cost', 'It costs too much'), ('travel', 'It is too far, or hard to get to'), ('language', 'It is not in my language'), ('seen', 'Somebody could find out'), ('work', 'I cannot get away from work'), ('trust', 'I do not trust it'), ('harm', 'I asked for help before, and it hurt')], max_length=8),
        ),
        migrations.CreateModel(
            name='BarrierSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('barrier', models.CharField(choices=[('cost', 'It costs too much'), ('travel', 'It is too far, or hard to get to'), ('language', 'It is not in my language'), ('seen', 'Somebody could find out'), ('work', 'I cannot get away from work'), ('trust', 'I do not trust it'), ('harm', 'I asked for help before, and it hurt')], max_length=8)),
                ('month', models.DateField()),
                ('times', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('barrier', 'month'), name='a_barrier_has_one_sum_a_month'), models.CheckConstraint(condition=models.Q(('month__day', 1)), name='a_month_is_named_by_its_first_day')],
            },
        ),
        migrations.CreateModel(
            name='Situation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, help_text='As a reader would say it, such as “I cannot sleep”.', max_length=60, verbose_name='what is going on')),
                ('barrier', models.CharField(blank=True, choices=[('cost', 'It costs too much'), ('travel', 'It is too far, or hard to get to'), ('language', 'It is not in my language'), ('seen', 'Somebody could find out'), ('work', 'I cannot get away from work'), ('trust', 'I do not trust it'), ('harm', 'I asked for help before, and it hurt')], editable=False, max_length=8)),
                ('place', models.PositiveSmallIntegerField(default=100, help_text='Lower stands higher.', verbose_name='place in the list')),
            ],
            options={
                'verbose_name': 'what is going on',
                'verbose_name_plural': 'what is going on for readers',
                'ordering': ['place', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('words', ''), models.Q(('barrier', ''), _negated=True)), models.Q(models.Q(('words', ''), _negated=True), ('barrier', '')), _connector='OR'), name='a_situation_has_words_or_is_a_barrier'), models.UniqueConstraint(condition=models.Q(('barrier', ''), _negated=True), fields=('barrier',), name='a_barrier_is_one_situation')],
            },
        ),
        migrations.AddField(
            model_name='articlepage',
            name='situations',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Readers find the page by these.', related_name='+', to='cms.situation', verbose_name='what is going on for its reader'),
        ),
        migrations.AddField(
            model_name='service',
            name='situations',
            field=models.ManyToManyField(blank=True, related_name='+', to='cms.situation', verbose_name='what it helps with'),
        ),
        migrations.CreateModel(
            name='KeptForLater',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cms.articlepage')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_for_later', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'page'), name='a_page_is_kept_for_later_once')],
            },
        ),
    ]
