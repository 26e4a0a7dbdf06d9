"""What a told life must not carry into public: how somebody hurt themselves in detail that shows
the way, and who else was in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from community.language.speaker import sentences
from community.screening import find_method


class Danger(StrEnum):
    """What is told that could harm a reader, or somebody who never agreed to be in it."""

    METHOD = "method"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands."""

    danger: Danger
    start: int
    end: int


_HARM = re.compile(
    r"\b(?:suicid\w*|kill(?:ed|ing)? (?:my|him|her|them)\s?sel\w+|self.harm\w*|overdos\w+|end(?:ed|ing)? (?:it|my life)|"
    r"die|dying|dead|hurt(?:ing)? myself|cut(?:ting)? (?:myself|my)|wake up again)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"\b\d+ ?(?:mg|g|ml|pills|tablets|capsules|metres|feet|floors?)\b|\b(?:whole|entire|full) (?:bottle|box|pack|packet)\b"
    r"|\b(?:bottle|handful|pack|packet|box) of\b|\b(?:\d{2,}|twenty|thirty|forty|fifty|sixty|hundred)\b"
    r"|\b(?:mix(?:ed|ing)? (?:it |them )?with|with (?:vodka|alcohol|whisky|wine|gin))\b"
    r"|\b(?:rope|belt|cord|scarf|blades?|razor|knife|gun|exhaust|rail|helium)\b"
    r"|\b(?:bridge|station|cliff|roof(?:top)?|car park|garage|platform|track|window)\b"
    r"|\b(?:paracetamol|tylenol|ibuprofen|insulin|tramadol|codeine|antifreeze|bleach)\b",
    re.IGNORECASE,
)
_SELF = r"(?:my|him|her|them|your|our)\s?sel\w+"
_ONES = r"(?:my|his|her|their|the|your|our)"
_PILLS = (
    r"(?:pills?|tablets?|capsules?|meds|medication|medicine|paracetamol|tylenol|ibuprofen|aspirin|"
    r"codeine|tramadol|diazepam|sertraline|lithium|insulin)"
)
_EACH = r"(?! (?:a|an|each|every|per|once|twice|daily|back|with me|along|to the)\b)"
# What says how without any word of harm beside it. Told of anybody, and in the past.
_WAY = re.compile(
    rf"\b(?:hang|hanged|hung|hanging) {_SELF}[^.!?]{{0,60}}\b(?:rope|belt|cord|scarf|sheet|garage|tree|beam|door|barn|loft)\b"
    rf"|\b(?:shoot|shot|shooting|gas|gassed|gassing) {_SELF}[^.!?]{{0,60}}\b(?:gun|pistol|rifle|shotgun|head|car|exhaust|oven)\b"
    rf"|\b(?:(?:jump|jumped|jumping|leap|leapt|leaped|threw {_SELF}|throwing {_SELF}) (?:\w+ )?(?:off|from|out of|over)|drove off) "
    rf"(?:a |an |the |my |our |his |her )?(?:\w+ ){{0,2}}(?:bridge|building|roof|rooftop|cliff|balcony|window|viaduct|car park|floor|edge)\b"
    rf"|\b(?:step|stepped|stepping|walk|walked|walking|run|ran|jump|jumped|threw {_SELF}|throwing {_SELF}) (?:out )?"
    r"(?:(?:in front of|under) (?:a |an |the )?(?:\w+ )?(?:train|tube|lorry|truck|bus|car)\b|into (?:oncoming |moving |the )traffic\b)"
    r"|\b(?:lay|lie|lying|lain|sat) (?:down )?on (?:the )?(?:\w+ )?(?:tracks?|rails|railway)\b"
    r"|\b(?:swallow|swallowed|downed|necked|took|taken|taking) (?:about |around |over |nearly |almost |more than |some )?"
    r"(?:\d{2,}|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|dozens|a (?:whole |full )?(?:bottle|box|packet|pack|handful|fistful))"
    rf"(?: of)?(?: (?:my|the|his|her|their|those|these))?(?: \w+)? {_PILLS}\b{_EACH}"
    rf"|\b(?:swallow|swallowed|downed|necked) (?:all|every one)(?: of)?(?: {_ONES})? {_PILLS}\b{_EACH}"
    rf"|\boverdos(?:e|ed|ing) (?:on|of|with) (?:\w+ )?{_PILLS}\b"
    r"|\b(?:drink|drank|drunk|drinking|swallowed) (?:some |a \w+ of |the )?(?:bleach|antifreeze|weedkiller|drain cleaner)\b"
    rf"|\b(?:slit|slitting|slash|slashed|slashing|slice|sliced) {_ONES} (?:own )?(?:wrists?|throat|arms?|veins?)\b"
    r"|\b(?:rope|belt|cord|noose|scarf|sheet) (?:a?round) (?:my|his|her|their|the) neck\b",
    re.IGNORECASE,
)
_NEAR = 2  # sentences on either side
_CLOSE = (
    r"(?:brother|sister|mother|father|mum|mom|dad|son|daughter|wife|husband|partner|ex|friend|boss|"
    r"neighbou?r|cousin|aunt|uncle|boyfriend|girlfriend|flatmate|roommate|colleague|teacher|mate|"
    r"grandmother|grandfather|grandson|granddaughter|niece|nephew|landlord|sponsor|keyworker|nan)"
)
_JOB = (
    r"(?:Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Nurse|Sister|Father|Pastor|Judge|Officer|"
    r"doctor|nurse|therapist|psychiatrist|psychologist|counsellor|counselor|social worker|midwife|mentor)"
)
_GIVEN = r"[A-Z][a-zà-ÿ]+(?:[-'’][A-Z][a-zà-ÿ]+)?"
_NAME = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s+(?:(?:\w+)\s+)?{_CLOSE},?\s+(?P<close>{_GIVEN}(?:\s+{_GIVEN})?)"
    rf"|\b{_JOB}\.?\s+(?P<job>{_GIVEN}(?:\s+{_GIVEN})?)"
    rf"|(?<![Mm]y )(?<!I['’]m )(?<!I am )\b(?:called|named|name (?:is|was))\s+(?P<called>{_GIVEN}(?:\s+{_GIVEN})?)"
)
_NOBODY = re.compile(
    r"(?:I|I['’]\w+|And|But|Then|When|The|God|Christmas|Easter|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|English|British|American|Kindred)\b"
)


