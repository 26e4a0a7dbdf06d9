"""What we say to each thing that stands in the way, and the next step that is always there. Pages and
services that editors chose for it come on top. Pure."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.enums import Barrier


@dataclass(frozen=True, slots=True)
class Way:
    """A first word to somebody, and one step that every house has."""

    about: str | Promise
    step: str | Promise
    href: str


WAYS: dict[Barrier, Way] = {
    Barrier.COST: Way(
        _("Money keeps many people waiting. You may ask what it costs before you say yes."),
        _("Look at the groups here: nobody pays for a room"),
        "/groups/",
    ),
    Barrier.TRAVEL: Way(
        _("You can be with others here from where you are: on a sofa, on a bus, in bed."),
        _("Look at the groups you can join from home"),
        "/groups/",
    ),
    Barrier.LANGUAGE: Way(
        _("You may ask any service for an interpreter. You may write to us in your own language."),
        _("See which help lines there are, and who speaks what"),
        "/help-now/",
    ),
    Barrier.SEEN: Way(
        _("Here you choose a name of your own. Our mails never say what kind of place this is."),
        _("See how to leave a page quickly"),
        "/leave/how/",
    ),
    Barrier.WORK: Way(
        _("You can read and write here at any hour, for two minutes or for twenty."),
        _("Look for a group whose times suit you"),
        "/groups/",
    ),
    Barrier.TRUST: Way(
        _("You do not have to. You can look around first, and nobody asks for your real name."),
        _("Read who can see what you write here"),
        "/accounts/who-can-read/",
    ),
    Barrier.HARM: Way(
        _("What happened to you counts. You decide what you tell, whom, and when to stop."),
        _("Read what everybody here has to keep to"),
        "/accounts/house-rules/",
    ),
}
