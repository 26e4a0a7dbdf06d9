from django.urls import path

from community.opening import views

app_name = "opening"
urlpatterns = [
    path("opening/", views.opening, name="points"),
    path("opening/<slug:key>/", views.stand_behind, name="stand-behind"),
]
