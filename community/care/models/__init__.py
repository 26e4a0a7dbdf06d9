from community.care.models.door import Code, Provider, Tie
from community.care.models.handing import Card, Piece, Question

__all__ = ["Card", "Code", "Piece", "Provider", "Question", "Tie"]
