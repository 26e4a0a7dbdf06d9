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
_BODY = rf"(?:{_SELF}|{_ONES} (?:own )?(?:arms?|forearms?|wrists?|legs?|thighs?|stomach|skin))"
_HARMLESS = (  # of a window and of an edge
    r"(?! (?:seats?|box|boxes)\b| of (?:the |a |my |our )?(?:\w+ )?(?:pool|bath|tub|bed|puddle|sandpit|lawn|kerb|pavement|"
    r"stage|rug|carpet|path)\b)"
)
# What says how without any word of harm beside it. Told of anybody, and in the past.
_WAY = re.compile(
    rf"\b(?:hang|hanged|hung|hanging) {_SELF}[^.!?]{{0,60}}\b(?:rope|belt|cord|scarf|sheet|garage|tree|beam|door|barn|loft)\b"
    rf"|\b(?:shoot|shot|shooting|gas|gassed|gassing) {_SELF}[^.!?]{{0,60}}\b(?:gun|pistol|rifle|shotgun|head|car|exhaust|oven)\b"
    rf"|\b(?:(?:jump|jumped|jumping|leap|leapt|leaped|threw {_SELF}|throwing {_SELF}) (?:\w+ )?(?:off|from|out of|over)|drove off) "
    rf"(?:a |an |the |my |our |his |her )?(?:\w+ ){{0,2}}(?:bridge|building|roof|rooftop|cliff|balcony|window|viaduct|car park|floor|edge)\b{_HARMLESS}"
    rf"|\b(?:step|stepped|stepping|walk|walked|walking|run|ran|jump|jumped|threw {_SELF}|throwing {_SELF}) (?:out )?"
    r"(?:(?:in front of|under) (?:a |an |the )?(?:\w+ )?(?:train|tube|lorry|truck|bus|car)\b|into (?:oncoming |moving |the )traffic\b(?! (?:jams?|lights?|wardens?|cones?|islands?)\b))"
    r"|\b(?:lay|lie|lying|lain|sat) (?:down )?on (?:the )?(?:\w+ )?(?:tracks?|rails|railway)\b"
    r"|\b(?:swallow|swallowed|downed|necked|took|taken|taking) (?:about |around |over |nearly |almost |more than |some )?"
    r"(?:\d{2,}|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|dozens|a (?:whole |full )?(?:bottle|box|packet|pack|handful|fistful))"
    rf"(?: of)?(?: (?:my|the|his|her|their|those|these))?(?: \w+)? {_PILLS}\b{_EACH}"
    rf"|\b(?:swallow|swallowed|downed|necked) (?:all|every one)(?: of)?(?: {_ONES})? {_PILLS}\b{_EACH}"
    rf"|\boverdos(?:e|ed|ing) (?:on|of|with) (?:\w+ )?{_PILLS}\b"
    r"|\b(?:drink|drank|drunk|drinking|swallowed) (?:some |a \w+ of |the )?(?:bleach|antifreeze|weedkiller|drain cleaner)\b"
    rf"|\b(?:slit|slitting|slash|slashed|slashing|slice|sliced) {_ONES} (?:own )?(?:wrists?|throat|arms?|veins?)\b"
    rf"|\bcut(?:ting)? {_ONES} (?:own )?(?:wrists?|throat|veins?)\b(?! on (?:a|an|the|some)\b)"
    rf"|\bcut(?:ting)? {_BODY} with (?:an? |the |my |some )?(?:\w+ )?(?:blades?|razors?|knife|scissors|glass)\b"
    rf"|\b(?:burn|burned|burnt|burning) {_BODY} with (?:an? |the |my )?(?:\w+ )?(?:lighter|cigarettes?|match|matches|candle)\b"
    rf"|(?<!paper )\bbag over {_ONES} (?:own )?(?:head|face)\b"
    rf"|\b(?:took|taken|taking) (?:all|every one)(?: of)?(?: {_ONES})? {_PILLS} (?:with|and) [^.!?]{{0,20}}\b(?:vodka|alcohol|whisky|whiskey|wine|gin|rum|spirits)\b"
    r"|\b(?:took|taken|taking|swallowed|downed) every (?:last |single )?(?:pill|tablet|capsule)s? "
    r"(?:in the|in my|in our|I (?:had|could|found)|we had|there was|that was|left|at once)\b"
    r"|\btied (?:a|the|my) (?:\w+ )?(?:rope|belt|cord|noose|scarf|sheet) (?:to|around|round|over|from) (?:a |the |my )?(?:\w+ )?"
    r"(?:(?:beam|rafters?|banisters?|ceiling|loft)\b(?! (?:for|to)\b)|(?:tree|branch|door|hook|pipe|rail)\b[^.!?]{0,60}\b(?:chair|stool|neck|noose)\b)"
    r"|\b(?:live|lived|living|survived|surviving|ate|eating|got by|down to|stuck to) (?:(?:on|only|just|about|under|around|at|less than) ){0,3}"
    r"(?:\d{2,3}|(?:a|one|two|three|four|five|six|seven|eight|nine) hundred) (?:k?cals?|calories)\b"
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
_WHOSE = r"(?:my|our|his|her|their)"
_WAS = r"(?:was|is|were|are|became|had been|has been)"
_ALSO_THINGS = r"(?:friend|mate|partner|teacher|boss|mentor|therapist)\b"  # “Sleep was my friend”
_WHERE = (
    r"work|school|college|uni|university|church|rehab|next door|upstairs|downstairs|across the road|down the road|"
    r"the (?:office|ward|group|choir|shop|clinic)|my (?:class|team|group|street|ward|shift|course)"
)
_NOBODY = (  # capitals that are nobody's name
    r"(?:I|I['’]\w+|And|But|Then|When|The|God|Christmas|Easter|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|English|British|American|Kindred|My|Our|His|Her|Their|He|She|It|They|We|You|This|That|These|Those|Who|What|"
    r"There|Here|Later|Today|Tonight|Yesterday|Now|Once|Sometimes|Still|Soon|Luckily|Sadly|Thankfully|Suddenly|Finally|"
    r"Eventually|Meanwhile|Instead|First|After|Before|Yes|No|Not|Well|Oh|So|Maybe|Perhaps|Also|Only|Even|Dear|Hello|Hi|Thanks|"
    r"Mum|Mom|Mummy|Dad|Daddy|Nan|Gran|Grandad|Grandma|Granny|Someone|Somebody|Everyone|Everybody|Nobody|Anyone|People|"
    r"Friends?|Mates?|Colleagues?|Neighbours?|Others?|Another|Both|One|Two|Three|All|Some|Many|Most|Women|Men|Girls|Boys|"
    r"Kids|Children|Home|Back|Away|Off|Tired|Exhausted|Fresh|Straight|Late|Notes?|Letters?|Calls?|Cards?|Flowers|News|"
    r"[A-Z][a-z]{2,}ing)\b"
)
_SOME = rf"(?!{_NOBODY}){_GIVEN}"
_NAME = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s+(?:(?:\w+)\s+)?{_CLOSE},?\s+(?P<close>{_GIVEN}(?:\s+{_GIVEN})?)"
    rf"|\b{_JOB}(?:(?:(?<=Dr|Mr|Ms|Mx)|(?<=Mrs)|(?<=Prof))\.)?[^\S\n]+(?P<job>{_GIVEN}(?:\s+{_GIVEN})?)"
    rf"|\b(?P<apart>{_SOME}(?:\s+{_GIVEN})?), {_WHOSE} (?:\w+ )?(?:{_CLOSE}|{_JOB})(?=\s*(?:[,.;:!?)]|$)|\s+who\b)"
    rf"|\b(?P<full>{_SOME}\s+{_GIVEN}) {_WAS} {_WHOSE} (?:\w+ )?(?:{_CLOSE}|{_JOB})\b"
    rf"|\b(?P<was>{_SOME}) {_WAS} {_WHOSE} (?:\w+ )?(?!{_ALSO_THINGS})(?:{_CLOSE}|{_JOB})\b"
    rf"|\b(?P<met>{_SOME}(?:\s+{_GIVEN})?) from (?:{_WHERE})\b"
    rf"|(?<![Mm]y )(?<!I['’]m )(?<!I am )\b(?:called|named|name (?:is|was))\s+(?P<called>{_GIVEN}(?:\s+{_GIVEN})?)"
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
        if not re.match(_NOBODY, found[found.lastgroup or 0])
    ]
