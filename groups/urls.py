"""Addresses of groups. Those of rooms are in `urls_room`.

`run` is ours: no group is ever called that (see `actions.running.RESERVED_SLUGS`).
"""

from django.urls import URLPattern, URLResolver, include, path

from groups.views import groups, looking_after, running, word_rules

app_name = "groups"

_run = [
    path("", running.groups, name="running"),
    path("new/", running.create, name="create"),
    path("words/", word_rules.words, name="word-rules"),
    path("words/<number:rule>/end/", word_rules.end, name="end-word-rule"),
    path("remember/<number:memorial>/", looking_after.open_memorial, name="open-memorial"),
    path("<slug:slug>/", running.group, name="run"),
    path("<slug:slug>/describe/", running.describe, name="describe"),
    path("<slug:slug>/close/", running.close, name="close"),
    path("<slug:slug>/reopen/", running.reopen, name="reopen"),
    path("<slug:slug>/welcome/", running.welcome, name="make-welcome"),
    path("<slug:slug>/rooms/", running.open_room, name="open-room"),
    path("<slug:slug>/rooms/<room:room>/", running.shape, name="shape-room"),
    path("<slug:slug>/rooms/<room:room>/close/", running.close_room, name="close-room"),
    path("<slug:slug>/rooms/<room:room>/reopen/", running.reopen_room, name="reopen-room"),
    path("<slug:slug>/moderators/", running.appoint, name="appoint"),
    path("<slug:slug>/moderators/<number:person>/end/", running.end_appointment, name="unappoint"),
    path("<slug:slug>/first-words/hold/", looking_after.hold_first, name="hold-first"),
    path("<slug:slug>/first-words/let/", looking_after.let_first, name="let-first"),
    path("<slug:slug>/requests/<number:request_id>/", running.answer, name="answer"),
]

_one: list[URLPattern | URLResolver] = [
    path("", groups.group, name="group"),
    path("come-in/", groups.come_in, name="come-in"),
    path("ask/", groups.ask, name="ask"),
    path("take-back/", groups.take_back, name="take-back"),
    path("leave/", groups.leave, name="leave"),
    path("back/", looking_after.back, name="back"),
    path("rooms/<room:room>/", groups.lobby, name="lobby"),
    path("rooms/<room:room>/leave/", groups.leave_room, name="leave-room"),
    path("meetings/", include("groups.urls_meetings")),
]

urlpatterns = [
    path("rooms/", include("groups.urls_room")),
    path("groups/", groups.groups, name="list"),
    path("groups/run/", include(_run)),
    path("groups/<slug:slug>/", include(_one)),
]
