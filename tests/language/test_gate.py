"""What words ask of a text before it may be public."""

import pytest

from community.language.gate import gate

MUST = "Her uncle committed suicide."
SHOULD = "He suffers from depression."
CONSIDER = "She relapsed in May."
METHOD = "I wanted to die and took forty paracetamol."
NAMED = "My sister Lena found me."

ASKED = [
    # what is said, whether it may be public without a reason, and with one
    ({"own": "He lives with depression."}, True, True),
    ({"own": CONSIDER}, True, True),
    ({"own": SHOULD}, False, True),
    ({"own": MUST}, False, False),
    ({"told": SHOULD}, True, True),
    ({"told": MUST}, False, True),
    ({"told": NAMED}, True, True),
    ({"told": NAMED, "story": True}, False, False),
    ({"told": METHOD, "story": True}, False, False),
]


@pytest.mark.parametrize(("said", "without", "with_reason"), ASKED)
def test_words_decide_what_a_text_needs(said, without, with_reason):
    asked = gate(**said)

    assert (asked.lets(reason=" "), asked.lets(reason="It is how she says it.")) == (
        without,
        with_reason,
    )


def test_the_gate_names_what_it_shuts_for():
    asked = gate(own=f"{MUST} {SHOULD} {CONSIDER}")

    assert [f.term for f in asked.blocking] == ["committed suicide"]
    assert [f.term for f in asked.for_a_reason] == ["suffers from"]
    assert [f.term for f in asked.informing] == ["relapsed"]
