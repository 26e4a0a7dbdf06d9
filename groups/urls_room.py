"""Addresses of rooms, below `rooms/`. Messages are named by their number in the room, waiting
words by the name their author's page gave them."""

from django.urls import include, path

from groups.views import finding, held, room, words

_message = [
    path("edit/", words.edit, name="edit"),
    path("delete/", words.delete, name="delete"),
    path("hide/", words.hide, name="hide"),
    path("restore/", words.restore, name="restore"),
    path("report/", words.report, name="report"),
    path("who/", words.who, name="who"),
    path("block/", words.block, name="block"),
    path("remove/", words.remove, name="remove"),
    path("seen/", words.seen, name="seen"),
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

urlpatterns = [
    path("mine/", room.all_mine, name="all-my-words"),
    path("search/", finding.find, name="search"),
    path("<str:room_id>/", room.room, name="room"),
    path("<str:room_id>/read/", room.read, name="read"),
    path("<str:room_id>/draft/", room.draft, name="draft"),
    path("<str:room_id>/mine/", room.mine, name="my-words"),
    path("<str:room_id>/waiting/", include(_waiting)),
    path("<str:room_id>/held/<uuid:cid>/", include(_held)),
    path("<str:room_id>/m/<int:seq>/", include(_message)),
]
