import community.sealed
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('wellbeing', '0001_initial'),
        ('wellbeing', '0002_days_and_journal'),
        ('wellbeing', '0003_answers_and_reviewers'),
        ('wellbeing', '0004_week_thanks_and_feedback'),
        ('wellbeing', '0005_plan_and_sharing'),
        ('wellbeing', '0006_links_and_appointments'),
        ('wellbeing', '0007_lateness_is_raised'),
        ('wellbeing', '0001_tables'),
        ('wellbeing', '0002_noticed_and_completed'),
        ('wellbeing', '0003_who_reads_how_it_went'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Theme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('said', models.CharField(max_length=200)),
                    ('did', models.TextField(blank=True, max_length=600)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('answered_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-answered_at', '-at'],
                },
            ),
            migrations.CreateModel(
                name='Concern',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='concerns', to=settings.AUTH_USER_MODEL)),
                    ('sooner', models.CharField(choices=[('soon', 'within 30 minutes'), ('today', 'within four hours')], default='today', max_length=8)),
                    ('state', models.CharField(choices=[('open', 'waits for a reviewer'), ('taken', 'a reviewer has it'), ('closed', 'closed')], default='open', max_length=8)),
                    ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('promised_at', models.DateTimeField()),
                    ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_at', models.DateTimeField(null=True)),
                    ('asks_for_words_at', models.DateTimeField(null=True)),
                    ('late_told_at', models.DateTimeField(null=True)),
                    ('late_raised_at', models.DateTimeField(null=True)),
                    ('closed_at', models.DateTimeField(null=True)),
                    ('outcome', models.CharField(blank=True, max_length=20)),
                ],
                options={
                    'ordering': ['promised_at', 'id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'closed'), _negated=True), fields=('person',), name='a_person_has_one_open_concern'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('state', 'closed'), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at', None), ('outcome', '')), _connector='OR'), name='a_closed_concern_says_when_and_what')],
                },
            ),
            migrations.CreateModel(
                name='Goal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to=settings.AUTH_USER_MODEL)),
                    ('words', community.sealed.SealedTextField()),
                    ('why', community.sealed.SealedTextField(blank=True)),
                    ('measure', community.sealed.SealedTextField(blank=True)),
                    ('helper', community.sealed.SealedTextField(blank=True)),
                    ('confidence', models.PositiveSmallIntegerField(null=True)),
                    ('importance', models.PositiveSmallIntegerField(null=True)),
                    ('review_on', models.DateField()),
                    ('state', models.CharField(choices=[('going', 'goes on'), ('stopped', 'let go of'), ('reached', 'celebrated')], default='going', max_length=10)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('confidence', None), ('confidence__lte', 10), _connector='OR'), models.Q(('importance', None), ('importance__lte', 10), _connector='OR')), name='a_goal_is_weighed_from_zero_to_ten')],
                },
            ),
            migrations.CreateModel(
                name='JournalEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='journal', to=settings.AUTH_USER_MODEL)),
                    ('day', models.DateField()),
                    ('words', community.sealed.SealedTextField()),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-day', '-id'],
                },
            ),
            migrations.CreateModel(
                name='Pack',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('instrument', models.CharField(max_length=30, unique=True)),
                    ('on_since', models.DateTimeField(default=django.utils.timezone.now)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
            ),
            migrations.CreateModel(
                name='PlanIdea',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan_ideas', to=settings.AUTH_USER_MODEL)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('section', models.CharField(choices=[('matters', 'What matters to me'), ('well', 'When I am well'), ('daily', 'What I do every day'), ('tools', 'What helps me'), ('sets_off', 'What sets me off'), ('early', 'Early signs'), ('bad', 'When it gets bad'), ('crisis', 'In a crisis'), ('after', 'Afterwards'), ('people', 'My people'), ('treatment', 'What we agreed about treatment, in my words'), ('questions', 'Questions for my appointment')], max_length=10)),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('end', models.CharField(blank=True, choices=[('taken', 'taken'), ('changed', 'taken and changed'), ('declined', 'not taken')], max_length=8)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('person', models.F('by')), _negated=True), name='a_plan_idea_comes_from_somebody_else')],
                },
            ),
            migrations.CreateModel(
                name='PlanPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan_parts', to=settings.AUTH_USER_MODEL)),
                    ('section', models.CharField(choices=[('matters', 'What matters to me'), ('well', 'When I am well'), ('daily', 'What I do every day'), ('tools', 'What helps me'), ('sets_off', 'What sets me off'), ('early', 'Early signs'), ('bad', 'When it gets bad'), ('crisis', 'In a crisis'), ('after', 'Afterwards'), ('people', 'My people'), ('treatment', 'What we agreed about treatment, in my words'), ('questions', 'Questions for my appointment')], max_length=10)),
                    ('words', community.sealed.SealedTextField(blank=True)),
                    ('only_me', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'section'), name='a_plan_has_each_section_once')],
                },
            ),
            migrations.CreateModel(
                name='Recognition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='recognition', to=settings.AUTH_USER_MODEL)),
                    ('takes', models.CharField(choices=[('private', 'Yes, for me alone to read'), ('open', 'Yes, and where others read about me, they may see it too'), ('none', 'Rather not')], default='private', max_length=8)),
                    ('notice', community.sealed.SealedTextField(blank=True)),
                ],
            ),
            migrations.CreateModel(
                name='ReviewHours',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_hours', to=settings.AUTH_USER_MODEL)),
                    ('weekday', models.PositiveSmallIntegerField()),
                    ('starts', models.TimeField()),
                    ('ends', models.TimeField()),
                ],
                options={
                    'ordering': ['weekday', 'starts'],
                    'constraints': [models.UniqueConstraint(fields=('person', 'weekday'), name='a_reviewer_has_one_row_a_day'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='review_hours_end_after_they_begin'), models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='a_week_has_seven_days')],
                },
            ),
            migrations.CreateModel(
                name='SafetyPlan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='safety_plan', to=settings.AUTH_USER_MODEL)),
                    ('signs', community.sealed.SealedTextField(blank=True)),
                    ('alone', community.sealed.SealedTextField(blank=True)),
                    ('company', community.sealed.SealedTextField(blank=True)),
                    ('people', community.sealed.SealedTextField(blank=True)),
                    ('services', community.sealed.SealedTextField(blank=True)),
                    ('place', community.sealed.SealedTextField(blank=True)),
                    ('is_near', models.BooleanField(default=False)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
            ),
            migrations.CreateModel(
                name='Share',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to=settings.AUTH_USER_MODEL)),
                    ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shared_with', to=settings.AUTH_USER_MODEL)),
                    ('what', models.CharField(max_length=40)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'to', 'what'), name='a_part_is_shared_once_with_one_person'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('began_at'))), name='sharing_ends_after_it_began'), models.CheckConstraint(condition=models.Q(('person', models.F('to')), _negated=True), name='one_shares_with_somebody_else')],
                },
            ),
            migrations.CreateModel(
                name='ShareLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='share_links', to=settings.AUTH_USER_MODEL)),
                    ('parts', models.JSONField(default=list)),
                    ('token_hash', models.CharField(max_length=64, unique=True)),
                    ('code_hash', models.CharField(max_length=128)),
                    ('device_hash', models.CharField(blank=True, max_length=64)),
                    ('wrong_codes', models.PositiveSmallIntegerField(default=0)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('began_at'))), name='a_link_ends_after_it_began')],
                },
            ),
            migrations.CreateModel(
                name='SmallAct',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='small_acts', to=settings.AUTH_USER_MODEL)),
                    ('week', models.DateField()),
                    ('place', models.PositiveSmallIntegerField()),
                    ('area', models.CharField(choices=[('movement', 'Movement'), ('calm', 'Calm'), ('people', 'People'), ('food', 'Food'), ('sleep', 'Sleep and stress')], max_length=10)),
                    ('words', community.sealed.SealedTextField()),
                    ('when', community.sealed.SealedTextField(blank=True)),
                    ('where', community.sealed.SealedTextField(blank=True)),
                    ('sure', models.PositiveSmallIntegerField(null=True)),
                    ('done', models.CharField(blank=True, choices=[('done', 'Done'), ('partly', 'Partly'), ('not', 'Not today')], max_length=8)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['week', 'place'],
                    'constraints': [models.UniqueConstraint(fields=('person', 'week', 'place'), name='an_act_has_its_place_in_the_week'), models.CheckConstraint(condition=models.Q(('place__range', (1, 3))), name='a_week_has_three_acts_at_most'), models.CheckConstraint(condition=models.Q(('sure', None), ('sure__lte', 10), _connector='OR'), name='one_is_sure_from_zero_to_ten')],
                },
            ),
            migrations.CreateModel(
                name='Visit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments_kept', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField()),
                    ('name', community.sealed.SealedTextField(blank=True)),
                    ('where', community.sealed.SealedTextField(blank=True)),
                    ('who', community.sealed.SealedTextField(blank=True)),
                    ('reminded_at', models.DateTimeField(null=True)),
                    ('reader', models.PositiveBigIntegerField(null=True)),
                ],
                options={
                    'ordering': ['at'],
                },
            ),
            migrations.CreateModel(
                name='ActIdea',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='act_ideas', to=settings.AUTH_USER_MODEL)),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('area', models.CharField(choices=[('movement', 'Movement'), ('calm', 'Calm'), ('people', 'People'), ('food', 'Food'), ('sleep', 'Sleep and stress')], max_length=10)),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('person', 'by'), name='one_idea_waits_from_one_person'), models.CheckConstraint(condition=models.Q(('person', models.F('by')), _negated=True), name='an_idea_comes_from_somebody_else')],
                },
            ),
            migrations.CreateModel(
                name='AnswerSet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answer_sets', to=settings.AUTH_USER_MODEL)),
                    ('instrument', models.CharField(max_length=30)),
                    ('version', models.CharField(max_length=20)),
                    ('rule', models.CharField(max_length=40)),
                    ('raw', community.sealed.SealedTextField(default='[]')),
                    ('total', models.FloatField(null=True)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-began_at', '-id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'instrument'), name='a_scale_is_filled_in_once_at_a_time'), models.CheckConstraint(condition=models.Q(('total', None), ('ended_at__isnull', False), _connector='OR'), name='only_finished_answers_have_a_total')],
                },
            ),
            migrations.CreateModel(
                name='CheckIn',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='check_ins', to=settings.AUTH_USER_MODEL)),
                    ('day', models.DateField()),
                    ('mood', models.PositiveSmallIntegerField(null=True)),
                    ('energy', models.PositiveSmallIntegerField(null=True)),
                    ('sleep', models.PositiveSmallIntegerField(null=True)),
                    ('connected', models.PositiveSmallIntegerField(null=True)),
                    ('line', community.sealed.SealedTextField(blank=True)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-day'],
                    'constraints': [models.UniqueConstraint(fields=('person', 'day'), name='a_day_has_one_check_in'), models.CheckConstraint(condition=models.Q(models.Q(('mood', None), ('mood__range', (1, 5)), _connector='OR'), models.Q(('energy', None), ('energy__range', (1, 5)), _connector='OR'), models.Q(('sleep', None), ('sleep__range', (1, 5)), _connector='OR'), models.Q(('connected', None), ('connected__range', (1, 5)), _connector='OR')), name='a_day_is_answered_from_one_to_five'), models.CheckConstraint(condition=models.Q(('connected', None), ('energy', None), ('line', ''), ('mood', None), ('sleep', None), _negated=True), name='a_check_in_says_something')],
                },
            ),
            migrations.CreateModel(
                name='Completed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('instrument', models.CharField(max_length=30, unique=True)),
                    ('stem', models.CharField(blank=True, max_length=500)),
                    ('items', models.JSONField()),
                    ('permission', models.CharField(max_length=300)),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('permission', ''), _negated=True), name='wording_comes_with_its_permission')],
                },
            ),
            migrations.CreateModel(
                name='ConcernLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='wellbeing.concern')),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('is_from_team', models.BooleanField()),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('read_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                },
            ),
            migrations.CreateModel(
                name='GoalStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='wellbeing.goal')),
                    ('words', community.sealed.SealedTextField()),
                    ('done_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                },
            ),
            migrations.CreateModel(
                name='PlanVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('part', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='wellbeing.planpart')),
                    ('version', models.PositiveIntegerField()),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-version'],
                    'constraints': [models.UniqueConstraint(fields=('part', 'version'), name='a_version_is_kept_once')],
                },
            ),
            migrations.CreateModel(
                name='RiskAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risk_answers', to=settings.AUTH_USER_MODEL)),
                    ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='wellbeing.concern')),
                    ('value', models.PositiveSmallIntegerField(null=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['at', 'id'],
                },
            ),
            migrations.CreateModel(
                name='LinkView',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='views', to='wellbeing.sharelink')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-id'],
                },
            ),
            migrations.CreateModel(
                name='ShareView',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('share', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='views', to='wellbeing.share')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-id'],
                },
            ),
            migrations.CreateModel(
                name='Feedback',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feedback', to=settings.AUTH_USER_MODEL)),
                    ('about', models.CharField(choices=[('room', 'A room or a meeting'), ('page', 'Something I read here'), ('mentor', 'A talk with a mentor'), ('place', 'This place as a whole')], max_length=8)),
                    ('heard', models.PositiveSmallIntegerField(null=True)),
                    ('fitting', models.PositiveSmallIntegerField(null=True)),
                    ('helped', models.PositiveSmallIntegerField(null=True)),
                    ('words', community.sealed.SealedTextField(blank=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='feedback', to='wellbeing.theme')),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('heard', None), ('heard__range', (1, 5)), _connector='OR'), models.Q(('fitting', None), ('fitting__range', (1, 5)), _connector='OR'), models.Q(('helped', None), ('helped__range', (1, 5)), _connector='OR')), name='feedback_is_tapped_from_one_to_five'), models.CheckConstraint(condition=models.Q(('fitting', None), ('heard', None), ('helped', None), ('words', ''), _negated=True), name='feedback_says_something')],
                },
            ),
            migrations.CreateModel(
                name='VisitAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='wellbeing.visit')),
                    ('about', models.CharField(max_length=10)),
                    ('value', models.PositiveSmallIntegerField()),
                    ('for_whom', models.CharField(choices=[('me', 'only me'), ('provider', 'whoever treats me'), ('service', 'the service, without my name, from five people on')], default='me', max_length=8)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('visit', 'about'), name='a_visit_is_answered_once_for_each_question'), models.CheckConstraint(condition=models.Q(('value__range', (1, 5))), name='a_visit_is_answered_from_one_to_five')],
                },
            ),
            migrations.CreateModel(
                name='Noticing',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('step', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='noticings', to='wellbeing.goalstep')),
                    ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='to_notice', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(fields=('step', 'to'), name='one_person_is_asked_once_to_notice_a_step')],
                },
            ),
            migrations.CreateModel(
                name='Thanks',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to=settings.AUTH_USER_MODEL)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('you', community.sealed.SealedTextField()),
                    ('helped', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('hidden_at', models.DateTimeField(null=True)),
                    ('step', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='noticed', to='wellbeing.goalstep')),
                    ('is_open', models.BooleanField(default=False)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('to', models.F('by')), _negated=True), name='thanks_come_from_somebody_else')],
                },
            ),
        ]),
    ]
