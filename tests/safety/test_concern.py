"""From what screening heard to how soon somebody on the team looks: one place, every level."""

import uuid

import pytest

from community import screening
from community.safety.enums import ItemKind, Level
from community.safety.models import Item
from community.safety.reading import concern
from groups.sending import send
from tests.people import on_duty

HEARD = [
    ("good morning everyone, the kettle is on", None),
    ("I just want it to stop, I have pills here.", Level.NOW),
    ("I don't want to be here any more", Level.SOON),
    ("Quiero morirme esta noche y ya no puedo con nada de esto", Level.TODAY),
]


@pytest.mark.parametrize(("words", "level"), HEARD)
def test_words_reach_the_desk_as_soon_as_they_should(words, level):
    heard = concern(screening.screen(words))

    assert (heard.level if heard else None) == level


@pytest.mark.django_db
def test_words_in_another_language_are_read_by_a_person_today(ana, emil, room):
    on_duty(emil, room)

    verdict = send(
        by=ana.pk,
        room=room.pk,
        cid=uuid.uuid4(),
        body="Quiero morirme esta noche y ya no puedo con nada de esto",
    )

    item = Item.objects.get(kind=ItemKind.SIGNAL)
    assert verdict.seq == 1
    assert (item.level, item.signals, item.about_id) == (Level.TODAY, ["language"], ana.pk)
