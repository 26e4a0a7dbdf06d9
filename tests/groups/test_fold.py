"""What is folded for one reader, and what stands in its place."""

import pytest

from groups.folding import Wishes, folded, how_folded, stems
from tests.groups.fold_cases import FAMILIES, FOLDS, STRANGERS

ASKED = "Three members asked for this to be looked at."
NOTHING = {"own": False, "note": "", "note_kind": "", "body": ""}


def words(**said):
    return {**NOTHING, **said}


@pytest.mark.parametrize(("said", "choices", "muted", "how"), FOLDS)
def test_it_is_folded_as_its_reader_chose(said, choices, muted, how):
    wishes = Wishes(choices=choices, muted=tuple(muted))

    assert how_folded(**words(**said), wishes=wishes) == how


@pytest.mark.parametrize(("word", "family"), FAMILIES)
def test_a_word_means_its_family(word, family):
    assert set(stems(family)) == set(stems(word))


@pytest.mark.parametrize(("word", "other"), STRANGERS)
def test_words_that_only_look_alike_are_no_family(word, other):
    assert stems(word) != stems(other)


def test_a_note_says_what_it_is_about_and_the_words_beside_it():
    said = words(note="my brother", note_kind="loss")

    assert folded(**said, wishes=Wishes()).label == "Loss and grief: my brother"


def test_what_is_never_wanted_shows_no_words_of_the_note():
    said = words(note="my brother", note_kind="loss", body="He fell.")

    assert folded(**said, wishes=Wishes(choices={"loss": "never"})).label == (
        "Folded, as you chose: Loss and grief"
    )


def test_what_members_asked_about_says_so_before_the_note():
    told = folded(**words(note_kind="loss"), wishes=Wishes(), asked=ASKED)

    assert (told.label, told.is_closed) == (f"{ASKED} · Loss and grief", True)


def test_who_looks_after_the_room_reads_what_members_asked_about():
    told = folded(**words(), wishes=Wishes(looks_after=True), asked=ASKED)

    assert (told.label, told.is_closed) == ("", False)


def test_a_muted_word_is_not_repeated_above_the_words():
    told = folded(**words(body="Rain again"), wishes=Wishes(muted=("rain",)))

    assert (told.label, told.is_closed) == ("1 message folded", True)
