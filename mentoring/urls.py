"""Where mentoring lives: /mentoring/."""

from django.urls import path

from mentoring.views import (
    answering,
    asking,
    in_room,
    landing,
    mentor,
    pairs,
    planning,
    running,
    walk,
)

app_name = "mentoring"

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("ask/", asking.ask, name="ask"),
    path("ask/more/", asking.more, name="say-more"),
    path("choose/", asking.choose, name="choose"),
    path("take-back/", asking.take_back, name="take-back"),
    path("asked/<int:offer>/", answering.asked, name="asked"),
    path("apply/", mentor.apply, name="apply"),
    path("apply/take-back/", mentor.take_application_back, name="take-application-back"),
    path("mine/", mentor.mine, name="mine"),
    path("mine/bring/", mentor.bring, name="bring"),
    path("mine/when/", mentor.when, name="when"),
    path("mine/more/", mentor.more, name="more"),
    path("mine/limits/", mentor.limits, name="limits"),
    path("mine/not/", mentor.boundaries, name="boundaries"),
    path("mine/seen/", mentor.preview, name="preview"),
    path("break/", mentor.take_a_break, name="break"),
    path("back/", mentor.come_back, name="come-back"),
    path("stop/", pairs.stop, name="stop"),
    path("pairs/<int:pair>/stop/", pairs.end, name="end"),
    path("pairs/<int:pair>/fit/", pairs.fit, name="fit"),
    path("pairs/<int:pair>/agreement/", pairs.agreement, name="agreement"),
    path("pairs/<int:pair>/begin/", in_room.begin, name="begin"),
    path("pairs/<int:pair>/second/", in_room.second, name="second"),
    path("pairs/<int:pair>/later/", in_room.later, name="later"),
    path("pairs/<int:pair>/path/", walk.path, name="path"),
    path("pairs/<int:pair>/how/", walk.pulse, name="pulse"),
    path("supervision/", walk.supervision, name="supervision"),
    path("supervision/<int:note>/", walk.talked_over, name="talked-over"),
    path("run/looked/<int:pulse>/", walk.looked, name="looked"),
    path("run/", running.run, name="run"),
    path("run/plan/", planning.plan, name="plan"),
    path("run/plan/all/", planning.ask_all, name="ask-all"),
    path("run/plan/one/", planning.ask_for, name="ask-for"),
    path("run/mentors/<int:mentor>/", running.mentor, name="run-mentor"),
    path("run/<int:mentor>/", running.application, name="application"),
]