def dangers(story: str) -> tuple[Place, ...]:
    """Everything in a story that keeps it from being published, in the order of the text.

    A rule finds the usual ways to say it, never all: whoever reads the story first still reads it
    for this.
    """
    return tuple(sorted((*_methods(story), *_names(story)), key=lambda place: place.start))


def _methods(story: str) -> list[Place]:
    """Ways of dying told with an amount, a place or means, where the talk is of harm, or that are told
    in no other talk; a morning's tablets are no method."""
    told = sentences(story)
    found = [Place(Danger.METHOD, *way.span()) for way in _WAY.finditer(story)]
    for method in find_method(story):
        here = next(
            (n for n, part in enumerate(told) if method.start < part.start + len(part.text)), 0
        )
        around = " ".join(part.text for part in told[max(0, here - _NEAR) : here + _NEAR + 1])
        is_told = any(one.start < method.end and method.start < one.end for one in found)
        if not is_told and _HARM.search(around) and _DETAIL.search(around):
            found.append(Place(Danger.METHOD, method.start, method.end))
    return found


def _names(story: str) -> list[Place]:
    """People who are named beside what they are to the one who tells."""
    return [
        Place(Danger.NAME, *found.span(found.lastgroup or 0))
        for found in _NAME.finditer(story)
        if not _NOBODY.match(found[found.lastgroup or 0])
    ]
