"""What a rule is, and the small vocabulary that patterns share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from community.screening.findings import Signal
from community.screening.rules.firsts import first_words

# Written as <name> inside patterns. Bounded everywhere, so that no text can make them slow.
_ADVERBS = (
    r"(?:just|really|so|fucking|fuckin|genuinely|literally|badly|honestly|actually|seriously|"
    r"probably|desperately|kind of|kinda|only|also|even|still|finally|simply|truly|legit|always|"
    r"constantly|often|sometimes|all|like|to|be|already|definitely|prob|maybe|ever|not|never|"
    r"soon|quietly|peacefully|now|again|actively|almost|nearly|basically|the)"
)
VOCABULARY = {
    "adv": rf"(?: {_ADVERBS}){{0,4}}",
    "i": r"(?:i|im|i'm|i've|ive|i'd|id|i'll|i am)",
    "self": r"(?:my ?self|me self)",
    "want": (
        r"(?:want(?:ed|ing|s)?(?: too?)?|wanna|wana|wish(?:ing)?(?: i)?(?: could| can)?|need(?: to)?"
        r"|hop(?:e|ing) (?:i|to)|pray(?:ing)? (?:i|to)|ready to|beg(?:ging)? to|long(?:ing)? to"
        r"|would like to|rather|love to|deserve to|let me|wanting to|prefer to)"
    ),
    "will": (
        r"(?:gonna|going to|gunna|will|about to|bouta|plan(?:ning|ned)? (?:to|on)|intend(?:ing)? to|"
        r"decided (?:to|on)|i'll|ready to|set on|have to|need to|gotta|am|i'm|im|prepar(?:ed|ing) to|"
        r"i am|finally|determined to)"
    ),
    "kill": (
        r"(?:(?:kill(?:ing)?|end(?:ing)?|off(?:ing)?|unaliv(?:e|ing)|murder(?:ing)?|shoot(?:ing)?|"
        r"hang(?:ing)?|drown(?:ing)?|neck(?:ing)?|delet(?:e|ing)|eras(?:e|ing)|poison(?:ing)?|"
        r"suffocat(?:e|ing)|strangl(?:e|ing)|electrocut(?:e|ing)|gas(?:sing)?|burn(?:ing)?|"
        r"stab(?:bing)?|behead(?:ing)?|do(?:ing)? away with|top(?:ping)?) (?:my ?self|me self)|kms|"
        r"(?:end|ending|tak(?:e|ing)) (?:my|this) (?:own )?(?:miserable |pathetic |shitty |stupid |"
        r"fucking |sad |worthless )?life|commit(?:ting)? (?:suicide|self[ -]?deletion)|"
        r"(?:end|ending) it(?: all)?(?! (?:here|there|with|between|on an?|off|at \d))|unaliv(?:e|ing)|ctb|catch(?:ing)? the bus|"
        r"blow(?:ing)? my brains? out|self[ -]?delet(?:e|ing))"
    ),
    "soon": (
        r"(?:tonight|tomorrow|today|right now|this (?:evening|weekend|week|morning|afternoon|month)|"
        r"on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \d+\w*)|"
        r"in (?:a|an|one|two|three|four|five|\d+|a few) (?:minutes?|hours?|days?|weeks?)|"
        r"(?:after|before|on) (?:christmas|xmas|new years?|my birthday|work|school|the holidays)|"
        r"later (?:today|tonight|this)|once (?:i|everyone|they)|as soon as|soon)"
    ),
    "pills": (
        r"(?:pills?|tablets?|capsules?|tylenol|paracetamol|acetaminophen|ibuprofen|aspirin|advil|"
        r"benadryl|xanax|valium|diazepam|codeine|tramadol|morphine|oxy\w*|sertraline|zoloft|prozac|"
        r"fluoxetine|lithium|seroquel|quetiapine|trazodone|amitriptyline|propranolol|insulin|melatonin|"
        r"sleeping (?:pills|tablets)|meds|medication|medicine|antidepressants|painkillers|"
        r"antifreeze|bleach|poison|(?:wiper |cleaning |lighter |brake )fluid|drain cleaner|detergent|pesticide|cyanide|nitrite|fentanyl|heroin|opioids?|benzos?)"
    ),
    "gap": r"(?:[ ,]+[\w'\-]+){0,3}",
    "wide": r"(?:[ ,]+[\w'\-]+){0,7}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with its weight and the sentences that it must and must not hear.

    `weight` is in the unit of the combined score: about 1 is faint, 2 deserves a person today,
    3 within half an hour, 4.5 now. `anchors` are words of which one must stand in the text
    before the pattern is tried at all, and of `also` a second: this keeps ordinary chat fast.

    `first` are the words a match can begin with: it is looked for where one of them stands.
    """

    name: str
    signal: Signal
    weight: float
    anchors: frozenset[str]
    pattern: re.Pattern[str]
    first: frozenset[str]
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    immune: frozenset[str] = field(default_factory=frozenset)
    also: frozenset[str] = field(default_factory=frozenset)


def rule(
    name: str,
    signal: Signal,
    weight: float,
    *,
    anchors: str,
    pattern: str,
    says: tuple[str, ...],
    silent: tuple[str, ...] = (),
    immune: str = "",
    also: str = "",
) -> Rule:
    """Build a rule. Placeholders such as <want> stand for the shared vocabulary."""
    whole = re.sub(r"<(\w+)>", lambda match: VOCABULARY[match.group(1)], pattern)
    return Rule(
        name=name,
        signal=signal,
        weight=weight,
        anchors=frozenset(anchors.split()),
        pattern=re.compile(rf"(?:{whole})\b"),
        first=first_words(f"(?:{whole})"),
        says=says,
        silent=silent,
        immune=frozenset(immune.split()),
        also=frozenset(also.split()),
    )
