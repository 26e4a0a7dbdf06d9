import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='roomevent',
            name='kind',
            field=models.CharField(choices=[('msg', 'msg'), ('edit', 'edit'), ('hide', 'hide'), ('restore', 'restore'), ('cover', 'cover'), ('fold', 'fold'), ('delete', 'delete'), ('gone', 'gone'), ('erased', 'erased'), ('note', 'note'), ('round', 'round'), ('hand', 'hand'), ('pace', 'pace'), ('notice', 'notice'), ('lock', 'lock'), ('unlock', 'unlock'), ('take', 'take'), ('void', 'void'), ('expired', 'expired')], max_length=8),
        ),
        migrations.CreateModel(
            name='MembersFold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('back_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.BigIntegerField(null=True)),
                ('outcome', models.CharField(blank=True, choices=[('stood', 'somebody looked, and the words stand'), ('acted', 'somebody looked, and did something'), ('urgent', 'somebody may need help: words are not folded then'), ('gone', 'the words are not there any more')], max_length=6)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='folds', to='groups.message')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('message',), name='a_message_is_folded_once_at_a_time'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('ended_by', None), ('outcome', '')), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False), ('outcome__in', ['stood', 'acted', 'urgent', 'gone'])), _connector='OR'), name='a_fold_that_ended_says_when_who_and_how'),
                ],
            },
        ),
        migrations.CreateModel(
            name='FoldFlag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fold_flags', to=settings.AUTH_USER_MODEL)),
                ('fold', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='groups.membersfold')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('fold', 'person'), name='a_person_counts_once_towards_a_fold'),
                ],
            },
        ),
    ]
