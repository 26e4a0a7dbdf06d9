"""The database itself refuses to change an entry: the one thing that may be set, once, is the number
of its seal. PostgreSQL refuses to delete one as well; SQLite, which empties its tables between tests
row by row, does not."""

from django.db import migrations, models


SAID = "an entry of the record never changes"
FIELDS = ("at", "act", "by", "about", "subject", "area", "reason", "data", "hash")

SQLITE = """
CREATE TRIGGER record_entry_never_changes BEFORE UPDATE ON record_entry
WHEN OLD.seal IS NOT NULL OR NEW.id IS NOT OLD.id {changed}
BEGIN SELECT RAISE(ABORT, '{said}'); END
"""
POSTGRESQL = """
CREATE FUNCTION record_entry_never_changes() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.seal IS NULL AND NEW.id = OLD.id {same} THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER record_entry_never_changes BEFORE UPDATE OR DELETE ON record_entry
FOR EACH ROW EXECUTE FUNCTION record_entry_never_changes();
"""


def refuse(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        changed = "".join(f' OR NEW."{name}" IS NOT OLD."{name}"' for name in FIELDS)
        schema_editor.execute(SQLITE.format(changed=changed, said=SAID))
    if schema_editor.connection.vendor == "postgresql":
        same = "".join(f' AND NEW."{name}" IS NOT DISTINCT FROM OLD."{name}"' for name in FIELDS)
        schema_editor.execute(POSTGRESQL.format(same=same, said=SAID))


def allow(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER record_entry_never_changes")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION record_entry_never_changes CASCADE")


class Migration(migrations.Migration):

    initial = True
    replaces = [  # a database that has all of them has these tables
        ('record', '0001_initial'),
        ('record', '0002_seals'),
        ('record', '0003_seal_what_was_chained'),
        ('record', '0004_entries_never_change'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('act', models.CharField(max_length=60)),
                ('by', models.BigIntegerField(null=True)),
                ('about', models.BigIntegerField(db_index=True, null=True)),
                ('subject', models.CharField(blank=True, db_index=True, max_length=80)),
                ('area', models.CharField(blank=True, max_length=80)),
                ('reason', models.CharField(blank=True, max_length=60)),
                ('data', models.JSONField(default=dict)),
                ('hash', models.CharField(max_length=64)),
                ('seal', models.BigIntegerField(db_index=True, null=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField(unique=True)),
                ('at', models.DateTimeField()),
                ('count', models.PositiveIntegerField()),
                ('previous', models.CharField(blank=True, max_length=64)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('previous',), name='the_record_never_forks'), models.CheckConstraint(condition=models.Q(('count__gt', 0)), name='a_seal_closes_something')],
            },
        ),
        migrations.RunPython(refuse, allow),
    ]
