"""An attack is heard where its words stand, whoever they are aimed at, and looked for nowhere else."""

import random

import pytest

from community.screening import attack, screen

# What patterns of attacks are made of, and what stands around them.
PIECES = sorted(
    {word for wakes in attack.WAKES.values() for pair in wakes for words in pair for word in words.split()}
) + 12 * "you u i we i'll im are is go just the all don't , . ! @ben should will have to of such hope".split()  # fmt: skip


@pytest.mark.thorough
def test_nothing_is_missed_by_not_looking(monkeypatch):
    choose = random.Random(5)
    texts = [" ".join(choose.choices(PIECES, k=choose.randint(2, 9))) for _ in range(1500)]
    looked_where_it_may_be = [screen(text) for text in texts]

    monkeypatch.setattr(attack, "_awake", lambda *_, **__: range(len(attack.PATTERNS)))

    assert [screen(text) for text in texts] == looked_where_it_may_be
