"""One machine, one process, nothing installed: what `make run` uses."""

import secrets

from community import env
from community.settings.base import *  # noqa: F403
from community.settings.base import DATA_DIR, PORT

DEBUG = env.flag("DEBUG", False)
# The demo community may be loaded, the styleguide shown.
DEMO_ALLOWED = True
OPEN_WITHOUT_CONFIRMATION = True  # one's own machine has no strangers


def _kept_key() -> str:
    """A key of this machine's own, made once and kept beside its data."""
    path = DATA_DIR / "secret_key"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = env.text("SECRET_KEY", "") or _kept_key()
# The newest key first: it seals; the others still open what they sealed.
FIELD_KEYS = env.words("FIELD_KEYS") or [SECRET_KEY]
# A browser gives the cookies of one machine to every port of it. Two of these places side by side, or
# another one after it, would else sign each other's people out.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"session-{PORT}", f"csrf-{PORT}"
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Pages find their styles without collectstatic, joined again when a source changed.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
