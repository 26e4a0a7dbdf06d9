"""Pages about what waits for a person."""

from django.urls import path

from community.notifications import views

app_name = "notifications"

urlpatterns = [
    path("me/notices/", views.notices, name="notices"),
    path("me/notices/read/", views.read_all, name="read-all"),
    path("me/notices/times/", views.times, name="times"),
    path("me/notices/which/", views.which, name="which"),
    path("me/break/", views.take_a_break, name="break"),
    path("stop/<word:token>/", views.stop, name="stop"),
    path("me/notices/mail/", views.mail, name="mail"),
    path("me/notices/<number:notice>/", views.open_notice, name="open"),
]
