"""How many frames one connection may send: twenty in ten seconds, and three strikes."""

from collections import deque

FRAMES = 20
PER = 10.0
STRIKES = 3


class Strikes:
    """Counts the frames of one connection. Times are given, so that it is pure."""

    __slots__ = ("_strikes", "_times")

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=FRAMES)
        self._strikes = 0

    def count(self, now: float) -> float:
        """0.0 where this frame is in time, else the seconds to wait; that is a strike."""
        if len(self._times) < FRAMES or self._times[0] <= now - PER:
            self._times.append(now)
            return 0.0
        self._strikes += 1
        return self._times[0] + PER - now

    @property
    def is_out(self) -> bool:
        return self._strikes >= STRIKES
