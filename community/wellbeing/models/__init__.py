from community.wellbeing.models.answers import (
    AnswerSet,
    Concern,
    ConcernLine,
    Pack,
    ReviewHours,
    RiskAnswer,
)
from community.wellbeing.models.days import CheckIn, JournalEntry
from community.wellbeing.models.safety_plan import ANSWER_LIMIT, SafetyPlan

__all__ = [
    "ANSWER_LIMIT",
    "AnswerSet",
    "CheckIn",
    "Concern",
    "ConcernLine",
    "JournalEntry",
    "Pack",
    "ReviewHours",
    "RiskAnswer",
    "SafetyPlan",
]
