"""Whatever names a person is answered for: it is in their archive or has a reason not to be, and it goes
when they leave or the page of leaving says that it stays."""

import json

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from community.accounts import personal_data
from community.accounts.models import Person
from tests.roof.everything import (
    NUMBERS,
    OTHER_NUMBERS,
    Everything,
    big_numbers,
    our_models,
    ways_to_a_person,
)

# Why the words of a row are not in the archive of somebody at the end of this way.
HELPED = "they did something for the house or for somebody else, whose row it is"
OTHERS = "what another person wrote is theirs"
APART = "it is the same row, reached by who comes before or beside"
WAYS = {
    **dict.fromkeys(
        [
            "agreed_by", "answered_by", "answers_for", "appointed_by", "approved_by", "arrived_by",
            "asked_by", "called_by", "changed_by", "checked_by", "decided_by", "ended_by", "made_by",
            "offered_by", "owner", "references_heard_by", "second", "seen_by", "state_by", "taken_by",
            "told_by", "word_by",
            "cms.PageCheck.by", "cms.SmallMend.by", "safety.Letter.by", "wellbeing.Completed.by",
            "wellbeing.Pack.by",
        ],
        HELPED,
    ),
    **dict.fromkeys(
        [
            "mentoring.Offer.request.person", "mentoring.Pair.mentor.person",
            "mentoring.Parting.pair.mentor.person", "mentoring.Parting.pair.request.person",
            "notifications.WarmLater.beside", "wellbeing.ActIdea.person",
            "wellbeing.ConcernLine.concern.person", "wellbeing.PlanIdea.goal.person",
            "wellbeing.PlanIdea.person",
            "wellbeing.Share.to", "wellbeing.Thanks.step.goal.person", "wellbeing.Thanks.to",
        ],
        OTHERS,
    ),
    **dict.fromkeys(
        [
            "groups.Message.said_as.seat.person", "mentoring.Request.after.mentor.person",
            "mentoring.Request.after.request.person",
        ],
        APART,
    ),
    "record.Entry.about": "the record holds codes; what was done to somebody is told on their pages",
    "record.Entry.by": "the record holds codes and numbers alone",
    "safety.Item.about": "it would tell who told the team; what was decided is in the archive",
    "safety.Passing.person": "the person has died",
}  # fmt: skip
SECRET = "a secret that opens something, or its hash"
CODE = "a name or an address inside the software"
COLUMNS = {
    **dict.fromkeys(
        [
            "account.EmailConfirmation.key", "accounts.RecoveryCode.hash", "care.Code.hash",
            "groups.Message.first_mac", "safety.Measure.evidence_hash",
            "safety.Report.receipt", "safety.Report.snapshot_hash",
            "usersessions.UserSession.session_key", "wellbeing.ShareLink.code_hash",
            "wellbeing.ShareLink.device_hash", "wellbeing.ShareLink.token_hash",
        ],
        SECRET,
    ),
    **dict.fromkeys(
        [
            "care.Piece.key", "care.Suggestion.target", "groups.EarlierName.wire_id",
            "groups.Message.state_why", "groups.Seat.wire_id", "mentoring.Offer.but",
            "mentoring.Offer.fits", "notifications.Notification.path", "notifications.WarmLater.path",
            "safety.Measure.area", "safety.Measure.rule", "safety.Measure.subject",
        ],
        CODE,
    ),
    "account.EmailAddress.email": "it is the account's own",
    "accounts.ArchivePart.data": "it is the archive",
    "accounts.ArchivePart.feature": "it is the archive",
    "accounts.FormerName.kept_as": "the other spelling of a name that is in it",
    "groups.EarlierName.name": "it is among the former names",
    "groups.Message.body": "own words are in it whole, with what the team covers",
    "groups.Message.covered": "places in words that are in it whole",
    "mentoring.Offer.setting": "how the coordinator weighed all requests",
    **dict.fromkeys(
        [
            "care.EarlierAnswer.answer", "care.Outcome.about", "care.Outcome.who", "care.Outcome.words",
            "care.Question.answer", "care.ScaleRequest.then", "care.ScaleRequest.why",
            "care.SheetVersion.thinks", "care.ShownStep.saw", "care.ShownStep.strength",
            "care.Suggestion.words", "cms.ReaderQuestion.answer", "groups.Membership.answer",
            "groups.Message.wish", "mentoring.Mentor.answer", "safety.Appeal.answer",
            "safety.Letter.words", "safety.Measure.reason", "safety.Measure.words",
            "safety.Report.answer",
        ],
        OTHERS,
    ),
    "safety.Glass.why": "who looked, and why, is in it as it is told",
    "safety.Glass.why_not_told": "who looked, and why, is in it as it is told",
    "safety.Report.snapshot": OTHERS,
}  # fmt: skip
# What is left of somebody in a row that is somebody else's.
ROWS_OF_OTHERS = {"accounts.Admission", "accounts.Invitation", "mentoring.Pair", "mentoring.Parting",
                  "mentoring.Request", "wellbeing.Thanks"}  # fmt: skip


