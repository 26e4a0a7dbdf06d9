"""What a server's pages fetch is pressed when it is collected."""

import gzip
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from whitenoise.compress import Compressor

from community.collected import PressedOnce


@pytest.fixture
def pressed(monkeypatch):
    """The names of what is pressed."""
    names = []
    own_way = Compressor.compress

    def compress(self, path):
        names.append(Path(path).name)
        return own_way(self, path)

    monkeypatch.setattr(Compressor, "compress", compress)
    return names


def collect(folder, texts):
    """The plain and the marked name of each text, collected."""
    storage = PressedOnce(location=folder)
    for name, text in texts.items():
        storage.save(name, ContentFile(text))
    list(storage.post_process({name: (storage, name) for name in texts}))
    return [(name, storage.hashed_files[name]) for name in texts]


def opened(folder, name):
    return gzip.decompress((folder / f"{name}.gz").read_bytes())


def test_one_content_under_two_names_is_pressed_once(tmp_path, pressed):
    [(plain, marked)] = collect(tmp_path, {"a.js": "let quiet = 1;\n" * 99})

    assert pressed == [marked]
    assert opened(tmp_path, plain) == opened(tmp_path, marked) == (tmp_path / plain).read_bytes()
    assert (tmp_path / f"{plain}.br").read_bytes() == (tmp_path / f"{marked}.br").read_bytes()


def test_a_name_whose_content_is_its_own_is_pressed_for_itself(tmp_path, pressed):
    style = "p { background: url(a.js) }\n" * 99

    _, (plain, marked) = collect(tmp_path, {"a.js": "let quiet = 1;\n" * 99, "b.css": style})

    assert {plain, marked} < set(pressed)
    assert opened(tmp_path, plain) == style.encode()
    assert opened(tmp_path, marked) == (tmp_path / marked).read_bytes() != style.encode()
