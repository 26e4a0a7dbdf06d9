from django.urls import path

from cms.views import checks, reading

app_name = "cms"
urlpatterns = [
    path("find/", reading.search, name="search"),
    path("checks/", checks.waiting, name="checks"),
    path("checks/<int:page>/", checks.check, name="check"),
    path("checks/<int:page>/invite/", checks.invite, name="invite"),
    path("sign/<str:key>/", checks.sign, name="sign"),
]
