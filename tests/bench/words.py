"""What the crowd says: ordinary sentences, each with a mark by which a screen knows when it was
sent. The mark is made of letters, so that nobody takes it for a number to call."""

from itertools import product

LENGTH = 6
_FENCE = "~"
_MARKS = ["".join(letters) for letters in product("bcdfghjklmnpqrst", repeat=3)]
_SENTENCES = [
    "I slept a little better this week, and the walk in the morning helped more than I had thought.",
    "The evenings are still the hardest part of the day for me, but it is easier with others around.",
    "My sister came by on Sunday and we cooked together. It was the first time in a long while.",
    "Does anybody else find it hard to open letters? I leave them by the door until the next day.",
    "Thank you for what you said just now. I had not seen it like that before, and it is kinder.",
    "I told my doctor about the new tablets and we agreed to wait for two more weeks before changing.",
    "Work was loud today. I took my lunch outside and counted the birds, and that was enough for me.",
    "I am only here to listen tonight, I am tired, and it is good to know that you are all there.",
]


def mark(number):
    """The mark of the message with this number."""
    return _MARKS[number // len(_MARKS)] + _MARKS[number % len(_MARKS)]


def body(number):
    """The whole message: about 120 characters, as people write."""
    return f"{_FENCE}{mark(number)}{_FENCE} {_SENTENCES[number % len(_SENTENCES)]}"


def marks_in(data, start, stop):
    """The marks between two places of what came over a line, in order."""
    at = data.find(b"~", start, stop)
    while at >= 0:
        end = at + 1 + LENGTH
        yield data[at + 1 : end]
        at = data.find(b"~", end + 1, stop)
