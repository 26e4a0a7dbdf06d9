import community.sealed
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('accounts', '0001_initial'),
        ('accounts', '0002_doors'),
        ('accounts', '0003_leaving'),
        ('accounts', '0004_day_two'),
        ('accounts', '0005_hidden_at_rest_and_one_offer_more'),
        ('accounts', '0001_tables'),
        ('accounts', '0002_archives_and_proofs'),
        ('accounts', '0003_names_parted_from'),
    ]

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('handle', models.CharField(max_length=30, unique=True, verbose_name='name')),
                    ('skeleton', models.CharField(editable=False, max_length=60, unique=True)),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                    ('standing', models.CharField(choices=[('waiting', 'waiting for a person to let them in'), ('active', 'active'), ('suspended', 'suspended'), ('leaving', 'leaving, can come back'), ('gone', 'gone'), ('died', 'has died')], default='active', max_length=12)),
                    ('standing_until', models.DateTimeField(blank=True, null=True)),
                    ('is_active', models.BooleanField(default=True)),
                    ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('time_zone', models.CharField(blank=True, max_length=40)),
                    ('country', models.CharField(blank=True, max_length=2)),
                    ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                    ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ],
                options={
                    'verbose_name': 'person',
                    'verbose_name_plural': 'people',
                },
            ),
            migrations.CreateModel(
                name='LeavingProof',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('hash', models.CharField(max_length=64, unique=True)),
                    ('asked_at', models.DateTimeField()),
                    ('done_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('done_at', None), ('done_at__gte', models.F('asked_at')), _connector='OR'), name='leaving_is_done_after_it_was_asked')],
                },
            ),
            migrations.CreateModel(
                name='Archive',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='archive', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('done', models.PositiveSmallIntegerField(default=0)),
                    ('of', models.PositiveSmallIntegerField()),
                    ('file', models.BinaryField(null=True)),
                    ('ready_at', models.DateTimeField(null=True)),
                    ('ends_at', models.DateTimeField(null=True)),
                    ('taken_at', models.DateTimeField(null=True)),
                    ('again_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ends_at', None), ('file', None), ('ready_at', None)), models.Q(('ends_at__isnull', False), ('file__isnull', False), ('ready_at__isnull', False)), _connector='OR'), name='an_archive_is_ready_whole_or_not_at_all'), models.CheckConstraint(condition=models.Q(('taken_at', None), ('ready_at__isnull', False), _connector='OR'), name='an_archive_is_taken_when_it_is_ready'), models.CheckConstraint(condition=models.Q(('done__lte', models.F('of'))), name='an_archive_holds_no_more_than_there_is')],
                },
            ),
            migrations.CreateModel(
                name='Block',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to=settings.AUTH_USER_MODEL)),
                    ('of', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocked_by', to=settings.AUTH_USER_MODEL)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('both', models.BooleanField(default=False)),
                    ('by_the_other', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('by', 'of'), name='a_person_is_blocked_once'), models.CheckConstraint(condition=models.Q(('by', models.F('of')), _negated=True), name='nobody_blocks_themself')],
                },
            ),
            migrations.CreateModel(
                name='Consent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to=settings.AUTH_USER_MODEL)),
                    ('kind', models.CharField(choices=[('rules', 'the house rules'), ('health_data', 'keeping what I write about my health')], max_length=20)),
                    ('version', models.CharField(max_length=20)),
                    ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('person', 'kind'), name='a_consent_stands_once_at_a_time')],
                },
            ),
            migrations.CreateModel(
                name='DayTwo',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declined_offers', to=settings.AUTH_USER_MODEL)),
                    ('key', models.CharField(choices=[('code', 'a code to come back with'), ('pronouns', 'pronouns'), ('about', 'a line about you'), ('danger', 'a sealed note for a hard hour')], max_length=20)),
                    ('declined_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='an_offer_is_declined_once')],
                },
            ),
            migrations.CreateModel(
                name='FormerName',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_names', to=settings.AUTH_USER_MODEL)),
                    ('name', community.sealed.SealedTextField()),
                    ('until', models.DateTimeField(default=django.utils.timezone.now)),
                    ('is_apart', models.BooleanField(default=False)),
                    ('kept_as', models.CharField(blank=True, db_index=True, max_length=64)),
                ],
                options={
                    'ordering': ['-until', '-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('is_apart', False), ('kept_as', '')), models.Q(('is_apart', True), models.Q(('kept_as', ''), _negated=True)), _connector='OR'), name='a_name_that_stays_apart_is_kept_from_others')],
                },
            ),
            migrations.CreateModel(
                name='Grant',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL)),
                    ('role', models.CharField(choices=[('member', 'member'), ('greeter', 'greeter'), ('mentor', 'mentor'), ('moderator', 'moderator'), ('wellbeing_reviewer', 'wellbeing reviewer'), ('safeguarding_lead', 'safeguarding lead'), ('coordinator', 'coordinator'), ('editor', 'editor'), ('reviewer', 'reviewer'), ('provider', 'provider'), ('operator', 'operator')], max_length=20)),
                    ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('granted_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ended_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person', 'role'), name='a_role_is_held_once_at_a_time'), models.CheckConstraint(condition=models.Q(('role', 'member'), _negated=True), name='being_a_member_needs_no_grant')],
                },
            ),
            migrations.CreateModel(
                name='Invitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('hash', models.CharField(max_length=64, unique=True)),
                    ('is_card', models.BooleanField(default=False)),
                    ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ends_at', models.DateTimeField()),
                    ('uses_left', models.PositiveIntegerField(default=1)),
                    ('uses', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('is_card', False), models.Q(('uses__lte', 1), ('uses_left__lte', 1)), _connector='OR'), name='a_referral_card_is_used_once'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('made_at'))), name='an_invitation_lasts_a_while')],
                },
            ),
            migrations.CreateModel(
                name='Leaving',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='leaving', to=settings.AUTH_USER_MODEL)),
                    ('keeps_words', models.BooleanField(default=False)),
                    ('standing_before', models.CharField(choices=[('waiting', 'waiting for a person to let them in'), ('active', 'active'), ('suspended', 'suspended'), ('leaving', 'leaving, can come back'), ('gone', 'gone'), ('died', 'has died')], default='active', max_length=12)),
                    ('until_before', models.DateTimeField(null=True)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ends_at', models.DateTimeField()),
                    ('proof', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, to='accounts.leavingproof')),
                ],
            ),
            migrations.CreateModel(
                name='Profile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
                    ('pronouns', models.CharField(blank=True, max_length=40)),
                    ('about', models.CharField(blank=True, max_length=300)),
                ],
            ),
            migrations.CreateModel(
                name='RecoveryCode',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL)),
                    ('hash', models.CharField(max_length=128)),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('used_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('used_at', None)), fields=('person',), name='a_person_has_one_unused_recovery_code')],
                },
            ),
            migrations.CreateModel(
                name='Welcome',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='welcome', to=settings.AUTH_USER_MODEL)),
                    ('words', community.sealed.SealedTextField()),
                    ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
            ),
            migrations.CreateModel(
                name='Admission',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='admission', to=settings.AUTH_USER_MODEL)),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('admitted', models.BooleanField(null=True)),
                    ('words', community.sealed.SealedTextField(blank=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('admitted', None), ('decided_at', None)), models.Q(('admitted__isnull', False), ('decided_at__isnull', False)), _connector='OR'), name='an_admission_is_decided_whole_or_not_at_all')],
                },
            ),
            migrations.CreateModel(
                name='ArchivePart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('archive', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='accounts.archive')),
                    ('feature', models.CharField(max_length=40)),
                    ('data', community.sealed.SealedTextField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('archive', 'feature'), name='an_archive_holds_a_feature_once')],
                },
            ),
        ]),
    ]
