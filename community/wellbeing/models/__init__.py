from community.wellbeing.models.answers import (
    AnswerSet,
    Concern,
    ConcernLine,
    Pack,
    ReviewHours,
    RiskAnswer,
)
from community.wellbeing.models.care import (
    ActIdea,
    Feedback,
    Recognition,
    SmallAct,
    Thanks,
    Theme,
)
from community.wellbeing.models.days import CheckIn, JournalEntry
from community.wellbeing.models.safety_plan import ANSWER_LIMIT, SafetyPlan

__all__ = [
    "ANSWER_LIMIT",
    "ActIdea",
    "AnswerSet",
    "CheckIn",
    "Concern",
    "ConcernLine",
    "Feedback",
    "JournalEntry",
    "Pack",
    "Recognition",
    "ReviewHours",
    "RiskAnswer",
    "SafetyPlan",
    "SmallAct",
    "Thanks",
    "Theme",
]
