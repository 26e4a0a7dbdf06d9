"""Intent, plans, preparation and farewells: someone may act soon."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "going to",
        Signal.PLAN,
        4.4,
        anchors="kill killing kms end ending take taking suicide unalive off hang hanging shoot drown ctb"
        " life blow commit committing catch",
        pattern=r"<will><adv> <kill>(?! (?:with|in|on) (?:a )?(?:laugh|joke|song))",
        says=("i am going to kill myself", "i've decided to end my life"),
        silent=("i will end it with a song by my favourite band",),
    ),
    rule(
        "with a time",
        Signal.PLAN,
        5.0,
        anchors="kill killing kms end ending take taking suicide unalive off hang hanging die dying dead ctb gone",
        also="tonight tomorrow today now evening weekend week morning afternoon month monday tuesday wednesday thursday friday saturday sunday on in after before later once soon",
        pattern=r"(?:<kill>|<will><adv> (?:die|be dead|be gone))<wide>[ ,]+<soon>"
        r"|(?:tonight|tomorrow|today|right now)<wide> (?:i'm|im|i am|i will|i'll|i)<adv> <kill>",
        says=("killing myself on the 12th", "tonight i will end my life"),
    ),
    rule(
        "planned",
        Signal.PLAN,
        4.6,
        anchors="know set plan plans planned planning date deadline method",
        pattern=r"suicide (?:plan|date)|(?:plan(?:ned|ning|s)?|date|method)<gap> (?:my (?:own )?(?:suicide|death)"
        r"|to (?:die|kill my ?self|end (?:it|my life))|(?:on )?(?:killing|ending|offing|hanging) "
        r"(?:my ?self|it|my life)|for (?:my|the) (?:suicide|death))"
        r"|i(?:'ve| have) (?:set|picked|chosen) (?:a|the|my) (?:date|day|deadline)|(?:set|picked|chosen|have|got|made) (?:a|the|my) (?:date|deadline|day)(?: (?:for it|to (?:die|do it)))"
        r"|i(?:'ve| have)? planned it (?:all )?(?:out)?|(?:solid|detailed|whole|clear) plan (?:of|to|for|on) "
        r"(?:how|do|kill|die|end)|know (?:when|how|where)(?: and (?:when|how|where))? (?:i'm|i am|im|i'll|i)(?: (?:going to|gonna|will))? do it"
        r"|my date is (?:coming|set|near)|plan(?:ning)? (?:to|on) (?:do|doing|try|trying) it"
        r"(?= *(?:$|[.,!?]|again|tonight|soon|tomorrow))|planning to die|(?:suicide|death) date",
        says=("i have planned my suicide", "i know when i'm going to do it"),
        silent=("i planned the party for friday", "i have a date on friday"),
    ),
    rule(
        "means at hand, soon",
        Signal.PLAN,
        3.2,
        anchors="tonight tomorrow today now evening weekend once soon later",
        also="pill pills tablet tablets capsules painkillers",
        pattern=r"(?:have|got|saved|kept|bought|found) (?:the|these|enough|all (?:the|my|these)|so many|a (?:whole )?(?:bottle|box|pack|stash) of)(?: sleeping)? (?:pills|tablets|capsules|painkillers)"
        r"(?:[ ,.;\-]+(?!doctor|gp|pharm|chemist|prescri|dose|new|from|for|he|she|they|you)[\w']+){0,4}[ ,.;\-]+(?:will|gonna|going to|i'll|might|want to|wanna)<adv> (?:take|swallow|down) (?:them|it)(?: all)?"
        r"[ ,]+<soon>(?! (?:with|before|after|as|for|at|like|instead))",
        says=("i have the pills and i will take them tonight",),
        silent=(
            "i have the pills from the doctor and i will take them tonight",
            "i have my pills and i will take them tonight",
            "i got the tablets and will take them tonight with food",
        ),
    ),
    rule(
        "means at hand, wanting it over",
        Signal.PLAN,
        4.4,
        anchors="here ready hand front beside next nearby table bed",
        also="pills pill tablets tablet meds medication rope blade blades razor razors knife gun bottle bleach insulin",
        pattern=r"(?:it (?:all )?to (?:just )?(?:stop|end|be over)|(?:can't|cannot|can not|cant) (?:go on|take (?:it|this)|do this)|want (?:out|to die|it over)|be gone|over with)"
        r"[^.!?]{0,40}[.,;! ]+(?:and |but )?(?:i (?:have|got|'ve got)|i've(?: got)?|ive(?: got)?|there(?:'s| is| are)|holding|with)(?: \w+){0,3} (?:<pills>|rope|blades?|razors?|knife|gun|bottle)"
        r"(?: \w+){0,2} (?:here|ready|in (?:my hands?|front of me)|beside me|next to me|nearby|on the (?:table|bed))"
        r"|(?:i (?:have|got)|i've(?: got)?|ive(?: got)?|holding)(?: \w+){0,3} (?:<pills>|rope|blades?|razors?|knife|gun|bottle)(?: \w+){0,2} (?:here|ready|in (?:my hands?|front of me)|beside me|next to me|nearby|on the (?:table|bed))"
        r"[^.!?]{0,20}[.,;! ]+(?:and |but )?(?:i )?(?:just )?<want> (?:it|this|everything)<adv> (?:to )?(?:just )?(?:stop|end|be over)",
        says=(
            "i just want it to stop, i have pills here",
            "i have the rope ready and i want it to end",
            "i can't go on. i've got all my tablets next to me",
        ),
        silent=(
            "i have my pills here for the morning",
            "i want the noise to stop, i have earplugs here",
            "i can't take this weather, the knife is in the drawer",
        ),
    ),
    rule(
        "means here, all of it soon",
        Signal.PLAN,
        4.4,
        anchors="here ready have got holding",
        also="pills pill tablets tablet meds medication rope blade blades razor razors knife gun bottle insulin",
        pattern=r"(?:i (?:have|got|'ve got)|i've(?: got)?|ive(?: got)?|there(?:'s| is| are)|holding)(?: \w+){0,3} (?:<pills>|rope|blades?|razors?|knife|gun|bottle)"
        r"(?:[ ,.;]+[\w']+){0,6}[ ,.;]+(?:(?:<i> )?<will><adv> (?:take|swallow|down)(?:ing)? (?:them|it) all(?! (?:before|with|after|at|as|like) )"
        r"|(?:tonight|today|now|this) is (?:the|my) (?:last )?(?:night|day|time)(?= *(?:$|[.,!?]|i )))",
        says=(
            "i have the pills here and i will take them all tonight",
            "i have a knife here and tonight is the night",
        ),
        silent=(
            "i have my tablets here and will take them at nine like the doctor said",
            "i have my meds here, i will take them all before breakfast",
            "i've got the bottle here, today is the day we paint the fence blue",
        ),
    ),
    rule(
        "means here, and soon",
        Signal.PLAN,
        3.2,
        anchors="here ready have got holding",
        also="pills pill tablets tablet rope blade blades razor razors knife gun bottle insulin",
        pattern=r"(?:i (?:have|got|'ve got)|i've(?: got)?|ive(?: got)?|holding) (?:(?:the|a|some|enough|these|those|all|of) ){1,3}"
        r"(?:pills|tablets|rope|blades?|razors?|knife|gun|bottle)(?: \w+){0,2} (?:here|ready|with me|nearby|at hand)"
        r"(?:[ ,.;]+[\w']+){0,4}[ ,.;]+(?:<i> )?<will><adv> (?:take|use|swallow|do)(?:ing)? (?:them|it)<adv> <soon>",
        says=("i have the pills here and i will take them tonight",),
        silent=(
            "i have my pills here and i will take them tonight as always",
            "i have the knife here and will use it for the bread",
        ),
    ),
    rule(
        "letter written",
        Signal.PLAN,
        4.4,
        anchors="note notes letter letters goodbye goodbyes will",
        pattern=r"(?:wrote|written|writing|write|finished|left|leave|leaving|sent|have|got|made) "
        r"(?:\w+ ){0,3}(?:suicide (?:note|letter)s?|goodbye (?:note|letter|message|text)s?|goodbyes"
        r"|final (?:note|letter)s?|last (?:note|letter)s?)"
        r"|my (?:suicide|goodbye|final|last) (?:note|letter)|wrote my (?:note|letter)s?"
        r"|said my goodbyes|saying my goodbyes|suicide (?:note|letter)",
        says=("i wrote my goodbye letters", "the suicide note is on my desk"),
        silent=("i wrote a letter to my landlord",),
    ),
    rule(
        "farewell",
        Signal.PLAN,
        3.8,
        anchors="signing morning good here tomorrow alive around read leaving dead goodbye bye farewell last final forgive sorry go gone luck side leave finale",
        pattern=r"goodbye (?:everyone|everybody|all|world|friends|cruel world|forever|reddit|guys|for good)"
        r"|(?:this is|it's|its) (?:my )?(?:goodbye|farewell|final goodbye)|bye forever|good ?bye (?:[\w']+ ){0,3}world|me signing off|signing off forever|(?:don'?t think|not sure|doubt|hope)(?: that)? i(?:'ll| will| won'?t)? be (?:here|around|alive) (?:in the morning|tomorrow|much longer|next (?:week|month|year)|by)"
        r"|(?:my|the) (?:last|final|finale) (?:post(?= *(?:$|[.,!]|here|ever|on))|message(?= *(?:$|[.,!]|here|ever|to))|words(?= *(?:$|[.,!]))|day on earth|day alive|night on earth"
        r"|night alive|christmas ever)|before i (?:go|leave) for good|one last thing before i go"
        r"|see you (?:all )?on the other side|i (?:won'?t|will not) be here (?:tomorrow|much longer|for long)"
        r"|(?:won'?t|will not) (?:be (?:alive|around)|see) (?:tomorrow|much longer|by|the morning|next)"
        r"|(?:by|when) (?:the time )?you read this i(?:'ll| will|'m)|time for me to (?:go|leave) "
        r"(?:for good|forever)|leaving this (?:world|earth|life)|last (?:day|night|time) (?:alive|on this earth)"
        r"|i'?ll be (?:gone|dead) (?:by|before|tomorrow|soon|when|in)|farewell (?:everyone|all|world|my friends)"
        r"|supposed to be dead|(?:this|it) (?:will|is going to) be my last (?:christmas|birthday|night|day|summer)"
        r"|no one will (?:ever )?(?:see|hear from) me again",
        says=("goodbye everyone, thank you for being kind", "this is my final message"),
        silent=("goodbye for now, see you tomorrow", "my last post was about soup"),
    ),
    rule(
        "means at hand",
        Signal.PLAN,
        4.6,
        anchors="gun pistol rope noose pills knife blade razor revolver rifle shotgun bridge ledge roof edge"
        " balcony tracks stool belt trigger cliff tablets meds loaded bottle",
        pattern=r"(?:gun|pistol|revolver|rifle|shotgun|barrel|knife|blade|razor)<gap> "
        r"(?:to|against|in|into|at|on) my (?:head|mouth|temple|throat|wrists?|chest|neck)"
        r"|(?:noose|rope|belt|cord|sheet)<gap> (?:around|round|on|over) (?:my neck|the (?:neck|beam|fan|rafters))"
        r"|(?:bought|got|have|tied|made|making|ordered|loaded|holding|found|set up|preparing)"
        r" (?:\w+ ){0,2}(?:noose|rope (?:ready|tied|to)|(?:gun|pistol|revolver|rifle|shotgun) (?:ready|loaded|to my"
        r"|in my (?:hand|lap)|next to|and))"
        r"|loaded (?:up )?(?:the|my|a) (?:gun|pistol|revolver|rifle|shotgun)"
        r"|(?:standing|sitting|stood|sat|i'm|i am|im)<gap> (?:on|at|by) (?:the|a) (?:edge of (?:the|a) "
        r"(?:bridge|roof|cliff|platform|balcony|building)|ledge|bridge (?:rail|railing|now|right now)"
        r"|wrong side of the|(?:train )?tracks (?:now|waiting)|stool|roof (?:now|ready))"
        r"|(?:pills?|tablets|meds|bottle|razor|blade|gun|knife|rope|noose)<gap> "
        r"(?:in front of me|in my hands?|on the (?:table|bed) in front|next to me|beside me|ready|lined up|laid out|counted)"
        r"|(?:saved|saving|stockpil\w+|hoard\w*|stash\w*|collect\w*|stole|counted|counting)<gap> "
        r"(?:pills|tablets|my meds|medication)|hundreds of pills",
        says=(
            "i have the pills in front of me",
            "i've been saving up pills",
            "the rope is around my neck",
        ),
        silent=(
            "i have a rope for climbing",
            "i bought pills for my cold",
            "my boat has a rope on the door",
        ),
    ),
    rule(
        "not planning to be here",
        Signal.PLAN,
        3.6,
        anchors="funeral will affairs insurance belongings away cats dog pets",
        pattern=r"(?:plan(?:ned|ning)?|pay(?:ing)? for|dress\w* for) my (?:own )?funeral|(?:got|getting|put|putting|have) my affairs in order"
        r"|giv(?:e|en|ing) away (?:all )?my (?:things|stuff|belongings|possessions|pets?|cats?|dog)"
        r"|(?:found|find|arranged) (?:a )?(?:new )?home for my (?:cats?|dog|pets?) (?:so|before) i",
        says=("i am giving away my things", "i have put my affairs in order"),
        silent=("she spoke at the funeral",),
    ),
)
