"""Addresses of a group's meetings, below `groups/<slug>/meetings/`. A meeting is named by its number."""

from django.urls import include, path

from groups.views import meetings, planning

_one = [
    path("", meetings.meeting, name="meeting"),
    path("answer/", meetings.answer, name="meeting-answer"),
    path("calendar/", meetings.calendar_file, name="meeting-calendar"),
    path("host/", meetings.host, name="meeting-host"),
    path("script/", meetings.script, name="script"),
    path("change/", planning.change, name="change-meeting"),
    path("cancel/", planning.cancel, name="cancel-meeting"),
    path("visit/", planning.ask_for_visit, name="ask-for-visit"),
    path("visit/<number:visit>/no/", meetings.object_to_visit, name="object-to-visit"),
    path("visit/<number:visit>/word/", planning.give_word, name="give-word"),
    path("come-in/", meetings.visit_now, name="visit-now"),
]

urlpatterns = [
    path("", meetings.meetings, name="meetings"),
    path("plan/", planning.plan, name="plan-meetings"),
    path("hosts/", planning.hosts, name="hosts"),
    path("hosts/<number:person>/end/", planning.end_host, name="end-host"),
    path("<number:number>/", include(_one)),
]
