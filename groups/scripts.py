"""Words to open and close a meeting with: cards a host can read from, line by line. Pure.

Written for this place. They invite and never ask anybody to speak; passing is part of each of them.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Script:
    """One card: what it is called, what kind of room it suits, what is said."""

    key: str
    title: str | Promise
    suits: str | Promise
    lines: tuple[str | Promise, ...]

    @property
    def whole(self) -> str:
        """All of it at once."""
        return "\n".join(str(line) for line in self.lines)


OPENINGS = (
    Script(
        "open",
        _("An open evening"),
        _("for a room where everybody talks as they like"),
        (
            _("Good to have you here, whoever you are tonight."),
            _("You can talk, or just read along. Both are taking part."),
            _("What is said here stays here. We ask before we give advice."),
            _("If it gets too much, step out whenever you like. You need not explain it."),
            _("So, how has today been?"),
        ),
    ),
    Script(
        "round",
        _("A talking round"),
        _("for a room where everybody has a turn"),
        (
            _("Welcome. Tonight we go round once, one after the other."),
            _("When it is your turn, take the time you need. Passing is always fine."),
            _(
                "While somebody speaks, the rest of us listen. There is time for answers afterwards."
            ),
            _("What is said here stays here."),
            _("I begin, so that nobody has to be the first."),
        ),
    ),
    Script(
        "topic",
        _("An evening with a topic"),
        _("for a room that talks about one thing"),
        (
            _("Welcome. You can read tonight's topic above the room."),
            _("Speak from your own life. There is no right way to feel about it."),
            _("We leave out how anyone was hurt. A note above heavy words is kind."),
            _("You can stay for a part of it, and you can just read."),
            _("What made you come tonight?"),
        ),
    ),
    Script(
        "quiet",
        _("Quiet company"),
        _("for a room where people sit together and little is said"),
        (
            _("Hello. This is a quiet hour. Nobody has to say anything."),
            _("Bring your tea, your knitting or your tired head."),
            _("If you like, tell us in one word what you brought."),
        ),
    ),
    Script(
        "loss",
        _("A circle after a loss"),
        _("for a small room where people grieve"),
        (
            _("Welcome. There is no order to grief here, and no hurry."),
            _("Names may be said, and need not be."),
            _("We do not compare, and we do not look for a bright side."),
            _("If you want to cry in peace, that is also being here."),
            _("Who would like to begin, may."),
        ),
    ),
)

CLOSINGS = (
    Script(
        "one_thing",
        _("One thing you take with you"),
        _("for most evenings"),
        (
            _("We are coming to the end of our time."),
            _("If you like, name one thing you take with you. It can be very small."),
            _("Passing is fine here too."),
            _("When you go, there is “I am going” above the room. It asks how you leave."),
            _("Thank you for being here. Take care on the way to wherever you go next."),
        ),
    ),
    Script(
        "heavy",
        _("After a heavy evening"),
        _("for when something hard was said"),
        (
            _("That was a lot to hear and to say. Thank you for staying with each other."),
            _("Before you go: feel your feet on the floor, and have a sip of something."),
            _("What would be kind to you in the next hour?"),
            _("If you leave lower than you came, tell me, or tap “Help now” above."),
            _("You do not have to carry it alone until next time."),
        ),
    ),
    Script(
        "quiet",
        _("A quiet goodbye"),
        _("for quiet company"),
        (
            _("The quiet hour is nearly over."),
            _("Go when it suits you. You need not say goodbye."),
            _("It was good that you were here."),
        ),
    ),
)


def opening(key: str) -> Script | None:
    """The card of this name, or none."""
    return next((script for script in OPENINGS if script.key == key), None)


def closing(key: str) -> Script | None:
    """The card of this name, or none."""
    return next((script for script in CLOSINGS if script.key == key), None)
