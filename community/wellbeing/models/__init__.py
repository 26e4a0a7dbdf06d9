from community.wellbeing.models.days import CheckIn, JournalEntry
from community.wellbeing.models.safety_plan import ANSWER_LIMIT, SafetyPlan

__all__ = ["ANSWER_LIMIT", "CheckIn", "JournalEntry", "SafetyPlan"]
