"""Rules about words as coordinators see them: how often they asked, and nothing of anybody."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from groups.models import WordRule

AT_LEAST = 5
SHOWN = 50


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule. `hits`: how often it asked, nothing below five; `share`: sent anyway, of a hundred."""

    rule: WordRule
    is_over: bool
    hits: int | None
    share: int


def word_rules() -> list[RuleRow]:
    """Those that stand first, the newest before others. One query."""
    now = timezone.now()
    rows = WordRule.objects.select_related("owner").order_by("-pk")[:SHOWN]
    return sorted((_row(one, now) for one in rows), key=lambda row: row.is_over)


def _row(rule: WordRule, now: datetime) -> RuleRow:
    enough = rule.hits >= AT_LEAST
    return RuleRow(
        rule=rule,
        is_over=rule.ended_at is not None or rule.until <= now,
        hits=rule.hits if enough else None,
        share=round(100 * min(rule.anyway, rule.hits) / rule.hits) if enough else 0,
    )
