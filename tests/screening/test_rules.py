"""Every rule hears its own sentences, and stays silent on the ones beside them."""

import re

import pytest

from community.screening.normalise import fold
from community.screening.reading import words_of
from community.screening.rules import ALL, awake, places
from community.screening.rules.firsts import first_words
from tests.screening import sentences


def names_heard(sentence):
    text = fold(sentence).text
    words = set(words_of(text))
    return {rule.name for rule, found in places(text, words) if any(found)}


def test_every_rule_hears_its_sentences_and_no_look_alike():
    missed = [(r.name, says) for r in ALL for says in r.says if r.name not in names_heard(says)]
    heard = [(r.name, says) for r in ALL for says in r.silent if r.name in names_heard(says)]

    assert (missed, heard) == ([], [])


def test_nothing_is_missed_by_looking_only_where_a_rule_can_begin():
    texts = [fold(case.text).text for case in sentences.ALL]
    texts += [sentence for rule in ALL for sentence in (*rule.says, *rule.silent)]

    for text in texts:
        words = words_of(text)
        near = {rule.name: [*found] for rule, found in places(text, set(words))}
        for index in awake(set(words)):
            everywhere = re.finditer(rf"\b{ALL[index].pattern.pattern}", text)
            found = [(m.end() - len(m.group().lstrip()), m.end()) for m in everywhere]
            assert near.get(ALL[index].name, []) == found, (ALL[index].name, text)


def test_what_is_not_read_of_a_pattern_is_said():
    with pytest.raises(ValueError, match="not read here"):
        first_words(r"[a-z]+ing")


def test_rule_names_are_unique():
    names = [rule.name for rule in ALL]

    assert sorted(set(names)) == sorted(names)
