"""What the desk registers with those below it, once, when every app is ready."""

from django.urls import Resolver404, resolve
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from community.accounts import described, role_ends
from community.accounts import looks as all_looks
from community.accounts import personal_data as registry
from community.accounts.enums import Role
from community.help import kept
from community.notifications import kinds, topics, warm
from community.notifications.topics import Topic
from community.safety import describing, fixed_words, looks, own_subjects, personal_data, warmth
from community.safety.actions import letting_go
from community.safety.models import Letter

# Neutral sentences; those that mail are what a person would want to know while away.
_MAILED = {
    "measure": _(
        "The team decided something about you or your words. You can read why, and answer."
    ),
    "letter": _("Somebody from the team wrote to you."),
    "report_answered": _("There is an answer to something you told us."),
    "appeal_answered": _("We looked again, as you asked. There is an answer."),
    "item_late": _("Something on the desk has waited longer than promised."),
    "item_raised": _("Something on the desk waits for those who lead."),
    "item_handed_over": _("Something on the desk was handed to you."),
    "glass_asked": _("Somebody on the desk needs a second person to agree to something."),
    "looked_at": _("The team has something to tell you about your account."),
    "second_asked": _("Somebody on the desk asks for a second person."),
    "debrief_asked": _("Somebody of the team would like to talk something over with you."),
}
_QUIET = {
    "item_called": _("You are needed at the desk now."),
    "named_second": _("Somebody named you as the one who can be reached beside them."),
    "item_taken_over": _("Somebody took over something you had on the desk."),
    "look_again": _("It is time to look again at something on the desk."),
}


def _reader_of_help() -> kept.Reading | None:
    read = fixed_words.reader_of("help")
    return kept.Reading(read.name, read.profession, read.read_on) if read is not None else None


_TO_THE_PERSON = ("measure", "letter", "report_answered", "appeal_answered", "looked_at")


def join() -> None:
    own_subjects.join()
    all_looks.register(looks.of)
    warm.register(warmth.may_be_warm)
    described.register(describing.hear_profile)
    described.register_names(describing.hear_name)
    kept.register_reader(_reader_of_help)
    for kind, sentence in _MAILED.items():
        named = _who_wrote if kind == "letter" else None
        kinds.register(kind, sentence=sentence, mails=True, named=named)
    for kind, sentence in _QUIET.items():
        kinds.register(kind, sentence=sentence, mails=False)
    topics.put(Topic.WORK, [*_MAILED, *_QUIET])
    topics.put(Topic.TEAM, _TO_THE_PERSON)
    role_ends.register_stop(letting_go.stop)
    for role in (Role.MODERATOR, Role.COORDINATOR, Role.SAFEGUARDING_LEAD):
        role_ends.register(role, letting_go.let_go_out_of_reach)
    registry.register(
        "safety",
        models=personal_data.MODELS,
        export=personal_data.export,
        erase=personal_data.erase,
        stays=personal_data.STAYS,
    )


def _who_wrote(path: str) -> str:
    """ "Emil wrote to you", from the address of the letter."""
    try:
        number = int(resolve(path).kwargs["letter"])
    except (Resolver404, KeyError):
        return ""
    letter = Letter.objects.select_related("by").filter(pk=number).first()
    if letter is None or letter.by is None:
        return ""
    return gettext("%(name)s wrote to you.") % {"name": letter.by.handle}
