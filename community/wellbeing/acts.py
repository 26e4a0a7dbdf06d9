"""A small library of tiny acts, to begin with or to change. Words to take, nothing to follow."""

from django.utils.translation import gettext_lazy as _

from community.wellbeing.enums import Area

LIBRARY = {
    Area.MOVEMENT: (
        _("Walk to the corner and back"),
        _("Stretch while the kettle boils"),
        _("Stand at the open window for a minute"),
        _("Take the stairs once"),
    ),
    Area.CALM: (
        _("Breathe out slowly, five times"),
        _("Sit with a warm cup and look out"),
        _("Listen to one song and do nothing else"),
        _("Name five things I can see"),
    ),
    Area.PEOPLE: (
        _("Send one line to somebody I like"),
        _("Say hello to a neighbour"),
        _("Sit where other people are, for ten minutes"),
        _("Read along in a room here"),
    ),
    Area.FOOD: (
        _("Eat something warm"),
        _("Drink a glass of water in the morning"),
        _("Put fruit where I can see it"),
        _("Eat one meal at a table"),
    ),
    Area.SLEEP: (
        _("Put the phone in another room at ten"),
        _("Lie down without having to sleep"),
        _("Get up at the same time on two days"),
        _("Write down one worry and leave it there"),
    ),
}
