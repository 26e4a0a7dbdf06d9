"""Where mentoring lives: /mentoring/."""

from django.urls import path

from mentoring.views import answering, asking, in_room, landing, mentor, pairs, running

app_name = "mentoring"

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("ask/", asking.ask, name="ask"),
    path("choose/", asking.choose, name="choose"),
    path("take-back/", asking.take_back, name="take-back"),
    path("asked/<int:offer>/", answering.asked, name="asked"),
    path("apply/", mentor.apply, name="apply"),
    path("apply/take-back/", mentor.take_application_back, name="take-application-back"),
    path("mine/", mentor.mine, name="mine"),
    path("mine/bring/", mentor.bring, name="bring"),
    path("mine/when/", mentor.when, name="when"),
    path("mine/limits/", mentor.limits, name="limits"),
    path("mine/not/", mentor.boundaries, name="boundaries"),
    path("mine/seen/", mentor.preview, name="preview"),
    path("break/", mentor.take_a_break, name="break"),
    path("back/", mentor.come_back, name="come-back"),
    path("stop/", pairs.stop, name="stop"),
    path("pairs/<int:pair>/stop/", pairs.end, name="end"),
    path("pairs/<int:pair>/agreement/", pairs.agreement, name="agreement"),
    path("pairs/<int:pair>/begin/", in_room.begin, name="begin"),
    path("pairs/<int:pair>/second/", in_room.second, name="second"),
    path("pairs/<int:pair>/later/", in_room.later, name="later"),
    path("run/", running.run, name="run"),
    path("run/<int:mentor>/", running.application, name="application"),
]
