"""Whom somebody has at their side: Ana has Dora as a mentor where a test asks for the pair."""

from tests.mentoring.conftest import mentor, pair

__all__ = ["mentor", "pair"]
