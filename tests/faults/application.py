"""The product with one knob turned, or none: what the server processes of these tests serve.

PLANTED: bugs in some rooms. CLOCK_SHIFT: seconds by which this process is wrong about the time.
SILENCE: seconds after which a silent screen is given up, for who cannot wait a minute.
"""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from tests.faults import late

__all__ = ["application"]

SHIFT = float(os.environ.get("CLOCK_SHIFT") or 0)
if SHIFT:
    right = time.time
    time.time = lambda: right() + SHIFT
    timezone.now = lambda: datetime.now(tz=UTC) + timedelta(seconds=SHIFT)

from community.asgi import application  # noqa: E402  (models take the clock as they find it)
from realtime import hub  # noqa: E402

late.tell(Path(settings.DATA_DIR) / "late")
if os.environ.get("SILENCE"):
    hub.SILENCE = float(os.environ["SILENCE"])
    hub.SWEEP_EVERY = hub.SILENCE / 10
if os.environ.get("PLANTED"):
    from tests.faults.planted import plant

    plant(os.environ["PLANTED"])
