"""Pages of the library for somebody who is signed in. Nothing here is public, or kept."""

from django.urls import path

from cms.views import checks, courses, mine, questions, reports, stories, ways

app_name = "library"
urlpatterns = [
    path("ask/", questions.ask, name="ask"),
    path("ask/mine/", questions.mine, name="my-questions"),
    path("ask/<number:number>/", questions.asked, name="asked"),
    path("my-course/<number:page>/", courses.mine, name="course"),
    path("later/", mine.later, name="later"),
    path("later/<number:page>/", mine.keep, name="keep"),
    path("later/<number:page>/question/", mine.take_along, name="take-along"),
    path("waiting/", questions.desk, name="work"),
    path("what-stands-in-the-way/", ways.sums, name="barrier-sums"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<number:number>/works/", reports.it_works, name="it-works"),
    path("wordings/", reports.wordings, name="wordings"),
    path("waiting/questions/<number:number>/", questions.answer, name="answer"),
    path("waiting/questions/<number:number>/draft/", questions.draft, name="draft-answer"),
    path("waiting/calls/<number:number>/", questions.called, name="called"),
    path("waiting/stories/<number:page>/link/", stories.ask, name="ask-author"),
    path("checks/", checks.waiting, name="checks"),
    path("checks/<number:page>/", checks.check, name="check"),
    path("checks/<number:page>/name-off/", checks.name_off, name="name-off"),
    path("checks/<number:page>/invite/", checks.invite, name="invite"),
]
