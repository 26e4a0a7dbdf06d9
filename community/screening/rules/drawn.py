"""Drawn to a place, a thing or an end, said sideways: without a word for dying."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "back to the place",
        Signal.METHOD,
        2.9,
        anchors="bridge cliff tracks roof ledge calling",
        pattern=r"keep(?:s|ing)? (?:on )?(?:walking|going|driving|coming|ending up) (?:back |over |out )?(?:to|at|on) (?:the|that|this) (?:bridge|cliff|tracks|roof|ledge)"
        r"|(?:blades?|razors?|knife|pills|rope|bridge|ledge|tracks|death|noose|gun)(?: \w+){0,6}[ ,]+(?:is |are |keeps? |keep |it'?s |they'?re |and )*calling (?:me|to me|my name|for me)(?= *(?:$|[.,!;]|again|and|all|every))",
        says=(
            "i keep walking to the bridge and turning back",
            "my blade is back in my drawer and it's calling me",
        ),
        silent=(
            "we keep walking to the shop by the bridge",
            "the knife shop is calling me back about my order",
        ),
    ),
    rule(
        "one's own funeral",
        Signal.WISH,
        2.5,
        anchors="funeral",
        pattern=r"(?:pictur\w+|imagin\w+|think\w*|see|seeing|dream\w*|fantas\w+|stop)<gap> my (?:own )?funeral",
        says=("i can't stop picturing my own funeral",),
        silent=("i keep thinking of her funeral",),
        immune="negation",
    ),
    rule(
        "hoping it was the last",
        Signal.WISH,
        2.6,
        anchors="asleep sleep bed",
        also="hope wish pray hoping praying",
        pattern=r"(?:asleep|sleep|bed)<wide>[ ,.;]+(?:and |i |then )*(?:hope|wish|pray|hoping|praying) (?:that'?s it|this is it|(?:it|this)(?:'s| is| was) (?:the last|over|for good|forever))(?= *(?:$|[.,!]|time|night|for me))",
        says=("if i fall asleep tonight i hope that's it",),
        silent=("i went to bed and hope it's over soon, this cold",),
    ),
    rule(
        "cut, and blood",
        Signal.ACT,
        4.4,
        anchors="blood",
        also="cut cuts sliced slit slashed deep wrist wrists arm arms thigh",
        pattern=r"(?:cut|cuts|sliced|slit|slashed)(?! (?:my|his|her|a|the) (?:finger|thumb|hand|foot|toe|knee|chin|lip|tongue))(?: (?:my ?self|my (?:arms?|wrists?|thighs?|legs?)))?(?: (?:too|so|really|very|way))* ?(?:deep(?:er|ly)?|again|badly)?(?:[ ,.;]+[\w'\-]+){0,5}[ ,.;]+(?:so much|a lot of|too much|lots of|all this|much) blood"
        r"|(?:cut|sliced)(?: my ?self| my (?:arms?|wrists?|thighs?|legs?))? (?:too|so|really|very|way) deep",
        says=("just cut deep and there is so much blood",),
        silent=("i cut my finger and there was a lot of blood", "blood test today, cut the line"),
    ),
    rule(
        "holding it",
        Signal.PLAN,
        3.4,
        anchors="holding",
        also="rope noose pills tablets blade razor knife gun",
        pattern=r"(?:i'?m|i am|im|sitting here|lying here|here)<adv> holding (?:the|a|my|this|these|those|all (?:the|my)) (?:rope|noose|pills|tablets|blades?|razors?|knife|gun)(?= *(?:$|[.!]|right now|now|again|to my|in my|and (?:i |can'?t|don'?t|crying|thinking)))",
        says=("i'm holding the rope right now",),
        silent=("i'm holding the knife and chopping onions", "he is holding the rope"),
    ),
    rule(
        "in front of it",
        Signal.PLAN,
        4.4,
        anchors="train lorry tracks bus",
        also="front under jump step",
        pattern=r"(?:i'?ll|i will|i'?m (?:going to|gonna)|im (?:going to|gonna)|gonna|going to|want to|wanna)<adv> (?:be|lie|get|stand|go|lay|step|throw my ?self) (?:down )?(?:in front of|under) (?:it|(?:the|a|that|this|my) (?:\w+ )?(?:train|bus|lorry))(?! (?:station|stop))",
        says=("there's a train at 23:10 and i'll be in front of it",),
        silent=("i'll be in front of the bus stop", "the bag will be under the bus seat"),
    ),
    rule(
        "jumping, one step",
        Signal.METHOD,
        2.4,
        anchors="jump jumping step",
        also="feel feeling urge tempted want think thinking window floor balcony roof bridge ledge platform edge",
        pattern=r"(?:feel(?:ing)? like|urge to|tempted to|think(?:ing)? (?:of|about)) (?:just )?jump(?:ing)?(?= *(?:$|[.!]))"
        r"|(?:window|balcony|roof|bridge|ledge|platform|edge)<wide>[ ,.;]+(?:and |i |just |think |only |it'?s )*one (?:more )?step(?= *(?:$|[.,!]|and|away|forward|would|is))",
        says=("i feel like jumping", "at the window on the ninth floor, just one step"),
        silent=("i feel like jumping for joy", "the dance floor has one step"),
    ),
    rule(
        "fading out",
        Signal.WISH,
        2.4,
        anchors="fade slip waste arsed bothered maker tomorrow morning",
        pattern=r"(?:waiting|want|wanting|hoping|trying|ready|prefer)<adv> to (?:just )?(?:fade|slip|waste) (?:out|away)(?! (?:from (?:work|the party|here)|for a|into (?:my|the|a)))"
        r"|(?:can'?t|cannot|couldn'?t) be (?:arsed|bothered|fucked) (?:being|to be|staying|to stay|with being|with) (?:alive|here any ?more|living|life|existing)"
        r"|(?:ready|going|about|time|want) to meet my maker"
        r"|(?:tomorrow|morning) (?:won'?t|will not|isn'?t going to|is not going to) (?:come|happen|exist|be there) for me|no tomorrow for me",
        says=("i'm ready to meet my maker", "tomorrow won't come for me"),
        silent=("i want to slip away for a walk", "tomorrow won't work for me"),
        immune="negation",
    ),
    rule(
        "a favour to others",
        Signal.WISH,
        2.2,
        anchors="favour favor cancer tumour tumor plan",
        also="doing hope wish pray still",
        pattern=r"(?:i'?d|i would|i'?ll|i will|would) be doing (?:everyone|everybody|them all|the world|you all|my (?:family|kids|parents|wife|husband)) a favou?r(?= *(?:$|[.!]|if i (?:was|were|died|left|disappeared|wasn'?t|ended)))"
        r"|(?:hope|wish|pray)<gap> (?:the|my) (?:cancer|tumou?r) (?:comes?|came|would come|gets|kills|takes)(?! (?:back )?(?:negative|clear|clean|benign))"
        r"|had a plan(?! (?:to|for|b|with))<wide>[ ,.;]+(?:and |but )?(?:i )?still (?:have|got) (?:it|one)",
        says=("i'd be doing everyone a favour", "i hope the cancer comes back"),
        silent=(
            "i hope the cancer comes back negative",
            "i'd be doing everyone a favour by cooking",
        ),
    ),
)
