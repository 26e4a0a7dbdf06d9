from django.urls import path

from realtime.views import Since

app_name = "realtime"
urlpatterns = [path("rooms/<str:room>/since/<int:seq>", Since.as_view(), name="since")]
