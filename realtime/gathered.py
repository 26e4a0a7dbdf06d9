"""Questions that wait are asked together: what came while the last ones were answered shares the
next answer, as wishes share a commit."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")

MOST_AT_ONCE = 64


class Gathered(Generic[Question, Answer]):
    """`ask_all` answers a list of questions with as many answers, in order."""

    def __init__(
        self,
        ask_all: Callable[[list[Question]], Awaitable[list[Answer]]],
        *,
        start: Callable[[Any], object],
    ) -> None:
        self._ask_all = ask_all
        self._start = start
        self._waiting: list[tuple[Question, asyncio.Future[Answer]]] = []
        self._asking = False

    async def ask(self, question: Question) -> Answer:
        """The answer to one question. Raises what the asking of its batch raised."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, answer))
        if not self._asking:
            self._asking = True
            self._start(self._go_on())
        return await answer

    async def _go_on(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                answers = await self._ask_all([question for question, _ in batch])
            except Exception as error:  # given to everybody who asked
                for _, waits in batch:
                    if not waits.done():
                        waits.set_exception(error)
                continue
            for (_, waits), answer in zip(batch, answers, strict=True):
                if not waits.done():
                    waits.set_result(answer)
        self._asking = False
