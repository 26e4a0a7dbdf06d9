"""Names that are words as well: "hope is useless" is about hope, whoever is called so here. They are
heard as a name only behind an @."""

from __future__ import annotations

from functools import cache

from community.screening import supplement
from community.screening.language import COMMON
from community.screening.normalise import fold_letters
from community.screening.reading import words_of
from community.screening.rules import ANCHORS

_CHOSEN = frozenset(
    """
    hope will grace joy faith charity may june april august mark bill rose art dawn eve sky star
    rain river sunny summer autumn winter spring storm angel ace buddy chance destiny dream echo
    fate fortune glory happy harmony heaven honey honor justice liberty luck lucky love mercy
    miracle mystery night patience peace pearl precious prince princess queen king rebel serenity
    shadow silence smile soul spirit sweet trinity truth unity victory wolf fox bear bee bird cat
    dog lion tiger ghost gem gold silver ruby jade amber violet lily daisy iris ivy olive holly
    ginger pepper basil sage hazel rusty sandy misty frank jack rob bob pat sue drew chuck nick
    dick john victor max ray jean penny dale glen cliff heath forest wood stone brook lake sea
    anxiety depression anger fear panic sadness loneliness insomnia grief shame guilt pain trauma
    stress ocd adhd ptsd bpd bipolar autism addiction anorexia bulimia psychosis schizophrenia
    brain mind head heart body face voice voices mirror ego self nobody therapy therapist doctor
    medication meds pills coffee tea alcohol vodka beer wine weed drugs sugar food money work
    school college exams homework traffic weather monday tuesday wednesday thursday friday saturday
    sunday january february march july september october november december christmas birthday
    morning evening midnight internet phone computer laptop facebook instagram twitter google
    society humanity world universe god devil satan death luna music football cancer covid
    capitalism politics government news reality everything
    """.split()
)


@cache
def _known() -> frozenset[str]:
    """The commonest words of English, those of our own sentences, and words people call themselves."""
    ours = (supplement.FEELINGS, supplement.SITUATIONS, supplement.ASKS, supplement.HELP)
    said = words_of(fold_letters(" ".join(line for lines in ours for line in lines)).text)
    return frozenset(said) | COMMON | ANCHORS | _CHOSEN


def is_also_a_word(name: str) -> bool:
    """Whether this name, folded, is a word that people here may say without meaning anybody."""
    return name in _known()
