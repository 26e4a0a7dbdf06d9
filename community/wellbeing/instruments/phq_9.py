"""PHQ-9. Only where a wellbeing reviewer reads answers to question 9 within a stated time; else the
PHQ-8 is the honest one. The question on difficulty comes behind the nine and is in no total."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments import phq
from community.wellbeing.instruments.definition import (
    Band,
    Direction,
    Instrument,
    Item,
    Kind,
    Option,
    Risk,
    Scoring,
    Wording,
)

ITEMS = (
    Item("Little interest or pleasure in doing things", "44250-9"),
    Item("Feeling down, depressed, or hopeless", "44255-8"),
    Item("Trouble falling or staying asleep, or sleeping too much", "44259-0"),
    Item("Feeling tired or having little energy", "44254-1"),
    Item("Poor appetite or overeating", "44251-7"),
    Item(
        "Feeling bad about yourself — or that you are a failure or have let yourself or your "
        "family down",
        "44258-2",
    ),
    Item(
        "Trouble concentrating on things, such as reading the newspaper or watching television",
        "44252-5",
    ),
    Item(
        "Moving or speaking so slowly that other people could have noticed? Or the opposite — "
        "being so fidgety or restless that you have been moving around a lot more than usual",
        "44253-3",
    ),
    Item(
        "Thoughts that you would be better off dead or of hurting yourself in some way", "44260-8"
    ),
)
DIFFICULTY = Item(
    "If you checked off any problems, how difficult have these problems made it for you to do your "
    "work, take care of things at home, or get along with other people?",
    "69722-7",
    options=(
        Option(0, "Not difficult at all"),
        Option(1, "Somewhat difficult"),
        Option(2, "Very difficult"),
        Option(3, "Extremely difficult"),
    ),
)
BANDS = (
    Band(0, 4, "minimal", _("minimal")),
    Band(5, 9, "mild", _("mild")),
    Band(10, 14, "moderate", _("moderate")),
    Band(15, 19, "moderately severe", _("moderately severe")),
    Band(20, 27, "severe", _("severe")),
)

INSTRUMENT = Instrument(
    key="phq-9",
    version="2",
    same_words=frozenset({"1"}),  # it was without the question on difficulty
    title=_("Low mood, nine questions"),
    short="PHQ-9",
    wording=Wording.HERE,
    licence=phq.LICENCE,
    notice=phq.NOTICE,
    stem=phq.STEM,
    recall=phq.RECALL,
    items=ITEMS,
    options=phq.OPTIONS,
    scoring=Scoring("phq-9/1", Kind.SUM, may_miss=2),
    direction=Direction.HIGHER_IS_WORSE,
    interval=timedelta(days=14),
    bands=BANDS,
    reliable_change=6,
    after=(DIFFICULTY,),
    risks=(Risk(item=8, at_least=1, sooner_at=2, flag="item_9"),),
    sources=(
        "Kroenke K, Spitzer RL, Williams JBW. The PHQ-9. J Gen Intern Med 2001;16:606-613 (bands)",
        "Instruction manual for PHQ and GAD-7 measures (one or two missing: mean of the others)",
        "NHS Talking Therapies manual (reliable change: 6 points)",
        "Simon GE et al. Psychiatr Serv 2013;64:1195-1202 (question 9)",
    ),
    codes={"panel": "44249-1", "total": "44261-6", "answers": phq.ANSWERS_CODE},
)
