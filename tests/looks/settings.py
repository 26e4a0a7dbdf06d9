"""The demo as a server has it: pages and files compressed, files named by their content, and the
limits lifted that would slow down somebody who loads the same pages over and over."""

from community.settings.local import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "community.collected.PressedOnce"},
}
DEBUG = False
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False
