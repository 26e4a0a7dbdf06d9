"""GAD-2: the first two questions of the GAD-7."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments import gad_7, phq
from community.wellbeing.instruments.definition import (
    Band,
    Direction,
    Instrument,
    Kind,
    Scoring,
    Wording,
)

INSTRUMENT = Instrument(
    key="gad-2",
    version="1",
    title=_("Worry, two questions"),
    short="GAD-2",
    wording=Wording.HERE,
    licence=phq.LICENCE,
    notice=phq.NOTICE,
    stem=phq.STEM,
    recall=phq.RECALL,
    items=gad_7.ITEMS[:2],
    options=phq.OPTIONS,
    scoring=Scoring("gad-2/1", Kind.SUM),
    direction=Direction.HIGHER_IS_WORSE,
    interval=timedelta(days=7),
    bands=(
        Band(0, 2, "negative", _("fewer troubles")),
        Band(3, 6, "positive", _("more troubles")),
    ),
    about=_("At 3 or more, the longer form says more."),
    sources=("Kroenke K et al. Ann Intern Med 2007;146:317-325 (cut-off 3)",),
    codes={"local": "gad-2", "answers": phq.ANSWERS_CODE},  # no panel and no total are agreed on
)
