"""What a person is told about a text."""

from community.language.advice import Part, advice, is_for_a_person


def test_the_gravest_word_comes_first_and_each_is_told_once():
    text = "He relapsed. The junkie and the Junkie committed suicide."

    told = advice(text)

    assert [(one.number, one.said) for one in told.suggestions] == [
        (1, "junkie"),
        (2, "committed suicide"),
        (3, "relapsed"),
    ]
    assert told.parts == (
        Part("He "),
        Part("relapsed", 3),
        Part(". The "),
        Part("junkie", 1),
        Part(" and the "),
        Part("Junkie", 1),
        Part(" "),
        Part("committed suicide", 2),
        Part("."),
    )


def test_who_writes_of_wanting_to_die_is_for_a_person():
    assert is_for_a_person("It is late. I want to kill myself.")
    assert not is_for_a_person('She wrote: "I want to kill myself." Her brother came.')
    assert not is_for_a_person("He wanted to kill himself.")
    assert not is_for_a_person("I teach nurses to help people after an overdose.")
