"""What keeps a story from being published: a way of dying told in detail, and other people's names."""

import pytest

from community.language.stories import dangers

TOLD = [
    ("I wanted to die. I took forty paracetamol with vodka.", ["method: took forty paracetamol"]),
    ("My uncle hanged himself with a belt.", ["method: hanged himself with a belt"]),
    ("He jumped off the old bridge at night.", ["method: jumped off the old bridge"]),
    ("She stepped in front of a train.", ["method: stepped in front of a train"]),
    ("I swallowed all my pills.", ["method: swallowed all my pills"]),
    ("I took twenty of my tablets.", ["method: took twenty of my tablets"]),
    ("I overdosed on paracetamol.", ["method: overdosed on paracetamol"]),
    ("I drank some bleach.", ["method: drank some bleach"]),
    ("He lay on the tracks.", ["method: lay on the tracks"]),
    ("My uncle took his own life. He had hanged himself, I was told.", []),
    ("I jumped out of bed, off the bus and into the car. I drove over a bridge.", []),
    ("I walked into the train station and ran into the bus driver.", []),
    ("I walked to the river and sat on a bench by the railway.", []),
    ("I took 12 tablets a day. I took all my pills to the pharmacy.", []),
    ("I took twenty of my friend's photos.", []),
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
