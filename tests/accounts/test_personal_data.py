"""Every row that belongs to a person is answered for by some feature."""

import pytest
from django.apps import apps
from django.conf import settings

from community.accounts import personal_data

# Rows that name a person without being theirs: pages and pictures belong to the house, which keeps
# them without the name (their foreign keys become null), and so does the library's own log.
NOT_PERSONAL = {
    "cms",
    "wagtailcore",
    "wagtailusers",
    "wagtailadmin",
    "wagtailimages",
    "wagtaildocs",
}


def _models_of_a_person():
    person = apps.get_model(settings.AUTH_USER_MODEL)
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and field.related_model is person:
                yield model._meta.label


def test_every_foreign_key_to_a_person_is_answered_for():
    answered = set().union(*(share.models for share in personal_data.shares()))
    loose = {
        label
        for label in _models_of_a_person()
        if label not in answered
        and label.split(".")[0] not in NOT_PERSONAL
        and not label.startswith("accounts.Person_")
    }

    assert loose == set()


@pytest.mark.django_db
def test_an_archive_holds_a_share_of_every_feature(ana):
    archive = personal_data.export(ana)

    assert set(archive) == {share.feature for share in personal_data.shares()}
    assert archive["account"]["name"] == ana.handle
