"""Who is speaking about whom: what a table of words cannot know.

Nobody is corrected in how they speak of themselves, nobody's quoted words are changed, names stay
names, and where somebody writes of wanting to die, no one talks to them about style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_QUOTED = re.compile(
    r"\"[^\"\n]{1,600}\"|“[^”]{1,900}”|«[^»]{1,900}»|^[ \t]*>[^\n]*"
    r"|(?<![\w'])'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(
    r"(?:(?<!\b[DMS][rt])(?<!\bMrs)\.|[!?…])+(?=[\s\"'”’)\]]|$)|\n\s*\n|\n(?=[ \t]*[-•*>])"
)
_LONGEST = 1_000  # letters; longer is no sentence
_OTHERS = (
    r"(?:he|she|they|it|people|some(?:one|body)|every(?:one|body)|others|the|his|her|their|"
    r"this|that|these|those|any(?:one|body)|a (?:man|woman|person|friend|patient)|"
    r"my (?!own|self|life|head|mind|illness|recovery)\w+|an? \w+ (?:is|was|who))"
)
_TURN = re.compile(
    rf"(?:[,;:—–-]|\b(?:that|because|who|whom|whose|and|but|while|when|if|so|than|like|where|until|as)\b)"
    rf"\s+(?={_OTHERS}\b)|\b(?:who|whose)\b",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:i|im|ive|we)\b", re.IGNORECASE)
_LOOKING = re.compile(
    r"\s+(?:\w+ly\s+|often\s+|always\s+|also\s+|never\s+|once\s+)?(?:saw|sees?|met|meet|knows?|knew|treat\w*|think|thought|believe\w*|heard|hope|"
    r"suppose|guess|said|say|told|watch\w*|read|noticed|remember|find|found|nurs\w+|support\w*|help\w*)\b",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"(?:\bam|'m|\bwas|\bwere|\bare|'re|\bbeen|\bbe|\bbeing|\bbec[ao]me|\bfeel|\bfelt|\bgot|\bwent|"
    r"\bsound(?:ed)?|\bact(?:ed)?|\blook(?:ed)?|\bidentify|\bcall(?:ed)?|\bconsider(?:ed)?|\bsee|\bintroduced?"
    r"|\blabell?ed|\bturned|^\s+an?|^,\s+an?)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ELSEWHERE = re.compile(
    r"\b(?:for|of|with|to|from|about|at|by|than|near|among|against|like|on|help\w*|treat\w*|teach\w*|"
    r"liv\w+|work\w*|married|attacked|afraid|scared|that|who|the)\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:my|our)\s+(?:(?:own|first|last|worst|many|old|long|second|big|next|\w+ing)\s+)?$",
    re.IGNORECASE,
)
_ME = re.compile(r"\b(?:me|myself|us|ourselves)\b((?:\s+[\w']+){0,4})\s*$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|people|who|someone|somebody|my|the|of|about)\b",
    re.IGNORECASE,
)
_AS_ONE = re.compile(r"^\W*(?:and\s+|speaking\s+)?(?:as|being)\s+(?:an?|one)\b", re.IGNORECASE)
_THEN_I = re.compile(r"\b(?:i|i'm|i've|my|me)\b", re.IGNORECASE)
_HERE = re.compile(r"\s*(?:in recovery\s+)?(?:here|myself)\b", re.IGNORECASE)
_WANTING_TO_DIE = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|i'll)(?:\s+[\w']+){0,8}?\s+(?:commit(?:ting)? suicide|be dead|"
    r"(?:kill|hurt|cut)(?:t?ing)? myself|end(?:ing)? (?:it all|my (?:own )?life)|"
    r"(?:want|wanted|going|ready|wish|plan|planning|try|tried) to (?:die|end it))\b"
    r"|\bi(?:'m| am| feel| felt| was|'ve been| have been)(?:\s+[\w']+){0,3}?\s+suicidal\b"
    r"|\bi(?:'ve|'m|'ll| have| am| will)?(?:\s+[\w']+){0,2}?\s+"
    r"(?:overdos(?:e|ed|ing)|took (?:all|the) (?:of )?(?:my |the )?pills)\b",
    re.IGNORECASE,
)
# Names people also write in small letters.
_NAMES = re.compile(
    r"\b(?:(?:alcoholics|narcotics|gamblers|cocaine|debtors|overeaters|heroin)[\s\-]+anonymous|adult children of alcoholics|"
    r"mad[\s\-]+(?:pride|studies|hatter|max|men)|suicide squad|american psycho|bipolar uk|lunacy act|"
    r"drug abuse screening test|substance abuse and mental health services administration|"
    r"national institute on (?:drug|alcohol) abuse[^.]{0,16}|cuckoo's nest|psycho therap\w+|"
    r"(?:a beautiful|crazy,) (?:mind|stupid)|national alliance on mental illness|crazy horse|nuts and bolts)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w'’]*")
_SMALL = frozenset({"on", "of", "for", "the", "and", "in", "a", "an", "to", "with", "against"})
_POINTING = frozenset(
    """a an the this that these those is are was were be been being of any some every as so very
    he's she's they're many most no all his her their my our your""".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and where it begins in its text."""

    text: str
    start: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, each with its full stop."""
    ends = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    parts = []
    for start, end in pairwise(ends):
        for piece in _pieces(start, end):
            said = text[slice(*piece)].lstrip()
            if said:
                parts.append(Sentence(said, piece[1] - len(said)))
    return parts


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or parts of one that never ends: no text may take long to read."""
    yield from ((at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST))


