from community.care.models.back import Outcome, ScaleRequest, ShownStep, Suggestion
from community.care.models.door import Code, Provider, Tie
from community.care.models.handing import Card, EarlierAnswer, Piece, Question
from community.care.models.sheets import Sheet, SheetVersion

__all__ = [
    "Card",
    "Code",
    "EarlierAnswer",
    "Outcome",
    "Piece",
    "Provider",
    "Question",
    "ScaleRequest",
    "Sheet",
    "SheetVersion",
    "ShownStep",
    "Suggestion",
    "Tie",
]
