"""Instruments whose wording is not ours to give out: definitions without words. An operator with
permission completes them; until then nobody is offered them.

Left out on purpose, as their owners ask for a fee or a licence a use: WAI-SR, SRS and GSRS, CSQ-8;
as their owners ask for registration: BACE, RAS-DS.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments.definition import (
    Band,
    Direction,
    Instrument,
    Item,
    Kind,
    Option,
    Scoring,
    Wording,
)

MONTH, QUARTER = timedelta(days=28), timedelta(days=84)

UCLA_3 = Instrument(
    key="ucla-3",
    version="1",
    title=_("Loneliness, three questions"),
    short="UCLA-3",
    wording=Wording.MISSING,
    licence="Rights with the authors; no explicit licence found. Ask before using the wording.",
    notice="Hughes ME, Waite LJ, Hawkley LC, Cacioppo JT. Res Aging 2004;26:655-672.",
    stem="",
    recall=_("how it usually is"),
    items=(Item(""),) * 3,
    options=(Option(1, "Hardly ever"), Option(2, "Some of the time"), Option(3, "Often")),
    scoring=Scoring("ucla-3/1", Kind.SUM),
    direction=Direction.HIGHER_IS_WORSE,
    interval=MONTH,
    bands=(Band(3, 5, "not lonely", _("not lonely")), Band(6, 9, "lonely", _("lonely"))),
    sources=("Hughes ME et al. Res Aging 2004;26:655-672",),
)

_LONELY, _ALONE = frozenset({1, 2}), frozenset({2, 3})
DE_JONG_GIERVELD_6 = Instrument(
    key="de-jong-gierveld-6",
    version="1",
    title=_("Loneliness, six statements"),
    short="De Jong Gierveld 6",
    wording=Wording.MISSING,
    licence="Free for research with citation, as far as we know. Ask before using the wording.",
    notice="De Jong Gierveld J, Van Tilburg T. Res Aging 2006;28:582-598.",
    stem="",
    recall=_("how it is now"),
    items=(Item(""),) * 6,
    options=(Option(1, "Yes"), Option(2, "More or less"), Option(3, "No")),
    scoring=Scoring(
        "de-jong-gierveld-6/1", Kind.COUNT, counts_as_one=(*(_LONELY,) * 3, *(_ALONE,) * 3)
    ),
    direction=Direction.HIGHER_IS_WORSE,
    interval=QUARTER,
    bands=(
        Band(0, 1, "not lonely", _("not lonely")),
        Band(2, 4, "moderately lonely", _("moderately lonely")),
        Band(5, 6, "severely lonely", _("severely lonely")),
    ),
    sources=("De Jong Gierveld J, Van Tilburg T. Res Aging 2006;28:582-598",),
)

MSPSS = Instrument(
    key="mspss",
    version="1",
    title=_("Support from people around me, twelve statements"),
    short="MSPSS",
    wording=Wording.MISSING,
    licence="The author allows free use with citation; ask for it by mail before using the wording.",
    notice="Zimet GD, Dahlem NW, Zimet SG, Farley GK. J Pers Assess 1988;52:30-41.",
    stem="",
    recall=_("how it is now"),
    items=(Item(""),) * 12,
    options=tuple(
        Option(value, words)
        for value, words in enumerate(
            (
                "Very strongly disagree",
                "Strongly disagree",
                "Mildly disagree",
                "Neutral",
                "Mildly agree",
                "Strongly agree",
                "Very strongly agree",
            ),
            start=1,
        )
    ),
    scoring=Scoring("mspss/1", Kind.MEAN),  # the author: no population norms, so no bands
    direction=Direction.HIGHER_IS_BETTER,
    interval=QUARTER,
    sources=("Zimet GD et al. J Pers Assess 1988;52:30-41",),
)

ISMI_10 = Instrument(
    key="ismi-10",
    version="1",
    title=_("What stigma does to me, ten statements"),
    short="ISMI-10",
    wording=Wording.MISSING,
    licence="Said to be in the public domain; ask the author once before using the wording.",
    notice="Boyd JE, Otilingam PG, DeForge BR. Psychiatr Rehabil J 2014;37:17-23.",
    stem="",
    recall=_("how it is now"),
    items=tuple(Item("", is_reversed=number in (2, 9)) for number in range(1, 11)),
    options=(
        Option(1, "Strongly disagree"),
        Option(2, "Disagree"),
        Option(3, "Agree"),
        Option(4, "Strongly agree"),
    ),
    scoring=Scoring("ismi-10/1", Kind.MEAN),  # the four ranges were published for the ISMI-29 alone
    direction=Direction.HIGHER_IS_WORSE,
    interval=QUARTER,
    about=_("Its statements use labels that people here may not use for themselves."),
    sources=("Boyd JE et al. Psychiatr Rehabil J 2014;37:17-23",),
)

INSTRUMENTS = (UCLA_3, DE_JONG_GIERVELD_6, MSPSS, ISMI_10)
