"""One row of everything that can name a person, each word in it to be known again.

For every model and every way that leads from it to a person, a foreign key, a chain of keys or a plain
number, one row is made with that person at its end. Checks of the database are off meanwhile: what is
asked is where words go, not whether such a row could be.
"""

import itertools
import uuid
from contextlib import contextmanager
from datetime import timedelta

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone
from wagtail.models import Page

from cms.models import StepPage
from community.accounts.models import Person

APPS = {
    "account", "accounts", "care", "cms", "community", "groups", "help", "house", "mentoring", "mfa",
    "notifications", "record", "safety", "usersessions", "wellbeing",
}  # fmt: skip
# Numbers of people without a foreign key.
NUMBERS = {
    "cms.PageCheck": ["by"],
    "cms.ReaderQuestion": ["answered_by"],
    "cms.ReviewInvite": ["made_by"],
    "cms.SmallMend": ["by"],
    "cms.StoryConsent": ["asked_by"],
    "groups.MembersFold": ["ended_by"],
    "groups.Memorial": ["ended_by"],
    "groups.Message": ["offered_by", "seen_by", "state_by"],
    "groups.Visit": ["word_by"],
    "house.OpeningPoint": ["confirmed_by"],
    "record.Entry": ["about", "by"],
}
# Numbers that are no person's: of messages, versions, pages, of how many.
OTHER_NUMBERS = {
    "below", "depth", "first_number", "first_seq", "last_seq", "number", "numchild", "page",
    "reader", "read_seq", "reply_to", "revision", "seal", "seq", "subject_seq", "value",
}  # fmt: skip
# Text or lists that a program reads: the shape it must have, or what stands in them instead of words.
SHAPED = {
    "care.Piece.content": '{"words": "%s"}',
    "mentoring.Pair.shown_card": '[["a", "%s"]]',
    "mentoring.SignedAgreement.kept": '{"rhythm": "%s"}',
    "wellbeing.AnswerSet.raw": '["%s"]',
}
FIXED = {
    "care.ShownStep.noticed_at": timezone.now(),
    "groups.Room.last_seq": 10**6,
    "mentoring.PairAgreement.member_yes": 2,
    "mentoring.PairAgreement.mentor_yes": 2,
    "mentoring.PairAgreement.version": 2,
    "mentoring.Request.prefers": [],
    "mentoring.Request.then": [],
    "mentoring.Request.waited_before": 0,
    "mentoring.SignedAgreement.version": 1,
    "usersessions.UserSession.data": {},
    "usersessions.UserSession.ip": "192.0.2.7",
    "wellbeing.RiskAnswer.raw": "2",
}


def our_models():
    """Every table of ours and of what signs people in. Pages of the library are the house's."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in APPS and model is not Person and not issubclass(model, Page)
    ]


def big_numbers(model):
    """Columns that could hold somebody's number."""
    wide = (models.BigIntegerField, models.PositiveBigIntegerField)
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, wide) and not field.primary_key and not field.is_relation
    ]


def ways_to_a_person(model):
    """Every way, as the names of its columns."""
    for field in _keys(model):
        if field.related_model is Person:
            yield (field.name,)
        elif field.related_model in our_models() and field.related_model is not model:
            yield from ((field.name, *rest) for rest in _owners(field.related_model))
    yield from ((name,) for name in NUMBERS.get(model._meta.label, ()))


def _owners(model, seen=()):
    """Ways along which a row goes when the person goes."""
    for field in _keys(model):
        if field.remote_field.on_delete is not models.CASCADE or field.related_model in seen:
            continue
        if field.related_model is Person:
            yield (field.name,)
        elif field.related_model in our_models():
            found = _owners(field.related_model, (*seen, model))
            yield from ((field.name, *rest) for rest in found)


def _keys(model):
    return [f for f in model._meta.concrete_fields if f.is_relation and f.related_model]