def quoted(text: str) -> list[tuple[int, int]]:
    """Where somebody's words are quoted."""
    return [found.span() for found in _QUOTED.finditer(text)]


def wants_to_die(sentence: Sentence) -> bool:
    """Whether somebody writes here of wanting to die or to be hurt."""
    return _WANTING_TO_DIE.search(sentence.text) is not None


def speaks_of_self(sentence: Sentence, start: int, end: int, *, names_a_person: bool) -> bool:
    """Whether the words at this place are about the one who writes them."""
    before, after = sentence.text[:start], sentence.text[end:]
    if _AS_ONE.match(before) and _THEN_I.search(after):
        return True
    if len(before.split()) < 4 and _HERE.match(after):
        return True
    if _HERE.match(after) and "myself" in after[:24].lower():
        return True
    clause = _clause(before)
    inside = sentence.text[start:end]
    if (me := _ME.search(clause)) and not _ANOTHER.search(f"{me[1]} {inside[:3]}"):
        return True
    if not names_a_person and _MINE.search(clause):
        return True
    return _is_subject(clause, inside, names_a_person=names_a_person)


def _clause(before: str) -> str:
    """What stands before, from the last place where somebody else takes over."""
    turns = list(_TURN.finditer(before))
    return before[turns[-1].end() :] if turns else before


def _is_subject(clause: str, inside: str, *, names_a_person: bool) -> bool:
    found = list(_I.finditer(clause))
    if not found:
        return bool(re.match(r"(?:i|we)\b", inside, re.IGNORECASE))
    told = clause[found[-1].end() :]
    we = found[-1][0].lower() == "we"
    if names_a_person:
        if found[-1][0].lower() == "im":
            told = " am" + told
        being = _BEING.search(told)
        return bool(being) and not _ELSEWHERE.search(being["rest"] if being else "")
    if _LOOKING.match(told):
        return False
    return not we or len(told.split()) < 3 or _BEING.search(told) is not None


def is_name(sentence: Sentence, start: int, end: int, *, may_stand_alone: bool) -> bool:
    """Whether the words are part of a name: of a place, a law, a film, a surname.

    `may_stand_alone` is for words that are titles and surnames by themselves.
    """
    if any(n.start() < end and start < n.end() for n in _NAMES.finditer(sentence.text)):
        return True
    words = list(_WORD.finditer(sentence.text))
    mine = [w for w in words if start <= w.start() < end and w[0].lower() not in _SMALL]
    if not mine or not all(_is_capital(word[0]) for word in mine) or _is_headline(words, mine):
        return False
    first, last = words.index(mine[0]), words.index(mine[-1])
    follows = words[last + 1 : last + 2]
    joined = bool(follows) and sentence.text[mine[-1].end() : follows[0].start()].isspace()
    if joined and _is_capital(follows[0][0]):
        return True
    leading = [word for word in words[1:first] if word[0].lower() not in _SMALL][-1:]
    if leading and _is_capital(leading[0][0]) and mine[0].start() - leading[0].end() < 12:
        return True
    gap = sentence.text[words[first - 1].end() : mine[0].start()] if first else ":"
    alone = gap.isspace() and words[first - 1][0].lower() not in _POINTING
    return may_stand_alone and alone and len(mine) == 1


def _is_capital(word: str) -> bool:
    return word[0].isupper() and not (len(word) > 1 and word.isupper())


def _is_headline(words: list[re.Match[str]], mine: list[re.Match[str]]) -> bool:
    """Whether nearly every word of the sentence has a capital, so that capitals say nothing."""
    others = [w[0] for w in words[1:] if w not in mine and w[0].lower() not in _SMALL]
    return (
        len(words) > 3
        and len(others) > 0
        and sum(word[0].isupper() for word in others) >= 0.75 * len(others)
    )
