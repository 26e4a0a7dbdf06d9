"""Addresses about one's own account and about roles."""

from django.urls import path

from community.accounts.views import leaving, looking, my_data, reading, roles, sessions

app_name = "person"
urlpatterns = [
    path("accounts/who-can-read/", reading.who_can_read, name="who_can_read"),
    path("accounts/roles/", roles.table, name="roles"),
    path("accounts/roles/people/", roles.People.as_view(), name="people"),
    path("accounts/sessions/", sessions.sessions, name="sessions"),
    path("accounts/stay/", sessions.stay, name="stay"),
    path("accounts/my-data/", my_data.my_data, name="my_data"),
    path("accounts/who-looked/", looking.who_looked, name="who_looked"),
    path("accounts/leave/", leaving.leave, name="leave"),
    path("accounts/leave/now/", leaving.leave_now, name="leave_now"),
    path("accounts/gone/<word:token>/", leaving.gone, name="gone"),
    path("accounts/leaving/", leaving.leaving_page, name="leaving"),
    path("accounts/come-back/", leaving.come_back, name="come_back"),
]