@contextmanager
def no_checks():
    """Rows that a check would refuse can be made."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            yield
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
        else:
            _take_checks_away(cursor)
            yield


def _take_checks_away(cursor):
    """Until the end of this test's transaction, which brings them back: PostgreSQL looks at a whole
    row whatever is changed in it. What waits for that end is asked before, as it would be in the
    way."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    cursor.execute(
        "SELECT conrelid::regclass, quote_ident(conname) FROM pg_constraint"
        " WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'public'::regnamespace"
    )
    drop = [f"ALTER TABLE {table} DROP CONSTRAINT {check}" for table, check in cursor.fetchall()]
    cursor.execute("; ".join(drop))


class Everything:
    """The rows of one person; `words` leads from what stands in a column to the column."""

    def __init__(self, person):
        self.person, self.words = person, {}
        self._made, self._count = {}, itertools.count(1)
        with no_checks():
            for model in our_models():
                for way in ways_to_a_person(model):
                    self._row(model, way)

    def _row(self, model, way=(), *, anew=False):
        if model is Page:
            return Page.objects.last()
        if model is StepPage:
            return StepPage.objects.first() or _step()
        if anew and not way:
            return self._make(model, way, anew=True)
        if (model, way) not in self._made:
            self._made[model, way] = self._make(model, way)
        return self._made[model, way]

    def _make(self, model, way, *, anew=False):
        row = model()
        for field in model._meta.concrete_fields:
            if not isinstance(field, models.AutoField):
                setattr(row, field.name, self._value(field, way, anew=anew))
        try:
            with transaction.atomic():
                models.Model.save_base(row, force_insert=True)
        except IntegrityError:  # what it stands on has such a row already
            if anew:
                raise
            return self._make(model, way, anew=True)
        return row

    def _value(self, field, way, *, anew):
        name = f"{field.model._meta.label}.{field.name}"
        if name in FIXED:
            return FIXED[name]
        if way and way[0] == field.name:
            return self._end(field, way)
        if field.is_relation:
            return self._other(field, anew=anew)
        if field.choices:
            default = field.get_default() if field.has_default() else ""
            return default or next(key for key, _words in field.flatchoices if key != "")
        if isinstance(field, models.CharField | models.TextField):
            return SHAPED.get(name, "%s") % self._word(field, way)
        if isinstance(field, models.JSONField):
            default = field.get_default()
            return [self._word(field, way)] if isinstance(default, list) else default or {}
        if field.name in ("seq", "number"):
            return next(self._count)
        return _plain(field)

    def _end(self, field, way):
        if not field.is_relation:
            return self.person.pk
        is_person = field.related_model is Person
        return self.person if is_person else self._row(field.related_model, way[1:])

    def _other(self, field, *, anew):
        if field.null:
            return None
        if field.related_model is Person:
            name = f"other-{next(self._count)}"
            return Person.objects.create(handle=name, skeleton=name)
        if field.related_model in (Page, StepPage) or field.related_model in our_models():
            return self._row(field.related_model, anew=anew)
        return field.related_model._default_manager.first()

    def _word(self, field, way):
        word = f"w{next(self._count)}w"
        if way:
            self.words[word] = (field.model._meta.label, ".".join(way), field.name)
        return word


def _plain(field):
    if field.has_default():
        return field.get_default()
    if field.null:
        return None
    now = timezone.now()
    kinds = [
        (models.DateTimeField, now),
        (models.DateField, now.date()),
        (models.TimeField, now.time()),
        (models.DurationField, timedelta(days=1)),
        (models.BooleanField, True),
        (models.BinaryField, b"x"),
        (models.UUIDField, uuid.uuid4()),
    ]
    return next((value for kind, value in kinds if isinstance(field, kind)), 1)


def _step():
    said = dict.fromkeys(("summary", "practice", "reflect"), "x")
    return Page.objects.get(depth=1).add_child(instance=StepPage(title="x", slug="x", **said))
