import community.sealed
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('safety', '0001_initial'),
        ('safety', '0002_letters_notes_and_late_items'),
        ('safety', '0003_more_kinds_of_items'),
        ('safety', '0004_reasons_have_words'),
        ('safety', '0005_words_of_levels'),
        ('safety', '0006_promises_and_words_then'),
        ('safety', '0007_words_of_hiding'),
        ('safety', '0008_worries_and_breathers'),
        ('safety', '0009_someone_new_waits'),
        ('safety', '0010_unread_words'),
        ('safety', '0011_episodes'),
        ('safety', '0012_one_episode_a_person'),
        ('safety', '0013_episodes_hold'),
        ('safety', '0014_calls_and_promises'),
        ('safety', '0015_clocks_of_open_items'),
        ('safety', '0016_measures_and_looks'),
        ('safety', '0017_nearness_deaths_and_notes'),
        ('safety', '0018_whoever_decided_stands_apart'),
        ('safety', '0001_tables'),
        ('safety', '0002_when_words_were_said'),
        ('safety', '0003_a_death_is_told_in_places'),
        ('safety', '0004_emergency_services'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Promises',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('answer_now', models.PositiveIntegerField(default=5, validators=[django.core.validators.MinValueValidator(1)], verbose_name='someone has it: now')),
                    ('now', models.PositiveIntegerField(default=15, validators=[django.core.validators.MinValueValidator(1)], verbose_name='decided: now')),
                    ('soon', models.PositiveIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1)], verbose_name='decided: within 30 minutes')),
                    ('today', models.PositiveIntegerField(default=240, validators=[django.core.validators.MinValueValidator(1)], verbose_name='decided: today')),
                    ('calm', models.PositiveIntegerField(default=1440, validators=[django.core.validators.MinValueValidator(1)], verbose_name='decided: tomorrow')),
                    ('pager_url', models.URLField(blank=True, help_text="An https address that is told when somebody is called: a level, a number and where the desk is. Never a name, never a word of anybody's.", validators=[django.core.validators.URLValidator(['https'])], verbose_name='your pager')),
                ],
                options={
                    'verbose_name': 'Promises of the desk',
                },
            ),
            migrations.CreateModel(
                name='Item',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('report', 'someone reported this'), ('signal', 'words that may need a person'), ('held', 'words that wait for the team'), ('request', 'someone asks to join'), ('appeal', 'someone asks us to look again'), ('reply', 'someone answered us'), ('worry', 'someone is worried about a person'), ('hello', 'someone new has no answer yet'), ('unread', 'words on a wall that nobody from the team has read'), ('box', 'someone wrote to the team')], max_length=10)),
                    ('level', models.CharField(choices=[('now', 'Now'), ('soon', 'Within 30 minutes'), ('today', 'Today'), ('calm', 'Tomorrow')], default='today', max_length=8)),
                    ('state', models.CharField(choices=[('open', 'waits for someone'), ('taken', 'someone has it'), ('waiting', 'waits for the person'), ('closed', 'closed')], default='open', max_length=8)),
                    ('area', models.CharField(db_index=True, max_length=80)),
                    ('subject_kind', models.CharField(max_length=20)),
                    ('subject_id', models.CharField(max_length=60)),
                    ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('signals', models.JSONField(default=list)),
                    ('part_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='safety.item')),
                    ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('named_at', models.DateTimeField(null=True)),
                    ('promised_at', models.DateTimeField()),
                    ('answer_by', models.DateTimeField(default=django.utils.timezone.now)),
                    ('called_at', models.DateTimeField(null=True)),
                    ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_at', models.DateTimeField(null=True)),
                    ('look_again_at', models.DateTimeField(null=True)),
                    ('closed_at', models.DateTimeField(null=True)),
                    ('outcome', models.CharField(blank=True, max_length=30)),
                    ('second_asked_at', models.DateTimeField(null=True)),
                    ('late_told_at', models.DateTimeField(null=True)),
                    ('late_raised_at', models.DateTimeField(null=True)),
                    ('version', models.PositiveIntegerField(default=1)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('state', 'closed'), _negated=True), fields=['promised_at'], name='desk_by_promise')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'closed'), _negated=True), fields=('kind', 'subject_kind', 'subject_id'), name='one_open_item_a_subject_and_kind'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('state', 'closed'), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_at', None), ('outcome', '')), _connector='OR'), name='a_closed_item_says_when_and_what'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'taken'), _negated=True), ('taken_at__isnull', False), _connector='OR'), name='a_taken_item_says_since_when'), models.UniqueConstraint(condition=models.Q(('kind', 'signal'), models.Q(('state', 'closed'), _negated=True)), fields=('about', 'area'), name='one_open_episode_a_person_and_area'), models.CheckConstraint(condition=models.Q(('part_of', None), ('state__in', ['open', 'taken']), _connector='OR'), name='a_part_of_an_episode_waits_for_an_answer')],
                },
            ),
            migrations.CreateModel(
                name='NotMe',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='not_me', to=settings.AUTH_USER_MODEL)),
                    ('topics', models.JSONField(default=list)),
                ],
            ),
            migrations.CreateModel(
                name='OnCall',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls_taken', to=settings.AUTH_USER_MODEL)),
                    ('begins_at', models.DateTimeField()),
                    ('ends_at', models.DateTimeField()),
                ],
                options={
                    'ordering': ['begins_at', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='who_is_on_call_is_so_for_some_time')],
                },
            ),
            migrations.CreateModel(
                name='Passing',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='passing', to=settings.AUTH_USER_MODEL)),
                    ('words', community.sealed.SealedTextField()),
                    ('tells', models.CharField(max_length=80)),
                    ('days', models.PositiveSmallIntegerField(default=14)),
                    ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('agreed_at', models.DateTimeField(null=True)),
                    ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('told_at', models.DateTimeField(null=True)),
                    ('until', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('hosts', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['asked_at'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(('agreed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='nobody_says_alone_that_somebody_died'), models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('tells', ''), _negated=True)), name='a_death_is_told_in_words_and_by_somebody'), models.CheckConstraint(condition=models.Q(('told_at', None), ('agreed_at__isnull', False), _connector='OR'), name='nobody_is_told_of_a_death_before_two_agree'), models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 60)), name='a_death_is_told_for_some_days')],
                },
            ),
            migrations.CreateModel(
                name='Shift',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to=settings.AUTH_USER_MODEL)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('handover', community.sealed.SealedTextField(blank=True)),
                    ('second', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('second_until', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person',), name='one_open_shift_a_person'), models.CheckConstraint(condition=models.Q(('second', None), models.Q(('second', models.F('person')), _negated=True), _connector='OR'), name='nobody_is_their_own_second')],
                },
            ),
            migrations.CreateModel(
                name='Appointment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area', models.CharField(max_length=80)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to=settings.AUTH_USER_MODEL)),
                    ('appointed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('area', 'person'), name='a_moderator_is_appointed_once_to_an_area')],
                },
            ),
            migrations.CreateModel(
                name='DangerNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='danger_note', to=settings.AUTH_USER_MODEL)),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='a_note_for_danger_has_words')],
                },
            ),
            migrations.CreateModel(
                name='Duty',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to=settings.AUTH_USER_MODEL)),
                    ('place', models.CharField(max_length=80)),
                    ('kind', models.CharField(choices=[('screen', 'at the screen'), ('page', 'at the screen, without scripts'), ('call', 'on a call')], default='screen', max_length=8)),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('call_renewed', models.BooleanField(default=False)),
                    ('warned_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('ended_at', None)), fields=['place', 'until'], name='duty_at_a_place')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'place'), name='one_duty_a_person_and_place')],
                },
            ),
            migrations.CreateModel(
                name='Glass',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looked_at', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='safety.item')),
                    ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('why', community.sealed.SealedTextField()),
                    ('in_progress', models.BooleanField(default=False)),
                    ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('agreed_at', models.DateTimeField(null=True)),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('reviewed_late_at', models.DateTimeField(null=True)),
                    ('tell_at', models.DateTimeField(null=True)),
                    ('told_at', models.DateTimeField(null=True)),
                    ('why_not_told', community.sealed.SealedTextField(blank=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='nobody_looks_without_a_reason'), models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(('agreed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='nobody_agrees_with_themselves'), models.CheckConstraint(condition=models.Q(('opened_at', None), ('in_progress', True), ('agreed_at__isnull', False), _connector='OR'), name='two_look_together_unless_an_act_is_in_progress'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('tell_at', None)), models.Q(('opened_at__isnull', False), ('tell_at__isnull', False)), models.Q(('opened_at__isnull', False), models.Q(('why_not_told', ''), _negated=True)), _connector='OR'), name='who_was_looked_at_is_told_or_it_says_why_not'), models.UniqueConstraint(condition=models.Q(('opened_at', None)), fields=('item',), name='one_question_at_a_time_about_who_somebody_is')],
                },
            ),
            migrations.CreateModel(
                name='Emergency',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emergencies', to='safety.item')),
                    ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('why', community.sealed.SealedTextField()),
                    ('tried', models.JSONField(default=list)),
                    ('in_progress', models.BooleanField(default=False)),
                    ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('agreed_at', models.DateTimeField(null=True)),
                    ('called_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('called_at', models.DateTimeField(null=True)),
                    ('arrived', models.CharField(blank=True, choices=[('arrived', 'Help reached them'), ('unknown', 'Somebody called, and we cannot know whether help reached them'), ('not', 'It was not needed any more')], max_length=8)),
                    ('arrived_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('arrived_at', models.DateTimeField(null=True)),
                    ('late_told_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='emergency_services_are_decided_on_for_a_reason'), models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(('agreed_by', models.F('asked_by')), _negated=True), _connector='OR'), name='nobody_decides_alone_on_emergency_services'), models.CheckConstraint(condition=models.Q(('called_at', None), ('in_progress', True), ('agreed_at__isnull', False), _connector='OR'), name='two_decide_before_anybody_calls_unless_an_act_is_in_progress'), models.CheckConstraint(condition=models.Q(models.Q(('arrived', ''), ('arrived_at', None)), models.Q(models.Q(('arrived', ''), _negated=True), ('arrived_at__isnull', False)), _connector='OR'), name='whether_help_arrived_says_when_it_was_known'), models.CheckConstraint(condition=models.Q(('arrived__in', ['', 'not']), ('called_at__isnull', False), _connector='OR'), name='help_arrives_where_somebody_called'), models.UniqueConstraint(condition=models.Q(('arrived', '')), fields=('item',), name='one_open_decision_on_emergency_services_an_item')],
                },
            ),
            migrations.CreateModel(
                name='Call',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls', to='safety.item')),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('level', models.CharField(choices=[('now', 'Now'), ('soon', 'Within 30 minutes'), ('today', 'Today'), ('calm', 'Tomorrow')], max_length=8)),
                    ('rung', models.CharField(choices=[('first', 'whoever is on duty or on call'), ('area', 'everybody who looks after the place'), ('leads', 'those who lead')], max_length=8)),
                    ('at', models.DateTimeField()),
                    ('due_at', models.DateTimeField(null=True)),
                    ('sent_at', models.DateTimeField(null=True)),
                    ('tries', models.PositiveSmallIntegerField(default=0)),
                ],
                options={
                    'ordering': ['at', 'id'],
                    'indexes': [models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='calls_that_are_due')],
                    'constraints': [models.UniqueConstraint(fields=('item', 'level', 'rung', 'person'), name='a_rung_is_called_once'), models.UniqueConstraint(condition=models.Q(('person', None)), fields=('item', 'level', 'rung'), name='the_pager_is_called_once_a_rung')],
                },
            ),
            migrations.CreateModel(
                name='Letter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to=settings.AUTH_USER_MODEL)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='letters', to='safety.item')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('words', community.sealed.SealedTextField()),
                    ('read_at', models.DateTimeField(null=True)),
                    ('reply', community.sealed.SealedTextField(blank=True)),
                    ('replied_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('replied_at', None), ('read_at__isnull', False), _connector='OR'), name='who_answers_a_letter_has_read_it')],
                },
            ),
            migrations.CreateModel(
                name='Measure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(choices=[('hiding', 'words hidden'), ('warning', 'a warning'), ('removal', 'removed from a room'), ('pause', 'a pause from writing'), ('suspension', 'suspended'), ('covering', 'a part of words covered'), ('breather', 'a breather'), ('support', 'a support agreement')], max_length=12)),
                    ('area', models.CharField(blank=True, max_length=80)),
                    ('subject', models.CharField(blank=True, max_length=80)),
                    ('reason', models.CharField(max_length=30)),
                    ('rule', models.CharField(blank=True, max_length=20)),
                    ('evidence_hash', models.CharField(blank=True, max_length=64)),
                    ('words', community.sealed.SealedTextField()),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='measures', to='safety.item')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gt', models.F('at')), _connector='OR'), name='a_measure_ends_after_it_began'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('words', ''), _negated=True)), name='a_measure_says_why_and_in_words')],
                },
            ),
            migrations.CreateModel(
                name='Note',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='safety.item')),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('words', community.sealed.SealedTextField()),
                ],
                options={
                    'ordering': ['id'],
                },
            ),
            migrations.CreateModel(
                name='Report',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='safety.item')),
                    ('reporter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reports', to=settings.AUTH_USER_MODEL)),
                    ('reason', models.CharField(choices=[('die', 'Someone may die or be hurt now'), ('child', 'A child, or someone who cannot protect themselves'), ('threat', 'A threat against someone'), ('outside', 'I know this person outside, and I am afraid'), ('sexual', 'Sexual messages'), ('money', 'Money, or being asked to meet'), ('young', 'Someone here may be too young'), ('method', 'It tells how to hurt oneself or others'), ('hate', 'Hate against a person or a group'), ('hurts', 'It is cruel, or attacks someone'), ('advice', 'Advice that can do harm'), ('contact', 'It shares contact details or names'), ('rules', 'It is against what this group agreed'), ('spam', 'It sells something, or does not belong here'), ('other', 'Something else'), ('worried', 'I am worried about this person')], max_length=30)),
                    ('words', community.sealed.SealedTextField(blank=True)),
                    ('snapshot', community.sealed.SealedTextField(blank=True)),
                    ('promised_by', models.DateTimeField(null=True)),
                    ('promised_back_at', models.DateTimeField(null=True)),
                    ('leads_called', models.BooleanField(default=False)),
                    ('snapshot_hash', models.CharField(blank=True, max_length=64)),
                    ('receipt', models.CharField(max_length=12, unique=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('answer', community.sealed.SealedTextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('item', 'reporter'), name='a_person_reports_an_item_once')],
                },
            ),
            migrations.CreateModel(
                name='Sign',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signs', to='safety.item')),
                    ('subject_kind', models.CharField(max_length=20)),
                    ('subject_id', models.CharField(max_length=60)),
                    ('level', models.CharField(choices=[('now', 'Now'), ('soon', 'Within 30 minutes'), ('today', 'Today'), ('calm', 'Tomorrow')], max_length=8)),
                    ('codes', models.JSONField(default=list)),
                    ('words_then', community.sealed.SealedTextField(blank=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['at', 'id'],
                    'indexes': [models.Index(fields=['subject_kind', 'subject_id'], name='signs_of_a_subject')],
                    'constraints': [models.UniqueConstraint(fields=('item', 'subject_kind', 'subject_id'), name='a_subject_comes_up_once_in_an_episode')],
                },
            ),
            migrations.CreateModel(
                name='StandsApart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='apart', to='safety.item')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('why', models.CharField(choices=[('told', 'told the team about it'), ('mentors', 'mentors one of them, or is mentored'), ('blocked', 'one of them does not hear the other'), ('present', 'wrote in the lines shown'), ('declared', 'says they are too near to it'), ('decided', 'decided what is looked at again')], max_length=8)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('item', 'person'), name='somebody_stands_apart_from_an_item_once')],
                },
            ),
            migrations.CreateModel(
                name='Appeal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('measure', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='appeal', to='safety.measure')),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('upheld', models.BooleanField(null=True)),
                    ('answer', community.sealed.SealedTextField(blank=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decided_at', None), ('upheld', None)), models.Q(('decided_at__isnull', False), ('upheld__isnull', False)), _connector='OR'), name='an_answered_appeal_says_when_and_how'), models.CheckConstraint(condition=models.Q(('decided_at', None), models.Q(('answer', ''), _negated=True), _connector='OR'), name='an_answered_appeal_has_words')],
                },
            ),
        ]),
    ]
