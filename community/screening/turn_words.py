"""The words by which a signal is turned, as patterns over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A pattern, read behind one space, and words of which one must stand in the whole text for it
    to be tried at all; `with_numbers`: a number does as well."""

    pattern: re.Pattern[str]
    needs: frozenset[str]
    with_numbers: bool = False


def _telling(pattern: str, *, needs: str, with_numbers: bool = False) -> Telling:
    return Telling(re.compile(pattern), frozenset(needs.split()), with_numbers)


_DENIES = (
    r"(?:not|never|no|don'?t|didn'?t|doesn'?t|won'?t|wouldn'?t|isn'?t|ain'?t|aint|wasn'?t|weren'?t|"
    r"haven'?t|hasn'?t|without|stopped|nor|neither|hardly|quit|far from|no longer|instead of|rather than|"
    r"deny|denied|against|refuse to)"
)
NEGATIVE = re.compile(rf"\b{_DENIES}(?!\w)")
NEGATION = re.compile(rf"\b{_DENIES}(?: [\w'\-]+){{0,5}} ?$")
# These hold a negative word but deny nothing: "I don't know if…", "can't stop…", "why don't I…".
NOT_NEGATION = re.compile(
    r"\b(?:(?:don'?t|do not|didn'?t|doesn'?t) (?:know|care|understand|think i(?:'ll| will| can| have| could|'d)|see (?:a|any|why)|matter|have the (?:guts|courage|balls|strength|energy))"
    r"|dunno|idk|not (?:sure|gonna lie|going to lie|even sure|only|just|like|wanting|really sure|much|able|enough|strong|brave|having|being|okay|ok|fine|doing|feeling|good|well)"
    r"|(?:can'?t|cannot|couldn'?t|won'?t|don'?t|never|not|doesn'?t|didn'?t|wouldn'?t|not be able to)(?: \w+)? (?:stop|help|shake|quit|stopped|get rid)|no (?:reason|point) not|why (?:i )?(?:not|don'?t|shouldn'?t|wouldn'?t|haven'?t|can'?t)|if i (?:don'?t|didn'?t|can'?t)|(?:haven'?t|didn'?t) (?:already|yet)"
    r"|no (?:one|friends?|family|hope|idea|way|money|job|point|choice|other|more|matter|future|life|energy|joy|purpose|reason|doubt)|nobody|no,|not a (?:day|single)|never (?:been|felt|wanted|had|going to get|get|gonna)"
    r"|no longer want|would(?:n'?t)? it|isn'?t it|don'?t (?:want to|wanna) (?:live|be here|exist|be alive|go on|wake|do this)[\w ]*|won'?t (?:be missed|matter|get)[\w ]*|(?:don'?t|didn'?t) (?:want|wanna) (?:to )?(?:admit|tell|say)|not that i|doesn'?t (?:make|help|change)[\w ]*)\b"
)
PAST = _telling(
    r"\W(?:used to|(?:years?|decades?|months) ago|last year|back then|back when|in the past|(?:in|since|from|until) (?:19|20)\d\d|"
    r"in (?:high|middle|secondary) school|as a (?:teen\w*|kid|child)|when i was|once upon|previously|long ago|"
    r"(?:was|were|been) (?:\w+ )?(?:\d+|younger|a teen\w*|a kid)|there was a time|at (?:age )?\d+ i)\b",
    needs="""
        used ago last then when past school as was once previously long were been at there
    """,
    with_numbers=True,
)
PRESENT = re.compile(
    r"\W(?:now|again|still|today|lately|any ?more|tonight|currently|these days|keep|keeps|always|ever since|"
    r"every ?day|recently|right now|back (?:to|again)|coming back|came back)\b"
)
RECOVERY = _telling(
    r"\W(?:(?:glad|happy|grateful|thankful) (?:that )?(?:i|to be|i'm|it) (?:am |be |still |did(?:n'?t)? |didn'?t |survived|alive|failed|here|am|stayed|lived)|"
    r"(?:in|my) recovery|recovered|(?:it|things|life) (?:does |do |really |did )?(?:gets|got) (?:so much |a lot |much )?better|"
    r"\d+ (?:years?|months?) (?:clean|sober|free|safe|without (?:cutting|self|hurting))|(?:am|i'm|doing) (?:so much |much |a lot )?better now|"
    r"not (?:any ?more|felt that way since)|haven'?t (?:felt|had|thought|done|self)(?:[\w ']*) (?:since|in (?:years|months|\d+))|came out the other side|saved my life|you can get through|those days are behind|"
    r"(?:these days|today|now) i(?:'m| am)? (?:\w+ )?(?:love|enjoy|well|stable|happy|okay|better|glad|grateful))\b",
    needs="""
        glad happy grateful thankful recovery recovered better clean sober free safe without
        anymore any felt haven't havent came saved through days today now
    """,
    with_numbers=True,
)
# The last one before the signal, inside the clause, is taken as the subject.
SUBJECT = re.compile(
    r"\b(?:(?P<first>i|im|i'm|i've|ive|i'd|i'll|me|we|we're)|"
    r"(?P<third>(?:s?he|they|s?he's|they're|s?he'd|it was|who)(?! (?:makes?|made|make|tell|tells|told|want me|wants me))|"
    r"(?:my|his|her|their|a|the|our|your|some) (?:\w+ )?(?:friends?|brother|sister|mom|mum|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|"
    r"son|daughter|kid|kids|child|cousin|uncle|aunt|boss|neighbou?r|classmate|roommate|colleague|coworker|student|patient|client|"
    r"teacher|guy|man|woman|girl|boy|person|ex|teen|teenager|grandm\w+|grandf\w+|grandpa|niece|nephew|bf|gf|cat|dog|character|singer|hero|villain)(?= (?:is|was|has|had|will|would|might|may|can|could|should|who|said|says|thinks?|thought|feels?|felt|wants?|wanted|keeps?|kept|tried|tries|attempted|talks?|talked|posted|wrote|texted|sings?|goes|went|that|just|really|almost|also|did|does|never|always|been|dealing|struggling|having|saying|self)\b| ?$)|"
    r"people|someone|somebody|anyone|everyone|others|those|some people|men|women|teens|teenagers|kids|veterans|patients)|"
    r"(?P<second>you|you're|ur|u|you've|you'd|y'all))\b"
)
HELPER = _telling(
    r"\W(?:if (?:you|u|anyone|someone|you're|you are)|are (?:you|u)|do you|have you|did you|(?:please|pls) (?:don'?t|call|reach|talk|tell|stay)|"
    r"you (?:can|could|should|might|are|have|deserve|matter|feel|said|mentioned)|you're (?:not alone|loved|feeling|thinking)|call (?:988|the|a|911|999|112)|anyone (?:who|feeling|else)|hotline|helpline|lifeline|"
    r"how (?:do|can|should) (?:i|we|you) (?:help|support|talk to)|people (?:who|with|that)|awareness|prevention|research|statistics?|percent(?:age)?|studies|study|experience with)\b",
    needs="""
        you u you're anyone someone please pls call hotline helpline lifeline how people
        awareness prevention research statistic statistics percent percentage study studies
        experience
    """,
)
LAUGHTER = re.compile(
    r"\W(?:l+o+l+|lmf?ao+|haha\w*|hehe\w*|rofl|lmaoo+|jk|j/k|xd)\b|[\U0001f602\U0001f923\U0001f605\U0001f606]"
)
IDIOM = _telling(
    r"\W(?:just kidding|joking|figure of speech|laugh(?:ing|ed)?|hilarious|embarrass(?:ed|ing|ment)?|cringe|"
    r"to die for|die(?:d)? (?:of|from) (?:laughter|laughing|embarrassment|boredom|cuteness|shame|cringe)|drop[- ]dead (?:gorgeous|simple)|over my dead body|dead (?:tired|serious|wrong|line|lift|weight|battery|phone)|"
    r"(?:career|political|social|financial|commercial|professional|digital) suicide|suicide (?:squad|burrito|wings|sauce|run|runs|drills?|dive|king|doors?|mission))\b",
    needs="""
        kidding joking figure laugh laughing laughed hilarious embarrass embarrassed embarrassing
        embarrassment cringe die died dead suicide
    """,
)
MAY_LAUGH = re.compile(
    r"l+o+l|lmf?ao|haha|hehe|rofl|jk|j/k|xd|[\U0001f602\U0001f923\U0001f605\U0001f606]"
)
# After the words: a small cause, which says hyperbole ("…if they play that song again").
TRIVIAL = re.compile(
    r"^(?: (?:if|when|because|cause|every time|whenever|after|from|of|over|about|this|the|my|that|with|at|in))"
    r"(?: [\w']+){0,6}? (?:homework|exams?|assignment|essay|maths?|traffic|meetings?|mondays?|spoilers?|update|wifi|internet|printer|"
    r"song|episode|season|game|match|level|lag|queue|line|heat|weather|cold|snow|alarm|laundry|dishes|commute|recipe|spreadsheet|slides|"
    r"coffee|pizza|chocolate|tacos|burrito|shoes|sale|tickets|concert|hangover|workout|gym|leg day|cardio|diet|stairs|"
    r"advert|ads|commercials?|team|coach|referee|ref|boss battle|football|paperwork|email|emails|finals|hair|haircut|outfit)\b"
)
FICTION = _telling(
    r"\W(?:song|songs|lyrics?|film|films|movies?|book|novel|episode|season|series|tv show|show (?:on|about|where|called)|netflix|character|characters|"
    r"game|gameplay|video game|boss fight|scene|album|band|chorus|verse|poem|poet|play|documentary|podcast|anime|manga|plot|actor|actress|fictional|"
    r"romeo|juliet|hamlet|shakespeare|opera|chapter|villain|respawn(?:s|ed|ing)?|sims?|minecraft|fortnite|xbox|level \d+|author|painting|museum)\b",
    needs="""
        song songs lyric lyrics film films movie movies book novel episode season series tv show
        netflix character characters game gameplay video boss scene album band chorus verse poem
        poet play documentary podcast anime manga plot actor actress fictional romeo juliet
        hamlet shakespeare opera chapter villain respawn respawns respawned respawning sim sims
        minecraft fortnite xbox level author painting museum
    """,
)
BEREAVED = _telling(
    r"\W(?:(?:lost|losing|miss|buried|mourn(?:s|ed|ing)?|griev(?:e|es|ed|ing)) (?:\w+ )?(?:(?:my|our|a|his|to) )?(?:\w+ )?(?:dad|father|mom|mum|mother|brother|sister|son|daughter|"
    r"husband|wife|friend|best friend|cousin|uncle|aunt|partner|fianc\w+|suicide|child|nephew|niece|grand\w+|him|her)|(?:dad|father|mom|mum|mother|brother|sister|son|daughter|husband|wife|friend|"
    r"cousin|uncle|aunt|partner|boyfriend|girlfriend|ex|nephew|niece|classmate|neighbou?r|colleague|he|she|they|who)(?: \w+){0,2} (?:died by|committed|died from|killed (?:himself|herself|themsel\w+)|took (?:his|her|their)|passed (?:away )?(?:by|from)|completed)|"
    r"(?:his|her|their|dad's|mom's|mum's|brother's|sister's|son's|daughter's|friend's|husband's|wife's|father's|mother's|uncle's|cousin's) (?:suicide|overdose|death)|bereave(?:d|ment)|anniversary of|suicide loss|survivors? of suicide loss|since (?:he|she|they) (?:died|passed|killed))\b",
    needs="""
        lost losing miss buried mourn mourns mourned mourning grieve grieves grieving grieved
        died committed killed took passed completed suicide overdose death bereaved bereavement
        anniversary survivor survivors
    """,
)
DOSE = re.compile(
    r"\W(?:as prescribed|prescri\w+|my (?:usual|normal|daily|morning|evening|night|nightly|regular|first|new|second)(?: \w+)? ?(?:dose|meds|pills?|tablets?|medication)?|"
    r"dose|dosage|doctor|gp|psychiatrist|pharmacist|nurse|for (?:my|a|the) (?:\w+ )?(?:headache|cold|flu|pain|cramps|migraine|fever|sleep|anxiety|back|tooth\w*|knee|allerg\w+)|"
    r"with (?:food|breakfast|dinner|water)|(?:every|each) (?:day|morning|night|evening)|a day|daily|(?:for|since|after) (?:\d+|two|three|four|five|six|a few|several) (?:weeks?|months?|years?)|(?:1|2|one|two) (?:ibuprofen|paracetamol|tylenol|aspirin|advil|tablets?|pills?|painkillers)|(?:5|10|15|20|25|30|37\.5|40|50|60|75|100|150|200|225|250|300|400) ?mg)\b"
)
OVERDOSE_WORDS = re.compile(
    r"\W(?:overdos\w*|od|whole bottle|entire bottle|all (?:of )?(?:my|the|them)|handful|too many|to die|kill|end (?:it|my)|regret|goodbye|vodka|alcohol|[1-9]\d (?:[\w]+ ){0,3}(?:pills|tablets|capsules)|suicid\w*|won'?t wake|hope i|to sleep forever|die|works|\d{4,} ?mg|\d{2,} ?x ?\d+)\b"
)
