"""Phone numbers in digits, words, keycaps or a mixture, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from community.screening.contact_words import DIGIT_WORDS
from community.screening.helplines import is_number
from community.screening.normalise import Folded

_WORDS = "|".join(sorted(DIGIT_WORDS, key=len, reverse=True))
_DIGIT = rf"(?:(?:double|triple|treble)[ \-]?(?:\d|{_WORDS}|o(?![a-z]))|{_WORDS}|\d|(?<![a-z])o(?![a-z])|(?<=\d)[oli](?=[\dol])|(?<![a-z])o(?=[\do]))"
_GAP = r"[ .\-()/,*_|~:+\n]{0,3}"
_RUN = re.compile(rf"(?<![a-z\d#£$€.])\+?\(?{_DIGIT}(?:{_GAP}{_DIGIT}){{6,17}}(?![a-z\d%])")
# "o77oo": a token of digits in which letters stand for 0 and 1.
_LETTERED = re.compile(r"(?<![a-z0-9])(?=[oli|]*\d[\doli|]*\d)[\doli|]{3,}(?![a-z0-9])")
_AS_DIGITS = str.maketrans("oli|", "0111")
_ONE = re.compile(rf"(?P<times>double|triple|treble)?[ \-]?(?P<word>{_WORDS})|(?P<char>[\doli])")
_ASKED = re.compile(
    r"\b(?:call|text|ring|number|phone|whats ?app|mobile|cell|reach|dial|digits|contact|hmu|tel|sms|"
    r"num|nr|no\.|message|signal|line is|my #|viber)\b[^.!?\n]{0,40}$"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:order|ticket|ref|reference|nhs|case|invoice|isbn|tracking|booking|card|account|claim|policy|"
    r"serial|version|model|population|bible|id|iban|score|scores|scored|hash|room code)\b[^.!?\n]{0,20}$"
)
_DATE = re.compile(
    r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}|\d{1,2}:\d{2}|(?:19|20)\d\d(?:[ \-,/]+(?:19|20)\d\d)+"
)
_SHAPED = re.compile(
    r"\+?1?[ .\-]?\(?\d{3}\)?[ .\-]?\d{3}[ .\-]?\d{4}|\d{5}[ \-]?\d{5,6}|\d{4}[ \-]\d{3}[ \-]\d{3,4}"
)
_UNIT = re.compile(
    r"^ ?(?:mg|ml|g|kg|km|steps|people|points|years|hours|minutes|days|%|mcg|iu|calories|kcal)\b"
)


def phones(folded: Folded, text: str) -> Iterator[tuple[int, int]]:
    """Spans of phone numbers in the folded text. Helplines pass."""
    plain = _LETTERED.sub(lambda token: token.group().translate(_AS_DIGITS), folded.text)
    for match in _RUN.finditer(plain):
        words = match.group().strip()
        if _is_phone(words, plain[: match.start()][-60:], plain[match.end() :][:12]):
            yield match.span()


def _is_phone(words: str, before: str, after: str) -> bool:
    digits = _digits(words)
    if is_number(digits) or _counting(digits) or _UNIT.match(after):
        return False
    if not 7 <= len(digits) <= 15 or _DATE.search(words) or _OTHER_NUMBER.search(before):
        return False
    if _ASKED.search(before):
        return True
    if re.search("[a-z]", words):
        return len(digits) >= 7
    if "," in words or ":" in words:
        return False
    if words.startswith(("+", "0", "(")):
        return len(digits) >= 9
    single = re.fullmatch(r"\d(?:[^\d]{1,3}\d)+", words) is not None
    return bool(_SHAPED.fullmatch(words)) or (single and len(digits) >= 9)


def _digits(words: str) -> str:
    found = ""
    for match in _ONE.finditer(words):
        if match["word"]:
            found += DIGIT_WORDS[match["word"]] * _times(match["times"])
        else:
            before = words[: match.start()].rstrip(" -")
            times = next((t for t in ("double", "triple", "treble") if before.endswith(t)), None)
            if match["char"].isdigit() or not _inside_word(words, match.start()):
                found += {"o": "0", "l": "1", "i": "1"}.get(match["char"], match["char"]) * _times(
                    times
                )
    return found


def _inside_word(words: str, at: int) -> bool:
    around = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return any(char.isalpha() and char not in "oli" for char in around)


def _times(word: str | None) -> int:
    return {"double": 2, "triple": 3, "treble": 3}.get(word or "", 1)


def _counting(digits: str) -> bool:
    """Counting up or down is a breathing exercise, not a number."""
    return (
        digits in "0123456789101112131415"
        or digits in "1514131211109876543210"
        or len(set(digits)) == 1
    )
