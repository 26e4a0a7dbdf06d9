"""What somebody writes here for others to read is looked at as words in a room are: by a program that
can only call somebody of the team. Nothing kept for oneself is ever looked at."""

from community.safety import hearing


def hear(words: str, *, subject_kind: str, subject_id: int, about: int) -> None:
    """Puts it on the desk where a person should read it soon, and nothing that only sounds unknown:
    feedback is read without a name, the rest was written for somebody else. Called inside the
    transaction that keeps the words."""
    if hearing.needs_help(words):
        hearing.hear(words, subject_kind=subject_kind, subject_id=subject_id, about=about)
