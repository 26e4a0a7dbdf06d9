"""A means of harm named on its own, without the word suicide."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "fall or traffic",
        Signal.METHOD,
        3.0,
        anchors="jump jumping throw throwing jumped drive driving crash crashing step stepping walk walking lie"
        " laying swerve swerving threw fall run running",
        pattern=r"(?:going|gonna|about|want|wanna|plan\w*|ready|tempted)(?: to)? (?:just )?jump(?= *(?:$|[.,!]|off(?: of)?(?: it| there)?(?= *(?:$|[.,!]))))|jump off of(?= *[.,!])|(?:jump(?:ing|ed)?|throw(?:ing)? my ?self|threw my ?self|fling(?:ing)? my ?self|leap(?:ing)?|step(?:ping)?) "
        r"(?:off|out of|from|in front of|onto|into)(?: of)? (?:a|an|the|my|this|that|some)?(?: \w+)? ?(?:bridge|roof|building|cliff|"
        r"balcony|window|(?<!off the )train|(?<!off the )bus|truck|car|traffic|tracks|platform|overpass|ledge|tower|river|lorry|subway|highway)"
        r"|(?:driv(?:e|ing)|crash(?:ing)?|swerv(?:e|ing)|steer(?:ing)?|turn(?:ing)?)<gap> (?:off|into|over)"
        r" (?:a|an|the|oncoming|that)? ?(?:\w+ )?(?:bridge|cliff|tree|wall|traffic|river|lorry|truck|pole|lake|barrier|median)"
        r"|(?:walk(?:ing)?|run(?:ning)?|step(?:ping)?) (?:out )?(?:into|in front of) (?:the )?(?:traffic|ocean|sea|a train|a bus|a car|a truck)",
        says=("i keep wanting to jump off the bridge", "thinking of driving into a wall"),
        silent=("we jumped off the bus at the park", "i walked into the sea with my kids"),
    ),
    rule(
        "hanging, cutting, shooting",
        Signal.METHOD,
        3.4,
        anchors="hang hanging hung slit slitting slash head brains bullet rope noose wrists throat veins trigger shoot gun",
        pattern=r"hang(?:ing)? my ?self|(?:slit|slitting|slash|slashing|cut|slice)(?:ting)? (?:my|both) (?:wrists?|throat|veins?|own throat)"
        r"|(?:put(?:ting)?|want|need|take|taking)? ?a bullet (?:in|through|to) (?:my|the) (?:head|brain|skull|temple)"
        r"|blow(?:ing)? (?:my|me) (?:fucking )?(?:brains?|head)(?: (?:out|off))?|shoot(?:ing)? my ?self(?! in the foot)"
        r"|(?:tie|tying|buy|buying|need|get|find|make|making) (?:a|the|some|my) (?:noose|rope to hang|rope and)|noose|bullet (?:in|through) my"
        r"|stab(?:bing)? my ?self|gun (?:in|to) my",
        says=("i think of hanging myself", "a bullet through my head would be quieter"),
        silent=("hanging out with friends", "i shot myself in the foot with that email"),
    ),
    rule(
        "how to",
        Signal.METHOD,
        3.6,
        anchors="painless painlessly die way method methods enough dose lethal fatal peaceful kill easiest quickest",
        pattern=r"(?:painless|peaceful|quick(?:est)?|eas(?:y|iest)|fast(?:est)?|best|perfect|least painful|reliable|guaranteed)(?: \w+)? "
        r"(?:ways?|methods?) (?:to (?:die|go(?= *(?:$|[.,!?]))|kill my ?self|end (?:it|my life)|commit suicide|leave|do it)|of (?:dying|suicide|killing my ?self))"
        r"|(?:suicide|different|lethal|fatal) methods?|ways? to (?:die|kill my ?self|commit suicide|end (?:my life|it all))|how (?:to|can i|do i|could i)<adv> (?:die|kill my ?self|end my life)(?! of| hard)"
        r"|(?:lethal|fatal|deadly) (?:dose|amount|combination)|die painless(?:ly)?|painless(?:ly)? death|enough to (?:kill|end) (?:me|my life|my ?self)"
        r"|(?:will|would|is)<wide> (?:be )?enough to (?:kill me|die|end (?:my life|it)|finish me|do it)",
        says=("what is the most painless way to die", "how many would be enough to kill me"),
        silent=("the best way to go to town",),
    ),
    rule(
        "poison and pills",
        Signal.METHOD,
        3.0,
        anchors="exit hood tank overdose od cyanide nitrite antifreeze bleach exhaust helium monoxide pill pills tablet tablets meds charcoal garage poison",
        pattern=r"(?:want|going|gonna|thinking|plan|planning|tempted|thought|urge|could|might|try|tried|trying|should)<gap> (?:to |about |of )?(?:od|overdos(?:e|ing))"
        r"|(?:potassium|sodium) (?:cyanide|nitrite)|(?:cyanide|drink(?:ing)? (?:bleach|antifreeze))|carbon monoxide|exit bag|helium hood"
        r"|(?:take|swallow|down|taking|swallowing|downing|eat|od on)(?: (?:a|the|my|of|up)){0,2} "
        r"(?:all|every|whole|entire|handful|bottle|thing|pack|packet|bunch|lot|load)s?"
        r"(?: (?:of|my|the|these|those|single|last|whole|bottle|pack|packet)){0,4} ?(?:sleeping |pain )?<pills>"
        r"(?! (?:at|before|with|after|as|like|every|each|in the (?:morning|evening|afternoon))\b)",
        says=(
            "i am tempted to overdose",
            "i could just swallow all my pills",
            "i will take every pill in the house",
        ),
        silent=(
            "we spilled bleach in the sink",
            "i will take my pills before bed",
            "i take all my meds in the morning",
        ),
    ),
)
