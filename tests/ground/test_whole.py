"""Calls stand in one piece of memory, wherever a loop stands among them."""

import resource
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.in_one_piece import in_one_piece

CALLS = 500


def call():
    return None


call.__code__ = call.__code__.replace(co_stacksize=200)  # no depth is so lucky that it has place


def asked_for_memory(depth):
    """How often the system was asked for a page while as many calls were made this far down."""
    if depth:
        return asked_for_memory(depth - 1)
    before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
    for _ in range(CALLS):
        call()
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before


def at_the_worst_depth():
    return max(asked_for_memory(depth) for depth in range(300))


def of_a_new_thread(act, *given):
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(act, *given).result()


def test_no_loop_asks_the_system_for_memory_at_each_of_its_calls():
    alone = of_a_new_thread(at_the_worst_depth)
    whole = of_a_new_thread(in_one_piece, at_the_worst_depth)

    assert whole < CALLS / 10
    assert alone >= CALLS or sys.version_info >= (3, 12)


def test_what_the_call_answers_and_raises_is_handed_on():
    answered = in_one_piece(sorted, [2, 1, 3], reverse=True)

    assert answered == [3, 2, 1]
