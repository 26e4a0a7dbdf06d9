"""Questions about means and doses: often the whole message, without a word about dying."""

from __future__ import annotations

from community.screening.findings import Signal
from community.screening.rules.rule import rule

RULES = (
    rule(
        "does it work",
        Signal.METHOD,
        3.0,
        anchors="slitting slit cutting hanging drowning overdosing overdose jumping hurt painful"
        " wrist wrists bleeding bleed suffocating suffocation artery vein",
        pattern=r"cut (?:your ?self|urself|my ?self)<gap> (?:to bleed|bleed|painful|hurt)|(?:slit|slitting|cut|cutting) (?:your|ur|the|a|my|an)? ?(?:wrists?|throat|artery|vein|jugular)"
        r"|(?:does|do|is|would|will|how (?:bad|much|long) (?:does|do|would)) (?:\w+ )?(?:hanging|drowning|overdosing|"
        r"an overdose|bleeding out|jumping|suffocat\w+|getting shot|shooting)<gap>(?: (?:hurt|painful|work|take|fast|quick))"
        r"|(?:hanging|drowning|overdosing|bleeding out|suffocating|jumping)(?: (?:is|be|would be|really|that))* (?:painful|painless|peaceful|quick)",
        says=("does drowning hurt?", "is slitting your wrists painful"),
        silent=("cutting the cake is painful to watch", "hanging pictures takes long"),
    ),
    rule(
        "is it enough",
        Signal.METHOD,
        3.0,
        anchors="enough stories floors storeys many much high feet mg pills tablets fatal lethal kill",
        pattern=r"(?:is|are|would|will) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a|this|that|it)<gap> (?:stor(?:y|ies|eys)|floors?|feet|ft|meters?|metres?|mg|grams?|g|<pills>)<gap> (?:enough(?! for)|fatal|lethal|kill|do it)"
        r"|how (?:many|much) (?:of )?(?:\w+ )?(?:<pills>|mg|milligrams)<wide> (?:to (?:die|od|overdose|kill|be fatal)|kill|fatal|lethal|overdose|od|die)"
        r"|how (?:high|tall|far)<wide> (?:to (?:die|jump)|fall to|kill|fatal)"
        r"|what (?:happens|would happen|will happen) if (?:i|you|someone)<adv> (?:took|take|overdose[sd]?|od|swallow(?:ed)?|drank|drink|inject(?:ed)?)<gap> (?:<pills>|all|too many|a (?:whole|bottle)|\d+)",
        says=("is nine stories enough", "how many tylenol does it take to die"),
        silent=("is 500 mg enough for a headache?", "how many tablets are in the box"),
    ),
    rule(
        "where to get",
        Signal.METHOD,
        3.2,
        anchors="nembutal nitrite cyanide helium nitrogen fentanyl gun revolver pistol shotgun sn suspension exsanguination rope",
        pattern=r"nembutal|pentobarbital|sodium nitrite|(?:partial|full) suspension|inert gas|exsanguinat\w+|nitrogen (?:hood|bag|tank|mask)"
        r"|(?:buy|get|got me|find|order|own|steal|access to|bought|have)(?: (?:a|some|my|the|hold of|me))* (?:cyanide|helium|fentanyl|gun to|revolver|pistol (?:and|to)|shotgun (?:and|to)|rope (?:and|to hang))",
        says=("where can i get nembutal", "finally got me my revolver"),
        silent=("helium balloons for the party",),
    ),
    rule(
        "an amount at home",
        Signal.METHOD,
        2.6,
        anchors="have got mg pills tablets paracetamol ibuprofen tylenol left enough",
        also="mg milligrams pills tablets capsules paracetamol acetaminophen ibuprofen tylenol aspirin advil benadryl xanax valium diazepam codeine tramadol morphine sertraline zoloft prozac fluoxetine lithium seroquel quetiapine trazodone amitriptyline propranolol insulin melatonin meds medication medicine antidepressants painkillers fentanyl heroin opioids benzos",
        pattern=r"(?:i have|i've got|i got|there(?:'s| are)|i still have|i've|have)(?: (?:about|around|like|over|some|only|exactly))*"
        r" (?:\d{2,}|[a-z]*ty|hundred|a (?:whole |full |entire )?(?:bottle|box|bunch|lot|ton|stash))(?: (?:or so|of|left|x|\d+ ?mg|\d+))*<gap> ?<pills>"
        r"|i have \d{3,} ?(?:mg|milligrams) of",
        says=(
            "i have 40 or so paracetamol in the drawer",
            "i have a whole bottle of sleeping pills",
        ),
        silent=("i have 2 tablets a day", "i have a bottle of water"),
    ),
    rule(
        "car and garage",
        Signal.METHOD,
        3.2,
        anchors="garage exhaust suffocate hose asphyxiate",
        pattern=r"(?:garage|exhaust|hose)<wide> (?:car|engine|running|turn|exhaust|window|on)<wide>(?: (?:on|running|in))?(?=[^.]*\b(?:die|sleep|end|doors?|exits?|gas|fumes|breathe|peace\w*|home)\b)"
        r"|(?:intend|want|plan|going|try|tried)<gap> to (?:suffocate|asphyxiate)",
        says=("i will close the garage and leave the car running and go to sleep",),
        silent=("the garage fixed my car",),
    ),
    rule(
        "trigger",
        Signal.METHOD,
        2.2,
        anchors="trigger",
        pattern=r"(?:almost|nearly|can'?t|could|couldn'?t|want to|going to|about to|just|finger on|i) (?:\w+ )?(?:pull(?:ed|ing)? )?the trigger",
        says=("i nearly pulled the trigger",),
        silent=("what was the trigger for your panic?",),
    ),
    rule(
        "other means",
        Signal.METHOD,
        2.4,
        anchors="drown drowning starve freeze hypothermia bleach electrocute razor blade knife stabbing wrist wrists starving tub bathtub bleed bleeding jumping hanging overdosing crashing thoughts",
        pattern=r"(?:drown|starve|freeze|bleed|drink|smoke|work) my ?self to death|(?:starv|freez|bleed)(?:e|ing)? (?:to death|out)|drown(?:ing)? (?:my ?self|in the (?:tub|bath|sea|ocean|river|lake))"
        r"|(?:fall asleep|get in the bath|tub)<wide> drown|(?:blade|razor|knife)<gap> (?:to|across|against|on) my|thoughts of (?:stabbing|hanging|drowning|shooting|cutting|jumping|crashing|overdosing)",
        says=("i keep having thoughts of jumping", "i could bleed out in the bath"),
        silent=("the knife is on the table",),
    ),
)
