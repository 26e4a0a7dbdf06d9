"""Despair that is close to the wish to be dead, and worry about somebody else."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "cannot go on",
        Signal.HOPELESS,
        1.6,
        anchors="on anymore longer going more take this it cope fight done",
        pattern=r"(?:can'?t|cannot|cant|can not|couldn'?t|don'?t (?:want|think i can|know (?:how much longer|if) i can|have the strength)(?: to)?)<adv>"
        r" (?:go on|do (?:this|it|life)|take (?:it|this|life)|keep (?:going|fighting|doing this|living|on|this up)|cope|continue|carry on|handle (?:this|it|life)|bear (?:it|this)|stand (?:it|this|living|existing)|fight|hold on|hang on|survive)(?: (?:any ?more|any longer|much longer|like this|another day|longer))?"
        r"|(?:no|any) (?:strength|fight|energy) left(?: in me)?(?: to (?:fight|go on|live))?|(?:done|tired of|no more|finished|stopped|sick of) (?:fighting|trying|pretending|with everything|with it all|with this life|hanging on|holding on)|(?:last|final) straw"
        r"|(?:reached|hit|at|near) (?:my|the) (?:limit|breaking point|end of my rope|end of the line|rock bottom)|i(?:'m| am|m)<adv> (?:giving up|so done|fucking done|done done|at the end)|i give up|i(?:'ve| have) given up|want(?:ed)? to give up",
        says=("i can't go on", "i can't do this anymore", "i am done fighting"),
        silent=("can you go on with the story",),
    ),
    rule(
        "no hope",
        Signal.HOPELESS,
        1.4,
        anchors="life hope future point hopeless worthless pointless better nothing escape pain suffering useless",
        pattern=r"(?:no|lost (?:all )?|losing|without(?: any)?|zero|there'?s no) ?hope(?: left)?|(?:no|don'?t (?:have|see) (?:a|any)|can'?t see (?:a|any)|not have a) future|(?:no|see no|what'?s the|not any) point (?:any ?more|in (?:anything|trying|even|going))"
        r"|(?:never|won'?t|not going to|isn'?t going to) (?:get|be|getting)<adv> (?:any )?better|(?:i'?m|i am|feel(?:ing)?|so|completely)<adv> (?:hopeless|worthless|useless)|(?:hate|hating|sick of) my life(?! (?:at|in) )|nothing (?:matters|left|helps|will (?:ever )?(?:change|help))(?: any ?more| for me)?"
        r"|(?:unbearable|endless|constant|so much) (?:pain|suffering|agony)|(?:escape|end|stop) (?:from )?(?:this|the|my) (?:pain|suffering|misery|hell)",
        says=("there is no hope left for me", "i feel worthless"),
        silent=("i hope you are well", "no point in watering it twice a day"),
    ),
    rule(
        "worry about another",
        Signal.CONCERN,
        1.6,
        anchors="himself herself themselves themself life lives",
        pattern=r"(?:kill(?:ed|ing)?|hang(?:ed|ing)?|hurt(?:ing)?|cut(?:ting)?|harm(?:ing)?|shot|shoot|off(?:ed|ing)?|unalived?) (?:himself|herself|themsel(?:f|ves))|(?:end|ended|ending|took|take|taking|taken) (?:his|her|their)(?: own)? li(?:fe|ves)",
        says=("my friend says she will hurt herself",),
        silent=("he poured himself some tea",),
        immune="third_person",
    ),
)
