"""What a chosen name says: it stands beside every word of a person and is read by everybody.

A name is short, and often one word. It is read as it is spelled and as it is meant: parts taken apart,
capitals and digits undone. Somebody's own words for themselves ("schizo-sam") are theirs to choose.
"""

from __future__ import annotations

import re
from dataclasses import replace

from community.screening.findings import Finding, Level, Reason, Signal
from community.screening.normalise import fold
from community.screening.screener import screen

_PARTS = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_]{3})(?=\d+$)")
_LEET = str.maketrans("013457@$!|", "oieastasil")
_NOT_A_LETTER = re.compile(r"[^a-z]")
_PEOPLE = (
    r"(?:jews?|muslims?|blacks?|gays?|trans|immigrants?|refugees?|migrants?|queers?|lesbians?|arabs?|"
    r"gypsies|women|girls|christians?|hindus?|asians?|mexicans?)"
)
# In one word. What could be a part of an ordinary name is bounded.
_JOINED_ATTACK = re.compile(
    rf"(?:gas|kill|hang|shoot|burn|rape)(?:the|all|every)+{_PEOPLE}|{_PEOPLE}(?:all)?(?:must|should)die|"
    r"(?<!s)nigg(?:er|a)s?|^(?:fag+ots?|kikes?|trann(?:y|ies)|gooks?|wetbacks?)|^(?:go|just|pls|please|lol)*kys(?:lol|now|all|pls)*$|"
    r"(?:rape|kill|hang|stab|shoot|strangle)(?:you|urself|yourself)|hitlerwasright|heilhitler|siegheil"
)
_ATTACK = re.compile(
    rf"\b(?:rape|kill|hang|gas|stab|shoot|beat|strangle|burn) (?:you|u|all|every|the|them|women|girls|kids|{_PEOPLE})\b"
    r"|\b(?!(?:i|im|am|life|this|it|that|world|everything|anxiety|depression|ocd|cancer|brain|mind|school|work|love|"
    r"time|money|who|what|sleep|today|monday|pain|fear) )[a-z]+ (?:is|are|r) (?:(?:a|an|such|so|just|really|the) ){0,2}"
    r"(?:idiot|moron|loser|freak|trash|pathetic|worthless|disgusting|ugly|scum|pig|liar|bitch|whore|slut|cunt|"
    r"retard(?:ed)?|stupid|dumb|psycho|failure|rapist|p(?:a|ae)edo(?:phile)?)\b"
    r"|\b(?:nigg(?:er|a)s?|fag+ots?|kikes?|trann(?:y|ies)|gooks?|wetbacks?)\b"
)
# May be about a person: somebody of the team reads it, and it is refused to nobody.
_MAY_BE_ABOUT = re.compile(
    r"\b(?:hate|fuck|screw|despise|expose|exposing|die|kill|death to) "
    r"(?!(?:me|my|myself|life|it|this|that|everything|cancer|depression|anxiety|ocd|ptsd|mondays?|bill|up|off|lies|war|"
    r"racism|stigma|hard|another|your darlings|rust)\b)[a-z]{2,}"
)
_JOINED_DISTRESS = re.compile(
    r"(?:want|wanting|wanna|waiting|ready|trying|going|begging)(?:to|na)?die(?:$|now|soon|tonight|today|pls|already)|"
    r"(?<!s)killme(?:$|now|pls|please|already|tonight|softly)|endmylife|enditall|end(?:my|the)(?:pain|suffering)|"
    r"better(?:off)?dead|tiredofl(?:iving|ife)|donewithlife|wishi(?:was|were)dead|letmedie|(?<!dont)hatemylife|"
    r"sleepforever|(?:not|never)wak(?:e|ing)up|nobodywouldmissme"
)


def screen_name(name: str) -> Finding:
    """As `screen`, for a name. Red with an attack: it is aimed at whoever reads it."""
    spaced = " ".join(part for part in _PARTS.split(name) if part)
    folded = fold(spaced)
    joined = _NOT_A_LETTER.sub("", fold(name).text.translate(_LEET))
    heard = screen(spaced)
    reasons = tuple(one for one in heard.reasons if one.signal in _OF_A_NAME)
    level = heard.level if reasons else Level.NONE
    if _JOINED_DISTRESS.search(joined):
        reasons, level = (*reasons, _whole(name, Signal.WISH)), _at_least(level, Level.RED)
    if _ATTACK.search(folded.text) or _JOINED_ATTACK.search(joined):
        reasons, level = (*reasons, _whole(name, Signal.ATTACK)), _at_least(level, Level.RED)
    elif _MAY_BE_ABOUT.search(folded.text) and not reasons:
        reasons, level = (_whole(name, Signal.ATTACK),), Level.AMBER
    return replace(heard, level=level, reasons=reasons, language="en")


def is_aimed_at_others(name: str) -> bool:
    """Whether the name attacks whoever reads it, or people by what they are."""
    found = screen_name(name)
    return found.target_at_risk and found.level.rank >= Level.RED.rank


def asks_for_help(name: str) -> bool:
    """Whether whoever chose it sees help first."""
    found = screen_name(name)
    return not found.target_at_risk and found.level.rank >= Level.RED.rank


_OF_A_NAME = frozenset(Signal) - {Signal.LANGUAGE, Signal.WORDING}


def _whole(name: str, signal: Signal) -> Reason:
    return Reason(signal, 0, len(name), "a name")


def _at_least(level: Level, least: Level) -> Level:
    return max(level, least, key=lambda one: one.rank)
