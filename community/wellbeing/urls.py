"""Pages of one's own space."""

from django.urls import path, register_converter

from community.wellbeing.converters import Day
from community.wellbeing.views import (
    answers,
    care,
    days,
    journal,
    plan,
    reviewing,
    safety_plan,
    saying,
    sharing,
    space,
)

register_converter(Day, "day")

app_name = "wellbeing"
urlpatterns = [
    path("me/space/", space.space, name="space"),
    path("me/plan/", safety_plan.plan, name="plan"),
    path("me/plan/<int:number>/", safety_plan.step, name="step"),
    path("me/plan/near/", safety_plan.near, name="near"),
    path("me/plan/save/", safety_plan.save, name="save"),
    path("me/plan/delete/", safety_plan.delete, name="delete"),
    path("me/calm/", safety_plan.calm, name="calm"),
    path("me/days/", days.days, name="days"),
    path("me/days/<day:day>/", days.day, name="day"),
    path("me/days/<day:day>/delete/", days.delete_day, name="delete-day"),
    path("me/journal/", journal.journal, name="journal"),
    path("me/journal/write/", journal.write, name="write"),
    path("me/journal/<int:entry>/", journal.entry, name="entry"),
    path("me/journal/<int:entry>/bring/", journal.bring, name="bring"),
    path("me/questions/", answers.scales, name="scales"),
    path("me/questions/from-us/<int:concern>/", reviewing.review_words, name="review-words"),
    path("me/questions/<slug:key>/", answers.scale, name="scale"),
    path("me/questions/<slug:key>/<int:number>/", answers.question, name="question"),
    path("me/questions/<slug:key>/<int:number>/help/", answers.near, name="help"),
    path("me/questions/<slug:key>/answers/<int:answers>/", answers.result, name="result"),
    path(
        "me/questions/<slug:key>/answers/<int:answers>/delete/",
        answers.delete_answers,
        name="delete-answers",
    ),
    path("me/week/", care.week, name="week"),
    path("me/week/<int:act>/", care.act, name="act"),
    path("me/week/<int:act>/said/", care.said, name="said"),
    path("me/week/ideas/<int:idea>/", care.idea, name="idea"),
    path("suggest/<int:person>/", care.suggest, name="suggest"),
    path("me/my-plan/", plan.own_plan, name="own-plan"),
    path("me/my-plan/<slug:section>/", plan.part, name="part"),
    path("me/my-plan/ideas/<int:idea>/", plan.settle_idea, name="settle-idea"),
    path("me/goals/new/", plan.new_goal, name="new-goal"),
    path("me/goals/<int:goal>/", plan.goal, name="goal"),
    path("me/goals/<int:goal>/change/", plan.change_goal, name="change-goal"),
    path("me/goals/<int:goal>/review/", plan.review_goal, name="review-goal"),
    path("me/goals/<int:goal>/steps/<int:step>/", plan.turn_step, name="turn-step"),
    path("me/sharing/", sharing.sharing, name="sharing"),
    path("me/sharing/new/", sharing.share, name="share"),
    path("me/sharing/<int:share>/end/", sharing.end_share, name="end-share"),
    path("shared/", sharing.shared, name="shared"),
    path("shared/<int:person>/", sharing.shared_by, name="shared-by"),
    path("shared/<int:person>/still/<str:version>/", sharing.still_shared, name="still-shared"),
    path(
        "shared/<int:person>/suggest/<slug:section>/", sharing.suggest_words, name="suggest-words"
    ),
    path("me/thanks/", saying.thanks, name="thanks"),
    path("me/thanks/give/", saying.thank, name="thank"),
    path("me/thanks/<int:thanks>/delete/", saying.delete_thanks, name="delete-thanks"),
    path("me/feedback/", saying.feedback, name="feedback"),
    path("me/feedback/<int:feedback>/take-back/", saying.take_back, name="take-back"),
    path("said/", saying.board, name="board"),
    path("said/answering/", saying.answering, name="answering"),
    path("reviewing/", reviewing.reviewing, name="reviewing"),
    path("reviewing/scales/", reviewing.packs, name="packs"),
    path("reviewing/<int:concern>/", reviewing.concern, name="concern"),
    path("reviewing/<int:concern>/take/", reviewing.take, name="take-concern"),
    path("reviewing/<int:concern>/write/", reviewing.write, name="write-concern"),
    path("reviewing/<int:concern>/close/", reviewing.close, name="close-concern"),
]
