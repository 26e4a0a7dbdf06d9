"""In danger from oneself without a word about dying: the first thing many people dare to say."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "cannot keep safe",
        Signal.THOUGHT,
        3.2,
        anchors="safe trust danger risk",
        pattern=r"(?:can'?t|cannot|cant|can not|couldn'?t|unable to|won'?t be able to|(?:do not|don'?t|not sure|not sure if|don'?t know if|doubt) i can|do not|don'?t|struggling to|hard to)<adv>"
        r" (?:keep(?:ing)? my ?self safe(?! (?:on|in|at|while|when|from (?:him|her|them|others|the|covid|colds)))|stay safe(?= *(?:$|[.!]|tonight|right now|any ?more|alone|on my own|until|much longer))|trust my ?self(?= *(?:$|[.,!?;]|tonight|alone|right now|any ?more|not to|to be (?:alone|safe)|with (?:the|my|a|those|these) (?:pills|tablets|meds|medication|razors?|blades?|knife|knives|gun|car))))"
        r"|(?:not|don'?t|doesn'?t|never|isn'?t)<adv> (?:feel )?safe (?:with|from|around|by) my ?self"
        r"|(?:i'?m|i am|im|don'?t feel)<adv> (?:not )?safe (?:to be (?:left )?|being )?(?:alone|on my own|by my ?self)(?= *(?:$|[.,!]|right now|tonight|now|with my))",
        says=("i can't keep myself safe tonight", "i don't feel safe with myself"),
        silent=("i can't trust myself with chocolate", "i don't feel safe in that street"),
        immune="negation",
    ),
    rule(
        "afraid of oneself",
        Signal.THOUGHT,
        2.9,
        anchors="do",
        also="scared afraid terrified frightened stupid drastic permanent",
        pattern=r"(?:scared|afraid|terrified|frightened)<adv> (?:of |about |that |by )?(?:what )?(?:i|i'll|i'm)<adv> (?:might|could|may|will|would|can|am going to|going to|gonna) (?:do(?= *(?:$|[.,!;]|tonight|to my ?self|now|next|if (?:i'm|i am) alone))|do something(?! (?:wrong|embarrassing)))"
        r"|(?:going to|gonna|about to|feel like i'?(?:ll|m going to|m gonna| will| might)|might|want to|wanna) do something (?:stupid|drastic|permanent)(?= (?:to my ?self|tonight|if i'?m (?:left )?alone|and (?:i )?(?:can'?t|won'?t) (?:stop|take)))",
        says=("i'm scared of what i might do tonight", "afraid i could do something to myself"),
        silent=("i was scared of what he might do", "i might do something stupid like dance"),
    ),
    rule(
        "danger to oneself",
        Signal.THOUGHT,
        3.0,
        anchors="danger risk",
        also="myself self",
        pattern=r"(?:i'?m|i am|im|be|become|being) (?:such |really |just )?(?:a )?(?:danger|risk) to my ?self",
        says=("i am a danger to myself right now",),
        silent=("the doctor says i am not a danger to myself", "a risk to my savings"),
    ),
    rule(
        "it does not stop bleeding",
        Signal.ACT,
        4.5,
        anchors="bleeding bleed",
        also="cut cuts cutting sliced slit",
        pattern=r"(?:cut|cuts|cutting|sliced|slit)(?! (?:my|his|her|a|the|off) (?:finger|fingers|thumb|hand|foot|toe|knee|chin|lip|hair|tongue|bread|onion|grass))<wide>[ ,.;]+(?:it |they |and |but |it's |its ){0,3}(?:won'?t|wont|doesn'?t|doesnt|can'?t|cannot|will not|not|isn'?t) (?:stop(?:ping|ped)? )?(?:the )?bleed(?:ing)?"
        r"|(?:won'?t|wont|doesn'?t|can'?t|will not) stop bleeding<wide> (?:cut|cuts|arms?|wrists?|thighs?)",
        says=("i cut again and it won't stop bleeding",),
        silent=("i cut my finger cooking and it won't stop bleeding",),
        immune="negation",
    ),
    rule(
        "means and a plan",
        Signal.PLAN,
        4.4,
        anchors="plan",
        also="rope noose pills tablets gun knife razor razors blade blades bleach insulin meds",
        pattern=r"(?:i have|i've(?: got)?|ive(?: got)?|i got|i'?ve got|got|have)(?: \w+){0,2} (?:rope|noose|pills|tablets|meds|gun|knife|razors?|blades?|bleach|insulin)(?: \w+){0,3} and (?:a|the|my) plan(?! (?:to|for) (?:taper|stop|quit|come off|take them|my|the))"
        r"|(?:a|the|my) plan and (?:the|a|my|some|enough) (?:rope|noose|pills|tablets|gun|razors?|blades?|means)",
        says=("ive got a rope and a plan",),
        silent=("i have my tablets and a plan to taper them", "i have meds and a date"),
    ),
    rule(
        "standing there",
        Signal.PLAN,
        4.4,
        anchors="roof rooftop bridge ledge platform cliff tracks balcony",
        also="looking staring nobody step high",
        pattern=r"(?:i'?m|i am|im|standing|sitting|stood|sat|here)<adv> (?:on|at|by) (?:the|a|my|this) (?:edge of (?:the|a) )?(?:roof|rooftop|bridge|ledge|platform|cliff|tracks|balcony)<wide>[ ,.;]+(?:and |just |it'?s |i )*"
        r"(?:(?:can'?t|cannot) stop (?:looking|staring)|looking down and (?:thinking|crying|wondering)|(?:just |only )?one step (?:and|away|would|is all)|so high(?= *(?:$|[.,!] *(?:i|it)))|nobody (?:(?:would|will|'d) (?:notice|miss|care|stop)|knows (?:i'?m|where i)))",
        says=(
            "i'm standing on the bridge and nobody would notice",
            "i'm on the roof, just one step and",
        ),
        silent=(
            "i'm on the platform, nobody knows when the train comes",
            "i'm sitting on the bridge, the water is so calm, looking down at the ducks",
        ),
    ),
    rule(
        "a place in mind",
        Signal.METHOD,
        2.2,
        anchors="platform edge tracks bridge rope ledge gun blade razor razors noose roof rooftop knife pills tablets cliff drawer",
        pattern=r"(?:thinking|think|thoughts|dreaming|dream|keep going back|drawn)<adv> (?:about|of|to) (?:the|that|my) (?:bridge|rope|ledge|gun|blade|razors?|noose|roof|rooftop|cliff|knife)(?= *(?:$|[.!]|near|by|again|over|all|every|at night|and how|tonight))"
        r"|(?:hands?|eyes|mind)<adv> (?:keeps?|kept|goes|go) (?:on )?(?:going|drifting|moving|reaching|coming back|wandering|returning|back)<gap> (?:to|for|towards) (?:the|my|that|those) (?:knife|knives|blades?|razors?|pills|tablets|rope|gun|noose)"
        r"|(?:^|i'?m |i am |just )(?:on|at) the (?:roof|ledge|edge|tracks)(?= *(?:$|[.!]))"
        r"|(?:standing|i'?m|i am|im)<adv> (?:on|at) the (?:edge of the )?platform and the (?:next )?train (?:comes|is coming|is due) in (?:\d+|one|two|three|four|five) min(?:ute)?s?(?= *(?:$|[.!]))",
        says=(
            "thinking about the bridge near my flat again",
            "my hand keeps going to the knife",
            "i'm standing on the platform and the train comes in 4 min",
        ),
        silent=("we think about the roof repair", "my eyes go to the window"),
    ),
    rule(
        "easier without",
        Signal.WISH,
        2.6,
        anchors="if",
        also="easier better simpler kinder happier nicer best",
        pattern=r"(?:easier|better|simpler|kinder|happier|nicer|best)(?: off)?(?: for (?:everyone|everybody|them|him|her|all|us all|my \w+))? if i (?:just |simply )?(?:wasn'?t|wasnt|weren'?t|was not|were not|was never|didn'?t|did not|disappeared|stopped) ?(?:here|around|alive|born|in it|there any ?more|exist(?:ed|ing)?)?(?= *(?:$|[.,!;]|any ?more|and|at all))",
        says=("it would be easier if i just wasn't around",),
        silent=("it would be easier if i didn't work on mondays",),
        immune="negation",
    ),
    rule(
        "at peace with it",
        Signal.PLAN,
        3.0,
        anchors="peace pain ends",
        pattern=r"i(?:'ve| have)?<adv> made (?:my )?peace(?= *(?:$|[.!]|with (?:dying|death|leaving|going|the end|my decision)))|at peace with (?:dying|death|leaving|my decision|going|not being here)"
        r"|no more (?:pain|suffering|hurting)(?: \w+){0,1} (?:after|from|past|by) (?:tonight|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this week|next week)"
        r"|(?:tonight|tomorrow|today) (?:it|this|everything)(?: all)? ends|(?:it|everything) all ends (?:tonight|tomorrow|today|soon)",
        says=("tonight is the night. i've made my peace.", "no more pain after friday"),
        silent=("i made peace with my sister", "the sale ends tonight"),
    ),
    rule(
        "not seen there",
        Signal.WISH,
        2.2,
        anchors="myself",
        also="see picture imagine",
        pattern=r"(?:don'?t|dont|can'?t|cant|cannot|do not)<adv> (?:see|picture|imagine) my ?self<adv> (?:being |still |even )?(?:here|alive|around|living|existing|making it)(?= *(?:$|[.,!]|for|at|by|after|next|much|past|till|until|(?:this|next) (?:year|month|summer|winter|christmas)))",
        says=("i don't see myself being here for christmas",),
        silent=("i can't see myself in the mirror without my glasses",),
        immune="negation",
    ),
    rule(
        "left for others to find",
        Signal.PLAN,
        2.6,
        anchors="letter letters note notes insurance",
        also="left leave wrote written suicide bed table desk find",
        pattern=r"(?:wrote|written|left|leaving) (?:my )?(?:mum|mom|dad|parents|mother|father|kids|wife|husband|sister|brother|them|everyone|everybody|family|partner)(?: \w+){0,2} (?:letters?|notes?)<wide> (?:on the (?:kitchen )?(?:table|bed|desk|counter|pillow)|to find|for (?:when|after))"
        r"|(?:life )?insurance\b[^.!?]{0,40} suicide|suicide\b[^.!?]{0,30} (?:life )?insurance",
        says=("i wrote my mum a letter and left it on the kitchen table",),
        silent=("i left my brother a note about the bins",),
        immune="negation",
    ),
    rule(
        "drank poison",
        Signal.ACT,
        4.6,
        anchors="bleach antifreeze poison cleaner detergent pesticide fluid cyanide",
        also="swallowed drank drunk ingested downed swallow",
        pattern=r"(?:swallowed|drank|drunk|ingested|downed)(?: (?:some|a|the|of|glass|cup|bottle|whole|bit|lot|just|all))* (?:bleach|antifreeze|poison|(?:drain |toilet |oven )?cleaner|detergent|pesticide|(?:wiper |cleaning |lighter |brake )fluid|cyanide)",
        says=("i swallowed bleach", "i drank a bottle of drain cleaner"),
        silent=("i swallowed my pride", "i drank a glass of water"),
    ),
    rule(
        "how many would it take",
        Signal.METHOD,
        3.0,
        anchors="many much",
        also="take need",
        pattern=r"how (?:many|much) (?:of (?:my |the |these )?)?(?:<pills>)(?: \w+){0,2} (?:would|does|will|do) (?:it|i|you|someone) (?:take|need)(?= *(?:$|[?.!]))",
        says=("how many paracetamol would it take",),
        silent=("how many paracetamol do you take for a headache",),
    ),
    rule(
        "another, now",
        Signal.CONCERN,
        3.0,
        anchors="himself herself themselves themself taken took swallowed overdosed",
        also="tonight now today messaged texted told called says said wrote posted locked",
        pattern=r"(?:kill|killing|hang|hanging|hurt|hurting|shoot|harm|end it for) (?:himself|herself|themsel(?:f|ves))(?: \w+){0,2} (?:tonight|right now|now|today)"
        r"|(?:messaged|texted|told|called|says|said|wrote|posted)(?: \w+){0,4} (?:s?he|they)(?:'s|'ve| has| have| just)*(?: \w+){0,1} (?:overdosed|(?:taken|took|swallowed)(?! (?:(?:his|her|their|the) (?:usual|morning|evening|daily|last|first)|some|a couple|one|two|1|2|a) )(?: \w+){0,4} (?:pills|tablets|overdose|paracetamol|meds))",
        says=("my son says he will hang himself tonight", "she texted that she has taken pills"),
        silent=("he told himself to go now", "she said she took her usual tablets"),
        immune="third_person",
    ),
    rule(
        "sounds good",
        Signal.THOUGHT,
        3.0,
        anchors="suicide",
        pattern=r"suicide (?:is|sounds?|seems?|looks?)<adv> (?:pretty |quite )?(?:good|great|nice|tempting|peaceful|appealing|inviting)",
        says=("suicide sounds good right now",),
        silent=("the suicide hotline is good",),
    ),
)
