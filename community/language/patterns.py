"""How a row of the tables becomes a pattern: a space is any gap, "~" a gap that may be missing,
`{name}` a part from below, `{adj:word}` a word said of a person, and `A => B` is B in a sentence
that also has A."""

from __future__ import annotations

import re

_PEOPLE = (
    r"(?:people|persons?|individuals?|folks?|guys?|m[ae]n|wom[ae]n|patients?|clients?|child|children|kids?"
    r"|boys?|girls?|teens?|teenagers?|adults?|youths?|residents?|students?|members?|mothers?|fathers?"
    r"|mums?|moms?|dads?|brothers?|sisters?|sons?|daughters?|wife|wives|husbands?|partners?|ex"
    r"|relatives?|friends?|neighbou?rs?|colleagues?|workers?|veterans?|parents?|killers?|offenders?"
    r"|victims?|attackers?|stalkers?|bosses|boss|girlfriends?|boyfriends?|uncles?|aunts?|cousins?"
    r"|tenants?|callers?|lad(?:y|ies)|lads?|teachers?|actors?|singers?|artists?|suspects?"
    r"|widow(?:er)?s?|grand(?:ma|pa|mothers?|fathers?|dad|parents?|sons?|daughters?|children)|nans?|nurses?|doctors?"
    r"|presidents?|ministers?|senators?|kings?|queens?|drivers?|coach(?:es)?|priests?|bab(?:y|ies)|judges?|gunm[ae]n"
    r"|shooters?|guests?|players?|managers?|candidates?|stars?|writers?|poets?|lodgers?|landlords?|pupils?|prisoners?"
    r"|inmates?|addicts?|schizophrenics?|sufferers?|detainees?|twins?|nephews?|nieces?|learners?|soldiers?|carers?)"
)
_NO_NAME = (
    "It|Its|This|That|There|These|Those|What|Which|The|A|An|All|Thing|Things|Life|Work|School|Today|"
    "Everything|Nothing|Something|Anything|My|Our|I|And|But|So|If|When|Traffic|Weather|Here|Not|No|"
    "Yesterday|Prices?|News|Money|Time|Bacteria|Behaviou?rs?|Rooms?|Some|How|Sleep|Winter|Summer|In|On"
)
_NAME = rf"(?-i:(?!(?:{_NO_NAME})\b)[A-Z][a-z]+)"
# "the man with grey hair", "the woman next door who sings"
_TAIL = (
    r"(?:\s+(?:with|in|on|at|from|of|behind|near|next|who|under|living|opposite|upstairs|downstairs)"
    r"(?:\s+[\w'\-]+){0,4}?)?"
)
_SUBJECT = rf"\b(?:he|she|they|you|who|mentally[\s\-]?ill|every(?:one|body)|some(?:one|body)|any(?:one|body)|{_PEOPLE}|{_NAME}){_TAIL}"
_BE = (
    r"(?:'s|'re|\s+(?:(?:will|would|must|may|might|could|can|should|has|have|had|to)\s+)?"
    r"(?:(?:all|also|still|always|often|just|really|clearly|probably|never|not|now)\s+)?"
    r"(?:is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't|seem(?:s|ed)?|looks?|looked|sounds?|"
    r"sounded|act(?:s|ed|ing)?|went|go(?:es|ing|ne)?|becomes?|became|turn(?:s|ed)|gets?|got|feels?|"
    r"felt|remain(?:s|ed)?)(?:\s+being)?)"
)
_ADVERB = (
    r"(?:(?:so|very|really|quite|clearly|just|still|not|also|totally|completely|absolutely|an?|bit|"
    r"little|severely|too|always|often|increasingly|simply|probably|obviously|actually|now|utterly|"
    r"clinically|plain|half|rather|highly|extremely|somewhat|potentially|never|all|either|both|"
    r"chronically|acutely|actively|floridly|only|openly|known|considered|called|described|seen|said|as|"
    r"to|be|labelled|labeled|judged|deemed|thought|or|and|depressed|anxious|violent|sick|ill|lazy)[\s\-]+){0,3}"
)
_END = (
    r"(?=\s*(?:$|['\"]?(?![\w'\"\-])\S|(?:who|whom|whose|that|and|or|but|in|on|at|with|without|from|to|is|are|was|were|has|"
    r"have|had|for|of|because|by|as|when|while|where|will|would|can|can't|cannot|could|should|may|might|must|"
    r"living|lives?|lived|needs?|does|did|do|don't|didn't|said|says?|like|than|after|before|about|not|if|so|seen|"
    r"during|until|since|again|too|now|today|more|less|never|always|often|only|also|just|gets?|got|came|come|"
    r"comes|went|goes?|took|takes?|told|asked|found|left|made|makes?|still|off|out|up|into|through|there|here|"
    r"last|this|next|every|all|even|most|first|being|been|wants?|wanted|suffer\w*|struggl\w+|sat|sits?|slept|sleeps?|"
    r"tried|tries|help\w*|behind|under|near|between|among|against|over|around|outside|inside|down|away|back|then|once|"
    r"twice|how|what|why|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|wouldn't|shouldn't|works?|worked|felt|feels?)\b))"
)
_CONDITION = (
    r"(?:depress\w*|anxi\w+|schizo\w+|bipolar|psychos[ei]s|psychot\w+|mental\w*|illness\w*|disorders?|"
    r"conditions?|diseases?|addict\w+|alcoholism|ocd|ptsd|bpd|adhd|autis\w+|dementia|anorexia|bulimia|"
    r"\w*phobia|trauma|stress|panic|mania|epilepsy|insomnia|alzheimer\w*|\w+[\s\-]syndrome|syndrome|"
    r"dependence|hallucinations?|delusions?|paranoi\w+|voices|self[\s\-]harm|suicid\w+|burn[\s\-]?out|"
    r"diabetes|cancer|problems?|disabilit\w+|impairments?|grief|compulsions?|obsessi\w+)"
)
_DRUG = (
    r"(?:drugs?|alcohol|drink|drinking|heroin|cocaine|coke|crack|meth|methamphetamines?|amphetamines?|speed|opioids?|"
    r"opiates?|fentanyl|pills?|painkillers?|prescriptions?|medications?|medicines?|cannabis|marijuana|weed|"
    r"pot|ketamine|nicotine|tobacco|cigarettes?|gambling|substances?|benzo\w*|valium|xanax|tablets?|solvents?|booze|"
    r"oxycodone|oxycontin|tramadol|codeine|morphine|steroids?|stimulants?|glue|spice|porn|wine|beer|vodka|tranquillisers?)"
)
_MEDICAL = (
    r"(?:disorders?|symptoms?|depression|features?|episodes?|illness(?:es)?|experiences?|spectrum|"
    r"phases?|reactions?|process|states?|psychos[ei]s|break|mania|relapse|breakdown|illness|like|"
    r"thoughts?|delusions?|hallucinations?|speech|psychoses|conditions?|medication)"
)
_THING = (
    r"(?:polic(?:y|ies)|weather|decisions?|market|approach(?:es)?|attitudes?|economy|government|strategy|"
    r"plan|plot|film|city|design|response|nature|tone|style|behaviou?r|team|party|way|relationship|voting|stance)"
)


