from django.urls import path

from community.help import views

app_name = "help"
urlpatterns = [
    path("help-now/", views.now, name="now"),
    path("help-now/kept/", views.kept_page, name="kept"),
    path("help-now/offline.js", views.offline_worker, name="offline"),
]
