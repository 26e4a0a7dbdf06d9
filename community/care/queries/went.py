"""How appointments were, as one provider reads it: those answers alone that are meant for them."""

import hashlib
from datetime import datetime

from community.care.models import Tie
from community.wellbeing.queries.went import Went, went_for


def went_by(tie: Tie, *, now: datetime) -> list[Went]:
    """The member's answers for whom this tie names."""
    return went_for(tie.person, reader=tie.pk, now=now)


def mark_of(one: Went) -> str:
    """Names one appointment with just these answers: another answer is another mark."""
    said = f"{one.at.isoformat()} {one.answers}"
    return f"w{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def version(rows: list[Went]) -> str:
    """Names all of it, for an open page to ask whether it still stands."""
    return "-".join(mark_of(one) for one in rows) or "0"