def _anywhere(words: str) -> str:
    return rf"^.*\b(?:{words})\b.*$"


PARTS: dict[str, str] = {
    "people": _PEOPLE,
    "name": _NAME,
    "subj": _SUBJECT,
    "be": _BE,
    "tail": _TAIL,
    "adv": _ADVERB,
    "end": _END,
    "ender": rf"(?:{_END}|(?=\s+(?:\w+ed|drove|ran|stole|stood|spoke|rang|hit|fell|held|wrote|broke|threw)\b))",
    "cond": _CONDITION,
    "drug": _DRUG,
    "medical": _MEDICAL,
    "thing": _THING,
    "start": r"(?:^|(?<=[.!?:\-•]\s))",
    "refuge": _anywhere(
        r"seek\w*|refugees?|claim\w*|political|immigra\w+|migra\w+|visas?|borders?|grant\w*|"
        r"country|countries|embassy|appl(?:y|ied|ies|ication\w*)|sanctuary|persecut\w+"
    ),
    "office": r"(?:gdpr|vendors?|regulat\w+|devices?|polic(?:y|ies)|standards?|laws?|legal|products?|software|"
    r"code|hardware|browsers?|tax|iso|hipaa|wcag|audits?|compan(?:y|ies)|suppliers?|licen[cs]e|protocol)",
    "agency": _anywhere(
        r"samhsa|nida|niaaa|(?:institute|council|office|center|centre|administration|act|bureau) "
        r"(?:on|of|for) (?:drug|alcohol|substance) abuse|abuse (?:screening test|act|warning network)"
    ),
    "abuse": _anywhere(
        r"me|my|mine|us|abus\w+|hit|hits|beat|partner|husband|wife|boyfriend|girlfriend|ex|violen\w+|stalk\w+"
    ),
    "court": _anywhere(
        r"lawyers?|courts?|judges?|jur(?:y|ies)|police|detectives?|legal|solicitors?"
    ),
    "risky": r"(?:suicid\w*|self.harm\w*|overdos\w+|died|dies|die|death|hospital|life|survived?|ward|crisis|"
    r"pills|grie\w+|risk|kill\w*|mental\w*|therap\w+|clinic|patient|depress\w+|doctor|nurse|ambulance)",
}
_SAID_OF = (
    r"{subj}{be} {adv}(WORD)(?![\w\-])|"
    r"(?:calls?|called|calling|thinks?|thought|considers?|considered|finds?|found|label(?:s|led|ed)|"
    r"driv(?:es?|ing)|drove|makes?|made|declared|deem(?:s|ed)) "
    r"(?:him|her|them|{name}|the {people}) (?:(?:is|are|was|were) )?{adv}(WORD)(?![\w\-])|"
    r"(WORD) (?:\w+ )?{people}\b|(?:described|seen|known|regarded|dismissed|portrayed|labell?ed) "
    r"(?:\w+ )?as {adv}(WORD)(?![\w\-])"
)
_ADJECTIVE = re.compile(r"\{adj:([^{}]+)\}")
_PART = re.compile(r"\{([a-z]+)\}")
FLAGS = re.IGNORECASE | re.MULTILINE | re.DOTALL


def pattern(source: str) -> re.Pattern[str]:
    """The pattern of a row, from the start of a word to the end of one."""
    return re.compile(rf"\b(?:{filled(source)})(?!\w)", FLAGS)


def anything(source: str) -> re.Pattern[str] | None:
    """The pattern of what lets a word pass, or None for an empty one."""
    return re.compile(filled(source), FLAGS) if source else None


def filled(source: str) -> str:
    spoken = _ADJECTIVE.sub(lambda said: _SAID_OF.replace("WORD", said[1]), source)
    filled = _PART.sub(lambda part: PARTS[part[1]], spoken)
    return filled.replace(" ", r"[\s\-]+").replace("~", r"[\s\-]?")
