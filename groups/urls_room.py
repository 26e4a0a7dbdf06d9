"""Addresses of rooms, below `rooms/`. Messages are named by their number in the room, waiting
words by the name their author's page gave them."""

from django.urls import URLPattern, URLResolver, include, path

from groups.views import (
    acts,
    arriving,
    comfort,
    finding,
    held,
    moderating,
    room,
    rounds,
    speaking,
    words,
)

_message = [
    path("", acts.acts, name="acts"),
    path("edit/", words.edit, name="edit"),
    path("delete/", words.delete, name="delete"),
    path("hide/", words.hide, name="hide"),
    path("restore/", words.restore, name="restore"),
    path("report/", words.report, name="report"),
    path("who/", words.who, name="who"),
    path("block/", words.block, name="block"),
    path("remove/", words.remove, name="remove"),
    path("seen/", words.seen, name="seen"),
    path("note/", speaking.note, name="note"),
    path("react/", speaking.react, name="react"),
    path("cover/", moderating.cover, name="cover"),
    path("stand/", moderating.let_stand, name="let-stand"),
    path("uncover/", moderating.uncover, name="uncover"),
    path("anew/", moderating.write_anew, name="anew"),
    path("anew/take-back/", moderating.take_back_anew, name="anew-take-back"),
    path("anew/read/", moderating.read_anew, name="anew-read"),
    path("anew/let-out/", moderating.let_out_anew, name="anew-let-out"),
    path("anew/ask/", moderating.ask_anew, name="anew-ask"),
    path("breather/", moderating.breather, name="breather"),
    path("breather/end/", moderating.end_breather, name="breather-end"),
    path("aside/", moderating.step_aside, name="step-aside"),
    path("worried/", moderating.worried, name="worried"),
    path("take/", moderating.take_note, name="take-note"),
    path("let-go/", moderating.let_go_of_note, name="let-go-of-note"),
]

_looking_after = [
    path("rest/", moderating.rest, name="rest"),
    path("wake/", moderating.wake, name="wake"),
    path("aside/", moderating.ask_aside, name="ask-aside"),
    path("aside/end/", moderating.end_talk, name="end-talk"),
]

_waiting = [
    path("", held.waiting, name="waiting"),
    path("<number:message>/read/", held.read, name="waiting-read"),
    path("<number:message>/offer/", held.offer, name="waiting-offer"),
    path("<number:message>/ask/", held.ask, name="waiting-ask"),
    path("<number:message>/keep/", held.keep, name="waiting-keep"),
]

_held = [
    path("", held.change, name="held"),
    path("for/", held.choose, name="held-for"),
    path("without/", held.without, name="held-without"),
    path("take-back/", held.take_back, name="held-take-back"),
    path("yes/", held.say_yes, name="held-yes"),
    path("no/", held.say_no, name="held-no"),
]

_choices = [
    path("", comfort.choices, name="choices"),
    path("save/", comfort.choose, name="choose"),
    path("mute/", comfort.mute, name="mute"),
    path("mute/<number:muted>/end/", comfort.unmute, name="unmute"),
]

_round = [
    path("next/", rounds.next_turn, name="round-next"),
    path("more/", rounds.extend, name="round-more"),
    path("end/", rounds.end, name="round-end"),
    path("first/<word:wire_id>/", rounds.put_first, name="round-first"),
    path("admit/<word:wire_id>/", rounds.admit, name="round-admit"),
    path("ask/", rounds.ask, name="round-ask"),
    path("listen/", rounds.listen, name="round-listen"),
    path("pass/", rounds.pass_on, name="round-pass"),
    path("out/", rounds.step_out, name="round-out"),
]

_together: list[URLPattern | URLResolver] = [
    path("", rounds.together, name="together"),
    path("lead/", rounds.lead, name="lead"),
    path("pace/", rounds.set_pace, name="pace"),
    path("round/", include(_round)),
    path("hand/up/", rounds.raise_hand, name="hand-up"),
    path("hand/down/", rounds.lower_hand, name="hand-down"),
    path("hand/down/<word:wire_id>/", rounds.lower_hand_of, name="hand-seen"),
    path("here/", rounds.be_here, name="be-here"),
    path("listen/", rounds.just_listen, name="just-listen"),
]

urlpatterns = [
    path("choices/", include(_choices)),
    path("card/", speaking.card, name="card"),
    path("mine/", room.all_mine, name="all-my-words"),
    path("search/", finding.find, name="search"),
    path("<room:room_id>/", room.room, name="room"),
    path("<room:room_id>/read/", room.read, name="read"),
    path("<room:room_id>/draft/", room.draft, name="draft"),
    path("<room:room_id>/mine/", room.mine, name="my-words"),
    path("<room:room_id>/arriving/", arriving.arriving, name="arriving"),
    path("<room:room_id>/going/", arriving.going, name="going"),
    path("<room:room_id>/going/<number:arrival>/", arriving.after_drop, name="after-drop"),
    path("<room:room_id>/hello/<word:wire_id>/", arriving.say_hello, name="say-hello"),
    path("<room:room_id>/", include(_looking_after)),
    path("<room:room_id>/waiting/", include(_waiting)),
    path("<room:room_id>/held/<uuid:cid>/", include(_held)),
    path("<room:room_id>/together/", include(_together)),
    path("<room:room_id>/m/<number:seq>/", include(_message)),
]
