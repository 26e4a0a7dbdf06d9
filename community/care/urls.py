"""Addresses: /care/ for the care team and who checks it, /me/care/ for members."""

from django.urls import path

from community.care.views import checking, handing, member, provider, saying, sheets, taking, went

app_name = "care"
urlpatterns = [
    path("care/", provider.home, name="home"),
    path("care/still/<word:version>/", provider.still_all, name="still-all"),
    path("care/typed/", provider.typed, name="typed"),
    path("care/people/<number:tie>/", provider.person, name="person"),
    path("care/people/<number:tie>/still/<word:version>/", provider.still, name="still"),
    path("care/people/<number:tie>/questions/<number:question>/", saying.answer, name="answer"),
    path("care/people/<number:tie>/suggest/", saying.suggest, name="suggest"),
    path("care/people/<number:tie>/ask/", saying.ask_for_scale, name="ask-for-scale"),
    path("care/people/<number:tie>/outcome/", saying.outcome, name="write-outcome"),
    path("care/people/<number:tie>/steps/<number:step>/", saying.notice, name="notice"),
    path(
        "care/people/<number:tie>/sheets/<number:sheet>/", saying.sheet, name="sheet-for-provider"
    ),
    path("care/people/<number:tie>/went/", went.went, name="went"),
    path("care/people/<number:tie>/end/", provider.end, name="end-as-provider"),
    path("care/checks/", checking.checks, name="checks"),
    path("care/checks/<number:person>/", checking.check, name="check"),
    path("care/checks/<number:person>/end/", checking.end_check, name="end-check"),
    path("me/care/", member.mine, name="mine"),
    path("me/care/choose/", member.choose, name="choose"),
    path("me/care/choose/<number:provider>/", member.chosen, name="chosen"),
    path("me/care/code/", member.code, name="code"),
    path("me/care/code/typed/", member.code_typed, name="code-typed"),
    path("me/care/code/who/", member.confirm, name="confirm"),
    path("me/care/card/", handing.card, name="card"),
    path("me/care/pieces/<number:piece>/end/", handing.take_piece_back, name="end-piece"),
    path(
        "me/care/questions/<number:question>/end/", handing.take_question_back, name="end-question"
    ),
    path("me/care/<number:tie>/hand-over/", handing.hand_over, name="hand-over"),
    path("me/care/<number:tie>/paper/", handing.paper, name="paper"),
    path("me/care/<number:tie>/ideas/<number:suggestion>/", taking.suggestion, name="settle"),
    path("me/care/<number:tie>/asked/<number:asked>/", taking.not_this_time, name="not-this-time"),
    path("me/care/<number:tie>/outcomes/<number:outcome>/", taking.outcome, name="say-of-outcome"),
    path("me/care/<number:tie>/steps/", taking.show_step, name="show-step"),
    path("me/care/<number:tie>/steps/<number:step>/end/", taking.take_step_back, name="end-step"),
    path("me/care/decide/", sheets.decide, name="decide"),
    path("me/care/<number:tie>/went/<number:visit>/end/", taking.end_went, name="end-went"),
    path("me/care/<number:tie>/sheets/", sheets.new, name="new-sheet"),
    path("me/care/<number:tie>/sheets/<number:sheet>/", sheets.sheet, name="sheet"),
    path("me/care/<number:tie>/sheets/<number:sheet>/close/", sheets.close, name="close-sheet"),
    path("me/care/<number:tie>/sheets/<number:sheet>/end/", sheets.take_back, name="end-sheet"),
    path("me/care/<number:tie>/", member.tie, name="tie"),
    path("me/care/<number:tie>/end/", member.end, name="end"),
]
