"""Rows that most tests begin with are made once in a process, by the code that makes them, and laid
out again for each test: ten statements instead of two hundred, which was a third of a whole run.

What is laid out is what was made, but for its times: they move with the clock, so that somebody
who joined a moment ago still has. A row that was there before may not be changed by the making.
"""

from copy import copy
from datetime import timedelta

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

NEAR = timedelta(minutes=1)  # a time this near to the making was the clock's
AHEAD = 1000  # ids from here on are free for what a test makes itself


class Laid:
    """`made = Laid()`; `made.keep("ana", make)` once, `made.lay("ana")` in each test."""

    def __init__(self):
        self.kept = {}

    def keep(self, name, make):
        """Runs `make`, which answers a saved object, and keeps the rows it wrote."""
        tables = _tables_written(make)
        before = {model: _rows(model) for model in tables}
        made = make()
        now = timezone.now()  # after it: what is laid out never lies ahead
        sheets = [Sheet(model, _new_rows(model, before[model]), now) for model in tables]
        self.kept[name] = (type(made), made.pk, sheets)
        return made

    def lay(self, name):
        """Writes the rows again and answers the object as the database holds it."""
        model, pk, sheets = self.kept[name]
        now = timezone.now()
        write(sheets, now)
        sheet = next(sheet for sheet in sheets if sheet.model is model)
        return sheet.as_loaded(pk, now)


def write(sheets, now):
    """All rows of all sheets. PostgreSQL takes them in one go, SQLite one statement at a time."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for sheet in sheets:
                cursor.execute(sheet.insert, sheet.values(now))
        else:
            values = [value for sheet in sheets for value in sheet.values(now)]
            cursor.execute("; ".join(sheet.insert for sheet in sheets), values)


class Sheet:
    """The rows of one table, as values that the database takes."""

    def __init__(self, model, rows, made):
        self.model, self.made = model, made
        self.fields = [f for f in model._meta.local_concrete_fields if not f.generated]
        self.times = {n for n, f in enumerate(self.fields) if isinstance(f, models.DateTimeField)}
        rows = list(rows)
        self.loaded = {row.pk: [getattr(row, f.attname) for f in self.fields] for row in rows}
        self.rows = [[_value(f, row) for f in self.fields] for row in rows]
        columns = ", ".join(connection.ops.quote_name(f.column) for f in self.fields)
        places = ", ".join(["(" + ", ".join(["%s"] * len(self.fields)) + ")"] * len(self.rows))
        table = connection.ops.quote_name(model._meta.db_table)
        self.insert = f"INSERT INTO {table} ({columns}) VALUES {places}"

    def values(self, now):
        """What belongs to the places of `insert`, row after row."""
        adapt = connection.ops.adapt_datetimefield_value
        return [
            adapt(self._moved(value, now)) if n in self.times else value
            for row in self.rows
            for n, value in enumerate(row)
        ]

    def as_loaded(self, pk, now):
        """The object of a row of this table, as a query would answer it."""
        names = [f.attname for f in self.fields]
        row = [
            self._moved(value, now) if n in self.times else copy(value)
            for n, value in enumerate(self.loaded[pk])
        ]
        return self.model.from_db(connection.alias, names, row)

    def _moved(self, value, now):
        return value + (now - self.made) if value and abs(value - self.made) < NEAR else value


class Everything:
    """What stands in all tables now: `write` puts it back after they were emptied."""

    def __init__(self):
        found = ((model, _rows(model)) for model in apps.get_models(include_auto_created=True))
        now = timezone.now()
        self.sheets = [
            Sheet(model, rows.values(), now)
            for model, rows in found
            if rows and model._meta.managed and not model._meta.proxy and not _fills_itself(model)
        ]

    def write(self):
        with transaction.atomic():  # foreign keys are looked at when all of it is there
            for sheet in self.sheets:
                write([sheet], timezone.now())


def _fills_itself(model):
    """The database writes the index of a search beside what is searched."""
    return model._meta.db_table.endswith("_fts")


def _value(field, row):
    value = field.pre_save(row, add=False) if field.is_relation else getattr(row, field.attname)
    if isinstance(field, models.DateTimeField):
        return value  # moved first, adapted when it is written
    return field.get_db_prep_save(value, connection)


def _tables_written(make):
    """The models whose tables `make` writes to, in the order of its first words to each."""
    by_table = {m._meta.db_table: m for m in apps.get_models(include_auto_created=True)}
    written = {}

    def listen(execute, sql, params, many, context):
        if sql.startswith(("INSERT INTO", "UPDATE", "DELETE FROM")):
            written[sql.split('"')[1]] = True
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(listen):
        make()
        transaction.set_rollback(True)
    return [by_table[table] for table in written]


def _rows(model):
    return {row.pk: row for row in model._base_manager.all()}


def _new_rows(model, before):
    after = _rows(model)
    assert _as_values(before) == _as_values({pk: after.get(pk) for pk in before}), model
    return [row for pk, row in after.items() if pk not in before]


def _as_values(rows):
    return {
        pk: row and [getattr(row, f.attname) for f in row._meta.concrete_fields]
        for pk, row in rows.items()
    }


def leave_room_for_what_is_laid():
    """Ids that the database gives out begin above those of what is laid out. PostgreSQL never
    gives out an id twice, whether or not its row was kept."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE %s", ["%AUTOINCREMENT%"])
        tables = [name for (name,) in cursor.fetchall()]
        cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s)", [AHEAD])
        cursor.execute("SELECT name FROM sqlite_sequence")
        there = {name for (name,) in cursor.fetchall()}
        rows = [(name, AHEAD) for name in tables if name not in there]
        cursor.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", rows)


def begin_at_the_lowest_ids():
    """For the making alone: rolled back with it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("UPDATE sqlite_sequence SET seq = 0")
