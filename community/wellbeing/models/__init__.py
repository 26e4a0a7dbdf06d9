from community.wellbeing.models.answers import (
    AnswerSet,
    Completed,
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
from community.wellbeing.models.figures import Figure
from community.wellbeing.models.plan import (
    Goal,
    GoalStep,
    GoalVersion,
    Noticing,
    PlanIdea,
    PlanPart,
    PlanVersion,
    Share,
    ShareView,
)
from community.wellbeing.models.safety_plan import ANSWER_LIMIT, SafetyPlan
from community.wellbeing.models.visits import LinkView, ShareLink, Visit, VisitAnswer

__all__ = [
    "ANSWER_LIMIT",
    "ActIdea",
    "AnswerSet",
    "CheckIn",
    "Completed",
    "Concern",
    "ConcernLine",
    "Feedback",
    "Figure",
    "Goal",
    "GoalStep",
    "GoalVersion",
    "JournalEntry",
    "LinkView",
    "Noticing",
    "Pack",
    "PlanIdea",
    "PlanPart",
    "PlanVersion",
    "Recognition",
    "ReviewHours",
    "RiskAnswer",
    "SafetyPlan",
    "Share",
    "ShareLink",
    "ShareView",
    "SmallAct",
    "Thanks",
    "Theme",
    "Visit",
    "VisitAnswer",
]
