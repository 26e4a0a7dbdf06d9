"""Questions that wait are asked together."""

import asyncio

import pytest

from realtime.gathered import MOST_AT_ONCE, Gathered


async def asked_together(count):
    """Answers (the sizes of the batches, the answers) of so many questions asked at once."""
    sizes = []

    async def ask_all(questions):
        sizes.append(len(questions))
        await asyncio.sleep(0)
        return [question * 2 for question in questions]

    gathered = Gathered(ask_all, start=asyncio.ensure_future)
    first = asyncio.ensure_future(gathered.ask(0))
    await asyncio.sleep(0)
    rest = await asyncio.gather(*(gathered.ask(n) for n in range(1, count)))
    return sizes, [await first, *rest]


async def test_everybody_gets_their_own_answer():
    count = MOST_AT_ONCE + 10
    sizes, answers = await asked_together(count)

    assert answers == [2 * n for n in range(count)]
    assert sizes == [1, MOST_AT_ONCE, 9]  # the first one waited for nobody


async def test_a_failure_is_told_to_who_asked_and_not_to_the_next():
    ways = iter([OSError, None])

    async def ask_all(questions):
        if (error := next(ways)) is not None:
            raise error
        return questions

    gathered = Gathered(ask_all, start=asyncio.ensure_future)
    with pytest.raises(OSError):
        await gathered.ask("first")

    assert await gathered.ask("second") == "second"
