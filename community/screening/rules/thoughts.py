"""Active thoughts of suicide: the word itself, and the many ways of saying "kill myself"."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "kill myself",
        Signal.THOUGHT,
        3.4,
        anchors="self deletion offing deleting kill killing killed kms myself unalive unaliving ctb suicide",
        pattern=r"kill(?:ing|ed|s)? (?:my|me) ?self|kms|unaliv(?:e|ing)(?: my ?self)?"
        r"|(?:end|ending|off|offing|neck|necking|delet(?:e|ing)|eras(?:e|ing)|drown(?:ing)?|"
        r"poison(?:ing)?|strangl(?:e|ing)|suffocat(?:e|ing)|electrocut(?:e|ing)|top(?:ping)?|"
        r"gas(?:sing)?|murder(?:ing)?|sh?oot(?:ing)?|hang(?:ing)?) my ?self|do(?:ing)? away with my ?self"
        r"|self[ -]?delet(?:e|ing|ion)",
        says=("i think about killing myself", "should i just kms", "i want to unalive myself"),
        silent=("it kills me that he left", "i hung the picture myself"),
    ),
    rule(
        "suicidal",
        Signal.THOUGHT,
        3.0,
        anchors="suicidal",
        pattern=r"suicidal(?: (?:thoughts?|ideations?|feelings?|urges?|tendencies|intent))?",
        says=("i have been feeling suicidal", "the suicidal thoughts are back"),
    ),
    rule(
        "committing",
        Signal.THOUGHT,
        3.2,
        anchors="commited commit committing",
        pattern=r"commit(?:ting)? (?:suicide|self[ -]?deletion|die|unalive)|(?:tried|attempted|trying) to commit(?= *(?:$|[.,!?]|but|and|last|yesterday|today|again))"
        r"|(?:think|thinking|thought|thoughts|consider|considering|plan|planning|contemplating|fence"
        r"|afraid|scared|close|closer|ready|regret|want|wanting)(?: (?:about|of|to|not|that i(?:'ll| will| might| would)))?"
        r"<adv> commit(?:ting)?(?= *(?:$|[.,!?]|tonight|today|tomorrow|again|soon|but|and|because|when))",
        says=("i am thinking about committing", "on the fence about committing suicide"),
        silent=("i am scared of committing to a job", "he will commit to the plan"),
    ),
    rule(
        "thinking of suicide",
        Signal.THOUGHT,
        3.2,
        anchors="suicide sui",
        pattern=r"(?:think\w*|thought\w*|contemplat\w*|consider\w*|idea\w*|fantas\w+|obsess\w*|dream\w*"
        r"|imagin\w*|urges?|research\w*|google\w*|look\w* (?:up|into)|attempt\w*|resort\w*|option|turn\w*"
        r"|plan\w*|drawn|prefer|choos\w+|chose|lead\w*|drive\w*|driving)"
        r"<gap>(?: (?:of|about|to|is|on|into|towards?))? (?:suicide|sui)"
        r"|suicide (?:is|seems?|looks?|feels?|sounds?|has been|might be|would be)<adv>"
        r"(?: (?:a|an|my|on|in|only|best|better|good))*"
        r"(?: (?:option|mind|thought|answer|way|solution|choice|escape|appealing|out|head))"
        r"|(?:other than|but|except|besides|brink of|verge of) suicide|suicide is (?:all|everything|calling|always)|my (?:own )?suicide|i (?:want|need|choose|crave) suicide|suicide (?:plan|note|letter|attempts?)",
        says=("i keep thinking about suicide", "suicide is always on my mind"),
        silent=("our team works in suicide prevention",),
    ),
    rule(
        "suicide named",
        Signal.TOPIC,
        1.0,
        anchors="suicide sewerslide suicides",
        pattern=r"suicides?(?! (?:prevention|awareness|squad|hotline|helpline|door|doors|pass|watch))",
        says=("a talk about suicide",),
        silent=("suicide prevention week", "we watched suicide squad"),
    ),
    rule(
        "end my life",
        Signal.THOUGHT,
        3.4,
        anchors="life lives",
        pattern=r"(?:end|ending|ended|tak(?:e|ing)|finish(?:ing)?|terminat(?:e|ing)|extinguish|throw away)"
        r" (?:my|this|my own)(?: (?:own|miserable|pathetic|shitty|stupid|fucking|sad|worthless|awful|useless"
        r"|sorry|painful|lonely|horrible))* (?:life|existence)",
        says=("i want to end my life", "i think about taking my own life"),
        silent=("that job takes up my life",),
    ),
    rule(
        "end it",
        Signal.THOUGHT,
        2.9,
        anchors="cut cutting matters put end ending finish over stop ends",
        pattern=r"(?:end|ending|ends) it all"
        r"|<want><adv> (?:end|finish) (?:it|everything|all of (?:it|this)|all this|the pain|the suffering"
        r"|my (?:pain|suffering|misery))(?! (?:between|off|with (?:him|her|them|my (?:boyfriend|girlfriend|ex|husband|wife|partner|bf|gf|fianc\w+)|this (?:guy|girl|man|woman))))"
        r"|(?:should(?: i)?|could(?: i)?|might|must|may|will|to|i'll|gonna|can)<adv> end it"
        r"(?= *(?:$|[.,!?;:\n]|all|tonight|today|tomorrow|now|soon|here|already|because|and|but|myself|then))"
        r"|ending it (?=tonight|today|tomorrow|now|soon|after|before)|ending everything"
        r"|(?:finally|how) (?:to )?end it|(?:easier|better|best|simpler|time|want|need|ready|going|gonna|decided)(?: just)? (?:to )?<adv>(?:end it|put an end to (?:it|all|everything|my|this|the))(?! (?:with|between|off|there|on a))|(?:ending|end) (?:my|the|this|all the|all my) (?:own )?(?:pain|suffering|misery)|cut(?:ting)? (?:things|it|my life) short|put an end to (?:it all|everything|my (?:life|pain|misery)|my ?self|the pain)|tak(?:e|ing) matters into my own hands",
        says=("i just want to end it all", "should i just end it?"),
        silent=("we should end it with a song", "the end of it all was fine"),
    ),
    rule(
        "doing it",
        Signal.THOUGHT,
        2.2,
        anchors="it",
        also="thinking think guts courage balls strength brave strong coward close weak scared through almost might may going gonna want",
        pattern=r"think(?:ing)? (?:of|about) (?:just )?(?:doing|ending) it(?! (?:yourself|together))"
        r"|(?:scared|guts|courage|balls|strength|brave enough|strong enough|coward|close|too weak)"
        r"(?: (?:to|of))?<adv> (?:do|doing|go through with) it"
        r"|go(?:ing)? through with it|almost (?:did|do) it (?:yesterday|today|last night|tonight)"
        r"|(?:might|may|gonna|going to|will|want to)<adv> do it (?:tonight|to make (?:the|it)|this time)"
        r"|i(?:'m| am|m)? ?(?:going to|gonna) (?:finally |actually |really )?do it(?= *(?:$|[.,!]|on |tonight|soon|tomorrow|idc|i swear|i don'?t care))",
        says=("i even think of doing it on new year", "i don't have the guts to do it"),
        silent=("i am thinking about it", "let us do it together"),
    ),
    rule(
        "off the edge",
        Signal.THOUGHT,
        2.6,
        anchors="bus sudoku perish game toaster rope die",
        pattern=r"catch(?:ing)? the bus|commit(?:ting)? (?:sudoku|die|toaster bath|neck rope)"
        r"|game[ -]?end my ?self|take the (?:easy|coward'?s) way out|rope my ?self",
        says=("thinking of catching the bus, if you know what i mean",),
    ),
    rule(
        "easy way out",
        Signal.THOUGHT,
        2.2,
        anchors="way exit permanent",
        pattern=r"(?:easy|only|coward'?s|permanent|quick|peaceful|painless) (?:way out|exit)"
        r"|(?:no|not|isn't|don't see (?:a|any)|can'?t see (?:a|any)) (?:other )?way out|want(?:ed)? a way out",
        says=("i want the easy way out", "i can't see a way out"),
        silent=("which way out of the car park?",),
    ),
)
