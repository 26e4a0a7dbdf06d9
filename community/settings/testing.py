"""Tests: fast hashing, mail kept in memory, a database of their own."""

import tempfile
from importlib.util import find_spec
from pathlib import Path

from community import env
from community.settings.base import *  # noqa: F403
from community.settings.base import DATABASES, STATICFILES_FINDERS

SECRET_KEY = "a key for tests that seals nothing real"
FIELD_KEYS = ["a newer key for tests", "an older key for tests"]
DEMO_ALLOWED = True
OPEN_WITHOUT_CONFIRMATION = True
DATA_DIR = env.folder("DATA_DIR", Path(tempfile.gettempdir()) / "kindred-tests")
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MAIL_AT_ONCE = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that real threads and real processes share it.
    DATABASES["default"]["TEST"] = {
        "NAME": str(DATA_DIR / f"test-{env.text('TEST_DB', 'main')}.sqlite3")
    }
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_kindred_{env.text('TEST_DB', 'main')}"}
HOUSE_KEPT_SECONDS = env.number("HOUSE_KEPT_SECONDS", 5)
LOGGING["root"]["level"] = "WARNING"  # type: ignore[index]
# Pages find their styles without collectstatic, joined again when a source changed.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# The checker of accessibility, which a page in a browser test asks of its own server.
CHECKER = find_spec("axe_playwright_python")
STATICFILES_DIRS = [
    ("axe", place) for place in (CHECKER and CHECKER.submodule_search_locations) or ()
]
STATICFILES_FINDERS = [*STATICFILES_FINDERS, "django.contrib.staticfiles.finders.FileSystemFinder"]
