"""The words of an attack, as patterns over folded text.

Each stands between the edges of words: "diet" is not "die", and "schizophrenia" is nobody's name.
"""

from __future__ import annotations

import re

_YOURSELF = r"(?:your ?sel(?:f|ves)|urself|ur self)"
_SLURS = (
    r"(?:fag(?:got)?s?|retards?|retarded|trann(?:y|ies)|nigg(?:er|a)[sz]?|kikes?|spics?|chinks?|dykes?|"
    r"cunts?|whores?|sluts?|psychos?|schizos?|cripples?|subhumans?|pakis?)"
)
_INSULTS = (
    r"(?:idiots?|morons?|losers?|freaks?|trash|garbage|pathetic|worthless|disgusting|ugly|scum|pigs?|attention seekers?|"
    r"attention whores?|waste of (?:space|air|oxygen)|piece of (?:shit|crap|trash)|useless|failures?|liars?|bitch(?:es)?|"
    r"crazy bitch|assholes?|psychos?|stupid|dumb|dumbass|nutcases?|lunatics?)"
)
_PEOPLE = (
    r"(?:jews|muslims|blacks|gays|trans(?:genders?)?(?: people)?|immigrants|refugees|migrants|queers|lesbians|arabs|gypsies|"
    r"disabled people|christians|hindus|asians|mexicans)"
)
# "Hang in there", "take your life one day at a time": the same words, said to keep somebody.
_STAYS = r"(?! (?:out|around|on|up|together|in|with|back|there|your|the|it|a|some|this)\b)"
_LIVED = (
    r"(?! (?:one|a day|a step|step|back|seriously|in|into|as|for granted|by the|from|to the|less|more|slowly|however|wherever|"
    r"savings|insurance|partner|story|choices?|decisions?|goals?|plan|coach|skills?|experiences?)\b)"
)
_LAUGHS = r"(?! (?:laughing|of (?:laughter|laughing|cringe|boredom)|happy|old|peacefully)\b)"
_HARM = r"(?:kill|murder|hurt|stab|shoot|beat(?! (?:\S+) (?:at|to|in (?:a|the|our|this)|by)\b)|rape|strangle|smash|gut|choke|slap|punch)"
_HARMLESS = r"(?! (?:something|out|a|an|the|on|through|down (?:a|an|some|the)|if you need|later|here|there|so|some|back|guys|helpful|both|another|more)\b)"
_THEMSELVES = r"(?:him|her|them)sel(?:f|ves)"
PATTERNS = (
    (
        "kill yourself",
        rf"(?:(?:go|just|should|hurry up and|why don'?t (?:you|u)|pls|please|now|and|then|so|better|need to|ought to|must"
        rf"|better off|lol|can you) )?(?:(?:and|just|go|already) )*(?:kill|hang|shoot|drown|neck|unalive|off|cut|slit|end|rope) {_YOURSELF}"
        rf"|kys|(?:slit|cut) your (?:own )?(?:wrists?|throat)|go (?:and )?(?:just )?(?:die{_LAUGHS}|jump off a (?:bridge|cliff|roof))|(?:you |u |^|[.,!] ?)just die(?! (?:of|from|laughing|a little|for))|drop dead(?! gorgeous| simple| date| beautiful)"
        r"|(?:do (?:us|everyone|the world) (?:all )?a favou?r)[\w ,]*(?:die|kill|disappear|end it)|drink bleach"
        rf"|(?:end|take) your (?:own )?life{_LIVED}|(?:hope|wish) (?:you|u) (?:die{_LAUGHS}|get cancer|were dead|get raped|choke|rot|od|overdose)"
        rf"|(?:you|u) (?:should|deserve to|need to|ought to|better)(?: just| all| really)? (?:die{_LAUGHS}|be dead|be shot|hang{_STAYS}|rot)"
        r"|(?:world|everyone|we|they)(?:'d| would| will)?(?: all)? (?:be )?better(?: off)? without (?:you|u)"
        r"|(?:nobody|no one) (?:would|will|'d) (?:miss|care if) (?:you|u)(?! (?:more|as much|like (?:i|me|we|us))\b)"
        r"|(?:why don'?t (?:you|u) (?:just )?)?(?:take|swallow) (?:the rest|all) of your (?:pills|tablets|meds)|(?:just )?(?:leave|go away) and die"
        r"|(?:people|freaks|losers|trash) like (?:you|u) (?:should|deserve to|ought to|need to|must) (?:be (?:put down|dead|shot|killed|locked up|sterili[sz]ed|gassed)|die|not (?:exist|be alive|live)|never have been born)"
        rf"|@\w+,? (?:should|needs? to|ought to|deserves? to)(?: just| really)? (?:die|be dead|be shot|rot|(?:kill|hang|shoot) {_THEMSELVES})"
        rf"|(?:hope|wish) @\w+ (?:dies|would die|gets cancer|(?:was|were) dead|rots|chokes|overdoses|kills {_THEMSELVES})|(?:nobody|no one) (?:would|will|'d) miss @\w+",
    ),
    (
        "threat",
        rf"(?:i|we)(?:'?ll| will|(?:'?m|'re| am| are)?(?: just| really)? (?:gonna|going to|wanna|want to|about to|should)) (?:fucking |just )?"
        rf"(?:(?:{_HARM}|find|hunt|break|destroy|end) (?:you|u|ur face|your face|your (?:family|kids|legs|neck)){_HARMLESS}|{_HARM} @\w+(?!'s){_HARMLESS})"
        rf"|(?:i|we) (?:kill|murder|stab|shoot|strangle) (?:you|u){_HARMLESS}|(?:somebody|someone) should (?:just )?{_HARM} @\w+(?!'s){_HARMLESS}"
        r"|i know where (?:(?:you|u) (?:live|work|sleep)|@\w+ (?:lives|works|sleeps))|watch your back(?! (?:when|while|during|as|if)\b)|you(?:'re| are) (?:a )?dead(?: man| meat)?(?= *(?:$|[.!,]))|you(?:'ll| will) (?:regret|pay for) (?:this|that|it)"
        r"|i(?:'ll| will) (?:come|be coming) (?:for|after|to get) (?:you|u)|i(?:'ll| will) (?:leak|send everyone|tell everyone) your"
        r"|i(?:'ll| will) post your (?:\w+ )?(?:name|number|address|photos?|pics?|pictures?|nudes?|secrets?|messages|face|job|workplace|profile|illness|diagnosis)",
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
        rf"|(?:you|u|your (?:kind|people|lot)|(?:you|u) (?:people|lot)|all {_PEOPLE}|{_PEOPLE}) (?:are|r) (?:all )?(?:\w+ )?(?:vermin|cockroaches|parasites|subhumans?|filth)"
        r"|(?:^|(?<=[.!?,;] )|just |should |ought to |why don'?t (?:you|u) |fucking )go back to (?:(?:your own |your |ur )country|where (?:you|u) came from)"
        r"|(?:you|u) (?:deserved?|should)(?: \w+)? (?:to (?:be|have been|get)|be|being|have been) (?:\w+ )?(?:raped|beaten|abused|molested)",
    ),
    (
        "insult at someone",
        rf"(?:you|u|you're|youre|ur|@\w+)(?: (?:are|r|is|a|an|such|just|all|fucking|fuckin|little|so|nothing but|really|the|most|absolute|complete|total))+ {_INSULTS}"
        rf"|shut up,? (?:you |u )(?:\w+ ){{0,2}}(?:cow|{_INSULTS})|(?:nobody|no one) (?:wants|likes|needs) (?:you|u)(?: here| around)?(?= *(?:$|[.,!]|just))|you(?:'re|re) (?:{_INSULTS})|you (?:fucking |stupid |little |pathetic |disgusting |worthless )+{_INSULTS}|(?:fuck|screw|hate) you(?= *(?:$|[.!,@]| and))|@\w+[ ,:]+(?:fuck (?:you|off)|shut (?:the fuck )?up)",
    ),
)  # fmt: skip
EDGE = r"(?!\w|-\w)"  # behind each of them

