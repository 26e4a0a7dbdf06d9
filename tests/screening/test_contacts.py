"""Contact details are found however they are spelled; helplines and numbers of life pass."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.screening import contacts, find_contacts
from tests.screening.contact_cases import HARMLESS, LEAKS

# What contact details are made of, and what stands around them.
PIECES = [
    *"@ # / . , : - _ ( ) [ ] ( at ) at dot punkt point slash www http:// e-mail gmail outlook com".split(),
    *"me my add follow on kik insta ig snap telegram discord handle username u/ called as imessage".split(),
    *"one two seven oh o double l 0 7 77 07700 900123 twenty corner of meet me by the street road".split(),
    *"at-sign gmail.com outlook willow@ (live) tik tok cash app line id screen name seventyone box rue".split(),
    *"strasse three four five six eight nine zero treble 12a zz1a 1zz 97403 the a i it's 's 2nite".split(),
    *"way court flat station hello sleeping willow fern willow.fern88 willow_f t.me x.carrd.co ///a.b.c".split(),
    " ", " ", "\n", "'s", "!",
]  # fmt: skip


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


@pytest.fixture
def looks_through_everything(monkeypatch):
    """`looks_through_everything(text)` finds what is found where no text is let through unread."""

    def found(text):
        with monkeypatch.context() as patch:
            patch.setattr(contacts, "_MAY_HOLD", dict.fromkeys(contacts._MAY_HOLD, lambda _: True))
            return find_contacts(text)

    return found


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["", " "]))
def test_nothing_is_missed_by_not_looking(looks_through_everything, pieces, between):
    text = between.join(pieces)

    assert find_contacts(text) == looks_through_everything(text)


def test_nothing_of_the_suite_is_missed_by_not_looking(looks_through_everything):
    texts = [text for _, text in LEAKS] + HARMLESS

    assert [find_contacts(t) for t in texts] == [looks_through_everything(t) for t in texts]
