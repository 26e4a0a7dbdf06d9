import community.sealed
import datetime
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('mentoring', '0001_initial'),
        ('mentoring', '0002_what_a_mentor_brings'),
        ('mentoring', '0003_agreements'),
        ('mentoring', '0004_full_profiles_and_weights'),
        ('mentoring', '0005_the_way_of_a_pair'),
        ('mentoring', '0006_what_a_mentor_learned'),
        ('mentoring', '0001_tables'),
        ('mentoring', '0002_not_the_right_fit'),
        ('mentoring', '0003_more_said_and_supervision'),
        ('mentoring', '0004_a_good_ending'),
        ('mentoring', '0005_kept_apart'),
        ('mentoring', '0006_a_card_that_is_shown'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('groups', '0001_beginning'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Mentor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mentor', to=settings.AUTH_USER_MODEL)),
                    ('state', models.CharField(choices=[('applied', 'asked to be a mentor'), ('approved', 'can be asked'), ('break', 'takes a break'), ('stopped', 'has stopped'), ('declined', 'not now')], default='applied', max_length=10)),
                    ('brings', models.TextField(blank=True, max_length=600)),
                    ('why', community.sealed.SealedTextField(blank=True, max_length=1000)),
                    ('references', community.sealed.SealedTextField(blank=True, max_length=300)),
                    ('references_heard_at', models.DateTimeField(null=True)),
                    ('references_heard_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answer', community.sealed.SealedTextField(blank=True, max_length=600)),
                    ('topics', models.JSONField(default=list)),
                    ('topics_seen', models.CharField(choices=[('everyone', 'everyone I am suggested to'), ('mine', 'only people I said yes to'), ('matching', 'nobody: only matching uses them')], default='everyone', max_length=10)),
                    ('limits', models.JSONField(default=list)),
                    ('languages', models.JSONField(default=list)),
                    ('times', models.JSONField(default=list)),
                    ('styles', models.JSONField(default=list)),
                    ('values', models.JSONField(default=list)),
                    ('situation', models.JSONField(default=list)),
                    ('goals', models.JSONField(default=list)),
                    ('gender', models.CharField(blank=True, choices=[('woman', 'a woman'), ('man', 'a man'), ('other', 'neither, or both')], max_length=10)),
                    ('age', models.PositiveSmallIntegerField(null=True)),
                    ('named', community.sealed.SealedTextField(blank=True, max_length=200)),
                    ('gladly', community.sealed.SealedTextField(blank=True, max_length=200)),
                    ('more_not_now_at', models.DateTimeField(null=True)),
                    ('places', models.PositiveSmallIntegerField(default=1)),
                    ('reads_when', models.CharField(blank=True, max_length=120)),
                    ('boundaries_read_at', models.DateTimeField(null=True)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('applied_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('approved_at', models.DateTimeField(null=True)),
                    ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'break']), _negated=True), ('approved_at__isnull', False), _connector='OR'), name='who_can_be_asked_was_approved'), models.CheckConstraint(condition=models.Q(('places__gte', 1), ('places__lte', 8)), name='a_mentor_has_one_to_eight_places')],
                },
            ),
            migrations.CreateModel(
                name='NeverTogether',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('one', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('said_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('one', 'other'), name='two_are_kept_apart_once'), models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='two_who_are_kept_apart_are_two')],
                },
            ),
            migrations.CreateModel(
                name='Supervision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('week', models.PositiveSmallIntegerField()),
                    ('weekday', models.PositiveSmallIntegerField()),
                    ('at', models.TimeField(default=datetime.time(18, 0))),
                    ('minutes', models.PositiveSmallIntegerField(default=60)),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('since', models.DateField(default=django.utils.timezone.localdate)),
                    ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='supervision_is_set_once_for_all'), models.CheckConstraint(condition=models.Q(('week__range', (1, 4)), ('weekday__range', (0, 6))), name='supervision_is_once_in_every_month'), models.CheckConstraint(condition=models.Q(('minutes__range', (15, 240))), name='supervision_has_a_length')],
                },
            ),
            migrations.CreateModel(
                name='Wish',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='step_wishes', to=settings.AUTH_USER_MODEL)),
                    ('step', models.CharField(choices=[('reader', 'reading'), ('greeter', 'greeting'), ('co_host', 'hosting with somebody'), ('mentor', 'mentoring')], max_length=10)),
                    ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('talked_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('talked_at', None)), fields=('person', 'step'), name='a_wish_for_a_step_is_open_once'), models.CheckConstraint(condition=models.Q(('step__in', ['co_host', 'greeter'])), name='only_greeting_and_hosting_are_wished_for')],
                },
            ),
            migrations.CreateModel(
                name='Fitting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('leaning', models.CharField(blank=True, choices=[('together', 'time together matters'), ('situation', 'the same life situation matters'), ('waiting', 'who waits longest comes first')], max_length=10)),
                    ('weights', models.JSONField(default=dict)),
                    ('answer_days', models.PositiveSmallIntegerField(default=3)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='matching_is_set_once_for_all'), models.CheckConstraint(condition=models.Q(('answer_days__gte', 1), ('answer_days__lte', 14)), name='a_mentor_has_one_to_fourteen_days_to_answer')],
                },
            ),
            migrations.CreateModel(
                name='SupervisionNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='mentoring.mentor')),
                    ('words', community.sealed.SealedTextField(max_length=600)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('talked_at', models.DateTimeField(null=True)),
                ],
            ),
            migrations.CreateModel(
                name='Training',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trainings', to='mentoring.mentor')),
                    ('group', models.CharField(choices=[('relating', 'meeting people with care, as equals'), ('support', 'giving support'), ('lived', 'telling from one’s own life, with measure'), ('personal', 'fitting it to the person'), ('plans', 'helping with plans of their own'), ('links', 'finding help and places nearby'), ('skills', 'passing on skills for every day'), ('crisis', 'what to do when it gets bad'), ('talking', 'listening and talking'), ('team', 'working with others'), ('rights', 'rights, and standing up for them'), ('growing', 'looking after oneself and going on learning')], max_length=10)),
                    ('verified_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('verified_on', models.DateField(default=django.utils.timezone.localdate)),
                    ('renew_by', models.DateField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('mentor', 'group'), name='a_mentor_learned_each_of_the_twelve_once'), models.CheckConstraint(condition=models.Q(('renew_by__gt', models.F('verified_on'))), name='what_was_learned_is_renewed_later')],
                },
            ),
            migrations.CreateModel(
                name='Request',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentor_requests', to=settings.AUTH_USER_MODEL)),
                    ('state', models.CharField(choices=[('open', 'you choose'), ('offered', 'a mentor was asked'), ('paired', 'you have a mentor'), ('withdrawn', 'taken back')], default='open', max_length=10)),
                    ('hopes', community.sealed.SealedTextField(max_length=1000)),
                    ('topics', models.JSONField(default=list)),
                    ('languages', models.JSONField(default=list)),
                    ('times', models.JSONField(default=list)),
                    ('style', models.CharField(blank=True, max_length=10)),
                    ('values', models.JSONField(default=list)),
                    ('situation', models.JSONField(default=list)),
                    ('goals', models.JSONField(default=list)),
                    ('wants_gender', models.CharField(blank=True, choices=[('woman', 'a woman'), ('man', 'a man'), ('other', 'neither, or both')], max_length=10)),
                    ('age_from', models.PositiveSmallIntegerField(null=True)),
                    ('age_to', models.PositiveSmallIntegerField(null=True)),
                    ('named', community.sealed.SealedTextField(blank=True, max_length=200)),
                    ('prefers', models.JSONField(default=list)),
                    ('more_not_now_at', models.DateTimeField(null=True)),
                    ('then', models.JSONField(default=list)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('waited_before', models.PositiveIntegerField(default=0)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', frozenset(['offered', 'open']))), fields=('person',), name='a_person_has_one_open_request'), models.CheckConstraint(condition=models.Q(models.Q(('age_from', None), ('age_to', None)), models.Q(('age_from__isnull', False), ('age_from__lte', models.F('age_to')), ('age_to__isnull', False)), _connector='OR'), name='a_wish_for_an_age_has_both_ends_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Pair',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('request', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pair', to='mentoring.request')),
                    ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pairs', to='mentoring.mentor')),
                    ('room', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pair', to='groups.room')),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('shown_card', community.sealed.SealedTextField(blank=True)),
                    ('ends_on', models.DateField(null=True)),
                    ('ending', models.CharField(blank=True, choices=[('times', 'our times do not meet'), ('hopes', 'we look for different things'), ('feeling', 'it does not feel right, and need not be explained'), ('good', 'the ending they had planned')], max_length=10)),
                    ('cover_offered_at', models.DateTimeField(null=True)),
                    ('quiet_step', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('began_at')), _connector='OR'), name='a_pair_ends_after_it_began'), models.CheckConstraint(condition=models.Q(('ending', ''), ('ended_at__isnull', False), _connector='OR'), name='how_a_pair_ended_is_said_once_it_has'), models.CheckConstraint(condition=models.Q(models.Q(('ending', 'good'), _negated=True), ('ends_on__isnull', False), _connector='OR'), name='a_good_ending_was_planned'), models.CheckConstraint(condition=models.Q(('quiet_step__lte', 4)), name='a_quiet_room_has_four_steps')],
                },
            ),
            migrations.CreateModel(
                name='Offer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='mentoring.request')),
                    ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='mentoring.mentor')),
                    ('state', models.CharField(choices=[('waiting', 'waits for an answer'), ('accepted', 'said yes'), ('passed', 'not free right now'), ('expired', 'no answer in time'), ('withdrawn', 'taken back')], default='waiting', max_length=10)),
                    ('score', models.FloatField()),
                    ('fits', models.JSONField(default=list)),
                    ('but', models.JSONField(default=list)),
                    ('offered_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('answer_by', models.DateTimeField()),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('setting', models.CharField(blank=True, max_length=10)),
                    ('by_team', models.BooleanField(default=False)),
                    ('reason', community.sealed.SealedTextField(blank=True, max_length=600)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('request',), name='one_mentor_is_asked_at_a_time'), models.UniqueConstraint(fields=('request', 'mentor'), name='a_mentor_is_asked_once_for_a_request'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at', None), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='an_answered_offer_says_when')],
                },
            ),
            migrations.CreateModel(
                name='Meeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='mentoring.pair')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('held_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('pair', 'number'), name='two_people_have_a_meeting_of_the_path_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 10)), name='the_path_has_ten_meetings')],
                },
            ),
            migrations.CreateModel(
                name='PairAgreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pair', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agreement', to='mentoring.pair')),
                    ('rhythm', community.sealed.SealedTextField(blank=True, max_length=200, verbose_name='When we write, and how soon we answer')),
                    ('about', community.sealed.SealedTextField(blank=True, max_length=200, verbose_name='What we talk about, and what for')),
                    ('not_about', community.sealed.SealedTextField(blank=True, max_length=200, verbose_name='What we leave out')),
                    ('helps', community.sealed.SealedTextField(blank=True, max_length=200, verbose_name='What helps, and what does not')),
                    ('hard_days', community.sealed.SealedTextField(blank=True, max_length=200, verbose_name='What we do on a hard day, or when one of us is unwell')),
                    ('until', community.sealed.SealedTextField(blank=True, max_length=200, verbose_name='How long we try it, and how we stop')),
                    ('version', models.PositiveIntegerField(default=1)),
                    ('member_yes', models.PositiveIntegerField(default=0)),
                    ('mentor_yes', models.PositiveIntegerField(default=0)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('member_yes__lte', models.F('version')), ('mentor_yes__lte', models.F('version'))), name='nobody_says_yes_to_what_is_not_written_yet')],
                },
            ),
            migrations.CreateModel(
                name='Parting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pair', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='partings', to='mentoring.pair')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partings', to=settings.AUTH_USER_MODEL)),
                    ('notes', community.sealed.SealedTextField(blank=True, max_length=4000)),
                    ('letter', community.sealed.SealedTextField(blank=True, max_length=4000)),
                    ('handed_at', models.DateTimeField(null=True)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('pair', 'person'), name='each_of_two_parts_with_one_letter'), models.CheckConstraint(condition=models.Q(('handed_at', None), models.Q(('letter', ''), _negated=True), _connector='OR'), name='a_letter_that_was_handed_over_says_something')],
                },
            ),
            migrations.CreateModel(
                name='PlannedMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='planned', to='mentoring.pair')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('begins_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('pair', 'number'), name='a_meeting_of_the_path_is_planned_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 10)), name='only_the_ten_meetings_are_planned')],
                },
            ),
            migrations.CreateModel(
                name='Pulse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pulses', to='mentoring.pair')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentoring_pulses', to=settings.AUTH_USER_MODEL)),
                    ('heard', models.PositiveSmallIntegerField()),
                    ('understood', models.PositiveSmallIntegerField()),
                    ('working', models.PositiveSmallIntegerField()),
                    ('pace', models.PositiveSmallIntegerField()),
                    ('unsafe', models.BooleanField(default=False)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('needs_look', models.BooleanField(default=False)),
                    ('looked_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('heard__range', (1, 5)), ('understood__range', (1, 5)), ('working__range', (1, 5)), ('pace__range', (1, 5))), name='each_answer_of_a_pulse_is_one_to_five'), models.CheckConstraint(condition=models.Q(('unsafe', False), ('needs_look', True), _connector='OR'), name='who_does_not_feel_safe_is_looked_after')],
                },
            ),
            migrations.CreateModel(
                name='SignedAgreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signed', to='mentoring.pairagreement')),
                    ('version', models.PositiveIntegerField()),
                    ('kept', community.sealed.SealedTextField()),
                    ('signed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('agreement', 'version'), name='a_version_is_signed_by_both_once')],
                },
            ),
        ]),
        migrations.AddField(
            model_name='request',
            name='after',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='mentoring.pair'),
        ),
    ]
