"""Addresses of rooms, below `rooms/`. Messages are named by their number in the room, waiting
words by the name their author's page gave them."""

from django.urls import URLPattern, URLResolver, include, path

from groups.views import held, room, rounds, words

_message = [
    path("edit/", words.edit, name="edit"),
    path("delete/", words.delete, name="delete"),
    path("hide/", words.hide, name="hide"),
    path("restore/", words.restore, name="restore"),
    path("report/", words.report, name="report"),
    path("who/", words.who, name="who"),
    path("block/", words.block, name="block"),
    path("remove/", words.remove, name="remove"),
]

_waiting = [
    path("", held.waiting, name="waiting"),
    path("<int:message>/read/", held.read, name="waiting-read"),
    path("<int:message>/offer/", held.offer, name="waiting-offer"),
    path("<int:message>/ask/", held.ask, name="waiting-ask"),
    path("<int:message>/keep/", held.keep, name="waiting-keep"),
]

_held = [
    path("", held.change, name="held"),
    path("for/", held.choose, name="held-for"),
    path("take-back/", held.take_back, name="held-take-back"),
    path("yes/", held.say_yes, name="held-yes"),
    path("no/", held.say_no, name="held-no"),
]

_round = [
    path("next/", rounds.next_turn, name="round-next"),
    path("more/", rounds.extend, name="round-more"),
    path("end/", rounds.end, name="round-end"),
    path("first/<str:wire_id>/", rounds.put_first, name="round-first"),
    path("admit/<str:wire_id>/", rounds.admit, name="round-admit"),
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
    path("hand/down/<str:wire_id>/", rounds.lower_hand_of, name="hand-seen"),
    path("here/", rounds.be_here, name="be-here"),
    path("listen/", rounds.just_listen, name="just-listen"),
]

urlpatterns = [
    path("mine/", room.all_mine, name="all-my-words"),
    path("<str:room_id>/", room.room, name="room"),
    path("<str:room_id>/read/", room.read, name="read"),
    path("<str:room_id>/draft/", room.draft, name="draft"),
    path("<str:room_id>/mine/", room.mine, name="my-words"),
    path("<str:room_id>/waiting/", include(_waiting)),
    path("<str:room_id>/held/<uuid:cid>/", include(_held)),
    path("<str:room_id>/together/", include(_together)),
    path("<str:room_id>/m/<int:seq>/", include(_message)),
]
