"""ISMI-10, stigma turned on oneself in ten statements. Its words are not ours to give out.

An operator with permission completes its words (`queries.completed`); until then nobody is
offered it.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments.definition import (
    Direction,
    Instrument,
    Item,
    Kind,
    Option,
    Scoring,
    Wording,
)

INSTRUMENT = Instrument(
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
    interval=timedelta(days=84),
    about=_("Its statements use labels that people here may not use for themselves."),
    sources=("Boyd JE et al. Psychiatr Rehabil J 2014;37:17-23",),
    codes={"local": "ismi-10"},
)