def test_every_model_that_names_a_person_is_answered_for():
    answered = set().union(*(share.models for share in personal_data.shares()))
    reach = {model._meta.label for model in our_models() if [*ways_to_a_person(model)]}
    through = {label for label in reach if label not in answered and _goes_with_another(label)}
    said = {label for one in _all_stays() for label in one.of}

    assert reach - answered - through - said == {
        "accounts.Person_groups",  # what a role opens in the library; the roles are in the archive
        "accounts.Person_user_permissions",
    }


def test_every_number_is_known_to_be_a_persons_or_not():
    loose = {
        f"{model._meta.label}.{name}"
        for model in our_models()
        for name in big_numbers(model)
        if name not in OTHER_NUMBERS and name not in NUMBERS.get(model._meta.label, ())
    }

    assert loose == set()


@pytest.fixture
def kept(db):
    return Everything(Person.objects.create(handle="somebody", skeleton="somebody"))


def test_an_archive_holds_every_word_or_there_is_a_reason(kept):
    archive = json.dumps(personal_data.export(kept.person), cls=DjangoJSONEncoder)

    missing = {where for word, where in kept.words.items() if f'"{word}"' not in archive}
    used = {_reason(*where) for where in missing}

    assert {where for where in missing if _reason(*where) is None} == set()
    assert {*WAYS, *COLUMNS} - used == set()


def test_nothing_stays_that_the_page_of_leaving_does_not_say(kept):
    number = kept.person.pk
    said = {label for one in _all_stays() for label in one.of}

    personal_data.erase(kept.person, keeps_words=False)
    kept.person.delete()

    assert _where(number, set(kept.words)) - said - ROWS_OF_OTHERS == set()


def _all_stays():
    return personal_data.stays(of_helpers=False) + personal_data.stays(of_helpers=True)


def _goes_with_another(label):
    """Whether the rows of this model go with a row of somebody whom a feature speaks for."""
    keys = [f for f in apps.get_model(label)._meta.concrete_fields if f.is_relation]
    own = [key for key in keys if key.related_model is Person]
    return not own and any(key.remote_field.on_delete is models.CASCADE for key in keys)


def _reason(label, way, column):
    """Which of the reasons it is, the nearest first."""
    names = (f"{label}.{column}", f"{label}.{way}", way)
    return next((name for name in names if name in {**WAYS, **COLUMNS}), None)


def _where(number, words):
    """Tables in which one of the words, or the person's number, can be found."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label
        columns = [f.attname for f in model._meta.concrete_fields if not f.is_relation]
        for row in model._default_manager.values_list(*columns) if columns else ():
            for column, value in zip(columns, row, strict=True):
                told = str(value).replace('"', " ").replace("'", " ")
                is_number = value == number and column in NUMBERS.get(label, ())
                if is_number or not words.isdisjoint([told, *told.split()]):
                    found.add(label)
    return found
