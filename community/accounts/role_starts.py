"""What else stands against giving a role: every feature says it for itself, before it is given."""

from collections.abc import Callable

from community.accounts.enums import Role
from community.accounts.models import Person
from community.refusal import Refusal

Question = Callable[[Person], Refusal | None]

_questions: dict[Role, list[Question]] = {}


def register(role: Role, question: Question) -> None:
    """Called by a feature in `ready`. `question` only reads."""
    _questions.setdefault(role, []).append(question)


def may_begin(role: Role, person: Person) -> Refusal | None:
    """The first thing that stands against it."""
    answers = (question(person) for question in _questions.get(role, []))
    return next((no for no in answers if no is not None), None)
