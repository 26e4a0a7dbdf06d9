"""Pages, for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

from community import starting

starting.begin()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.production")
application = get_wsgi_application()
starting.done()
