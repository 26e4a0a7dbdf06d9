"""Contact details are found however they are spelled; helplines and numbers of life pass."""

import pytest

from community.screening import find_contacts
from tests.screening.contact_cases import HARMLESS, LEAKS


@pytest.mark.parametrize(("kind", "text"), LEAKS, ids=[text for _, text in LEAKS])
def test_leak_is_found_with_its_kind(kind, text):
    assert kind in {contact.kind for contact in find_contacts(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_look_alike_passes(text):
    assert find_contacts(text) == ()


def test_suite_is_as_large_as_promised():
    assert (len(LEAKS) >= 43, len(HARMLESS) >= 30) == (True, True)


def test_spans_point_at_the_words_in_the_original():
    text = "Hello! My number is 07700 900123, thank you."

    (contact,) = find_contacts(text)

    assert text[contact.start : contact.end] == "07700 900123"


def test_several_details_come_in_reading_order():
    text = "insta: willow.fern or willow@example.com or 07700 900123"

    assert [contact.kind for contact in find_contacts(text)] == ["handle", "email", "phone"]


def test_helpline_beside_a_private_number_hides_nothing():
    text = "Samaritans 116 123, or me on 07700 900123"

    assert [text[c.start : c.end] for c in find_contacts(text)] == ["07700 900123"]