_YOU = "you u ur your you're youre you'll youll you'd you've yourself yourselves urself"
_SHALL = "will i'll ill we'll gonna going wanna want about should"
_ROUGH = "shut fuck get go screw"
_SLUR_WORDS = """
    fag fags faggot faggots retard retards retarded tranny trannies nigger nigga niggers niggas niggaz niggerz
    kike kikes spic spics chink chinks dyke dykes cunt cunts whore whores slut sluts psycho psychos schizo schizos
    cripple cripples subhuman subhumans paki pakis
"""
_INSULT_WORDS = """
    idiot idiots moron morons loser losers freak freaks trash garbage pathetic worthless disgusting ugly scum pig pigs
    attention waste piece useless failure failures liar liars bitch bitches asshole assholes psycho psychos stupid dumb
    dumbass nutcase nutcases lunatic lunatics
"""
# Words of an attack that a name alone can stand in, and of which another stands beside them.
AIMED: tuple[tuple[str, str], ...] = (
    (f"{_SLUR_WORDS} {_INSULT_WORDS}", "is are was such just so fucking really little you shut"),
    ("die dead shot rot kill hang shoot", "should needs need ought deserves deserve"),
    ("dies die cancer dead rots chokes overdoses kills", "hope wish"),
    ("miss", "nobody one"),
    ("lives works sleeps", "where"),
    ("fuck shut", "off up you"),
)  # fmt: skip
HANDS = "kill murder hurt stab shoot beat rape strangle smash gut choke slap punch"
# The same of hands that are raised: against whom stands right behind.
RAISED = re.compile(
    rf"\b{_HARM} (?!(?:my|me|myself|you|u|ur|your|yourself|it|him|her|them|us|the|a|an|this|that|some|any|every|all|time|off|people|"
    r"and|or|but|to|of|by|with|in|on|for|is|so|too|when|if|like|more|really|each|himself|herself|themselves)\b)[a-z]"
)
# By pattern: words of which one stands in it, and words of which another does ("" for none). "@" is
# somebody's name. A text without them is not held against the pattern.
WAKES: dict[str, tuple[tuple[str, str], ...]] = {
    "kill yourself": (
        ("kill hang shoot drown neck unalive off cut slit end rope", "yourself yourselves urself self selves"),
        ("kys favour favor", ""),
        ("wrist wrists throat", "slit cut"),
        ("die", "go just you u leave away"),
        ("jump", "go"),
        ("dead", "drop you u"),
        ("bleach", "drink"),
        ("life pills tablets meds", "your"),
        ("cancer raped choke rot od overdose shot hang without", "you u"),
        ("miss care", "nobody one"),
        ("die dead shot rot kill hang shoot", "should needs need ought deserves deserve"),
        ("dies die cancer dead rots chokes overdoses kills", "hope wish"),
        ("put dead shot killed locked sterilised sterilized gassed die exist alive live born", "like"),
    ),
    "threat": (
        (HANDS, f"{_YOU} {_SHALL}"),
        ("find hunt break destroy end", _YOU),
        ("live work sleep", "where"),
        ("lives works sleeps", "where"),
        ("watch", "back"),
        ("dead regret pay", _YOU),
        ("come coming", "i'll will"),
        ("leak everyone post", "your"),
    ),
    "slur at someone": (
        (_SLUR_WORDS, f"{_YOU} {_ROUGH} @"),
        (_INSULT_WORDS, _ROUGH),
    ),
    "hate against people": (
        ("jews muslims blacks gays trans transgender transgenders immigrants refugees migrants queers lesbians arabs", ""),
        ("gypsies disabled christians hindus asians mexicans vermin cockroaches parasites subhuman subhumans filth", ""),
        ("country came", "back"),
        ("raped beaten abused molested", "you u"),
    ),
    "insult at someone": (
        (_INSULT_WORDS, f"{_YOU} shut @"),
        ("cow", "shut"),
        ("wants likes needs", "nobody one"),
        ("fuck screw hate shut", "you @"),
    ),
}  # fmt: skip
