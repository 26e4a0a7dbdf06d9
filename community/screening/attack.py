"""Attacks on a member: aimed at "you" or a name, with a threat, a slur or "kill yourself".

This protects the person addressed. Swearing about oneself, about life or about nobody is
distress or temper and is never heard here; there is no list of bad words for their own sake.
"""

from __future__ import annotations

import re
from functools import lru_cache

from community.screening.findings import Context, Reason, Signal, Turn
from community.screening.normalise import Folded

_YOURSELF = r"(?:your ?sel(?:f|ves)|urself|ur self)"
_SLURS = (
    r"(?:fag(?:got)?s?|retards?|retarded|trann(?:y|ies)|nigg(?:er|a)s?|kikes?|spics?|chinks?|dykes?|"
    r"cunts?|whores?|sluts?|psycho|schizo|cripple|subhuman|paki)"
)
_INSULTS = (
    r"(?:idiot|moron|loser|freak|trash|garbage|pathetic|worthless|disgusting|ugly|scum|pig|attention seeker|"
    r"attention whore|waste of (?:space|air|oxygen)|piece of (?:shit|crap|trash)|useless|failure|liar|bitch|"
    r"crazy bitch|asshole|psycho|stupid|dumb|nutcase|lunatic)"
)
_PEOPLE = (
    r"(?:jews|muslims|blacks|gays|trans(?:genders| people)?|immigrants|refugees|migrants|queers|lesbians|arabs|gypsies|"
    r"disabled people|christians|hindus|asians|mexicans)"
)
_PATTERNS = (
    (
        "kill yourself",
        rf"(?:go|just|should|hurry up and|why don'?t (?:you|u)|pls|please|now|and|then|so|better|need to|ought to|must"
        rf"|better off|lol|can you)?(?: (?:and|just|go|already))* ?(?:kill|hang|shoot|drown|neck|unalive|off|cut|slit|end|rope) {_YOURSELF}"
        r"|\bkys\b|(?:slit|cut) your (?:own )?(?:wrists?|throat)|go (?:and )?(?:just )?(?:die|jump off a (?:bridge|cliff|roof))|(?:you |u |^|[.,!] ?)just die(?! (?:of|from|laughing|a little|for))|drop dead(?! gorgeous| simple| date| beautiful)"
        r"|(?:do (?:us|everyone|the world) (?:all )?a favou?r)[\w ,]*(?:die|kill|disappear|end it)|drink bleach"
        r"|(?:end|take) your (?:own )?life|(?:hope|wish) (?:you|u) (?:die|get cancer|were dead|get raped|choke|rot|od|overdose)"
        r"|(?:you|u) (?:should|deserve to|need to|ought to|better)(?: just| all| really)? (?:die|be dead|be shot|hang|rot)"
        r"|(?:world|everyone|we|they)(?:'d| would| will)?(?: all)? (?:be )?better(?: off)? without (?:you|u)\b"
        r"|(?:nobody|no one) (?:would|will|'d) (?:miss|care if) (?:you|u)\b"
        r"|(?:why don'?t (?:you|u) (?:just )?)?(?:take|swallow) (?:the rest|all) of your (?:pills|tablets|meds)|(?:just )?(?:leave|go away) and die"
        r"|(?:people|freaks|losers|trash) like (?:you|u) (?:should|deserve to|ought to|need to|must) (?:be (?:put down|dead|shot|killed|locked up|sterili[sz]ed|gassed)|die|not (?:exist|be alive|live)|never have been born)",
    ),
    (
        "threat",
        r"(?:i|we)(?:'ll|'m| will| am| are|m)? ?(?:gonna|going to|will|wanna|want to|about to|should)? ?(?:fucking )?(?:kill|murder|hurt|stab|shoot|"
        r"find|hunt|beat|rape|strangle|break|destroy|smash|end|gut|choke|slap|punch) (?:you|u|ur face|your face|your (?:family|kids|legs|neck))\b"
        r"(?! (?:something|out|a|an|the|on|through|down (?:a|an|some|the)|if you need|later|here|there|so|some|back|guys|helpful|both)\b)"
        r"|i know where (?:you|u) (?:live|work|sleep)|watch your back|you(?:'re| are) (?:a )?dead(?: man| meat)?(?= *(?:$|[.!,]))|you(?:'ll| will) (?:regret|pay for) (?:this|that|it)"
        r"|i(?:'ll| will) (?:come|be coming) (?:for|after|to get) (?:you|u)\b|i(?:'ll| will) (?:leak|post|send everyone|tell everyone) your",
    ),
    (
        "slur at someone",
        rf"(?:you|u|ur|you're|youre|your|@\w+)(?: (?:are|r|a|an|such|just|all|fucking|fuckin|little|stupid|nothing but|but|dirty|ugly|disgusting|filthy|worthless|pathetic|useless|crazy|damn|bloody|old|silly|the|is|people|being|\w+ing))*[ ,:]+{_SLURS}"
        rf"|(?:shut up|fuck (?:you|off)|get lost|go away|screw you)[ ,]+(?:you )?(?:\w+ )?(?:{_SLURS}|{_INSULTS})",
    ),
    (
        "hate against people",
        rf"(?:kill|gas|hang|shoot|burn|deport|murder)(?:ing)? (?:all |every |the |those |these ){{1,2}}(?:\w+ )?{_PEOPLE}"
        rf"|(?:all )?(?:the |those |these )?{_PEOPLE}(?: all)? (?:should|must|deserve to|need to|ought to) (?:all )?(?:die|burn|hang(?! (?:out|around|on|up|together|in))|rot|be (?:killed|gassed|shot|hanged|deported|put down|exterminated))"
        rf"|(?:you|u|your (?:kind|people|lot)|(?:you|u) (?:people|lot)|all {_PEOPLE}|{_PEOPLE}) (?:are|r) (?:all )?(?:\w+ )?(?:vermin|cockroaches|parasites|subhumans?|filth)\b"
        r"|(?:^|(?<=[.!?,;] )|just |should |ought to |why don'?t (?:you|u) |fucking )go back to (?:(?:your own |your |ur )country|where (?:you|u) came from)"
        r"|(?:you|u) (?:deserved?|should)(?: \w+)? (?:to (?:be|have been|get)|be|being|have been) (?:\w+ )?(?:raped|beaten|abused|molested)\b",
    ),
    (
        "insult at someone",
        rf"(?:you|u|you're|youre|ur|@\w+)(?: (?:are|r|is|a|an|such|just|all|fucking|fuckin|little|so|nothing but|really|the|most|absolute|complete|total))+ {_INSULTS}"
        rf"|shut up,? (?:you |u )(?:\w+ ){{0,2}}(?:cow|{_INSULTS})|(?:nobody|no one) (?:wants|likes|needs) (?:you|u)(?: here| around)?(?= *(?:$|[.,!]|just))|you(?:'re|re) (?:{_INSULTS})|you (?:fucking |stupid |little |pathetic |disgusting |worthless )+{_INSULTS}|(?:fuck|screw|hate) you(?= *(?:$|[.!,@]| and))|@\w+[ ,:]+(?:fuck (?:you|off)|shut (?:the fuck )?up)",
    ),
)  # fmt: skip
# One of these must stand in a text before the patterns are tried at all.
_HOSTILE = frozenset(
    """
    kys kill hang shoot drown neck unalive off cut slit end rope die dead bleach life disappear wish hope
    without miss care murder hurt stab find hunt beat rape strangle break destroy smash gut choke slap
    punch live work sleep watch regret pay coming come leak post send tell fuck screw hate shut get go
    fag fags faggot faggots retard retards retarded tranny trannies nigger nigga niggers niggas kike kikes
    spic spics chink chinks dyke dykes cunt cunts whore whores slut sluts psycho schizo cripple subhuman paki
    idiot moron loser freak trash garbage pathetic worthless disgusting ugly scum pig attention waste piece
    useless failure liar bitch crazy asshole stupid dumb nutcase lunatic
    vermin cockroaches parasites filth subhumans put exist raped beaten deserve deserved wants likes
    country came rest gas gassed burn deport deported cow
    """.split()
)
_ADDRESSED = frozenset(
    """
    you u ur your you're youre you'd you've yourself yourselves urself kys die dead bleach fuck shut get go
    favour favor jews muslims blacks gays trans transgenders immigrants refugees migrants queers lesbians arabs
    gypsies disabled christians hindus asians mexicans
    """.split()
)


