import community.sealed
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('care', '0001_tables'),
        ('care', '0002_handing_over'),
        ('care', '0003_what_comes_back'),
        ('care', '0004_deciding_together'),
        ('care', '0005_from_an_options_sheet'),
    ]

    dependencies = [
        ('cms', '0001_beginning'),  # Wagtail's many steps are quick while few tables hang together
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Card',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='support_card', to=settings.AUTH_USER_MODEL)),
                    ('spoken', community.sealed.SealedTextField(blank=True)),
                    ('about', community.sealed.SealedTextField(blank=True)),
                    ('not_about', community.sealed.SealedTextField(blank=True)),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
            ),
            migrations.CreateModel(
                name='Provider',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='as_provider', to=settings.AUTH_USER_MODEL)),
                    ('name', models.CharField(max_length=80)),
                    ('profession', models.CharField(max_length=80)),
                    ('organisation', models.CharField(max_length=120)),
                    ('how', models.CharField(choices=[('register', 'found in the public register of the profession'), ('employer', 'asked at the place where they work'), ('papers', 'saw their papers, in person')], max_length=10)),
                    ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('checked_on', models.DateField()),
                    ('until', models.DateField()),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('lapse_told_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['name', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), ('profession', ''), ('organisation', ''), _connector='OR', _negated=True), name='a_provider_has_name_profession_and_place'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('checked_on'))), name='a_check_ends_after_it_was_made')],
                },
            ),
            migrations.CreateModel(
                name='Code',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='care_codes', to=settings.AUTH_USER_MODEL)),
                    ('hash', models.CharField(max_length=64, unique=True)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ends_at', models.DateTimeField()),
                    ('typed_at', models.DateTimeField(null=True)),
                    ('typed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='care.provider')),
                    ('told_at', models.DateTimeField(null=True)),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('person',), name='a_person_shows_one_code_at_a_time'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('made_at'))), name='a_code_lasts_a_while'), models.CheckConstraint(condition=models.Q(('typed_at__isnull', False), ('typed_by', None), _connector='OR'), name='a_typed_code_says_when')],
                },
            ),
            migrations.CreateModel(
                name='Tie',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='care_ties', to=settings.AUTH_USER_MODEL)),
                    ('provider', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ties', to='care.provider')),
                    ('called', community.sealed.SealedTextField()),
                    ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('ended_by', models.CharField(blank=True, choices=[('member', 'the member'), ('provider', 'the provider'), ('service', 'the service')], max_length=8)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'provider'), name='a_provider_is_brought_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', '')), models.Q(('ended_at__isnull', False), models.Q(('ended_by', ''), _negated=True)), _connector='OR'), name='what_is_over_says_who_ended_it')],
                },
            ),
            migrations.CreateModel(
                name='Sheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('handed_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='care.tie')),
                    ('title', community.sealed.SealedTextField()),
                    ('page', models.PositiveIntegerField(null=True)),
                    ('closed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('handed_at'))), name='a_sheet_ends_after_it_was_begun')],
                },
            ),
            migrations.CreateModel(
                name='Suggestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='care.tie')),
                    ('target', models.CharField(max_length=40)),
                    ('words', community.sealed.SealedTextField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('end', models.CharField(blank=True, choices=[('taken', 'taken'), ('changed', 'taken and changed'), ('declined', 'not taken')], max_length=8)),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('end', ''), ('settled_at', None)), models.Q(models.Q(('end', ''), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='a_settled_suggestion_says_how_and_when')],
                },
            ),
            migrations.CreateModel(
                name='ShownStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('handed_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='care.tie')),
                    ('goal', community.sealed.SealedTextField()),
                    ('words', community.sealed.SealedTextField()),
                    ('saw', community.sealed.SealedTextField(blank=True)),
                    ('strength', community.sealed.SealedTextField(blank=True)),
                    ('noticed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('handed_at'))), name='a_step_ends_after_it_was_shown'), models.CheckConstraint(condition=models.Q(models.Q(('noticed_at', None), ('saw', ''), ('strength', '')), models.Q(('noticed_at__isnull', False), models.Q(('saw', ''), _negated=True)), _connector='OR'), name='a_noticing_says_what_was_seen')],
                },
            ),
            migrations.CreateModel(
                name='ScaleRequest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scale_requests', to='care.tie')),
                    ('instrument', models.CharField(max_length=30)),
                    ('why', community.sealed.SealedTextField()),
                    ('then', community.sealed.SealedTextField()),
                    ('until', models.DateField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('end', models.CharField(blank=True, choices=[('given', 'handed over'), ('not_now', 'not this time')], max_length=8)),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('end', '')), fields=('tie', 'instrument'), name='a_scale_is_asked_for_once_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('end', ''), ('settled_at', None)), models.Q(models.Q(('end', ''), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='a_settled_request_says_how_and_when')],
                },
            ),
            migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('handed_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='care.tie')),
                    ('words', community.sealed.SealedTextField()),
                    ('due', models.DateField()),
                    ('answer', community.sealed.SealedTextField(blank=True)),
                    ('talk_on', models.DateField(null=True)),
                    ('answered_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('handed_at'))), name='a_question_ends_after_it_was_asked'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('talk_on', None)), models.Q(('answered_at__isnull', False), models.Q(models.Q(('answer', ''), _negated=True), ('talk_on__isnull', False), _connector='OR')), _connector='OR'), name='an_answered_question_has_words_or_a_day')],
                },
            ),
            migrations.CreateModel(
                name='Piece',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('handed_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('until', models.DateTimeField()),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pieces', to='care.tie')),
                    ('kind', models.CharField(choices=[('card', 'How I like to be spoken with'), ('goal', 'A goal'), ('section', 'From my plan'), ('since', 'Since we last met'), ('days', 'How my days were'), ('answers', 'Answers to questions about the last weeks')], max_length=8)),
                    ('key', models.CharField(max_length=40)),
                    ('content', community.sealed.SealedTextField(blank=True)),
                ],
                options={
                    'ordering': ['id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('tie', 'key'), name='a_piece_is_handed_over_once_at_a_time'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('handed_at'))), name='a_piece_ends_after_it_was_handed_over'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), models.Q(('content', ''), _negated=True)), models.Q(('content', ''), ('ended_at__isnull', False)), _connector='OR'), name='of_a_piece_that_is_over_nothing_is_kept')],
                },
            ),
            migrations.CreateModel(
                name='Outcome',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='care.tie')),
                    ('about', community.sealed.SealedTextField()),
                    ('came', models.CharField(choices=[('keep', 'Keep'), ('change', 'Change'), ('stop', 'Stop')], max_length=6)),
                    ('words', community.sealed.SealedTextField(blank=True)),
                    ('look_on', models.DateField(null=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('agreed', models.BooleanField(null=True)),
                    ('agreed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'ordering': ['-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreed', None), ('agreed_at', None)), models.Q(('agreed__isnull', False), ('agreed_at__isnull', False)), _connector='OR'), name='a_word_on_an_outcome_says_when')],
                },
            ),
            migrations.CreateModel(
                name='SheetVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='care.sheet')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('side', models.CharField(choices=[('member', 'the member'), ('provider', 'the provider'), ('service', 'the service')], max_length=8)),
                    ('options', community.sealed.SealedTextField(blank=True)),
                    ('matters', community.sealed.SealedTextField(blank=True)),
                    ('leans', community.sealed.SealedTextField(blank=True)),
                    ('thinks', community.sealed.SealedTextField(blank=True)),
                    ('decided', community.sealed.SealedTextField(blank=True)),
                    ('look_on', models.DateField(null=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'ordering': ['-number'],
                    'constraints': [models.UniqueConstraint(fields=('sheet', 'number'), name='a_version_of_a_sheet_is_kept_once')],
                },
            ),
        ]),
    ]
