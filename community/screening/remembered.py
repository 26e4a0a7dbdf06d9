"""What was worked out about single words, so that a word met before costs one look-up.

Only of words and of pairs of neighbours, never of a message, and nothing of who said them. At most
so many: then all are forgotten at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Word = TypeVar("Word", bound=Hashable)
Answer = TypeVar("Answer")


class Remembered(dict[Word, Answer]):
    """`Remembered(work, most=…)[word]` is `work(word)`."""

    __slots__ = ("_most", "_work")

    def __init__(self, work: Callable[[Word], Answer], *, most: int) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, word: Word) -> Answer:
        answer = self._work(word)
        if len(self) >= self._most:
            self.clear()
        self[word] = answer
        return answer
