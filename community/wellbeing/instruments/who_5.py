"""WHO-5. A pack: off until the operator has read the licence and says that it fits their service.

The wording in this file is the World Health Organization's, under CC BY-NC-SA 3.0 IGO, unchanged;
the licence of the rest of this repository does not reach it.
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
    key="who-5",
    version="2024",
    title=_("How well I feel, five questions"),
    short="WHO-5",
    wording=Wording.PACK,
    licence="CC BY-NC-SA 3.0 IGO (no commercial use; unchanged; shared under the same licence)",
    notice=(
        "The World Health Organization-Five Well-Being Index (WHO-5). Geneva: World Health "
        "Organization; 2024 (WHO-UCN-MSD-MHE-2024.01). Licence: CC BY-NC-SA 3.0 IGO."
    ),
    stem="Over the last two weeks",
    recall=_("the last two weeks"),
    items=(
        Item("I have felt cheerful and in good spirits"),
        Item("I have felt calm and relaxed"),
        Item("I have felt active and vigorous"),
        Item("I woke up feeling fresh and rested"),
        Item("My daily life has been filled with things that interest me"),
    ),
    options=(
        Option(5, "All of the time"),
        Option(4, "Most of the time"),
        Option(3, "More than half of the time"),
        Option(2, "Less than half of the time"),
        Option(1, "Some of the time"),
        Option(0, "At no time"),
    ),
    scoring=Scoring("who-5/1", Kind.PERCENT),
    direction=Direction.HIGHER_IS_BETTER,
    interval=timedelta(days=28),
    # One range was published: raw below 13. What lies above has no name, and gets none from us.
    bands=(Band(0, 50, "poor wellbeing", _("poor wellbeing")),),
    reliable_change=10,
    sources=(
        "WHO-UCN-MSD-MHE-2024.01",
        "Topp CW et al. Psychother Psychosom 2015;84:167-176 (0-100, cut-off 50, change of 10)",
    ),
    codes={"local": "who-5"},  # no code of its own is agreed on for the total
)
