"""GAD-7."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments import phq
from community.wellbeing.instruments.definition import (
    Band,
    Direction,
    Instrument,
    Item,
    Kind,
    Scoring,
    Wording,
)

ITEMS = (
    Item("Feeling nervous, anxious, or on edge", "69725-0"),
    Item("Not being able to stop or control worrying", "68509-9"),
    Item("Worrying too much about different things", "69733-4"),
    Item("Trouble relaxing", "69734-2"),
    Item("Being so restless that it is hard to sit still", "69735-9"),
    Item("Becoming easily annoyed or irritable", "69689-8"),
    Item("Feeling afraid, as if something awful might happen", "69736-7"),
)

INSTRUMENT = Instrument(
    key="gad-7",
    version="1",
    title=_("Worry, seven questions"),
    short="GAD-7",
    wording=Wording.HERE,
    licence=phq.LICENCE,
    notice=phq.NOTICE,
    stem=phq.STEM,
    recall=phq.RECALL,
    items=ITEMS,
    options=phq.OPTIONS,
    scoring=Scoring("gad-7/1", Kind.SUM, may_miss=1),
    direction=Direction.HIGHER_IS_WORSE,
    interval=timedelta(days=14),
    bands=(
        Band(0, 4, "minimal", _("minimal")),
        Band(5, 9, "mild", _("mild")),
        Band(10, 14, "moderate", _("moderate")),
        Band(15, 21, "severe", _("severe")),
    ),
    reliable_change=4,
    sources=(
        "Spitzer RL et al. Arch Intern Med 2006;166:1092-1097 (bands)",
        "Instruction manual for PHQ and GAD-7 measures (one missing: mean of the others)",
        "Toussaint A et al. J Affect Disord 2020;265:395-401 (change of 4 points)",
    ),
    codes={"panel": "69737-5", "total": "70274-6", "answers": phq.ANSWERS_CODE},
)
