"""How long screening takes for a message of about 200 letters. Printed, not asserted.

Run: python -m tests.screening.bench_screen
"""

import time

from community.screening import find_contacts, screen
from tests.screening import sentences


def messages():
    """Messages of about 200 letters from our own sentences: in ten, seven of support chat,
    two with figures of speech full of "kill" and "die", and one in real distress."""
    calm = [case.text for case in sentences.SUPPORT]
    idioms = [case.text for case in sentences.IDIOM]
    hard = [case.text for case in sentences.THOUGHT + sentences.WISH + sentences.PAST]
    pools = [calm, calm, idioms, calm, hard, calm, calm, idioms, calm, calm]
    made = []
    for start in range(40):
        pool = pools[start % len(pools)]
        text = ""
        index = start
        while len(text) < 185:
            text += pool[index % len(pool)] + ". "
            index += 7
        made.append(text[:200])
    return made


def measure(work, texts, rounds=50):
    for text in texts:
        work(text)
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            work(text)
    return (time.process_time() - start) / rounds / len(texts) * 1000


if __name__ == "__main__":
    texts = messages()
    size = sum(map(len, texts)) / len(texts)
    print(f"screen         {measure(screen, texts):.3f} ms for {size:.0f} letters")
    print(f"find_contacts  {measure(find_contacts, texts):.3f} ms for {size:.0f} letters")
