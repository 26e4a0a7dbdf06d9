import community.sealed
import datetime
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import groups.models.membership
import groups.models.room
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('groups', '0001_initial'),
        ('groups', '0002_held_words_are_read'),
        ('groups', '0003_doors_and_answers'),
        ('groups', '0004_words_are_found_quickly'),
        ('groups', '0005_drafts_are_kept_whole'),
        ('groups', '0006_drafts_keep_the_note'),
        ('groups', '0007_speaking'),
        ('groups', '0008_moderating'),
        ('groups', '0009_meetings'),
        ('groups', '0010_rounds'),
        ('groups', '0011_slow_rooms_and_memory'),
        ('groups', '0012_a_draft_for_each_box'),
        ('groups', '0013_fewer_indexes_for_each_message'),
        ('groups', '0001_tables'),
        ('groups', '0002_folds_by_members'),
        ('groups', '0003_earlier_names'),
        ('groups', '0004_places_to_remember'),
        ('groups', '0005_words_we_ask_about'),
    ]

    dependencies = [
        ('accounts', '0001_beginning'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('safety', '0001_beginning'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='TypingShown',
                fields=[
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='typing_shown', serialize=False, to=settings.AUTH_USER_MODEL)),
                    ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ],
            ),
            migrations.CreateModel(
                name='ExtraHost',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('passing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extra_hosts', to='safety.passing')),
                    ('appointment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='extra_host', to='safety.appointment')),
                    ('came', models.BooleanField(default=False)),
                ],
            ),
            migrations.CreateModel(
                name='MutedWords',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='muted_words', to=settings.AUTH_USER_MODEL)),
                    ('words', community.sealed.SealedTextField(max_length=60)),
                    ('since', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                ],
                options={
                    'ordering': ['since', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('since'))), name='muted_words_come_back_one_day')],
                },
            ),
            migrations.CreateModel(
                name='NoteChoice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='note_choices', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(choices=[('loss', 'Loss and grief'), ('harm', 'Self-harm or suicide'), ('violence', 'Violence or abuse'), ('body', 'Food and the body'), ('substances', 'Alcohol and drugs'), ('hospital', 'Hospital and treatment'), ('other', 'Something else that may be hard')], max_length=10)),
                    ('fold', models.CharField(choices=[('show', 'Show me the words'), ('collapse', 'Show me the note first'), ('never', 'Show me only a line')], max_length=8)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'kind'), name='a_person_chooses_once_for_a_kind_of_note'), models.CheckConstraint(condition=models.Q(('kind__in', ['loss', 'harm', 'violence', 'body', 'substances', 'hospital', 'other']), ('fold__in', ['show', 'collapse', 'never'])), name='a_choice_is_one_of_those_offered')],
                },
            ),
            migrations.CreateModel(
                name='SupportGroup',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(max_length=60, unique=True)),
                    ('title', models.CharField(max_length=80)),
                    ('description', models.TextField(max_length=1200)),
                    ('agreement', models.TextField(max_length=600)),
                    ('speaks_of', models.TextField(blank=True, max_length=600)),
                    ('is_private', models.BooleanField(default=False)),
                    ('is_unlisted', models.BooleanField(default=False)),
                    ('holds_first', models.BooleanField(default=False)),
                    ('is_welcome', models.BooleanField(default=False)),
                    ('state', models.CharField(choices=[('open', 'open'), ('closed', 'closed')], default='open', max_length=8)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('closed_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'ordering': ['title'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('state', 'open')), models.Q(('closed_at__isnull', False), ('state', 'closed')), _connector='OR'), name='a_closed_group_says_since_when'), models.UniqueConstraint(condition=models.Q(('is_welcome', True)), fields=('is_welcome',), name='there_is_one_welcome_group'), models.CheckConstraint(condition=models.Q(('is_unlisted', False), ('is_private', True), _connector='OR'), name='an_unlisted_group_is_private')],
                },
            ),
            migrations.CreateModel(
                name='WordRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('words', models.TextField(max_length=600)),
                    ('purpose', models.CharField(max_length=200)),
                    ('why', models.CharField(max_length=200)),
                    ('instead', models.CharField(max_length=200)),
                    ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('hits', models.PositiveIntegerField(default=0)),
                    ('anyway', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'ordering': ['-pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('purpose', ''), _negated=True), models.Q(('why', ''), _negated=True), models.Q(('instead', ''), _negated=True)), name='a_word_is_asked_about_for_a_purpose_that_is_said'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('made_at')), ('until__lte', django.db.models.expressions.CombinedExpression(models.F('made_at'), '+', models.Value(datetime.timedelta(days=366))))), name='a_word_is_asked_about_for_a_year_at_most')],
                },
            ),
            migrations.CreateModel(
                name='Room',
                fields=[
                    ('id', models.CharField(default=groups.models.room.new_room_id, editable=False, max_length=10, primary_key=True, serialize=False)),
                    ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='groups.supportgroup')),
                    ('kind', models.CharField(choices=[('live', 'live room'), ('slow', 'slow room'), ('pair', 'pair room'), ('side', 'side room'), ('back', 'back room')], default='live', max_length=8)),
                    ('title', models.CharField(max_length=80)),
                    ('state', models.CharField(choices=[('open', 'open'), ('closed', 'closed')], default='open', max_length=8)),
                    ('answers_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('memory', models.CharField(choices=[('kept', 'Words are kept'), ('days', 'Words are kept for a number of days'), ('meeting', 'No word stays once the meeting is over')], default='kept', max_length=8)),
                    ('keep_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('said_before', models.DateTimeField(blank=True, null=True)),
                    ('said_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('read_within', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('first_seq', models.PositiveBigIntegerField(default=1)),
                    ('last_seq', models.PositiveBigIntegerField(default=0)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('locked_at', models.DateTimeField(null=True)),
                    ('beside', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='side_rooms', to='groups.room')),
                    ('in_round', models.BooleanField(default=False)),
                    ('pace', models.PositiveSmallIntegerField(choices=[(0, 'As people write'), (10, 'One message every 10 seconds'), (30, 'One message every 30 seconds'), (60, 'One message a minute')], default=0)),
                ],
                options={
                    'ordering': ['group_id', 'made_at'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('pace__in', [0, 10, 30, 60])), name='a_room_has_a_pace_people_know'), models.CheckConstraint(condition=models.Q(('first_seq__lte', django.db.models.expressions.CombinedExpression(models.F('last_seq'), '+', models.Value(1)))), name='a_room_starts_before_it_ends'), models.CheckConstraint(condition=models.Q(('kind', 'pair'), ('group__isnull', False), _connector='OR'), name='only_a_pair_room_stands_alone'), models.CheckConstraint(condition=models.Q(models.Q(('beside__isnull', False), ('kind', 'side')), models.Q(models.Q(('kind', 'side'), _negated=True), ('beside', None)), _connector='OR'), name='a_side_room_is_beside_another'), models.UniqueConstraint(condition=models.Q(('kind', 'back')), fields=('group',), name='a_group_has_one_back_room'), models.UniqueConstraint(condition=models.Q(('kind', 'slow')), fields=('group',), name='a_group_has_one_slow_room'), models.CheckConstraint(condition=models.Q(models.Q(('keep_days__gte', 1), ('keep_days__isnull', False), ('memory', 'days')), models.Q(models.Q(('memory', 'days'), _negated=True), ('keep_days', None)), _connector='OR'), name='words_kept_for_days_say_for_how_many'), models.CheckConstraint(condition=models.Q(models.Q(('memory', 'meeting'), _negated=True), ('kind', 'live'), _connector='OR'), name='only_a_live_room_forgets_its_meetings'), models.CheckConstraint(condition=models.Q(models.Q(('said_before', None), ('said_days', None)), models.Q(('said_before__isnull', False), ('said_days__isnull', False)), _connector='OR'), name='an_earlier_rule_says_until_when_and_how_long'), models.CheckConstraint(condition=models.Q(('read_within', None), models.Q(('kind', 'slow'), ('read_within__gte', 1)), _connector='OR'), name='only_a_slow_room_promises_a_reading_time')],
                },
            ),
            migrations.CreateModel(
                name='Membership',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='groups.supportgroup')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                    ('state', models.CharField(choices=[('asked', 'asked to join'), ('active', 'member'), ('left', 'left'), ('removed', 'removed'), ('declined', 'not now')], max_length=8)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('joined_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('asked_words', community.sealed.SealedTextField(blank=True)),
                    ('answer', community.sealed.SealedTextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('group', 'person'), name='a_person_is_in_a_group_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'active'), _negated=True), ('joined_at__isnull', False), _connector='OR'), name='a_member_joined_at_some_time')],
                },
            ),
            migrations.CreateModel(
                name='Host',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hosts', to='groups.supportgroup')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hosts_in', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(choices=[('peer', 'host, from their own life'), ('staff', 'host, from the team'), ('clinician', 'host, a clinician')], default='peer', max_length=10)),
                    ('real_name', models.CharField(blank=True, max_length=80)),
                    ('work', models.CharField(blank=True, max_length=80)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('group', 'person'), name='a_person_hosts_in_a_group_as_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'clinician'), _negated=True), models.Q(models.Q(('real_name', ''), _negated=True), models.Q(('work', ''), _negated=True)), _connector='OR'), name='a_clinician_hosts_under_their_real_name')],
                },
            ),
            migrations.CreateModel(
                name='MeetingPlan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('topic', models.CharField(blank=True, max_length=120)),
                    ('notes', models.CharField(blank=True, max_length=120)),
                    ('places', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(1)])),
                    ('opening', models.CharField(blank=True, max_length=20)),
                    ('closing', models.CharField(blank=True, max_length=20)),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_plans', to='groups.room')),
                    ('zone', models.CharField(max_length=40)),
                    ('first', models.DateField()),
                    ('first_number', models.PositiveIntegerField(default=0)),
                    ('clock', models.TimeField()),
                    ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(10), django.core.validators.MaxValueValidator(240)])),
                    ('repeats', models.CharField(choices=[('once', 'once'), ('weekly', 'every week'), ('fortnightly', 'every two weeks'), ('monthly', 'every month, on the same weekday')], default='once', max_length=12)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('hosts', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 10), ('minutes__lte', 240)), name='a_planned_meeting_lasts_a_while')],
                },
            ),
            migrations.CreateModel(
                name='Memorial',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('passing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memorials', to='safety.passing')),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memorials', to='groups.room')),
                    ('seq', models.PositiveBigIntegerField(null=True)),
                    ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('until', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('ended_by', models.BigIntegerField(null=True)),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('passing', 'room'), name='a_wall_remembers_somebody_in_one_thread'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('seq', None), ('until', None)), models.Q(('opened_at__isnull', False), ('seq__isnull', False), ('until__isnull', False)), _connector='OR'), name='a_thread_to_remember_in_is_open_for_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='a_thread_to_remember_in_says_who_ended_it')],
                },
            ),
            migrations.CreateModel(
                name='Draft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='groups.room')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
                    ('cid', models.UUIDField()),
                    ('body', community.sealed.SealedTextField(max_length=20000)),
                    ('note', community.sealed.SealedTextField(blank=True)),
                    ('note_kind', models.CharField(blank=True, choices=[('loss', 'Loss and grief'), ('harm', 'Self-harm or suicide'), ('violence', 'Violence or abuse'), ('body', 'Food and the body'), ('substances', 'Alcohol and drugs'), ('hospital', 'Hospital and treatment'), ('other', 'Something else that may be hard')], max_length=10)),
                    ('intent', models.CharField(blank=True, choices=[('listen', 'Please just listen'), ('share', 'Would like to hear what others lived through'), ('practical', 'Looking for something practical'), ('distraction', 'Could use something else to think of')], max_length=11)),
                    ('reply_to', models.PositiveBigIntegerField(null=True)),
                    ('below', models.PositiveBigIntegerField(default=0)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('room', 'person', 'below'), name='one_draft_a_box'), models.CheckConstraint(condition=models.Q(('below', 0), models.Q(('reply_to', models.F('below')), ('reply_to__isnull', False)), _connector='OR'), name='a_draft_below_a_post_answers_it')],
                },
            ),
            migrations.CreateModel(
                name='Arrival',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrivals', to='groups.room')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='arrivals', to=settings.AUTH_USER_MODEL)),
                    ('came', community.sealed.SealedTextField()),
                    ('left', community.sealed.SealedTextField(blank=True)),
                    ('tells_host', models.BooleanField(default=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('left_at', models.DateTimeField(null=True)),
                    ('is_drop', models.BooleanField(default=False)),
                    ('chose', models.CharField(blank=True, choices=[('stay', 'stay ten minutes with someone'), ('calm', 'something calm'), ('leave', 'leave')], max_length=8)),
                    ('told_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('left_at', None)), fields=('room', 'person'), name='a_person_arrives_once_before_they_go'), models.CheckConstraint(condition=models.Q(('is_drop', False), ('left_at__isnull', False), _connector='OR'), name='a_drop_is_known_when_somebody_goes')],
                },
            ),
            migrations.CreateModel(
                name='Round',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='groups.room')),
                    ('seconds', models.PositiveSmallIntegerField(null=True)),
                    ('moves_on', models.BooleanField(default=False)),
                    ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('begun_at', models.DateTimeField(null=True)),
                    ('turn_ends_at', models.DateTimeField(null=True)),
                    ('told_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('room',), name='one_open_round_a_room'), models.CheckConstraint(condition=models.Q(('turn_ends_at', None), models.Q(('begun_at__isnull', False), ('ended_at', None)), _connector='OR'), name='only_a_round_that_runs_has_a_clock'), models.CheckConstraint(condition=models.Q(('moves_on', False), ('seconds__isnull', False), _connector='OR'), name='a_round_moves_on_by_its_clock')],
                },
            ),
            migrations.CreateModel(
                name='Seat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='groups.room')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to=settings.AUTH_USER_MODEL)),
                    ('wire_id', models.CharField(default=groups.models.membership.new_wire_id, max_length=12)),
                    ('state', models.CharField(choices=[('active', 'in the room'), ('left', 'left'), ('removed', 'removed')], default='active', max_length=8)),
                    ('moderates', models.BooleanField(default=False)),
                    ('paused_until', models.DateTimeField(null=True)),
                    ('read_seq', models.PositiveBigIntegerField(default=0)),
                    ('entered_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('removed_until', models.DateTimeField(null=True)),
                    ('reminded_at', models.DateTimeField(null=True)),
                    ('presence', models.CharField(blank=True, choices=[('here', 'I am here'), ('listening', 'I am just listening')], max_length=10)),
                    ('presence_at', models.DateTimeField(null=True)),
                    ('first_words_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('room', 'person'), name='a_person_sits_once_in_a_room'), models.UniqueConstraint(fields=('room', 'wire_id'), name='a_wire_id_names_one_seat'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('state', 'active')), models.Q(models.Q(('state', 'active'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='an_ended_seat_says_since_when'), models.CheckConstraint(condition=models.Q(models.Q(('presence', ''), ('presence_at', None)), models.Q(models.Q(('presence', ''), _negated=True), ('presence_at__isnull', False)), _connector='OR'), name='who_chose_how_to_be_here_said_when')],
                },
            ),
            migrations.CreateModel(
                name='EarlierName',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_names', to='groups.seat')),
                    ('wire_id', models.CharField(max_length=12)),
                    ('name', community.sealed.SealedTextField()),
                    ('until', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('seat', 'wire_id'), name='an_earlier_name_is_kept_once_a_seat'), models.CheckConstraint(condition=models.Q(models.Q(('wire_id', ''), _negated=True), models.Q(('name', ''), _negated=True)), name='an_earlier_name_names_somebody')],
                },
            ),
            migrations.CreateModel(
                name='Meeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('topic', models.CharField(blank=True, max_length=120)),
                    ('notes', models.CharField(blank=True, max_length=120)),
                    ('places', models.PositiveSmallIntegerField(null=True, validators=[django.core.validators.MinValueValidator(1)])),
                    ('opening', models.CharField(blank=True, max_length=20)),
                    ('closing', models.CharField(blank=True, max_length=20)),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='groups.meetingplan')),
                    ('number', models.PositiveIntegerField()),
                    ('room', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='groups.room')),
                    ('begins_at', models.DateTimeField()),
                    ('ends_at', models.DateTimeField()),
                    ('is_own', models.BooleanField(default=False)),
                    ('cancelled_at', models.DateTimeField(null=True)),
                    ('hosts_asked_at', models.DateTimeField(null=True)),
                    ('cover_asked_at', models.DateTimeField(null=True)),
                    ('cover_hurried_at', models.DateTimeField(null=True)),
                    ('reminded_at', models.DateTimeField(null=True)),
                    ('told_alone_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['begins_at', 'pk'],
                    'indexes': [models.Index(condition=models.Q(('cancelled_at', None)), fields=['room', 'ends_at'], name='meetings_that_take_place'), models.Index(condition=models.Q(('cancelled_at', None)), fields=['begins_at'], name='meetings_by_their_hour')],
                    'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='a_plan_has_each_meeting_once'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='a_meeting_ends_after_it_began'), models.CheckConstraint(condition=models.Q(('places', None), ('places__gte', 1), _connector='OR'), name='a_meeting_has_room_for_somebody')],
                },
            ),
            migrations.CreateModel(
                name='RoomEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('room', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='groups.room')),
                    ('seq', models.PositiveBigIntegerField()),
                    ('kind', models.CharField(choices=[('msg', 'msg'), ('edit', 'edit'), ('hide', 'hide'), ('restore', 'restore'), ('cover', 'cover'), ('fold', 'fold'), ('delete', 'delete'), ('gone', 'gone'), ('erased', 'erased'), ('note', 'note'), ('round', 'round'), ('hand', 'hand'), ('pace', 'pace'), ('notice', 'notice'), ('lock', 'lock'), ('unlock', 'unlock'), ('take', 'take'), ('void', 'void'), ('expired', 'expired')], max_length=8)),
                    ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.seat')),
                    ('subject_seq', models.PositiveBigIntegerField(null=True)),
                    ('at', models.DateTimeField()),
                    ('data', models.JSONField(default=dict)),
                ],
                options={
                    'ordering': ['room_id', 'seq'],
                    'constraints': [models.UniqueConstraint(fields=('room', 'seq'), name='a_number_is_given_once_in_a_room')],
                },
            ),
            migrations.CreateModel(
                name='Hand',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('seat', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='hand', to='groups.seat')),
                    ('up_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['up_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Greeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('seat', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='greeting', to='groups.seat')),
                    ('seq', models.PositiveBigIntegerField()),
                    ('said_at', models.DateTimeField()),
                    ('asked_at', models.DateTimeField(null=True)),
                    ('on_desk_at', models.DateTimeField(null=True)),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('settled_at', None)), fields=['said_at'], name='first_words_unanswered')],
                },
            ),
            migrations.CreateModel(
                name='Turn',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='groups.round')),
                    ('seat', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='groups.seat')),
                    ('place', models.PositiveIntegerField()),
                    ('state', models.CharField(choices=[('asks', 'would like a turn'), ('waits', 'has a turn to come'), ('speaks', 'has the turn'), ('spoke', 'had a turn'), ('passed', 'passed'), ('listens', 'listens'), ('out', 'stepped out')], max_length=8)),
                ],
                options={
                    'ordering': ['place', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('round', 'seat'), name='a_person_has_one_place_in_a_round'), models.UniqueConstraint(condition=models.Q(('state', 'speaks')), fields=('round',), name='one_speaker_a_round')],
                },
            ),
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('room', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='groups.room')),
                    ('seq', models.PositiveBigIntegerField(null=True)),
                    ('author', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='messages', to='groups.seat')),
                    ('said_as', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.earliername')),
                    ('cid', models.UUIDField()),
                    ('body', models.TextField(blank=True, max_length=4000)),
                    ('first_mac', models.CharField(max_length=64)),
                    ('note', models.CharField(blank=True, max_length=60)),
                    ('note_kind', models.CharField(blank=True, choices=[('loss', 'Loss and grief'), ('harm', 'Self-harm or suicide'), ('violence', 'Violence or abuse'), ('body', 'Food and the body'), ('substances', 'Alcohol and drugs'), ('hospital', 'Hospital and treatment'), ('other', 'Something else that may be hard')], max_length=10)),
                    ('note_by_team', models.BooleanField(default=False)),
                    ('intent', models.CharField(blank=True, choices=[('listen', 'Please just listen'), ('share', 'Would like to hear what others lived through'), ('practical', 'Looking for something practical'), ('distraction', 'Could use something else to think of')], max_length=11)),
                    ('reply_to', models.PositiveBigIntegerField(null=True)),
                    ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('edited_at', models.DateTimeField(null=True)),
                    ('state', models.CharField(choices=[('shown', 'shown'), ('held', 'waits for a person'), ('hidden', 'hidden by a moderator'), ('deleted', 'deleted by its author'), ('expired', 'kept no longer')], default='shown', max_length=8)),
                    ('state_at', models.DateTimeField(null=True)),
                    ('state_by', models.BigIntegerField(null=True)),
                    ('state_why', models.CharField(blank=True, max_length=30)),
                    ('promised_at', models.DateTimeField(null=True)),
                    ('held_for', models.CharField(blank=True, choices=[('group', 'for the group, once a moderator has read it'), ('team', 'only for the team'), ('me', 'only for me')], max_length=8)),
                    ('seen_at', models.DateTimeField(null=True)),
                    ('seen_by', models.BigIntegerField(null=True)),
                    ('offered_at', models.DateTimeField(null=True)),
                    ('offered_by', models.BigIntegerField(null=True)),
                    ('agreed_at', models.DateTimeField(null=True)),
                    ('covered', models.JSONField(default=list)),
                    ('whole', community.sealed.SealedTextField(blank=True, max_length=4000)),
                    ('rewrite', community.sealed.SealedTextField(blank=True, max_length=4000)),
                    ('rewrote_at', models.DateTimeField(null=True)),
                    ('wish', community.sealed.SealedTextField(blank=True, max_length=600)),
                ],
                options={
                    'ordering': ['room_id', 'seq'],
                    'indexes': [models.Index(condition=models.Q(('state', 'held')), fields=['room', 'written_at'], name='words_that_wait_in_a_room'), models.Index(condition=models.Q(('agreed_at__isnull', False)), fields=['room'], name='words_with_a_yes'), models.Index(fields=['author', '-written_at'], name='what_somebody_said_last'), models.Index(condition=models.Q(('reply_to__isnull', False)), fields=['room', 'reply_to'], name='answers_to_a_message'), models.Index(condition=models.Q(('said_as__isnull', False)), fields=['said_as'], name='words_under_an_earlier_name'), models.Index(condition=models.Q(('promised_at__isnull', False), ('seen_at', None), ('state', 'shown')), fields=['promised_at'], name='words_nobody_has_read_yet')],
                    'constraints': [models.UniqueConstraint(fields=('room', 'seq'), name='a_message_has_a_number_of_its_own'), models.UniqueConstraint(fields=('room', 'author', 'cid'), name='an_author_sends_a_message_once'), models.CheckConstraint(condition=models.Q(models.Q(('seq', None), ('state', 'held')), models.Q(('seq__isnull', False), ('state__in', ['shown', 'hidden'])), ('state__in', frozenset(['deleted', 'expired'])), _connector='OR'), name='held_words_have_no_number'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['shown', 'held']), ('state_at', None), ('state_by', None), ('state_why', '')), models.Q(models.Q(('state__in', ['shown', 'held']), _negated=True), ('state_at__isnull', False), ('state_by__isnull', False), models.Q(('state_why', ''), _negated=True)), _connector='OR'), name='a_changed_state_says_who_when_and_why'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', frozenset(['deleted', 'expired'])), _negated=True), models.Q(('body', ''), ('intent', ''), ('note', ''), ('note_kind', ''), ('rewrite', ''), ('whole', '')), _connector='OR'), name='words_that_are_gone_are_gone'), models.CheckConstraint(condition=models.Q(('note_by_team', False), models.Q(('note_kind', ''), _negated=True), _connector='OR'), name='a_note_of_the_team_says_what_it_is_about'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'held'), _negated=True), models.Q(('held_for', ''), _negated=True), _connector='OR'), name='held_words_wait_for_someone'), models.CheckConstraint(condition=models.Q(('agreed_at', None), ('offered_at__isnull', False), _connector='OR'), name='a_yes_answers_an_offer'), models.CheckConstraint(condition=models.Q(models.Q(('covered', []), ('whole', '')), models.Q(models.Q(('covered', []), _negated=True), models.Q(('whole', ''), _negated=True)), _connector='OR'), name='covered_words_are_kept_whole'), models.CheckConstraint(condition=models.Q(models.Q(('rewrite', ''), ('rewrote_at', None)), models.Q(models.Q(('rewrite', ''), _negated=True), ('rewrote_at__isnull', False)), _connector='OR'), name='words_written_anew_say_since_when'), models.CheckConstraint(condition=models.Q(models.Q(('seen_at', None), ('seen_by', None)), models.Q(('seen_at__isnull', False), ('seen_by__isnull', False)), _connector='OR'), name='who_has_read_words_and_when_belong_together')],
                },
            ),
            migrations.CreateModel(
                name='Reply',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='groups.meeting')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_replies', to=settings.AUTH_USER_MODEL)),
                    ('answer', models.CharField(choices=[('comes', 'I will come'), ('waits', 'waiting for a place'), ('not', 'not this time')], max_length=8)),
                    ('reminds', models.BooleanField(default=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='a_person_answers_a_meeting_once')],
                },
            ),
            migrations.CreateModel(
                name='Visit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to='groups.meeting')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to=settings.AUTH_USER_MODEL)),
                    ('real_name', models.CharField(max_length=80)),
                    ('why', models.CharField(max_length=160)),
                    ('state', models.CharField(choices=[('asked', 'the group is being asked'), ('agreed', 'the group said yes'), ('off', 'does not take place')], default='asked', max_length=8)),
                    ('word_by', models.BigIntegerField(null=True)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='a_person_asks_to_visit_a_meeting_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'agreed'), _negated=True), ('word_by__isnull', False), _connector='OR'), name='somebody_stands_for_the_groups_yes')],
                },
            ),
            migrations.CreateModel(
                name='Hosting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hostings', to='groups.meeting')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hostings', to=settings.AUTH_USER_MODEL)),
                    ('confirmed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='a_person_hosts_a_meeting_once')],
                },
            ),
            migrations.CreateModel(
                name='MembersFold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='folds', to='groups.message')),
                    ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('back_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('ended_by', models.BigIntegerField(null=True)),
                    ('outcome', models.CharField(blank=True, choices=[('stood', 'somebody looked, and the words stand'), ('acted', 'somebody looked, and did something'), ('urgent', 'somebody may need help: words are not folded then'), ('gone', 'the words are not there any more')], max_length=6)),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('message',), name='a_message_is_folded_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None), ('outcome', '')), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), ('outcome__in', ['stood', 'acted', 'urgent', 'gone'])), _connector='OR'), name='a_fold_that_ended_says_when_who_and_how')],
                },
            ),
            migrations.CreateModel(
                name='Reaction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reactions', to='groups.message')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reactions', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(choices=[('heard', 'I hear you'), ('too', 'Me too'), ('helped', 'This helped me')], max_length=6)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('message', 'person', 'kind'), name='a_person_says_one_thing_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['heard', 'too', 'helped'])), name='there_are_three_reactions')],
                },
            ),
            migrations.CreateModel(
                name='FoldFlag',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('fold', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='groups.membersfold')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fold_flags', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('fold', 'person'), name='a_person_counts_once_towards_a_fold')],
                },
            ),
        ]),
    ]
