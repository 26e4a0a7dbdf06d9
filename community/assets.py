"""Joins the small files of the face into `site.css`, `site.js`, `room.js` and their like.

One source file per component, no build tool: the files named below are read in order and written
as one. `collectstatic` collects the joined files; on a developer's machine they are joined again
whenever a source changed. Sources hold no `url()`, so that moving them breaks nothing.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import time_ns
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage

# Name of the joined file -> patterns below the project, in the order in which they apply.
# A feature adds a file to its own folder; nothing needs to be listed here.
BUNDLES: dict[str, tuple[str, ...]] = {
    "site.css": (
        "community/static/css/tokens.css",
        "community/static/css/base.css",
        "community/static/css/components/*.css",
        "community/static/css/layout.css",
        "community/*/static/*/css/*.css",
        "groups/static/groups/**/*.css",
        "realtime/static/realtime/**/*.css",
        "mentoring/static/mentoring/**/*.css",
        "cms/static/cms/face/*.css",
    ),
    # The help page when nothing else stands: the proxy serves it, browsers keep it.
    "kept.css": (
        "community/static/css/tokens.css",
        "community/static/css/base.css",
        *(
            f"community/static/css/components/{part}.css"
            for part in ("button", "folded", "leave-quickly", "skip-link", "top")
        ),
        "community/static/css/layout.css",
        "community/help/static/help/css/help.css",
    ),
    "site.js": (
        "community/static/js/shift-taps.js",
        "community/static/js/*.js",
        "community/*/static/*/js/*.js",
        "mentoring/static/mentoring/**/*.js",
        "cms/static/cms/js/*.js",
    ),
    # For the library's editor, whose pages are not ours but for the row on top, and for what
    # its own scripts leave out.
    "leave.js": (
        "cms/static/cms/admin/early-words.js",
        "cms/static/cms/admin/unsaved.js",
        "community/static/js/shift-taps.js",
        "community/static/js/leave-quickly.js",
    ),
    "room.js": (
        "realtime/static/realtime/**/*.js",
        "groups/static/groups/**/*.js",
    ),
}
SETTLED = 1_000_000_000  # nanoseconds
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_FOR_READERS = re.compile(r"^[ \t]*//[^\n]*\n|^[ \t]+", re.M)
_BLANK = re.compile(r"\s*\n\s*")
_ROUND_MARKS = re.compile(r"\s*([{};,])\s*")


def sources(bundle: str) -> list[Path]:
    """The files of a bundle in order, each once. A file called like the bundle comes last."""
    found: dict[Path, None] = {}
    for pattern in BUNDLES[bundle]:
        for path in sorted(Path(settings.BASE_DIR).glob(pattern)):
            found.setdefault(path)
    return sorted(found, key=lambda path: path.name == bundle)


def joined(bundle: str) -> str:
    """The text of a bundle. Each script keeps its names to itself: it runs in a block of its own
    in strict mode, and shares through `window.kindred` what it means to share."""
    texts = (path.read_text(encoding="utf-8") for path in sources(bundle))
    if bundle.endswith(".css"):
        return "\n".join(_smaller(text) for text in texts) + "\n"
    return '"use strict";\nwindow.kindred ??= {};\n' + "".join(
        "{\n" + _shorter(text) + "\n}\n" for text in texts
    )


def _smaller(css: str) -> str:
    """CSS without comments and needless space. Our strings hold no braces and no comments."""
    return _ROUND_MARKS.sub(r"\1", _BLANK.sub("\n", _COMMENT.sub("", css))).strip()


def _shorter(script: str) -> str:
    """A script without its lines of comment and without indentation: a quarter of what would travel.
    No text in our scripts runs over a line, so that nothing else can be meant by these."""
    return _FOR_READERS.sub("", script).rstrip()


class JoinedFinder(BaseFinder):
    """Finds the joined files, and joins them first where a source changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.DATA_DIR) / "joined"
        self.joined_from: dict[str, list[tuple[Path, int]]] = {}
        self.storage = FileSystemStorage(location=str(self.folder))

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return [
            Error(f"No file was found for {bundle}.", id="face.E001")
            for bundle in ("site.css", "site.js")
            if not sources(bundle)
        ]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The place of a joined file; an empty list for any other name."""
        if path not in BUNDLES:
            return []
        place = str(self._write(path))
        return [place] if find_all or kwargs.get("all") else place

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        for bundle in BUNDLES:
            if not matches_patterns(bundle, list(ignore_patterns or [])):
                self._write(bundle)
                yield bundle, self.storage

    def _write(self, bundle: str) -> Path:
        """Writes through a name of this process's own, so that no reader sees half a file."""
        place = self.folder / bundle
        made_from = [(path, path.stat().st_mtime_ns) for path in sources(bundle)]
        if made_from == self.joined_from.get(bundle) and place.exists():
            return place
        text = joined(bundle)
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft = self.folder / f".{bundle}.{os.getpid()}"
            draft.write_text(text, encoding="utf-8")
            draft.replace(place)
        # What was written a moment ago may be written again with the same time on it.
        if max(written for _, written in made_from) < time_ns() - SETTLED:
            self.joined_from[bundle] = made_from
        return place
