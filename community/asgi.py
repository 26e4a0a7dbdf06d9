"""Pages and sockets, for an ASGI server."""

import os

from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.local")
pages = get_asgi_application()

from realtime import routing  # noqa: E402  (models exist only after the line above)

application = ProtocolTypeRouter({"http": pages, "websocket": routing.application})
