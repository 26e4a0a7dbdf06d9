"""A server on the internet. Refuses to start without what it needs, and says what to set."""

from django.core.exceptions import ImproperlyConfigured

from community import env
from community.settings.base import *  # noqa: F403
from community.settings.base import BENCH

DEMO_ALLOWED = False
OPEN_WITHOUT_CONFIRMATION = False  # a person stands behind each point of /opening/ first
SECRET_KEY = env.required("SECRET_KEY", hint="a random text of 50 characters or more.", least=50)
FIELD_KEYS = env.words("FIELD_KEYS")
# The older ones only open what they once sealed.
if not FIELD_KEYS or len(FIELD_KEYS[0]) < 32:
    raise ImproperlyConfigured(
        "Set FIELD_KEYS: random texts of 32 characters or more, comma-separated, newest first. "
        "They seal private words in the database; keep them apart from its backups."
    )
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS: the host names of this site, never *.")
SITE_URL = env.required("SITE_URL", hint="the address people type, such as https://example.org.")
if not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("Set SITE_URL to an https:// address.")
env.required("DATABASE_URL", hint="postgres://user:password@host:5432/name.")
env.required("REDIS_URL", hint="redis://host:6379/0.")
if BENCH:
    raise ImproperlyConfigured("Unset BENCH: a server for people keeps its limits.")

STAFF_MFA_REQUIRED = True
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "community.collected.PressedOnce"},
}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL", False)
