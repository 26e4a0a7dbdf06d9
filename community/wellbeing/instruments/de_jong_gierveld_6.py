"""De Jong Gierveld, loneliness in six statements. Its words are not ours to give out.

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

_LONELY, _ALONE = frozenset({1, 2}), frozenset({2, 3})
INSTRUMENT = Instrument(
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
    interval=timedelta(days=84),
    bands=(
        Band(0, 1, "not lonely", _("not lonely")),
        Band(2, 4, "moderately lonely", _("moderately lonely")),
        Band(5, 6, "severely lonely", _("severely lonely")),
    ),
    about=_(
        "Statements 1 to 3 are about emptiness, missing people and rejection, 4 to 6 about people one "
        "can count on."
    ),
    sources=(
        "De Jong Gierveld J, Van Tilburg T. Res Aging 2006;28:582-598 (statements, answers, total)",
        "De Jong Gierveld J, Van Tilburg T. Manual of the Loneliness Scale. Vrije Universiteit "
        "Amsterdam 1999, updated 2022 (0-1, 2-4, 5-6)",
    ),
    codes={"local": "de-jong-gierveld-6"},
)
