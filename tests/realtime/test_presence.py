"""Who is here is a hint: a Redis that takes it and answers nobody holds nothing up."""

import socket
import threading

import pytest

from realtime import presence


@pytest.fixture
def silent(tmp_path, settings, monkeypatch):
    """A Redis that holds every line and answers nobody; counts the lines."""
    asked = []
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "redis.sock"))
        door.listen(50)

        def hold():
            while True:
                try:
                    asked.append(door.accept()[0])
                except OSError:
                    return

        threading.Thread(target=hold, daemon=True).start()
        settings.REDIS_URL = f"unix://{tmp_path}/redis.sock"
        monkeypatch.setattr(presence, "_redis_rests_until", 0.0)
        monkeypatch.setattr(presence, "RETRY_REDIS", 600.0)
        yield asked
        door.shutdown(socket.SHUT_RDWR)


def test_a_silent_redis_is_asked_once_and_then_left_alone(silent):
    for number in range(10):
        presence.arrive([("room-d", f"seat-{number}")])
    presence.leave([("room-d", "seat-9")])

    here = presence.here("room-d")

    assert here == {f"seat-{number}" for number in range(9)}
    assert len(silent) == 1