@lru_cache(maxsize=256)
def _patterns(names: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns, with the names of people present counted like a mention."""
    someone = "|".join([r"@\w+", *(re.escape(name) for name in sorted(names))])
    return tuple(
        (kind, re.compile(r"(?<![\w'])(?:" + pattern.replace(r"@\w+", f"(?:{someone})") + ")"))
        for kind, pattern in _PATTERNS
    )


_CARING = re.compile(
    r"(?:don'?t|do not|never|please don'?t|not to|not|isn'?t|didn'?t|shouldn'?t|won'?t|stop|without|thoughts? of|think\w* (?:of|about)|want(?:ing)? to|"
    r"feel(?:ing)? like|are you|do you|did you|have you|if you|before you|planning to|plan to|urge to|try(?:ing)? to|tried to|going to|able to|you might|you may|instead of|when you)"
    r"(?: [\w']+){0,4} ?$"
)
_REPORTED = re.compile(
    r"(?:\b(?:he|she|they|someone|somebody|people|everyone|mom|mum|dad|sister|brother|boss|ex|voices?|kids|guy|classmates?|parents|bull(?:y|ies)|commenters?|stranger|user|it)\b"
    r"(?: \w+){0,3} (?:told|tell|tells|said|says|saying|called|calls|calling|yell\w*|scream\w*|messaged|texted|wrote|commented|keep telling|telling) |"
    r"\b(?:told|tells|telling|tell|called|calls|calling|getting told|get told) (?:me|him|her|them|us|to)\b)[^.!?\n]{0,60}$"
)
_SAID_OF_SELF = re.compile(r"\b(?:myself|to myself|my brain|my head|in my head|the voice|mirror)\b")


def listen_for_attack(
    folded: Folded, words: set[str], context: Context | None
) -> tuple[Reason, ...]:
    """Every attack, with its turn when someone only reports, quotes or fears it."""
    text = folded.text
    names = _named(text, context)
    if _HOSTILE.isdisjoint(words) or (
        _ADDRESSED.isdisjoint(words) and not names and "@" not in text
    ):
        return ()
    found: list[Reason] = []
    for name, pattern in _patterns(names):
        for match in pattern.finditer(text):
            reason = _judge(folded, name, match)
            if reason is not None:
                found.append(reason)
    return tuple(found)


def _judge(folded: Folded, name: str, match: re.Match[str]) -> Reason | None:
    start = match.start()
    before = re.split(r"[.!?\n;]", folded.text[max(0, start - 90) : start])[-1]
    if name == "kill yourself" and _CARING.search(before):
        return None
    turned: tuple[Turn, ...] = ()
    if _REPORTED.search(before) or _SAID_OF_SELF.search(before):
        turned = (Turn.THIRD_PERSON,)
    elif folded.text.count('"', 0, start) % 2 == 1 and '"' in folded.text[match.end() :]:
        turned = (Turn.QUOTATION,)
    span = folded.original(start + len(match.group()) - len(match.group().lstrip()), match.end())
    return Reason(Signal.ATTACK, *span, name, turned)


def _named(text: str, context: Context | None) -> frozenset[str]:
    """The people present whose name stands in the text."""
    if context is None or not context.peer_handles:
        return frozenset()
    lower = (handle.lower() for handle in context.peer_handles if len(handle) > 1)
    return frozenset(handle for handle in lower if handle in text)
