"""How long screening takes for a message of about 200 letters. Printed, not asserted.

Run: python -m tests.screening.bench_screen
"""

import time

from community.screening import find_contacts, read, screen
from tests.screening import sentences


def messages(*, hard=True):
    """Messages of about 200 letters from our own sentences of support chat. `hard`: three in ten
    are something else, two with figures of speech full of "kill" and "die", one in real distress."""
    calm = [case.text for case in sentences.SUPPORT]
    idioms = [case.text for case in sentences.IDIOM]
    heavy = [case.text for case in sentences.THOUGHT + sentences.WISH + sentences.PAST]
    pools = [calm, calm, idioms, calm, heavy, calm, calm, idioms, calm, calm] if hard else [calm]
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


def measure(work, texts, rounds=60):
    """Milliseconds a message, of the quickest of many rounds: the others shared the machine."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - start)
    return min(times) / len(texts) * 1000


def both(text):
    """As words of a room are looked at: read once for both."""
    reading = read(text)
    return screen(reading), find_contacts(reading)


if __name__ == "__main__":
    calm = messages(hard=False)
    for name, texts in (("support chat", calm), ("harder mixture", messages())):
        size = sum(map(len, texts)) / len(texts)
        print(f"{name}, {size:.0f} letters:")
        print(f"  screen         {measure(screen, texts):.3f} ms")
        print(f"  find_contacts  {measure(find_contacts, texts):.3f} ms")
        print(f"  read once      {measure(read, texts):.3f} ms")
        print(f"  both of that   {measure(both, texts):.3f} ms")
