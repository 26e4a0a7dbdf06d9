"""The wish to be dead, spoken plainly or in the soft words people use instead."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "want to die",
        Signal.WISH,
        2.9,
        anchors="die dying dead death died",
        pattern=r"<want><adv> (?:die|be dead|drop dead)(?! (?:laughing|of laughter|from laughing|hard|for|hair|with laughter|of embarrassment|old))"
        r"|<want> me (?:to (?:die|be dead)|dead|gone)|(?:please |just )?let me (?:just )?die|<i> (?:should|must)<adv> (?:die|be dead)"
        r"|hop(?:e|ing) (?:that )?i(?:'ll)?<adv> (?:die|don'?t wake|never wake)|(?:wish|wished|wishing)<adv>(?: that)? i<adv> (?:was|were|am|be|had|would|could|can|would be)?<adv> (?:dead|die|died|dying)"
        r"|(?:rather|better off|easier|happier|glad)(?: be| if i was| if i were)? dead|(?:should|should'?ve|supposed to|meant to)(?: (?:have|be|of))? (?:died|die|dead)"
        r"|(?:crave|craving|welcome|long for|longing for|beg(?:ging)? for|pray(?:ing)? for|wish(?:ing)? for|want|await|embrace|dream of|hoping for|hope for|wait for|waiting for) (?:my )?(?:own )?death"
        r"|dead inside and want|can'?t wait (?:to die|to be dead|until i die|for death)|kill me(?= (?:please|already|now)| *$)|i'?d (?:rather )?be dead",
        says=("i want to die", "i wish i was dead", "i'd rather be dead"),
        silent=("i am dying to see you", "i nearly died laughing", "want to diet with me?"),
    ),
    rule(
        "thinking of death",
        Signal.WISH,
        2.4,
        anchors="dying death die dead",
        pattern=r"(?:think|thinking|thought|thoughts|fantas\w+|dream\w*|daydream\w*|imagin\w+|obsess\w+|visions?|images?)(?! (?:that )?(?:i|he|she|they|we|it|you|the)\b)<gap> (?:about|of|on|with)?(?: \w+)? ?(?:dying|my (?:own )?death|being dead|death)"
        r"|(?:ready|okay|ok|fine|wouldn'?t mind|not afraid|not scared)<gap> (?:to die|with dying|of dying|dying|of death|if i died?)"
        r"|(?:don'?t|do not|didn'?t|wouldn'?t) care if i (?:die|died|live|lived|live or die)|if i (?:died?|were to die|was dead|were dead|dropped dead)(?: (?:today|tonight|tomorrow|rn|right now))?"
        r"<gap> (?:no ?one|nobody|would|they|everyone|who would)|(?:die|dying|died) in my sleep|how i (?:want to|would|will|might) die",
        says=("i think about dying every day", "i wouldn't mind dying", "let me die in my sleep"),
        silent=("i am afraid of death", "he died in his sleep"),
    ),
    rule(
        "not alive",
        Signal.WISH,
        3.0,
        anchors="live living alive exist existing existence here born around earth world life be",
        pattern=r"(?:don'?t|dont|do not|didn'?t|no longer|not|never|doesn'?t)(?: (?:really|even|think i))?"
        r" (?:want|wanna|wish|wanting|deserve|need|like|care)(?:ed|ing)?(?: to)?<adv> (?:live(?! (?:in|with|at|on|there|near|like that|together|alone|under|off))|living(?! (?:in|with|at))|alive|be alive|exist|be here(?! (?:at work|right now in))|be around(?! (?:you|him|her|them|people|that|those|my))"
        r"|be on this (?:earth|planet|world)|be in this (?:world|life)|stay alive|keep living|go on living|life|be born|see (?:tomorrow|another day)|make it to)"
        r"|(?:wish|wished)<adv> (?:that )?i<adv> (?:was|were|am|be|had|could|would|did|never|didn'?t|wasn'?t|weren'?t|can)<adv> (?:never |not )?(?:been )?(?:born|exist(?:ed|ing)?|alive|here anymore|existed at all)"
        r"|(?:want|wanting) (?:my life|life|this life) (?:to be )?(?:over|finished|done)|don'?t want to keep waking|(?:hate|hated|regret) (?:that i was (?:ever )?born|being (?:born|alive)|existing|my existence|waking up alive)|(?:never|not) (?:been |to have been |have been )born"
        r"|(?:stop|cease|quit) (?:existing|to exist|living|being alive)|not (?:exist|be alive|be here anymore)|can(?:'?t|not)<adv> (?:exist|be alive)(?: (?:like this|anymore|with this|any ?more|another|in this world))"
        r"|(?:tired|sick|exhausted|scared|done|fed up)<adv> (?:of|with)<adv> (?:living|being alive|existing|existence|life|waking up|this life)(?! (?:in|with my (?:parents|mom|roommate)|at|here|together|alone|off))"
        r"|don'?t (?:want to|wanna) (?:be here|do this|live|exist|go on|be alive|keep going) (?:any ?more|any longer)|i (?:wish|want) to not (?:be alive|exist|be here|live)|just (?:wish to )?not exist",
        says=(
            "i don't want to be alive anymore",
            "i wish i had never been born",
            "tired of living",
        ),
        silent=("i don't want to live with my parents", "tired of living in this town"),
    ),
    rule(
        "no will to live",
        Signal.WISH,
        2.6,
        anchors="live living life alive",
        pattern=r"(?:no|any|lost (?:my|the|all)|without|not (?:a|any|much)|zero|have no|nothing|little|found no|don'?t have (?:a|any|the)|only|isn'?t (?:a|any))(?: \w+)?"
        r" (?:reasons?|will|desire|motivation|point|purpose|wish|worth|left)?(?: (?:to|in|of|for|left to|worth))+ (?:live|living|life|being alive|staying alive|keep living|stay alive)(?! (?:in|with|at))"
        r"|(?:life|living)(?: just)? (?:is|isn'?t|is not|feels?|not|doesn'?t feel)(?: \w+)? (?:not )?worth (?:it|living)(?: any ?more)?|it(?:'s| is) not worth living|(?:living|being alive) (?:is|feels) (?:pointless|meaningless)"
        r"|(?:what'?s|what is|whats|is there|see|no) (?:the |any |a |even a )?(?:point|purpose|reason)(?: even)? (?:of|in|to|for) (?:living|life|being alive|staying alive|live|existing|going on|my life)"
        r"|why (?:should i|am i|do i|keep|bother|even|must i|i'm)<adv> (?:live|living|alive|keep living|exist|stay alive|here)(?! (?:in|with))"
        r"|(?:don'?t|do not|didn'?t) deserve (?:to (?:live|be alive|exist)|life)|(?:give|gave|giving|given) up on (?:life|living)|done with (?:life|living|this life|this world|everything and everyone)"
        r"|(?:hate|hating) (?:living|being alive)(?! (?:in|with|at))|nothing (?:left )?(?:to live for|worth living)|life (?:has|had) no (?:meaning|point|purpose|value)|forced to (?:live|be alive)|only (?:reason|thing)<wide> (?:alive|living|here|stopping me|keeping me)",
        says=("i have no reason to live", "what is the point of living"),
        silent=("the will to live well is strong in her garden", "a reason to live in the city"),
    ),
    rule(
        "sleep and not wake",
        Signal.WISH,
        3.0,
        anchors="sleep wake waking asleep woke",
        pattern=r"(?:not|never|don'?t|didn'?t|dont|wouldn'?t|won'?t|without|couldn'?t|do not)<adv>(?: (?:want|wanna|wish|have|hope|need|going|gonna)(?:ed|ing)?(?: to)?)?<adv> (?:wake|waking|woken|woke)(?: back)?(?: up(?! (?:early|late|him|her|them|you|the|at|my|until|before|so|in the|anyone|every|with|to|for|this|on time|today)\b))?(?! (?:up|early|late|him|her|them|you|the|at|my|until|before|so|in the|anyone|every|with|to|for|this|on time|today)\b)"
        r"|sleep(?:ing)? (?:forever|for ever|eternally|for eternity|and never|and not wake|permanently|for good)|(?:fall|go|going|went) (?:to sleep|asleep) (?:forever|and (?:never|not|don'?t|just not)|for good|permanently)"
        r"|(?:eternal|endless|permanent|forever) (?:sleep|rest|peace)|(?:sick|tired|hate|exhausted)(?: of)? waking up(?! (?:early|at|so|to|with))|disappointed (?:when|that|every)<gap> (?:wake|woke)",
        says=(
            "i hope i don't wake up tomorrow",
            "i just want to sleep forever",
            "go to sleep and never wake up",
        ),
        silent=("i don't want to wake up early", "i could not wake up this morning, so i was late"),
    ),
    rule(
        "better without me",
        Signal.WISH,
        2.7,
        anchors="miss without gone dead died die disappear disappeared notice rid riddance missed weren't wasn't waste need left",
        pattern=r"(?:better|happier|easier|fine|okay|ok|relieved|better off)(?: (?:off|place|if))* (?:without me(?! \w+ing\b)|if i (?:was|were|wasn'?t|weren'?t|am|just)<adv> (?:gone|dead|here|around|alive|in it|exist\w*|disappeared|not here)|once i'?m gone|when i'?m gone|if i (?:left|died|disappeared))"
        r"|(?:no ?one|nobody|who|none|not a single person|anyone)<gap> (?:would|will|'?d)<adv> (?:notice|reali[sz]e|care|miss me|mourn|miss|cry|mind|be sad)<gap>(?: if i(?:'m| was| were| am| just)?<adv> (?:die|died|gone|dead|disappear\w*|left|not here|killed|vanish\w*|went|missing))"
        r"|(?:without me|if i(?:'m| was| were)? (?:gone|dead|died|not here))<wide> (?:better|happier|easier|relieved|free)|(?:no ?one|nobody|anyone)<gap> (?:would|will|'d)<adv> miss me|rid of me (?:for good|forever)?|world (?:would|doesn'?t|does not|will)<gap> (?:need me|without me|be better)"
        r"|good riddance to me|(?:wouldn'?t|won'?t) be missed|if i (?:weren'?t|wasn'?t|were not) (?:here|alive|around|in it|born)|(?:waste of (?:space|oxygen|air|life))",
        says=("everyone would be better off without me", "nobody would notice if i died"),
        silent=("the party was better without me cooking", "you are better off without him"),
    ),
    rule(
        "burden",
        Signal.WISH,
        2.0,
        anchors="burden",
        pattern=r"(?:tired|sick|hate|hating|done|exhausted)<gap> (?:of )?being (?:such )?(?:a |the )?burden|(?:i'?m|i am|just|being|only|such|more of|feel like|been|become|nothing but)<adv>(?: a| an| the)? burden"
        r"|burden (?:to|on) (?:everyone|my|them|others|everybody|those|society|people|the)",
        says=("i am tired of being a burden", "i am nothing but a burden to everyone"),
        silent=("the burden of proof", "the tax burden"),
    ),
    rule(
        "disappear",
        Signal.WISH,
        2.0,
        anchors="disappear vanish gone fade cease rest leave peace home",
        pattern=r"<want><adv> (?:disappear|vanish|be gone|fade away|cease|rest (?:forever|now|in peace)|leave this (?:world|earth|life)|go home to (?:god|heaven)|be (?:at )?peace|be free of (?:life|this life)|leave this)"
        r"(?! (?:from (?:social|the group|this chat|work)|for a (?:week|day|while|bit)))|i(?:'d| would) be gone|be (?:finally )?at peace|finally (?:have|find|be at|get|some) (?:some )?peace",
        says=("i just want to disappear", "finally find some peace"),
        silent=("my keys disappear every day",),
    ),
    rule(
        "want it over",
        Signal.WISH,
        2.0,
        anchors="over end stop dark",
        pattern=r"<want> (?:it|this|everything|life|my life|all of this|the suffering|it all|all this|the pain|my suffering)<adv> (?:to )?<adv>(?:end|be over|stop|over|go away|go dark)(?! (?:at work|this week|the meeting))"
        r"|stop (?:the|this) (?:pain|suffering) (?:forever|for good)",
        says=("i want it all to be over", "i just wish it would all stop, i want it to end"),
        silent=("i want this meeting to be short",),
    ),
    rule(
        "time to go",
        Signal.WISH,
        2.0,
        anchors="time anymore longer out",
        pattern=r"time for me to (?:rest|go|leave)|(?:maybe|think|know|guess) it'?s (?:my )?time (?:to|for me to) (?:go|leave|rest|die)|my time (?:has come|is up|to go)"
        r"|(?:not|don'?t want to|wanna|don'?t wanna) (?:be|stay|exist) (?:here|on this earth|around) (?:any ?more|any longer|much longer)|i want out",
        says=("maybe it's time for me to go", "i want out"),
        silent=("time to go to bed",),
    ),
    rule(
        "someone kill me",
        Signal.WISH,
        2.8,
        anchors="kill shoot hit cancer accident murder struck attack terminal over",
        also="please someone somebody just god anyone would wish hope want hoping pray praying beg",
        pattern=r"(?:please|someone|somebody|just|god|anyone|would|wish)<gap> (?:kill|shoot|murder|end) me|(?:wish|hope|want|hoping|pray|praying|beg)<wide> (?:hit by a|get hit|run over|struck by|terminal (?:cancer|illness)|had cancer|get cancer|car accident|accident (?:would|kills)|heart attack|fatal|murder(?:ed|s)? me|would (?:kill|shoot|murder|hit) me)",
        says=(
            "someone please kill me",
            "i hope i get hit by a bus",
            "sometimes i wish i had cancer",
        ),
        silent=("my boss will kill me if i am late",),
    ),
)
