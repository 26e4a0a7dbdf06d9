"""One sentence of ours with the least and the most level it may get."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    kind: str
    text: str
    at_least: str = "none"
    at_most: str = "crisis"


def cases(kind, texts, *, at_least="none", at_most="crisis"):
    return [
        Case(kind, line.strip(), at_least, at_most)
        for line in texts.strip().splitlines()
        if line.strip()
    ]
