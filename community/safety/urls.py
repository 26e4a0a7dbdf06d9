"""Addresses of the desk, of telling the team, and of what was decided about a person.

Members never see an address of the desk: they tell the team under `report/` and read what became of
it under `me/`.
"""

from django.urls import path

from community.safety.views import (
    box,
    care,
    danger,
    deciding,
    desk,
    duty,
    emergency,
    expected,
    fixed_words,
    glass,
    letters,
    outside,
    passing,
    practice,
    record,
    reports,
    rota,
    situations,
    worries,
)

app_name = "safety"

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/since/<word:version>/", desk.since, name="since"),
    path("desk/numbers/", desk.numbers, name="numbers"),
    path("desk/items/<number:item>/", deciding.item, name="item"),
    path("desk/items/<number:item>/words/", deciding.words, name="words"),
    path("desk/items/<number:item>/take/", deciding.take, name="take"),
    path("desk/items/<number:item>/take-over/", deciding.take_over, name="take-over"),
    path("desk/items/<number:item>/release/", deciding.release, name="release"),
    path("desk/items/<number:item>/decide/", deciding.decide, name="decide"),
    path("desk/items/<number:item>/second/", deciding.second, name="second"),
    path("desk/items/<number:item>/near/", deciding.near, name="near"),
    path("desk/items/<number:item>/note/", deciding.note, name="note"),
    path("desk/items/<number:item>/emergency/", emergency.emergency, name="emergency"),
    path(
        "desk/items/<number:item>/emergency/<number:number>/agree/",
        emergency.agree,
        name="emergency-agree",
    ),
    path(
        "desk/items/<number:item>/emergency/<number:number>/called/",
        emergency.called,
        name="emergency-called",
    ),
    path(
        "desk/items/<number:item>/emergency/<number:number>/arrived/",
        emergency.arrived,
        name="emergency-arrived",
    ),
    path("desk/items/<number:item>/who/", glass.who, name="who"),
    path("desk/items/<number:item>/who/ask/", glass.ask, name="who-ask"),
    path(
        "desk/items/<number:item>/who/<number:glass_number>/agree/", glass.agree, name="who-agree"
    ),
    path(
        "desk/items/<number:item>/who/<number:glass_number>/quiet/",
        glass.keep_quiet,
        name="who-quiet",
    ),
    path(
        "desk/items/<number:item>/<slug:key>/card/", situations.card_of_item, name="item-situation"
    ),
    path("desk/items/<number:item>/<slug:key>/call/", situations.call_lead, name="call-lead"),
    path("desk/situations/", situations.cards, name="situations"),
    path("desk/situations/<slug:key>/", situations.card, name="situation"),
    path("desk/care/", care.care, name="care"),
    path("desk/care/not-now/", care.not_now, name="care-not-now"),
    path("desk/care/talk/", care.talk, name="care-talk"),
    path("desk/deaths/", passing.deaths, name="deaths"),
    path("desk/deaths/<number:passing>/agree/", passing.agree, name="death-agree"),
    path("desk/deaths/<number:passing>/told/", passing.told, name="death-told"),
    path("desk/deaths/<number:passing>/end/", passing.end, name="death-end"),
    path("desk/deaths/<number:passing>/back/", passing.take_back, name="death-back"),
    path("desk/practice/", practice.begin, name="practice"),
    path("desk/practice/<number:number>/", practice.case, name="practice-case"),
    path("desk/expected/", expected.expected, name="expected"),
    path("desk/fixed-words/", fixed_words.words, name="fixed-words"),
    path("desk/fixed-words/<slug:key>/read/", fixed_words.say_read, name="words-read"),
    path("desk/fixed-words/<number:read>/away/", fixed_words.take_back, name="words-unread"),
    path("desk/rota/", rota.week, name="rota"),
    path("desk/rota/out/", rota.take_out, name="rota-out"),
    path("desk/rota/off/", rota.off, name="rota-off"),
    path("desk/duty/begin/", duty.begin, name="begin-duty"),
    path("desk/duty/ping/", duty.ping, name="ping"),
    path("desk/duty/call/", duty.call, name="call"),
    path("desk/duty/back/", duty.back, name="back"),
    path("desk/duty/leave/", duty.leave, name="leave-duty"),
    path("desk/on-call/", duty.on_call, name="on-call"),
    path("desk/on-call/end/", duty.off_call, name="off-call"),
    path("desk/shift/second/", duty.name_second, name="name-second"),
    path("desk/shift/end/", duty.end_shift, name="end-shift"),
    path("report/", reports.report, name="report"),
    path("report/outside/", outside.outside, name="outside"),
    path("report/outside/done/", outside.done, name="outside-done"),
    path("report/worried/", reports.worried, name="worried"),
    path("report/worried/about/", worries.worried_about, name="worried-about"),
    path("report/<word:receipt>/", reports.receipt, name="receipt"),
    path("me/reports/", reports.mine, name="my-reports"),
    path("me/box/", box.box, name="box"),
    path("me/in-danger/", danger.danger, name="danger"),
    path("me/called/", letters.called, name="called"),
    path("me/letters/", letters.letters, name="letters"),
    path("me/letters/<number:letter>/", letters.letter, name="letter"),
    path("me/record/", record.record, name="record"),
    path("me/record/<number:measure>/", record.measure, name="measure"),
    path("me/record/<number:measure>/appeal/", record.appeal, name="appeal"),
]
