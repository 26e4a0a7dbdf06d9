from django.urls import path

from community.house import views

app_name = "house"
urlpatterns = [path("house.css", views.colours, name="colours")]
