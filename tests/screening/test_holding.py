"""What a person reads first: a way to be harmed with an amount, a place or means. Never pain."""

from community.screening import can_go_out, held_back

# What was written, and what is left when the author leaves the marked words out.
HELD = [
    ("I have 40 paracetamol in my drawer and I feel alone", "(…) in my drawer and I feel alone"),
    ("I cannot go on. I have the pills in my hand.", "I cannot go on. I (…)."),
    ("took 30 tablets an hour ago. I am scared", "(…) an hour ago. I am scared"),
    ("I want to jump off the bridge at the station", "I want to (…) at the (…)"),
    ("I want to end it tonight, I have pills here.", "I want to end it tonight, I (…)."),
]
GOES_OUT = [
    "I want to die.",
    "I want to end my life tonight.",
    "I keep thinking about an overdose.",
    "I cut my arms in my room last night.",
    "I took my 50 mg tablets this morning and felt sick.",
    "My doctor has me taking 20 mg tablets at night.",
    "He took a whole bottle of pills last year and survived.",
    "The bridge near the station is closed.",
]


def test_a_way_with_an_amount_a_place_or_means_is_held_and_the_rest_can_go_out():
    for words, rest in HELD:
        assert held_back(words), words
        assert can_go_out(words) == rest
        assert held_back(rest) == ()


def test_pain_itself_and_medicine_are_never_held():
    assert [words for words in GOES_OUT if held_back(words)] == []


def test_what_has_no_words_left_cannot_go_out():
    assert can_go_out("30 pills in my hand") in ("", "30 pills in my hand")
    assert can_go_out("took 30 tablets") == ""


def test_the_marks_lie_in_the_words_as_they_were_typed():
    words = "😔 I can’t  go on, I have the PILLS  in my hand"

    assert [words[a:b] for a, b in held_back(words)] == ["have the PILLS  in my hand"]
