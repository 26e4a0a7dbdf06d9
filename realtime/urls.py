from django.urls import path

from realtime.views import Since

app_name = "realtime"
urlpatterns = [path("rooms/<room:room>/since/<number:seq>", Since.as_view(), name="since")]
