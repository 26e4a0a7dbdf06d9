"""The table of contents."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from cms.views import reading
from community import (
    gate,
    health,
    home,
    leave,
    me,
    styleguide,
    take_back,
    views,
    welcome,
    words,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("leave/", leave.leave, name="leave"),
    path("leave/how/", leave.about, name="leave-how"),
    path("theme/", views.choose_theme, name="theme"),
    path("robots.txt", reading.robots, name="robots"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("", include("community.help.urls")),
    path("", include("community.house.urls")),
    path("", include("community.opening.urls")),
    path("", include("community.accounts.urls_person")),
    path("accounts/", include("community.accounts.urls")),
    path("", include("community.notifications.urls")),
    path("", include("community.safety.urls")),
    path("", include("community.wellbeing.urls")),
    path("", include("community.care.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("groups.urls")),
    path("mentoring/", include("mentoring.urls")),
    path("me/", me.me, name="me"),
    path("me/take-back/", take_back.take_back, name="take-back"),
    path("me/rooms/", me.rooms, name="my-rooms"),
    path("", include("realtime.urls")),
    path("welcome/", welcome.welcome, name="welcome"),
    path("welcome/found/", welcome.found, name="welcome_found"),
    # One door: every log-in goes through allauth, with its limits and its second factor.
    path("cms/login/", gate.to_login),
    path("cms/logout/", gate.to_logout),
    # People and roles are kept on our own pages; the library's people pages stay shut.
    path("cms/account/", RedirectView.as_view(pattern_name="accounts:profile")),
    re_path(r"^cms/(?:users|groups|account|password_reset)/", gate.nothing_here),
    path("cms/", include(wagtailadmin_urls)),
    path("learn/words/", words.words, name="words"),
    path("learn/", include("cms.urls")),
    path("library/", include("cms.urls_person")),
    path("learn/", include(wagtail_urls)),
]

if settings.DEMO_ALLOWED:
    urlpatterns.append(path("styleguide/", styleguide.styleguide, name="styleguide"))

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
handler429 = "community.views.too_many"  # for the account library, which takes a name
