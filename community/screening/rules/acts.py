"""Something has been done, is being done, or was done very recently."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "took an amount",
        Signal.ACT,
        5.2,
        anchors="took taken swallowed downed ate drank ingested popped injected take taking downing taken.",
        pattern=r"(?:took|taken|swallowed|downed|ate|drank|ingested|popped|injected|drunk|overdosed on|taking|downing)"
        r"(?: (?:about|around|like|over|almost|nearly|up|down|just|a total of|up to))*"
        r" (?:all (?:of )?(?:my|the|them|his|her)|(?:a|the|my)? ?(?:whole|entire|full|complete|huge|massive|large|"
        r"big|sealed|handful|bunch|bottle|bttole|box|pack|packet|ton|shit ?ton|lot|load|fistful|lethal)|too many"
        r"|every|everything|(?:\d{2,}(?! ?(?:mg|ml|mcg))|\d{4,} ?mg|[6-9](?! ?(?:mg|ml))|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|dozens? (?:of)?"
        r"|hundred)(?: ?x ?\d+)?(?: ?(?:mg|g|ml))?)(?: of| amount)*<gap> (?:<pills>)"
        r"|(?:took|taken|swallowed|downed)<gap> (?:a (?:whole |full )?(?:bottle|box|pack|handful|fistful) of)"
        r"|(?:i'?ve|i have|i just|just|i) (?:taken|took|swallowed) (?:the|them all|all the|all my|all of) (?:the )?pills"
        r"|i'?ve taken the pills|took (?:a )?(?:\w+ )?overdose|(?:took|taken)<gap> (?:to|and|trying to) (?:od|overdose)"
        r"|\d{4,} ?mg|\d{2,} ?x ?\d{2,} ?mg",
        says=("i took a whole bottle of paracetamol an hour ago", "i swallowed 30 tablets"),
        silent=("i took 50 mg of sertraline this morning", "i took all my photos down"),
    ),
    rule(
        "took pills",
        Signal.ACT,
        1.6,
        anchors="drank took taken swallowed downed ingested popped",
        pattern=r"(?:took|taken|swallowed|downed|ingested|popped|drank)<gap> <pills>"
        r"(?:<wide> (?:ago|just now|tonight|and (?:a|vodka|alcohol|drank)|with (?:vodka|alcohol|whisky|wine)))?",
        says=("i took some pills tonight",),
        silent=("i took the bus home",),
    ),
    rule(
        "overdose",
        Signal.ACT,
        4.0,
        anchors="overdose overdosed overdosing od",
        pattern=r"(?:i|i've|ive|i have|just|i'm|im|i am|my|third|second|first)<adv> (?:overdos(?:e|ed|ing)|od)"
        r"|^overdosing",
        says=("i overdosed an hour ago", "this is my second overdose"),
        silent=("a talk on overdose reversal", "an overdose of cat videos"),
    ),
    rule(
        "attempt",
        Signal.ACT,
        3.8,
        anchors="tried attempt attempted attempts failed attempting almost nearly survived tryed try",
        pattern=r"(?:tried|tryed|attempted|attempting|almost|nearly|failed|try|trying)(?: and (?:tried|failed))?<adv>"
        r" (?:<kill>|killed my ?self|ended (?:it(?: all)?|my life|my ?self)|suicide|kill my ?self|hanged my ?self|hung my ?self"
        r"|strangle(?:d)? my ?self|jumped|to jump off|jump(?:ed)? off|slit|overdose|overdosed|die|to od)"
        r"|(?:suicide|failed|last|second|third|my|an|another|previous|recent|\d+) attempts?"
        r"(?= (?:last|yesterday|today|tonight|ago|again|in|and|but|at (?:suicide|ending|taking))| *[.,!?]| *$)"
        r"|my (?:last|first|second|third|latest) attempt(?! (?:at|to|on))|(?:i|had|made)(?: just)?(?: had)? an attempt|suicide attempts?|(?:attempted|attempting)(?= *(?:[.,]|$|twice|again|last|yesterday|before|once))"
        r"|attempt(?:ed)? (?:suicide|on my life|my life)|survived my (?:attempt|overdose)",
        says=("i tried to kill myself last night", "my last attempt failed"),
        silent=("i attempted a new recipe", "my first attempt at bread"),
        immune="past",
    ),
    rule(
        "right now",
        Signal.ACT,
        5.2,
        anchors="bleeding wrists wrist noose pills number blood dying cut garage stool",
        pattern=r"(?:i(?:'m| am|m)?|my)<gap> (?:bleeding|blood)<wide> (?:cut|cuts|wrists?|arms?|stop|everywhere|out)"
        r"|(?:cut|slit|sliced|slashed) (?:my|both(?: my)?)(?: (?:own|left|right))? (?:wrists?|throat|veins?|arteries)"
        r"|(?:pills|everything|it|they)(?: (?:are|is))?<adv> (?:kicking|starting to kick|kicked) in"
        r"|stop (?:my )?(?:wrists?|arms?|it) (?:from )?bleeding|(?:i'm|im|i am) bleeding out",
        says=("i cut my wrists and it won't stop", "i am bleeding out"),
        silent=("i cut my hair", "my nose is bleeding again"),
    ),
    rule(
        "self-harm",
        Signal.SELF_HARM,
        2.2,
        anchors="cut cutting harm harming harmed hurt hurting burn burning burnt burned stab slicing sh relapsed scratching hitting",
        pattern=r"(?:cut|cutting|harm|harming|harmed|hurt|hurting|burn|burning|burnt|burned|stab|stabbing|slice|slicing|starve|starving|punish|punishing) (?:my ?self)(?! (?:a|an|some|off|loose|short|shaving|on (?:a|the)|cooking|while)\b)"
        r"|self[ -]?harm(?:ed|ing|s)?|(?:want|urge|urges|need|wanna|started|relapsed)<gap> "
        r"(?:cut|cutting)(?= *(?:$|[.,!?]|again|tonight|my|so|to feel|is|was))|cut(?:ting)? my (?:arms?|legs?|thighs?|skin|wrists?)",
        says=("i want to hurt myself", "i relapsed on cutting again"),
        silent=("i cut the bread", "cutting my hours at work"),
    ),
    rule(
        "hope it works",
        Signal.PLAN,
        2.6,
        anchors="works work trick quick painless kills succeed",
        pattern=r"(?:hope|hoping|hopefully|pray|praying|wish)<gap> (?:it|this|that)<gap> (?:works?(?= (?:this time|tonight|and i)| *$| *[.!])|do(?:es)? the trick|kills? me|is (?:quick|painless)|be (?:quick|painless|over quick))"
        r"|(?:this time|next time) i(?:'ll| will| shall| won'?t)<adv> (?:succeed|fail|make sure|do it right|get it right|survive)",
        says=("i hope it kills me", "this time i will succeed"),
        silent=("i hope it works for your sister", "next time i will bring cake"),
    ),
)
