"""Where collected files stand: each under its own name, and under one that carries a fingerprint."""

import shutil
from collections.abc import Iterator, Set
from pathlib import Path

from whitenoise.storage import CompressedManifestStaticFilesStorage


class PressedOnce(CompressedManifestStaticFilesStorage):
    """What stands under two names with the same content is pressed under one of them and copied to
    the other. Pressing is most of the work of collecting, and a server waits for it at each start.
    """

    def compress_files(self, paths: Set[str]) -> Iterator[tuple[str, str]]:
        """Answers each name with that of its smaller copy."""
        twins = {
            marked: name
            for name, marked in self.hashed_files.items()
            if name != marked
            and {name, marked} <= paths
            and self._content(name) == self._content(marked)
        }
        for name, pressed in super().compress_files(paths - set(twins.values())):
            yield name, pressed
            if twin := twins.get(name):
                copy = twin + pressed.removeprefix(name)
                shutil.copy2(self.path(pressed), self.path(copy))
                yield twin, copy

    def _content(self, name: str) -> bytes:
        return Path(self.path(name)).read_bytes()
