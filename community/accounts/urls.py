from django.urls import path

from community.accounts.views import come_in, pages

app_name = "accounts"
urlpatterns = [
    path("come-in/", come_in.come_in, name="come_in"),
    path("name/", come_in.name, name="name"),
    path("waiting/", pages.waiting, name="waiting"),
    path("house-rules/", pages.house_rules, name="house_rules"),
    # The library has a door of its own; there is only one here.
    path("signup/", pages.to_come_in),
]
