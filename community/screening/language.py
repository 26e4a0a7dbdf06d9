"""Is this a language the rules can read? A guess that errs towards "a person should read it"."""

from __future__ import annotations

import unicodedata

# The commonest short words of English, as typed in chat. They are most of any English text.
COMMON = frozenset(
    """
    the be to of and a in that have i it for not on with he as you do at this but his by from they
    we say her she or an will my one all would there their what so up out if about who get which go
    me when make can like time no just him know take people into year your good some could them see
    other than then now look only come its over think also back after use two how our work first
    well way even new want because any these give day most us is are was were been am has had did
    does don't dont i'm im can't cant it's ive i've feel need really help please thanks thank yes
    yeah hi hello hey ok okay lol u ur r too here why where still going gonna wanna got more much
    very never always life today tonight tomorrow sorry love hate anyone everyone someone
    myself nothing something everything anymore should right off down being let tell
    """.split()
)
_ENOUGH_WORDS = 4


def language(text: str, words: list[str]) -> str:
    """ "en", or "unknown" for four or more words that are hardly English. Short texts pass."""
    foreign = 0
    if not text.isascii():
        beyond = (char for char in text[:400] if not char.isascii() and char.isalpha())
        foreign = sum(1 for char in beyond if not _latin(char))
        if foreign > 8 and foreign * 2 > sum(1 for char in text[:400] if char.isalpha()):
            return "unknown"
    if len(words) < _ENOUGH_WORDS:
        return "en"
    known = sum(map(COMMON.__contains__, words[:60]))
    share = known / min(len(words), 60)
    if _foreign_words(words) >= max(2, 2 * known):
        return "unknown"
    if len(words) < 8:
        return "en"
    return "en" if share > 0.12 else "unknown"


_OTHERS = frozenset(
    """
    que de la el los las un una es no por con para mi me yo quiero vivir estoy muy pero le les des
    je ne pas suis veux plus vie est et ich nicht mehr will leben bin und das der die ist zu mich
    nao eu quero viver minha vida mais non voglio vivere sono che di il e mi io jag vill inte leva
    nie chce zyc juz ik niet wil leven meer een het ya saya tidak ingin hidup mau ako gusto ko na
    mabuhay olmek istiyorum artik yasamak main jeena nahi chahta hoon hai mujhe morir mourir sterben
    """.split()
)


def _foreign_words(words: list[str]) -> int:
    return sum(map(_OTHERS.__contains__, words))


def _latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN", "MATHEMATICAL"))
