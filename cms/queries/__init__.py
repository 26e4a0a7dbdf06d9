"""What readers and editors of the library are shown."""

from cms.queries.reading import (
    articles_at,
    articles_of,
    care_lines,
    home,
    newest,
    search,
    topics,
)

__all__ = ["articles_at", "articles_of", "care_lines", "home", "newest", "search", "topics"]
