"""What helps in talking with somebody: read by their mentor where they say so, first of all in the room,
and as it was then."""

import pytest

from community.care.actions.handing import write_card
from community.refusal import Refused
from community.safety import subjects
from community.safety.models import Item
from mentoring.actions import ending, showing
from mentoring.models import Pair
from mentoring.personal_data import export
from tests.mentoring.reading import sent, words
from tests.people import browser_of

HELPS = "Say what you see, not what I should do."


def wrote(somebody, words=HELPS):
    write_card(spoken=words, about="", not_about="", by=somebody)


def test_it_stands_first_for_the_mentor_once_the_member_says_so_and_not_before(ana, dora, pair):
    wrote(ana)
    room, page = f"/rooms/{pair.room_id}/", f"/mentoring/pairs/{pair.pk}/card/"
    assert HELPS not in words(browser_of(dora), room)
    assert "Let dora-wren read it" in words(browser_of(ana), room)

    sent(browser_of(ana), page, {"show": "now"})

    seen = words(browser_of(dora), room)
    assert seen.index(HELPS) < seen.index(pair.request.hopes)
    assert export(ana)["pairs"][0]["your_card_shown"] == dict(Pair.objects.get().card)
    assert export(dora)["pairs"][0]["your_card_shown"] == {}
    sent(browser_of(ana), page, {"back": "yes"})
    assert HELPS not in words(browser_of(dora), room)


def test_what_is_written_later_needs_another_yes(ana, dora, pair):
    wrote(ana)
    showing.show_card(pair=pair, by=ana)
    wrote(ana, "Something for a doctor alone.")

    seen = words(browser_of(dora), f"/rooms/{pair.room_id}/")
    assert HELPS in seen
    assert "Something for a doctor alone." not in seen


def test_heavy_words_on_it_come_onto_the_desk_when_it_is_shown(ana, pair):
    wrote(ana, "I want to kill myself tonight.")
    assert not Item.objects.exists()

    showing.show_card(pair=pair, by=ana)

    item = Item.objects.get()
    assert (item.subject_kind, item.about_id) == ("pair_card", ana.pk)
    assert "kill myself" in subjects.get("pair_card").snapshot(item.subject_id)


def test_only_the_member_shows_it_and_only_while_they_talk(ana, dora, cleo, pair):
    wrote(ana)
    for who in (dora, cleo):
        with pytest.raises(Refused, match="not_there"):
            showing.show_card(pair=pair, by=who)
    showing.show_card(pair=pair, by=ana)
    ending.end_pair(pair=pair, by=ana)

    with pytest.raises(Refused, match="ended"):
        showing.show_card(pair=pair, by=ana)
    assert HELPS not in words(browser_of(dora), f"/rooms/{pair.room_id}/")
