"""A member lets their mentor read what helps in talking with them: as it is then, until they take it
back."""

import json

from django.db import transaction

from community.accounts.models import Person
from community.refusal import insist
from community.safety.hearing import hear
from mentoring import rules
from mentoring.cards import card_of
from mentoring.heard import CARD
from mentoring.models import Pair


@transaction.atomic
def show_card(*, pair: Pair, by: Person) -> None:
    """Their mentor reads it as it is now, first of all in their room; what is written there later
    needs another yes. Raises Refused."""
    found = _locked(pair, by=by)
    lines = card_of(by)
    found.shown_card = json.dumps(lines) if lines else ""
    found.save(update_fields=["shown_card"])
    words = "\n".join(said for _title, said in lines)
    hear(words, subject_kind=CARD, subject_id=found.pk, about=by.pk)


@transaction.atomic
def take_card_back(*, pair: Pair, by: Person) -> None:
    """It is read no more. Raises Refused."""
    found = _locked(pair, by=by)
    found.shown_card = ""
    found.save(update_fields=["shown_card"])


def _locked(pair: Pair, *, by: Person) -> Pair:
    locked = Pair.objects.select_for_update(of=("self",)).filter(pk=pair.pk)
    found = locked.select_related("mentor", "request").first()
    insist(rules.may_show_card(by, found))
    assert found is not None
    return found
