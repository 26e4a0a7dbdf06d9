"""What every Kindred has in common. Anything that differs by place is read from the environment."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from community import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = env.folder("DATA_DIR", BASE_DIR / "var")

DEBUG = False
SITE_NAME = env.text("SITE_NAME", "Kindred")
PORT = env.number("PORT", 8000)
SITE_URL = env.text("SITE_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
# Full origins (scheme, host, port): the socket refuses every other one.
ALLOWED_ORIGINS = env.words("ALLOWED_ORIGINS", SITE_URL)
CSRF_TRUSTED_ORIGINS = list(ALLOWED_ORIGINS)
REDIS_URL = env.text("REDIS_URL", "")

INSTALLED_APPS = [
    "daphne",  # first: it replaces runserver
    "community",
    "community.record",
    "community.house",
    "community.help",
    "community.accounts",
    "community.notifications",
    "community.safety",
    "community.wellbeing",
    "community.care",
    "groups",
    "mentoring",
    "cms",
    "realtime",
    "channels",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "community.middleware.EveryAnswer",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "community.help.middleware.HelpStands",
    "community.middleware.PrivatePages",
    "community.leave.LeftQuickly",
    "community.gate.KeyOutlivesSession",
    "community.sessions.NotedIfItCan",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "community.accounts.seen.SeenNowAndThen",
    "community.gate.SessionsEnd",
    "community.accounts.own_zone.OwnClock",
    "community.opening.middleware.NotOpenYet",
    "community.gate.SignInFirst",
    "community.gate.SecondFactorFirst",
    "community.gate.AdminForTheActive",
    "community.gate.CareTeamApart",
    "community.middleware.RefusalsInWords",
]

ROOT_URLCONF = "community.urls"
ASGI_APPLICATION = "community.asgi.application"
WSGI_APPLICATION = "community.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "community" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "community.house.context.house",
            ],
        },
    },
]

DATABASES = {
    "default": env.database(env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'kindred.sqlite3'}"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HOUSE_KEPT_SECONDS = 5  # how long the settings of before may show
CACHES = {
    "default": (
        {
            "BACKEND": "community.cache.SharedOrAlone",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_timeout": 1, "socket_connect_timeout": 1},
        }
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    )
}

# People -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["community.accounts.sign_in.OneLook"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("handle", "email")},
    },
    {
        "NAME": "community.accounts.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "community.accounts.passwords.NotTheFirstGuess"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_USER_MODEL_USERNAME_FIELD = "handle"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_ADAPTER = "community.accounts.adapters.AccountAdapter"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "community.accounts.library_forms.LoginForm",
    "reset_password": "community.accounts.library_forms.ResetPasswordForm",
    "reset_password_from_key": "community.accounts.library_forms.ResetPasswordKeyForm",
    "change_password": "community.accounts.library_forms.ChangePasswordForm",
    "reauthenticate": "community.accounts.library_forms.ReauthenticateForm",
}
MFA_FORMS = {
    "authenticate": "community.accounts.library_forms.AuthenticateForm",
    "reauthenticate": "community.accounts.library_forms.SecondStepAgainForm",
    "activate_totp": "community.accounts.library_forms.ActivateTOTPForm",
    "add_webauthn": "community.accounts.library_forms.AddWebAuthnForm",
}
MFA_ADAPTER = "community.accounts.adapters.MFAAdapter"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an unconfirmed address is nobody's claim here
MFA_TOTP_ISSUER = SITE_NAME
USERSESSIONS_TRACK_ACTIVITY = True
# Staff roles sign in with a second factor. Production insists.
STAFF_MFA_REQUIRED = env.flag("STAFF_MFA_REQUIRED", False)
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)

# A session ends when nothing was done for a while, and at the latest after a whole. Roles that read
# or decide over other people's words have the short times. Open sockets end with it.
MEMBER_SESSION_IDLE = timedelta(days=env.number("MEMBER_SESSION_IDLE_DAYS", 14))
MEMBER_SESSION_WHOLE = timedelta(days=env.number("MEMBER_SESSION_WHOLE_DAYS", 90))
STAFF_SESSION_IDLE = timedelta(hours=env.number("STAFF_SESSION_IDLE_HOURS", 8))
STAFF_SESSION_WHOLE = timedelta(hours=env.number("STAFF_SESSION_WHOLE_HOURS", 24))
SESSION_COOKIE_AGE = 14 * 24 * 3600  # until the first page was read
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "community.views.csrf_failure"
SIGNED_COOKIE_LEGACY_SALT_FALLBACK = False

# Words and places -------------------------------------------------------------------------------

LANGUAGE_CODE = env.text("LANGUAGE_CODE", "en-gb")
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "community" / "locale"]
TIME_ZONE = env.text("TIME_ZONE", "Europe/London")
USE_TZ = True

EMAIL_SUBJECT_PREFIX = ""
MAIL_AT_ONCE = False  # pages never wait for mail; tests read it at once
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "hello@localhost")

# Files ------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "community.assets.JoinedFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

# Wagtail ----------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_PAGE_MODEL = "wagtailcore.Page"
WAGTAILADMIN_LOGIN_URL = "/cms/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True  # a check is of words, not of a page
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf"]  # nothing that runs script where it is opened
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.picture_form.PictureForm"  # drawn anew, without metadata
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 8 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Browser security -------------------------------------------------------------------------------

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    # Wagtail's admin styles and runs itself inline; it is for staff and never shows members' words.
    "EXCLUDE_URL_PREFIXES": ("/cms/",),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# Rooms ------------------------------------------------------------------------------------------

# Lifts pace and socket caps so that a load test measures the server. Refused in production.
BENCH = env.flag("BENCH", False)
# New sockets a minute from one address. A clinic behind one address may need more.
HANDSHAKES_A_MINUTE = env.number("HANDSHAKES_A_MINUTE", 60)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {
        name: {"level": "WARNING"}
        for name in ("django.server", "daphne", "django_tasks", "wagtail")
    },
}
