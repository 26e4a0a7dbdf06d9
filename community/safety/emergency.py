"""What comes before emergency services, and what whoever calls says. Fixed words,
ours: whose word stands behind them here is written down (`fixed_words`)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

# The gentlest first. Each leaves more with the person than the next.
GENTLER: dict[str, Words] = {
    "talk": _("I have written to them, and asked plainly whether they mean to die today."),
    "self": _("I have asked whether they can call, or go to help, themselves."),
    "near": _("I have asked whether somebody is with them, or can come."),
    "means": _("I have asked whether what could hurt them can be put out of reach."),
    "told": _("I have told them that we may call, and why."),
}
SCRIPT: tuple[Words, ...] = (
    _("Say who you are and that you call for somebody you know only from here."),
    _("Say what they wrote, when, and what you know of where they are. Say what you do not know."),
    _("Ask whether a mental health team can come instead of the police, or with them."),
    _("Ask for a number or a name to call back, and write it into the note."),
    _("Tell the person that help is on its way, in plain words, and stay."),
)
