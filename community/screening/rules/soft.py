"""The soft words: leaving, resting, ending things, not making it to the next year."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "ending things",
        Signal.THOUGHT,
        3.0,
        anchors="ending end things",
        pattern=r"(?:think(?:ing)?(?: about| of)? is|think(?:ing)?|thought|thoughts|consider(?:ing|ed)?|plan(?:ning)?|contemplat\w+|about|close to|tempted to|verge of|urge to)<adv>"
        r" (?:about |of |to |on )?<adv>(?:ending|end) (?:things|it|everything|me)(?! (?:with|between|off|for (?:us|good between)|together|on a))"
        r"|ending (?:it|things) (?:soon|all|for good|tonight|today|tomorrow|myself)|ready to end (?:it|things|everything)",
        says=("thinking of ending things soon", "all i think about is ending it"),
        silent=("i am thinking of ending things with my boyfriend",),
    ),
    rule(
        "not make it",
        Signal.WISH,
        2.4,
        anchors="make making past see reach alive survive live last longer",
        pattern=r"(?:don'?t|won'?t|not|can'?t|never|doubt)(?: (?:want|wanna|think|see|planning|plan|going|gonna|expect|i|i'll|i will|to|myself|even|on|really|that))*"
        r" (?:make|making|made|making|live|living|survive|surviving|last|lasting|see|seeing|reach|reaching|be alive|being alive)(?: it)? (?:it )?(?:to|past|through|until|till|by|for)"
        r"(?: (?:my|the|this|next|another|much|age|end of|new))* (?:\d+(?:th|st|nd|rd)?|birthday|christmas|year|years|night|tonight|month|summer|winter|morning|longer|end of the (?:year|night|day)|thirty|forty|twenty\w*|adulthood|graduation|tomorrow)",
        says=("i don't think i'll make it to my birthday", "i don't see myself living past 30"),
        silent=("we won't make it to the meeting", "i can't make it to the call this week"),
    ),
    rule(
        "death invites",
        Signal.WISH,
        2.6,
        anchors="death dead die dying",
        pattern=r"death (?:is|seems|sounds|looks|feels|would be|will be|might be)(?: \w+)? ?(?:the only|the best|better|peaceful|comforting|appealing|freedom|a relief|my only|easier|nice|so|the answer|an escape|a gift|the (?:way|solution|easiest))"
        r"|(?:only|but) (?:death|dying)|(?:and|then|just|home and|can|finally|quietly|alone and|curl up and|down and|drink and) die(?= *(?:$|[.,!]|already|alone|quietly|tonight|please|in peace|and))"
        r"|(?:appeal|comfort|relief|peace) (?:of|in) (?:death|dying|being dead)|(?:less painful|easier|hurt less|happier|better|peaceful)<gap> (?:to be dead|if i (?:was|were|am) dead|dead|being dead|to die|in death)"
        r"|(?:ways?) (?:of|for) (?:dying|suicide)|(?:dead|die|gone) (?:by|before) (?:\d+|next|tomorrow|christmas|my|the end|new year)|(?:i|i'm|me) (?:was|were|am|be|being)? ?dead (?:already|soon|anyway|right now)|rather (?:not )?(?:be alive|exist|live|die|be dead)"
        r"|(?:is|way|me|easier|better|need|have|going home|go home|prefer|choose|chose|destined|ready|time|only thing left is) to die(?= *(?:$|[.,!]|see|now|already))|feel(?:ing)? like dying|put me (?:down|out of my misery)|my (?:own )?death|slow suicide|passive(?:ly)? suicid\w+|die(?:d)? (?:already|peacefully|painlessly)",
        says=(
            "death seems peaceful to me",
            "i will drive home and die",
            "i want to lie down and die.",
        ),
        silent=("the plants die in winter", "the death of my dog"),
    ),
    rule(
        "should not be here",
        Signal.WISH,
        2.6,
        anchors="born exist alive here belong live been existed existing earth",
        pattern=r"(?:should|could)(?:n'?t| not| have| never|'?ve)+(?: \w+)? (?:been born|exist\w*|be alive|be here anymore|have been born|survived)|(?:don'?t|do not) belong (?:in|on) (?:this|the) (?:world|earth|planet|life)"
        r"|(?:can'?t|cannot|don'?t want to|won'?t|not)<adv> (?:be|stay) (?:on (?:this|the) (?:earth|planet|world)|in this (?:world|life)|alive)|(?:tired|sick|done|fed up)<gap> (?:of )?(?:being here|this (?:world|earth|existence)|my life|it all|everything and)(?! (?:in|at|with))"
        r"|(?:don'?t|do not|no longer|never) (?:even )?want(?:ed)? (?:this|my|a|to have a|any) (?:life|existence|future)|(?:wish|want|wanted|wanting|like|love|desire|need)(?:ing)? (?:for|to)? ?(?:not (?:exist|be here|be alive|live)|non-?existence|to (?:stop existing|cease to exist)|nonexistence|oblivion|the void|it to all (?:end|stop))",
        says=("i should never have been born", "i don't belong in this world"),
        silent=("you should be here by now", "i don't belong in this class"),
    ),
    rule(
        "wish for courage",
        Signal.THOUGHT,
        2.8,
        anchors="means pussy much scared afraid weak courage guts coward balls brave bravery nerve strength chickened chicken bring",
        pattern=r"(?:wish|wishing|if only|hope|want|had|have|find|finding|found|get|need|lack|lacking|don'?t have|not have|having)<gap> (?:the )?(?:courage|guts|balls|nerve|strength|bravery|means)(?: (?:to|for))<adv> (?:do it|end (?:it|my)|kill|jump|die|go through|pull|leave this|finish|commit|cut|just end|take my|hang)"
        r"|wish i had the means|too (?:much of a |scared|afraid|weak|cowardly|chicken|big of a |big a )(?:coward|pussy|chicken|wimp)?<gap> ?(?:to )<adv>(?:do it|end|kill|die|jump|go through|commit|pull|hang|use (?:a|the|my))|(?:chickened|backed) out|can'?t (?:even )?bring my ?self to (?:do it|end|kill|jump)",
        says=("i wish i had the courage to end it", "too much of a coward to do it"),
        silent=("i finally had the courage to call them",),
    ),
    rule(
        "meet again",
        Signal.WISH,
        2.4,
        anchors="heaven join join. again god lord reunited other side maker",
        pattern=r"(?:want|wanna|ready|going|hope|wish|i'll|i will|can'?t wait)<gap> (?:to )?(?:join|be with|be reunited with|see|go to) (?:my |him|her|them|heaven|god)(?:\w+ )?(?:\w+ )?(?:in heaven|in the afterlife|on the other side|soon in|up there)|(?:god|lord|jesus)<gap> (?:take me|let me die|kill me|end me|end my)|take me (?:already|now|home lord|away from this (?:world|earth))",
        says=("i want to join my mum in heaven", "god please take me already"),
        silent=("i want to see my mum again at easter",),
    ),
    rule(
        "only staying for",
        Signal.WISH,
        2.4,
        anchors="wasn't gone nothing nobody staying stay alive only keeping keeps holding stopping stops",
        pattern=r"(?:only|just)(?: \w+)? (?:staying|alive|living|still here|here|holding on|stay|existing)(?: alive| here)? (?:for|because of|because) (?:my|him|her|them|others|the (?:kids|cat|dog))|(?:only|one|last|sole) (?:thing|reason|person|things|people)(?: \w+){0,4} (?:keeping me|keeps me|stopping me|stops me|stopped me|holding me|i'?m (?:still )?(?:alive|here|living)|i (?:am|have) (?:still )?(?:alive|here|not))"
        r"|(?:nothing|no one|nobody)(?: \w+)? (?:keeping|keeps|holding|stopping|left to keep) me (?:here|alive|from)?|stay(?:ing)? alive (?:for|because|just)|if (?:it (?:wasn'?t|weren'?t)|not) for<wide> (?:i'?d|i would|i wouldn'?t) (?:be (?:gone|dead|alive|here)|have)|(?:i would|i'?d) be (?:gone|dead)",
        says=("i am only staying for my cat", "the only thing keeping me here is my son"),
        silent=("i am only staying for the weekend",),
    ),
    rule(
        "suicide, own sentence",
        Signal.THOUGHT,
        2.2,
        anchors="suicide",
        pattern=r"(?:i|i'm|im|i've|me|my)\b[^.!?\n]{0,70} suicide(?! (?:prevention|awareness|squad|hotline|helpline|door|pass|watch|loss|crisis line|rates?|statistics))"
        r"|suicide(?! (?:prevention|awareness|squad|hotline|helpline|door|pass|watch|loss|rates?))[^.!?\n]{0,30} (?:i|i'm|me|my)",
        says=("i see no escape other than suicide", "suicide keeps calling me"),
        silent=("i work in suicide prevention",),
    ),
)
