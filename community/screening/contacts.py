"""Find contact details that someone may not have meant to share, spelled out or disguised.

The answer is used to ask before sending, never to accuse. Helplines always pass. The bar
(SAFETY part 5): at least 36 of 43 kinds of leak, at most 2 of 30 harmless look-alikes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from community.screening.contact_words import (
    DIGIT_WORDS,
    NOT_A_HANDLE,
    NOT_A_STREET,
    PLATFORM,
    PROVIDER,
    STREET,
    TLD,
    WEAK_STREET,
)
from community.screening.findings import Contact
from community.screening.helplines import is_site
from community.screening.marks import (
    AT,
    DIGITS,
    IN_MAIL,
    MAIL,
    MEETING,
    PLACE,
    PLATFORMS,
    SPELLED,
    UNIT,
)
from community.screening.normalise import Folded
from community.screening.phones import phones
from community.screening.reading import Reading, read

Span = tuple[int, int]

_AT = r"(?: ?@ ?| ?\(?at[ -]sign\)? ?| ?[\[({<*_-]+ ?(?:at|@|a) ?[\])}>*_-]+ ?| +at +| at )"
_DOT = r"(?: ?[.,] ?| ?[\[({<*_-]+ ?(?:dot|punkt|\.) ?[\])}>*_-]+ ?| +(?:dot|punkt|period|point) +)"
_EMAIL = re.compile(
    rf"(?<![\w.])[a-z0-9][\w.+\-]{{0,40}}(?:{_DOT}[\w+\-]{{1,30}})??{_AT}(?:[a-z0-9\-]{{2,30}}{_DOT}){{1,3}}(?:{TLD}|me)\b"
    rf"|(?<![\w.])[a-z0-9][\w.+\-]{{1,40}}(?:{_AT}(?:gmail|hotmail|protonmail|icloud|googlemail|ymail)| ?[@\[(] ?(?:at ?[\])] ?)?{PROVIDER})(?:com)?\b"
    rf"|(?<![\w.])[a-z][\w+\-]{{0,30}}[\d._][\w.+\-]{{0,30}}{_AT}{PROVIDER}\b"
    rf"|(?<![\w.])[a-z0-9][\w.+\-]{{2,40}}[ _\-]+(?:gmail|hotmail|outlook|yahoo|icloud|protonmail)[ _\-.]*(?:dot)?[ _\-.]*com\b"
    rf"|\b(?:my )?(?:e-?mail|gmail|hotmail|outlook|icloud|protonmail)(?: (?:is|address|me|addy))*(?: at)? ?[:=\-] ?[a-z0-9][\w.+\-]{{3,}}"
    rf"|(?<![a-z0-9] )(?:[a-z0-9] ){{3,40}}@ ?(?:[a-z.] ?){{3,40}}"
)
_SENTENCE_END = re.compile(r"[.,] ")
_LINK = re.compile(
    rf"\b(?:https?|hxxps?|ftp)[:;] ?//\S{{3,}}|\bwww ?[.,] ?[a-z0-9\-]{{2,}}"
    rf"|\b(?:t|wa|m|ig|telegram|signal|discord|linktr|bit|tinyurl|paypal|snapchat|fb|kik|cash|ko-fi|onlyfans){_DOT}(?:me|gg|ee|ly|com|app) ?(?:/|\bslash\b) ?[\w+/\-]+"
    r"|(?<![@\w.])(?:[a-z0-9\-]{2,40}\.){1,3}(?:me|co|to|be|it|so|us|in|is|am|fm|cc|ee|ai|sh|im)/[\w@+\-]{2,}|\b[a-z0-9\-]{2,}\.(?:carrd|tumblr|wixsite|wordpress|blogspot|github|linktr)\.\w{2,3}\b"
    rf"|(?<![@\w.])(?:[a-z0-9\-]{{2,40}}(?:\.|\[\.\]|\(\.\)| dot | ?\(dot\) ?| ?\[dot\] ?)){{1,3}}{TLD}(?:/\S*|\b)(?![\w@])"
)
_HANDLES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{PLATFORM}(?:'?s)?(?: (?:handle|name|username|user|id|tag|account|acc|me))* ?[:=@\-~>→]+ ?@?(?P<name>[a-z0-9][\w.\-]{{2,40}})",
        rf"\b(?:my|our) (?:\w+ )?{PLATFORM}(?:'s| is|(?: (?:handle|name|username|user|id|tag|account|acc))+(?: is|:|=)?) @?(?P<name>[a-z0-9][\w.]{{2,40}}(?:#\d{{3,5}})?)(?= *(?:$|[.,!?;)\n]| (?:if|add|message|and|hmu|dm|so|feel|on)\b))",
        rf"\b(?:add|follow|find|message|msg|dm|hmu|hit me up|text|reach|contact|ping|write|talk to|catch|get me|pm|call|i'?m|search(?: for)?|look) (?:me |my |us |up |to |for )*(?:up )?(?:on|at|in|via|over|through|using) (?:my )?{PLATFORM}\b(?! (?:group|about|that|because|and (?:now|then|she|he|they)))",
        rf"\b(?:add|follow|here'?s|here is|this is|take|want|need|gimme|give me|what'?s|swap|drop|send (?:me )?|share) (?:my|your|ur|our)(?: \w+)? {PLATFORM}s?\b",
        rf"(?<![\w@])@?(?P<dotted>[a-z0-9]{{1,30}}[._\d][\w.]{{0,40}}|@[\w.]{{3,40}}) (?:on|over on|\(|for) ?(?:my )?{PLATFORM}\b",
        r"(?<![\w/])/?u/[\w\-]{3,40}",
        r"\b[a-z][\w.]{1,30} ?# ?\d{4,5}\b",
        rf"\bsame (?:name|username|user|handle|@)(?: as here)? (?:on|over on|at|for) (?:my )?{PLATFORM}\b",
        r"\b(?:dm|message|msg|follow|add|find|hmu|contact|text|reach|pm)(?: me| us)?(?: (?:at|on|here|over at|via|as))*[:,]? ?@[\w.]{3,40}",
        rf"\b(?:my )?(?:username|user ?name|gamertag|handle|screen ?name)(?: (?:is|on|for|there|over|{PLATFORM}))*[ :=]+@?(?P<user>[a-z0-9]{{0,30}}[_\d.][\w.]{{0,40}})",
        r"(?<![\w.])@[\w\-]{2,40}@[\w\-]+\.[a-z]{2,40}",
        rf"\bon {PLATFORM} (?:as|under|called|named) @?(?P<called>[a-z][\w.]{{2,40}})",
        r"\b(?:kik|snap|insta|whats ?app|telegram|skype|facetime|fb|viber|imessage) me\b(?! (?:out|back|up|off|into))",
        rf"\b{PLATFORM} ?[^\w\s,.!?;'\")]{{1,3}} ?@?(?P<arrow>[a-z0-9][\w.]{{2,40}})",
        rf"(?<![\w]){PLATFORM}[ ,]+@?(?P<bare>[a-z]{{1,20}}[_.]?[\w.]{{0,20}}[_\d][\w.]{{0,30}})\b",
    )
)
_ADDRESS = re.compile(
    rf"\b(?:\d{{1,5}}[a-z]?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?[ \-]?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)),? (?P<street>(?:[a-z][a-z'.\-]+ ){{1,3}}(?:{STREET}|(?P<weak>{WEAK_STREET})))\b"
    r"|\b(?:[a-z]{1,2}\d[a-z\d]?) ?\d[abd-hjlnp-uw-z]{2}\b(?! (?:mg|am|pm))"
    r"|\b[a-z]{4,}(?:stra(?:ss|ß)e|strasse|weg|gasse|allee|platz) \d{1,4}[a-z]?\b|\b\d{1,4},? (?:rue|avenue|boulevard|calle|via|rua) (?:[\w']+ ){0,3}[\w']{3,}"
    r"|-?\d{1,2}\.\d{4,} ?, ?-?\d{1,3}\.\d{4,}|///[a-z]+\.[a-z]+\.[a-z]+"
    r"|\bp\.? ?o\.? box \d+"
    r"|\b(?:flat|apt|apartment|unit|suite|room) (?:no\.? |number |#)?\d{1,4}[a-z]?,? (?:at |in )?(?:\d+ )?(?:[a-z][a-z']+ ){0,3}(?:house|court|building|tower|towers|hall|halls|street|road|lodge|block)\b"
    r"|\b(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy),? \d{5}(?:-\d{4})?\b"
    r"|\b(?:(?!(?:the|a|on|in|this|that|my|your|their|our|of|across|down|up)\b)[a-z][a-z'\-]+ ){1,2}(?:street|road|avenue|lane|crescent|boulevard|terrace),? (?:no\.? ?|number |#)?\d{1,4}[a-z]?\b(?! (?:years?|days?|minutes?|times?|people|of|hours?))"
    r"|\bcorner of [a-z0-9]+ (?:and|&) [a-z0-9]+|\bmeet (?:me|up|us) (?:at|outside|by|behind|near|in front of) (?:the )?(?:[\w'&]+ ){1,4}?(?:station|street|road|avenue|mall|park|cafe|library|church|school|pub|hotel|mcdonald'?s|starbucks|costa)\b"
    r"|\b(?:zip|post ?code)(?: code)?(?: is|:)? \d{4,6}\b"
)

# What has to stand in a text before it is looked through for a kind: first what its words say
# together, then a pattern. Most texts hold none of it, and looking through them cost the most of all
# that is done with a message.
_MAIL = re.compile(
    rf"@|at[ -]sign| at |[\[({{<*_-] ?(?:at|a) ?[\])}}>*_-]|[\[(] ?(?:at|{PROVIDER})"
    r"|e-?mail|gmail|hotmail|outlook|icloud|protonmail|yahoo"
)
_AT_A_HOST = re.compile(rf" at +(?:(?:[a-z0-9\-]{{2,30}}{_DOT}){{1,3}}(?:{TLD}|me)|{PROVIDER})\b")
_LINKED = re.compile(r"/|slash|www|dot|\.[a-z0-9]|\.[\])]")
_HANDLED = re.compile(
    rf"[@#/]|user ?name|gamertag|handle|screen ?name|imessage|\b{PLATFORM}(?:'?s)?\b"
)
_SPOKEN = re.compile(rf"{'|'.join(DIGIT_WORDS)}|(?<![a-z])o")
_FEWEST_SPOKEN = 5
_CODE = re.compile(r"[a-z]\d|\d{4}")


def _may_hold_email(reading: Reading) -> bool:
    text, marks = reading.letters.text, reading.marks
    if marks & MAIL or "@" in text:
        return _MAIL.search(text) is not None
    if marks & IN_MAIL and any(sign in text for sign in "[({<*_-") and _MAIL.search(text):
        return True
    return bool(marks & AT) and _AT_A_HOST.search(text) is not None


def _may_hold_link(reading: Reading) -> bool:
    return _LINKED.search(reading.letters.text) is not None


def _may_hold_handle(reading: Reading) -> bool:
    text = reading.letters.text
    if not (reading.marks & PLATFORMS or "@" in text or "/" in text or "#" in text):
        return False
    return _HANDLED.search(text) is not None


def _may_hold_phone(reading: Reading) -> bool:
    marks = reading.marks
    if marks & DIGITS:
        return True
    return bool(marks & SPELLED) and len(_SPOKEN.findall(reading.letters.text)) >= _FEWEST_SPOKEN


def _may_hold_address(reading: Reading) -> bool:
    text, marks = reading.letters.text, reading.marks
    if marks & MEETING or "///" in text:
        return True
    if marks & PLACE:
        return bool(marks & (DIGITS | UNIT))
    return bool(marks & DIGITS) and _CODE.search(text) is not None


_MAY_HOLD: dict[str, Callable[[Reading], bool]] = {
    "email": _may_hold_email,
    "link": _may_hold_link,
    "handle": _may_hold_handle,
    "phone": _may_hold_phone,
    "address": _may_hold_address,
}


def find_contacts(text: str | Reading) -> tuple[Contact, ...]:
    """E-mail, phone, link, handle and address in `text`, in reading order, without overlaps."""
    reading = read(text)
    folded = reading.letters
    found: list[tuple[int, int, str]] = []
    for kind, finder in _FINDERS:
        if not _MAY_HOLD[kind](reading):
            continue
        for start, end in finder(folded, reading.text):
            if all(end <= other[0] or start >= other[1] for other in found):
                found.append((start, end, kind))
    if not found:
        return ()
    return tuple(Contact(kind, *folded.original(start, end)) for start, end, kind in sorted(found))


def _emails(folded: Folded, text: str) -> Iterator[Span]:
    for match in _EMAIL.finditer(folded.text):
        words = match.group()
        by_word = " at " in words and "@" not in words and " dot " not in words
        host = words.split(" at ", 1)[1] if by_word else ""
        if by_word and (_SENTENCE_END.search(host) or _site(host)):
            continue
        yield match.span()


def _links(folded: Folded, text: str) -> Iterator[Span]:
    for match in _LINK.finditer(folded.text):
        if not _site(re.sub(r"^(?:https?://)?(?:www\.)?", "", match.group())):
            yield match.span()


def _site(words: str) -> bool:
    """Whether this is the page of a helpline."""
    return is_site(words.strip().split("/", 1)[0].rstrip("."))


def _handles(folded: Folded, text: str) -> Iterator[Span]:
    for pattern in _HANDLES:
        for match in pattern.finditer(folded.text):
            name = next((value for value in match.groupdict().values() if value), None)
            if name is None or name.strip(".@") not in NOT_A_HANDLE:
                yield match.span()


def _addresses(folded: Folded, text: str) -> Iterator[Span]:
    for match in _ADDRESS.finditer(folded.text):
        street = match.groupdict().get("street")
        if street is not None:
            words = street.split()
            if NOT_A_STREET.intersection(words[:-1]):
                continue
            start, end = folded.original(*match.span("street"))
            if match.group("weak") and not _capitals(text[start:end]):
                continue
        elif re.fullmatch(r"[a-z]{2},? \d{5}(?:-\d{4})?", match.group()):
            start, end = folded.original(*match.span())
            if not text[start : start + 2].isupper():
                continue
        yield match.span()


def _capitals(words: str) -> bool:
    return words != words.upper() and all(word[:1].isupper() for word in words.split())


_FINDERS: tuple[tuple[str, Callable[[Folded, str], Iterator[Span]]], ...] = (
    ("email", _emails),
    ("link", _links),
    ("handle", _handles),
    ("phone", phones),
    ("address", _addresses),
)
