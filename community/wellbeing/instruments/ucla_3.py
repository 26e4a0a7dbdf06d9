"""UCLA-3, loneliness in three questions. Its words are not ours to give out.

An operator with permission completes its words (`queries.completed`); until then nobody is
offered it.
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

INSTRUMENT = Instrument(
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
    interval=timedelta(days=28),
    bands=(Band(3, 5, "not lonely", _("not lonely")), Band(6, 9, "lonely", _("lonely"))),
    sources=(
        "Hughes ME et al. Res Aging 2004;26:655-672 (questions, answers, total)",
        "Steptoe A et al. Proc Natl Acad Sci USA 2013;110:5797-5801 (6 and more: lonely)",
    ),
    codes={"local": "ucla-3"},
)
