"""Words that are nearly the same: by a slip of the finger, or by what they mean. Pure."""

import difflib
from collections import Counter

FORGIVEN_FROM = 5  # letters; in shorter words one edit is often another word

# What people type, and the plain words our pages use.
_SAME = (
    "anxiety anxious worry worried panic nervous",
    "insomnia sleepless sleep sleeping",
    "depression depressed low sad down",
    "medication medicine medicines tablets drugs meds pills",
    "doctor gp physician psychiatrist",
    "therapy therapist counselling counseling talking",
    "job work workplace boss employer",
    "stigma judged judge judgement shame ashamed",
    "carer caregiver supporter relative family near",
    "lonely loneliness alone isolated",
    "recovery recover better",
    "appointment visit consultation",
    "exercise movement walk walking",
    "crisis emergency urgent",
    "diagnosis condition illness",
    "tired exhausted fatigue",
    "money cost costs fees price",
    "rights law legal",
)
_MEANINGS: dict[str, tuple[str, ...]] = {
    word: tuple(dict.fromkeys((word, *line.split()))) for line in _SAME for word in line.split()
}


def meanings(word: str) -> tuple[str, ...]:
    """The word, and others that mean the same to who looks for it."""
    return _MEANINGS.get(word, (word,))


def known() -> frozenset[str]:
    """Every word that has others for it."""
    return frozenset(_MEANINGS)


def nearest(word: str, known: Counter[str]) -> str:
    """The word that was meant: one edit away if it is long enough, else the likeliest. Of equally
    near ones, the one our pages use most: it is what they are about."""
    typed = word.lower()
    if typed in known or typed in _MEANINGS:
        return word
    if len(typed) >= FORGIVEN_FROM:
        one_off = [near for near in (*known, *_MEANINGS) if is_one_edit(typed, near)]
        if one_off:
            return max(one_off, key=lambda near: (known[near], near))
    close = difflib.get_close_matches(typed, known, n=5, cutoff=0.75)
    return max(close, key=lambda near: (_likeness(typed, near), known[near]), default=word)


def is_one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less, changed, or two neighbours swapped lead from one to the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and (a[1], a[0]) == (b[0], b[1]) and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _likeness(one: str, other: str) -> float:
    return round(difflib.SequenceMatcher(None, one, other).ratio(), 2)
