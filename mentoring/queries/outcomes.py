"""What came of asking, by how matching was set then. Numbers under five are not shown, and none can be
worked out from the others."""

from collections import Counter
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentoring.enums import NOT_THE_FIT, Ending, Leaning, OfferState
from mentoring.few import LEAST, hide_few
from mentoring.models import Offer
from mentoring.models.fitting import BY_HAND, PLAIN

CAME = ("goes_on", "good", "not_fit", "stopped")
_NAMES: dict[str, str | Promise] = {
    PLAIN: _("everything in its measure"),
    **{one.value: one.label for one in Leaning},
    BY_HAND: _("weights set by hand"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One setting. `asked`: mentors who have answered; `yes`: those who said yes; what came of it.
    None: fewer than five, or it would give those away."""

    name: str
    asked: int | None
    yes: int | None
    came: dict[str, int | None]


def outcomes() -> list[Outcome]:
    """Every setting under which somebody was asked, in their order. One question."""
    answered = Offer.objects.exclude(state__in=[OfferState.WAITING, OfferState.WITHDRAWN])
    rows = answered.exclude(setting="").values_list(
        "setting", "state", "request__pair__ended_at", "request__pair__ending"
    )
    asked: Counter[str] = Counter()
    came: dict[str, Counter[str]] = {}
    for setting, state, ended_at, ending in rows:
        asked[setting] += 1
        kind = _came(ended_at is not None, ending or "") if state == OfferState.ACCEPTED else None
        came.setdefault(setting, Counter()).update([kind] if kind else [])
    return [_outcome(key, asked[key], came[key]) for key in _NAMES if key in asked]


def _came(has_ended: bool, ending: str) -> str:
    if not has_ended:
        return "goes_on"
    if ending == Ending.GOOD:
        return "good"
    return "not_fit" if ending in NOT_THE_FIT else "stopped"


def _outcome(setting: str, asked: int, came: Counter[str]) -> Outcome:
    name, yes = str(_NAMES[setting]), came.total()
    if asked < LEAST:
        return Outcome(name, None, None, dict.fromkeys(CAME))
    said = hide_few({"yes": yes, "no": asked - yes})
    if said["yes"] is None:
        return Outcome(name, asked, None, dict.fromkeys(CAME))
    return Outcome(name, asked, yes, hide_few({kind: came[kind] for kind in CAME}))
