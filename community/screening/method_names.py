"""Does a text name a way of dying, and with detail that could show someone how?

Used to refuse handles, and to hold a message that names an amount, a place or means at hand.
"""

from __future__ import annotations

import re

from community.screening.findings import Method
from community.screening.normalise import Folded, fold

_NAMES = re.compile(
    r"\b(?:noose|nooses|hang(?:ing|ed)? (?:my|your|him|her|them)sel(?:f|ves)|slit(?:ting)? (?:my|your|his|her)? ?(?:wrists?|throats?)|wrist ?slit(?:ter|ting)?|"
    r"overdos(?:e|ed|ing|er)|od'?(?:ed|ing)|cyanide|sodium nitrite|exit bag|helium (?:hood|bag|tank)|carbon monoxide|car exhaust|razor ?blades?|"
    r"drink(?:ing)? (?:bleach|antifreeze)|bleach drinker|jump(?:ing|ed)? (?:off|from|in front of) (?:a |the |my )?(?:\w+ )?(?:bridge|building|roof|train|cliff|balcony|window)|"
    r"bridge jumper|(?:gun|pistol|bullet|shotgun|rifle) (?:to|in|into|through|against) (?:my|the|your) (?:head|mouth|brain|skull|temple)|shoot(?:ing)? my ?self|"
    r"stab(?:bing)? my ?self|electrocut(?:e|ing) my ?self|drown(?:ing)? my ?self|hang(?:ing)? from|self[ -]?harm(?:er|ing)?|cut(?:ting)? my (?:wrists?|arms?|throat|veins?)|"
    r"(?:took|taken|take|taking|swallow(?:ed|ing)?|down(?:ed|ing)?)(?: [\w']+){0,5} (?:pills|tablets|paracetamol|tylenol|ibuprofen|insulin|tramadol|codeine)|lethal dose|suffocat(?:e|ing) my ?self|"
    r"strangl(?:e|ing) my ?self|blow(?:ing)? my brains? out|toaster bath)\b"
)
_DETAIL = re.compile(
    r"\b\d+ ?(?:mg|g|ml|pills|tablets|capsules|x ?\d+)|\b(?:whole|entire|full) (?:bottle|box|pack|packet)|\bbottle of\b|\bhandful of\b|\b(?:\d{2,}|twenty|thirty|forty|fifty|hundred) (?:of them|pills|tablets|paracetamol|tylenol|ibuprofen)|"
    r"\b(?:in front of me|in my (?:hand|hands|room|bag|drawer|garage|pocket|lap)|next to me|beside me|ready|bought|ordered|loaded|tied|on (?:my|the) (?:table|desk|bed))\b|"
    r"\b(?:around my neck|to my head|in my mouth)\b|\b(?:bridge|station|cliff|rooftop|car park|garage|platform)\b|\b(?:mix(?:ed|ing)? with|with (?:vodka|alcohol|whisky|wine))\b|\bonline\b"
)
# In one word, as in a handle: separators gone, leet undone.
_JOINED = re.compile(
    r"noose|overdos|suicid|killmyself|killurself|killyourself|hangmyself|hangyourself|slitwrist|wristslit|slitmy|cyanide|exitbag|razorblade|"
    r"drinkbleach|bleachdrink|bridgejump|selfharm|bulletinmy|guntomy|cutmywrist|cutmyself|unalive|jumpoff|nitrite|lethaldose|toasterbath|ropeandchair|deathbypill|pillbottle|diebyown"
)
_NEAR = 80
_LEET = str.maketrans("013457@$!|", "oieastasil")


def find_method(text: str) -> tuple[Method, ...]:
    """Every way of dying named in `text`; `detail` says an amount, a place or means stand by it."""
    folded = fold(text)
    found = [
        Method(*folded.original(*match.span()), _detailed(folded, match))
        for match in _NAMES.finditer(folded.text.replace("_", " "))
    ]
    if not found and len(text.split()) <= 2 and _joined(text):
        found.append(Method(0, len(text), detail=False))
    return tuple(found)


def details_near(text: str, method: Method) -> tuple[tuple[int, int], ...]:
    """The amounts, places and means that stand by this way, as places in `text`."""
    folded = fold(text)
    return tuple(
        place
        for match in _DETAIL.finditer(folded.text)
        for place in [folded.original(*match.span())]
        if place[1] > method.start - _NEAR and place[0] < method.end + _NEAR
    )


def _joined(text: str) -> bool:
    plain = fold(text).text.translate(_LEET)
    return _JOINED.search(re.sub(r"[^a-z]", "", plain)) is not None


def _detailed(folded: Folded, match: re.Match[str]) -> bool:
    near = folded.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return _DETAIL.search(near) is not None
