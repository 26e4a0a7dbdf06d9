"""What readers and editors of the library are shown."""

from cms.queries.finding import search
from cms.queries.reading import (
    articles_at,
    articles_of,
    at_the_front,
    beside,
    care_lines,
    explained_words,
    home,
    kept_by,
    listed,
    newest,
    services,
    steps_of,
    topics,
    twin,
    whole,
)
from cms.queries.ways import situations, situations_of

__all__ = [
    "articles_at",
    "articles_of",
    "at_the_front",
    "beside",
    "care_lines",
    "explained_words",
    "home",
    "kept_by",
    "listed",
    "newest",
    "search",
    "services",
    "situations",
    "situations_of",
    "steps_of",
    "topics",
    "twin",
    "whole",
]
