"""From here on the database itself refuses to change an entry: the one thing that may be set, once,
is the number of its seal. PostgreSQL refuses to delete one as well; SQLite, which empties its tables
between tests row by row, does not."""

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
    dependencies = [("record", "0003_seal_what_was_chained")]

    operations = [
        migrations.RemoveConstraint(model_name="entry", name="the_record_never_forks"),
        migrations.RemoveField(model_name="entry", name="previous"),
        migrations.DeleteModel(name="Tail"),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.UniqueConstraint(fields=["previous"], name="the_record_never_forks"),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gt", 0)), name="a_seal_closes_something"
            ),
        ),
        migrations.RunPython(refuse, allow),
    ]
