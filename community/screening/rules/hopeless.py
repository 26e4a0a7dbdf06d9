"""Despair that is close to the wish to be dead, and worry about somebody else."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "cannot go on",
        Signal.HOPELESS,
        1.6,
        anchors="on anymore longer going more living another like fighting fight tired battle lose life",
        also="can't cannot cant can couldn't don't no any done tired finished stopped sick end lose losing how want wanted",
        pattern=r"(?:can'?t|cannot|cant|can not|couldn'?t|don'?t (?:want|think i can|know (?:how much longer|if) i can|have the strength)(?: to)?)<adv>"
        r" (?:go on(?! (?:a|the|with the|holiday|that|this|my|stage|monday|tuesday|friday))|(?:do|take|handle|bear|stand|cope with|cope|continue|carry on|survive|keep (?:going|fighting|doing this|on|this up)|fight|hold on|hang on)(?: (?:this|it|life|with this|with it))? (?:any ?more|any longer|much longer|like this|another (?:day|night|minute)|longer)|keep living|live|do life|take life)(?! (?:with (?:my|him|her)|at|in|alone|without (?:coffee|my phone)))"
        r"|(?:no|any) (?:strength|fight) left(?: in me)?(?: to (?:fight|go on|live))?|(?:done|tired of|no more|finished|stopped|sick of) (?:fighting|with it all|with this life|hanging on|holding on)(?! (?:with|over|about) )"
        r"|at the end of my (?:rope|strength)|end of the (?:line|road) for me|how much longer (?:i|can i)|los(?:e|ing) (?:my|the) (?:battle|fight)|want(?:ed)? to give up(?! (?:smoking|drinking|on (?:him|her|this job)|my job))",
        says=("i can't go on", "i can't do this anymore", "i am done fighting"),
        silent=("can you go on with the story", "i can't do this job any more"),
    ),
    rule(
        "worn out",
        Signal.HOPELESS,
        0.9,
        anchors="take this it handle cope straw limit breaking point bottom done give options option",
        also="can't cannot cant can straw limit breaking rock give giving given done options option tired",
        pattern=r"(?:can'?t|cannot|cant|can not)<adv> (?:do|take|handle|bear|stand) (?:this|it)(?! (?:job|class|course|shift|test|exam))|(?:last|final) straw|(?:reached|hit|at|near) (?:my|the) (?:limit|breaking point)|rock bottom"
        r"|i(?:'m| am|m)<adv> (?:giving up|so done|fucking done|done done|at the end|done(?= *(?:$|[.,!])))|i give up|i(?:'ve| have) given up|no (?:other )?options? left|tired of pretending",
        says=("i can't take it", "i give up"),
        silent=("we took it to the shop", "i can't do this exam"),
    ),
    rule(
        "no hope",
        Signal.HOPELESS,
        1.4,
        anchors="life hope future point hopeless worthless pointless better nothing escape pain suffering useless",
        pattern=r"(?:no|lost (?:all )?|losing|without(?: any)?|zero|there'?s no) ?hope(?: left)?|(?:no|don'?t (?:have|see) (?:a|any)|can'?t see (?:a|any)|not have a) future|(?:no|see no|what'?s the|not any) point (?:any ?more|in (?:anything|trying|even|going))"
        r"|(?:never|won'?t|not going to|isn'?t going to) (?:get|be|getting)<adv> (?:any )?better|(?:i'?m|i am|feel(?:ing)?|so|completely)<adv> (?:hopeless|worthless|useless)|(?:hate|hating|sick of) my life(?! (?:at|in) )|life (?:is|feels|seems) (?:so )?(?:pointless|meaningless|unbearable)|nothing (?:matters|left|helps|will (?:ever )?(?:change|help))(?: any ?more| for me)?"
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
