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
    ("I cut my wrists in the bath.", ["method: cut my wrists"]),
    ("I put a plastic bag over my head.", ["method: bag over my head"]),
    (
        "I took all my tablets with a bottle of vodka.",
        ["method: took all my tablets with a bottle of vodka"],
    ),
    (
        "I tied a rope to the beam and stood on a chair.",
        ["method: tied a rope to the beam"],
    ),
    ("I took every pill in the house.", ["method: took every pill in the"]),
    ("I burned my arm with a lighter.", ["method: burned my arm with a lighter"]),
    ("I lived on 300 calories a day.", ["method: lived on 300 calories"]),
    ("I jumped over the edge of the pool.", []),
    ("I ran into the traffic jam. I stopped at the traffic lights.", []),
    ("I jumped out of the window seat.", []),
    ("I cut my wrist on a tin. I burned my hand with the iron.", []),
    ("We tied a rope to the beam for a swing. I took every pill on time.", []),
    ("I took all my tablets with a glass of water. I eat about 2,000 calories a day.", []),
    ("She wore a paper bag over her head at the party.", []),
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
    ("Joanna, my sister, came. So did Lena, my nurse.", ["name: Joanna", "name: Lena"]),
    ("Tom Baker was my nurse. Sue is my aunt.", ["name: Tom Baker", "name: Sue"]),
    ("Then Jonas from work rang.", ["name: Jonas"]),
    ("Later, my sister, who is kind, came. She was my friend. Sleep was my friend.", []),
    ("I lived in London, my brother in Paris. Coming from work I met someone from school.", []),
    ("She is a good doctor. Next time I saw a nurse. Mrs. Lowe came.", ["name: Lowe"]),
    ("Friends from school rang. Mum was my nurse. It was my boss.", []),
    ("My name is Ana. I am called Ana by my friend.", []),
    ("My therapist and I talked. My mother Christmas after Christmas waited.", []),
]


@pytest.mark.parametrize(("story", "found"), TOLD)
def test_a_story_carries_no_method_and_nobody_elses_name(story, found):
    places = dangers(story)

    assert [f"{p.danger}: {story[p.start : p.end]}" for p in places] == found
