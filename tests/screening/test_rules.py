"""Every rule hears its own sentences, and stays silent on the ones beside them."""

import re

import pytest

from community.screening.normalise import fold
from community.screening.rules import ALL, awake


def names_heard(sentence):
    text = fold(sentence).text
    words = set(re.findall(r"[a-z][a-z']*|\d+", text))
    return {rule.name for rule in awake(words) if rule.pattern.search(text)}


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_rule_hears_its_sentences(rule):
    missed = [sentence for sentence in rule.says if rule.name not in names_heard(sentence)]

    assert missed == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_rule_is_silent_on_look_alikes(rule):
    heard = [sentence for sentence in rule.silent if rule.name in names_heard(sentence)]

    assert heard == []


def test_rule_names_are_unique():
    names = [rule.name for rule in ALL]

    assert sorted(set(names)) == sorted(names)
