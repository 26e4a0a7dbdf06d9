import cms.models.article
import community.sealed
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateTables


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('cms', '0001_initial'),
        ('cms', '0002_why_no_sources'),
        ('cms', '0003_two_checks'),
        ('cms', '0004_kinds_of_pages'),
        ('cms', '0001_tables'),
        ('cms', '0002_what_is_going_on'),
        ('cms', '0003_what_readers_miss'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('wagtailadmin', '0006_formstate'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        ('wagtaildocs', '0014_alter_document_file_size'),
        ('wagtailembeds', '0009_embed_cache_until'),
        ('wagtailimages', '0027_image_description'),
        ('wagtailsearch', '0010_add_text_fields'),
        ('wagtailusers', '0015_userprofile_keyboard_shortcuts'),
    ]

    operations = [
        CreateTables([
            migrations.CreateModel(
                name='Edition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.BigIntegerField(default=1)),
                ],
            ),
            migrations.CreateModel(
                name='LibraryHome',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('intro', models.CharField(blank=True, max_length=200, verbose_name='one sentence')),
                ],
                options={
                    'verbose_name': 'library',
                },
                bases=('wagtailcore.page',),
            ),
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
                name='TopicPage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('intro', models.CharField(max_length=200, verbose_name='one sentence')),
                ],
                options={
                    'verbose_name': 'topic',
                },
                bases=('wagtailcore.page',),
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
                name='Helpful',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('yes', models.PositiveIntegerField(default=0)),
                    ('no', models.PositiveIntegerField(default=0)),
                ],
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
            migrations.CreateModel(
                name='SecondPersonTask',
                fields=[
                    ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                    ('kind', models.CharField(choices=[('clinical', 'Clinical check'), ('lived', 'Lived-experience check')], default='clinical', max_length=10, unique=True, verbose_name='check')),
                    ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
                ],
                options={
                    'verbose_name': 'check',
                    'verbose_name_plural': 'checks',
                },
                bases=('wagtailcore.task',),
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
            migrations.CreateModel(
                name='StoryConsent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.BigIntegerField(db_index=True)),
                    ('version', models.CharField(max_length=20)),
                    ('key', models.CharField(max_length=64, unique=True)),
                    ('digest', models.CharField(blank=True, max_length=64)),
                    ('asked_by', models.BigIntegerField()),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('given_at', models.DateTimeField(null=True)),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                    ('call_due', models.DateField(null=True)),
                    ('called_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('given_at', None)), models.Q(('given_at__isnull', False), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='a_yes_is_to_words_that_were_read'), models.CheckConstraint(condition=models.Q(('called_at', None), ('call_due__isnull', False), _connector='OR'), name='a_call_was_due_before_it_was_made')],
                },
            ),
            migrations.CreateModel(
                name='PageCheck',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('revision', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('clinical', 'Clinical check'), ('lived', 'Lived-experience check')], max_length=10)),
                    ('by', models.BigIntegerField(null=True)),
                    ('outside', models.CharField(blank=True, max_length=80)),
                    ('digest', models.CharField(max_length=64)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'indexes': [models.Index(fields=['page'], name='checks_of_a_page')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', False), ('outside', '')), models.Q(('by__isnull', True), models.Q(('outside', ''), _negated=True)), _connector='OR'), name='a_check_is_given_by_one_person'), models.UniqueConstraint(fields=('revision', 'kind', 'digest'), name='a_version_has_one_check_of_a_kind')],
                },
            ),
            migrations.CreateModel(
                name='Reminder',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('kind', models.CharField(choices=[('due', 'its review is due'), ('leaving', 'it leaves the lists soon')], max_length=8)),
                    ('review', models.DateField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('page', 'kind', 'review'), name='a_review_is_reminded_of_once')],
                },
            ),
            migrations.CreateModel(
                name='ReviewInvite',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('kind', models.CharField(choices=[('clinical', 'Clinical check'), ('lived', 'Lived-experience check')], max_length=10)),
                    ('name', models.CharField(max_length=80)),
                    ('key', models.CharField(max_length=64, unique=True)),
                    ('made_by', models.BigIntegerField()),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('ends_at', models.DateTimeField()),
                    ('used_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='an_invited_reviewer_has_a_name')],
                },
            ),
            migrations.CreateModel(
                name='SmallMend',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('revision', models.BigIntegerField()),
                    ('digest', models.CharField(max_length=64)),
                    ('by', models.BigIntegerField()),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('revision', 'digest'), name='a_version_is_called_small_once')],
                },
            ),
            migrations.CreateModel(
                name='ArticlePage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('summary', models.CharField(max_length=200, verbose_name='one sentence')),
                    ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('steps', 5), ('quote', 8), ('picture', 12), ('care', 15)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'Heading', 'max_length': 80, 'template': 'cms/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ul', 'ol', 'link'], 'icon': 'pilcrow', 'label': 'Text'}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 80}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Step', 'max_length': 240}), 4: ('wagtail.blocks.ListBlock', (3,), {'label': 'Steps'}), 5: ('wagtail.blocks.StructBlock', [[('title', 2), ('steps', 4)]], {}), 6: ('wagtail.blocks.TextBlock', (), {'label': 'Words', 'rows': 3}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Who says it', 'max_length': 80, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('words', 6), ('who', 7)]], {}), 9: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture'}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'Read aloud to people who cannot see it.', 'label': 'What it shows', 'max_length': 200}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Line below', 'max_length': 200, 'required': False}), 12: ('wagtail.blocks.StructBlock', [[('image', 9), ('words', 10), ('caption', 11)]], {}), 13: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('calm', 'Something you can do yourself'), ('soon', 'Talk to somebody soon'), ('now', 'Get help now')], 'label': 'Level'}), 14: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'ul', 'link'], 'label': 'Text'}), 15: ('wagtail.blocks.StructBlock', [[('level', 13), ('text', 14)]], {})}, verbose_name='text')),
                    ('audience', models.CharField(choices=[('everyone', 'for everybody'), ('self', 'for you, if you live with this'), ('near', 'for somebody near a person'), ('hosts', 'for people who host or help')], default='everyone', max_length=8, verbose_name='whom it speaks to')),
                    ('content_note', models.CharField(blank=True, help_text='What may be hard to read, such as “speaks of a hospital stay”.', max_length=80, verbose_name='content note')),
                    ('sources', wagtail.fields.StreamField([('source', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 160}), 1: ('wagtail.blocks.URLBlock', (), {'label': 'Address', 'required': False}), 2: ('wagtail.blocks.DateBlock', (), {'label': 'Last seen'}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('address', 1), ('seen', 2)]], {})}, verbose_name='sources')),
                    ('why_no_sources', models.CharField(blank=True, help_text='Such as “speaks only of how our own groups work”.', max_length=160, verbose_name='why there is no source')),
                    ('why_these_words', models.CharField(blank=True, help_text='Only where the list with the text asks for it.', max_length=240, verbose_name='why these words stay')),
                    ('last_reviewed', models.DateField(blank=True, null=True, verbose_name='last reviewed')),
                    ('next_review', models.DateField(blank=True, default=cms.models.article.in_a_year, null=True, verbose_name='next review')),
                    ('clinical_reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='clinical reviewer')),
                    ('lived_reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewer with lived experience')),
                    ('words', models.TextField(blank=True, editable=False)),
                    ('situations', modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Readers find the page by these.', related_name='+', to='cms.situation', verbose_name='what is going on for its reader')),
                ],
                options={
                    'verbose_name': 'article',
                },
                bases=('wagtailcore.page',),
            ),
            migrations.CreateModel(
                name='Service',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('group', 'Support groups near here'), ('today', 'Someone to talk to today'), ('care', 'Care and treatment'), ('money', 'Money, work and housing'), ('family', 'For family and friends')], max_length=8, verbose_name='kind')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('about', models.CharField(max_length=240, verbose_name='what it does, in one sentence')),
                    ('who_for', models.CharField(blank=True, max_length=160, verbose_name='who it is for')),
                    ('fees', models.CharField(blank=True, max_length=120, verbose_name='what it costs')),
                    ('languages', models.CharField(blank=True, max_length=120, verbose_name='languages')),
                    ('access', models.CharField(blank=True, max_length=160, verbose_name='getting in')),
                    ('hours', models.CharField(blank=True, max_length=120, verbose_name='open')),
                    ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                    ('url', models.URLField(blank=True, verbose_name='web page')),
                    ('place', models.CharField(blank=True, max_length=160, verbose_name='where')),
                    ('verified_at', models.DateField(blank=True, null=True, verbose_name='last verified')),
                    ('verified_by', models.CharField(blank=True, max_length=80, verbose_name='verified by')),
                    ('situations', models.ManyToManyField(blank=True, related_name='+', to='cms.situation', verbose_name='what it helps with')),
                ],
                options={
                    'verbose_name': 'local service',
                    'verbose_name_plural': 'local services',
                    'ordering': ['name'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('phone', ''), ('url', ''), ('place', ''), _negated=True), name='a_service_can_be_reached'), models.CheckConstraint(condition=models.Q(('verified_at', None), models.Q(('verified_by', ''), _negated=True), _connector='OR'), name='a_service_is_verified_by_somebody')],
                },
            ),
            migrations.CreateModel(
                name='AnswerPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                ],
                options={
                    'verbose_name': 'question and answer',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='CoursePage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                ],
                options={
                    'verbose_name': 'course',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='DirectoryPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                ],
                options={
                    'verbose_name': 'local services',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='EasyReadPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                ],
                options={
                    'verbose_name': 'easy-read page',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='GlossaryPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('terms', wagtail.fields.StreamField([('term', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Word', 'max_length': 60}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'In plain words', 'max_length': 300}), 2: ('wagtail.blocks.BooleanBlock', (), {'default': False, 'label': 'Explain it wherever it stands in a text', 'required': False}), 3: ('wagtail.blocks.StructBlock', [[('word', 0), ('meaning', 1), ('explain', 2)]], {})}, verbose_name='words')),
                ],
                options={
                    'verbose_name': 'glossary',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='LetterPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('letter', models.TextField(help_text='Put blanks in [square brackets].', max_length=3000, verbose_name='letter')),
                ],
                options={
                    'verbose_name': 'letter',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='OptionsPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('helps', models.TextField(max_length=800, verbose_name='how it may help')),
                    ('harms', models.TextField(max_length=800, verbose_name='what may harm')),
                    ('effort', models.TextField(max_length=800, verbose_name='what it asks of you')),
                    ('cost', models.TextField(max_length=800, verbose_name='what it costs')),
                    ('voices', models.TextField(max_length=800, verbose_name='what people say')),
                    ('sure', models.TextField(max_length=800, verbose_name='how sure we are')),
                ],
                options={
                    'verbose_name': 'options sheet',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='SessionPlanPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('needs', models.CharField(blank=True, max_length=200, verbose_name='what you need')),
                    ('parts', wagtail.fields.StreamField([('part', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 80}), 1: ('wagtail.blocks.IntegerBlock', (), {'label': 'Minutes', 'max_value': 120, 'min_value': 1}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'What happens, and words you could say', 'rows': 3}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('minutes', 1), ('text', 2)]], {})}, verbose_name='parts')),
                ],
                options={
                    'verbose_name': 'session plan',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='StepPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('practice', models.TextField(max_length=500, verbose_name='small practice')),
                    ('reflect', models.CharField(max_length=240, verbose_name='a question to think about')),
                ],
                options={
                    'verbose_name': 'step of a course',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='StoryPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('voice', models.CharField(blank=True, help_text='Such as “R.” or “a father of two”. Never a full name.', max_length=60, verbose_name='how the author is named')),
                ],
                options={
                    'verbose_name': 'story',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='YouSaidPage',
                fields=[
                    ('articlepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='cms.articlepage')),
                    ('entries', wagtail.fields.StreamField([('entry', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'You said', 'max_length': 240}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'We did', 'max_length': 300}), 2: ('wagtail.blocks.DateBlock', (), {'label': 'When', 'required': False}), 3: ('wagtail.blocks.StructBlock', [[('said', 0), ('did', 1), ('when', 2)]], {})}, verbose_name='entries')),
                ],
                options={
                    'verbose_name': '“You said, we did”',
                },
                bases=('cms.articlepage',),
            ),
            migrations.CreateModel(
                name='KeptForLater',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_for_later', to=settings.AUTH_USER_MODEL)),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cms.articlepage')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'page'), name='a_page_is_kept_for_later_once')],
                },
            ),
            migrations.CreateModel(
                name='ReaderQuestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('asker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='library_questions', to=settings.AUTH_USER_MODEL)),
                    ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('barrier', models.CharField(blank=True, choices=[('cost', 'It costs too much'), ('travel', 'It is too far, or hard to get to'), ('language', 'It is not in my language'), ('seen', 'Somebody could find out'), ('work', 'I cannot get away from work'), ('trust', 'I do not trust it'), ('harm', 'I asked for help before, and it hurt')], max_length=8)),
                    ('words', community.sealed.SealedTextField()),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('due', models.DateField()),
                    ('answer', community.sealed.SealedTextField(blank=True)),
                    ('answered_by', models.BigIntegerField(null=True)),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('published', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cms.answerpage')),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('answered_at', None)), fields=['due'], name='questions_without_an_answer')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('answered_by', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='an_answer_has_words_a_time_and_a_person')],
                },
            ),
            migrations.CreateModel(
                name='StepDone',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps_done', to=settings.AUTH_USER_MODEL)),
                    ('step', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cms.steppage')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('person', 'step'), name='a_step_is_done_once')],
                },
            ),
        ]),
    ]
