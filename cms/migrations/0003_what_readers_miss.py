import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0002_what_is_going_on'),
    ]

    operations = [
        migrations.CreateModel(
            name='LibraryLimits',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grade', models.PositiveSmallIntegerField(default=8, help_text='A page that reads harder is not made public. 6 is read with ease by most people.', validators=[django.core.validators.MinValueValidator(4), django.core.validators.MaxValueValidator(14)], verbose_name='hardest school grade')),
            ],
            options={
                'verbose_name': 'Limits of the library',
            },
        ),
        migrations.CreateModel(
            name='SearchedWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60)),
                ('week', models.DateField()),
                ('times', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('word', 'week'), name='a_word_has_one_sum_a_week'), models.CheckConstraint(condition=models.Q(('week__week_day', 2)), name='a_week_is_named_by_its_monday')],
            },
        ),
    ]
