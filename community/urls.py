"""The table of contents."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from community import gate, health

urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("", include("community.help.urls")),
    path("accounts/", include("allauth.urls")),
    # One door: every log-in goes through allauth, with its limits and its second factor.
    path("cms/login/", gate.to_login),
    path("cms/logout/", gate.to_logout),
    # People and roles are kept on our own pages; the library's people pages stay shut.
    re_path(r"^cms/(?:users|groups|account|password_reset)/", gate.nothing_here),
    path("cms/", include(wagtailadmin_urls)),
    path("learn/", include(wagtail_urls)),
]
