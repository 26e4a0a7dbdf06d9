"""What keeps a story from being published: a way of dying told in detail, and other people's names."""

import pytest

from community.language.stories import dangers

TOLD = [
    ("I wanted to die. I took forty paracetamol with vodka.", ["method: took forty paracetamol"]),
    ("I tried to end my life when I was nineteen. A nurse sat with me.", []),
    ("I overdosed, and woke up with my sister beside me.", []),
    ("I take my pills each morning, 50 mg, and they help.", []),
    ("My brother Tom found me. Dr Patel was kind.", ["name: Tom", "name: Patel"]),
    ("My sister, Lena, cried. A man called Sam helped.", ["name: Lena", "name: Sam"]),
    ("My name is Ana. I am called Ana by my friend.", []),
    ("My therapist and I talked. My mother Christmas after Christmas waited.", []),
]


@pytest.mark.parametrize(("story", "found"), TOLD)
def test_a_story_carries_no_method_and_nobody_elses_name(story, found):
    places = dangers(story)

    assert [f"{p.danger}: {story[p.start : p.end]}" for p in places] == found
