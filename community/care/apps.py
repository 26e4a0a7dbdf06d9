from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Each kind: what may be read over a shoulder, and what one's own pages say.
_SENTENCES = {
    "care_checked": (
        _("Something you asked for has been answered."),
        _("The service has checked who you are. Members can bring you now."),
    ),
    "care_typed": (
        _("Somebody would like your answer."),
        _("Somebody typed the letters you showed. Is it the right person?"),
    ),
    "care_brought": (
        _("There is something new to read."),
        _("Somebody brought you as one of their care team."),
    ),
    "care_handed": (
        _("There is something new to read."),
        _("Somebody handed something over to you."),
    ),
    "care_answer": (
        _("You have an answer."),
        _("Somebody of your care team answered you."),
    ),
    "care_back": (
        _("There is something new to read."),
        _("Somebody of your care team wrote to you."),
    ),
    "care_step": (
        _("There is something new to read."),
        _("Somebody showed you a step they took."),
    ),
    "care_noticed": (
        _("Somebody left a few words for you."),
        _("Somebody of your care team noticed something good."),
    ),
    "care_over": (
        _("There is something to read about somebody you talk with."),
        _(
            "Somebody of your care team can read nothing here any more. You can see what to do next."
        ),
    ),
    "care_who": (
        _("There is something to read about somebody you talk with."),
        _("Somebody of your care team has another name, profession or place of work here now."),
    ),
    "care_reads": (
        _("There is something to read about somebody you talk with."),
        _("Somebody of your care team was checked again. They can read what you handed over."),
    ),
    "care_lapsed": (
        _("There is something to read about somebody you talk with."),
        _("Somebody of your care team has to be checked again. Until then they can read nothing."),
    ),
}


class CareConfig(AppConfig):
    name = "community.care"

    def ready(self) -> None:
        from community import me_lines, ticker
        from community.accounts import looks as all_looks
        from community.accounts import role_ends, role_starts
        from community.accounts.enums import Role
        from community.care import desk_words, looks, my_lines, personal_data, rules
        from community.care.actions import back, checking, closing, door
        from community.care.queries import door as door_queries
        from community.notifications import kinds, topics
        from community.notifications.kinds import Warm
        from community.notifications.topics import Topic
        from community.wellbeing import readers

        personal_data.join()
        desk_words.join()
        readers.register(door_queries.readers_of)
        all_looks.register(looks.of)
        me_lines.register(51, my_lines.as_provider)
        ticker.register("care codes", every=timedelta(seconds=30), run=door.tell_of_typed)
        ticker.register("care checks", every=timedelta(minutes=10), run=checking.tell_of_lapses)
        ticker.register("care ends", every=timedelta(hours=1), run=closing.end_what_is_due)
        ticker.register("care turns", every=timedelta(hours=1), run=back.tell_of_wishes)
        ticker.register("care wishes", every=timedelta(hours=1), run=back.lapse_wishes)
        role_ends.register(Role.PROVIDER, checking.end_with_role)
        role_starts.register(Role.PROVIDER, rules.may_have_role)
        role_ends.register_stop(checking.stop)
        topics.put(Topic.SPACE, _SENTENCES)
        topics.put(Topic.WORK, ["care_checked", "care_brought", "care_handed", "care_step"])
        for kind, (sentence, plain) in _SENTENCES.items():
            warm = Warm.LATER if kind == "care_noticed" else Warm.NO
            kinds.register(kind, sentence=sentence, mails=True, plain=plain, warm=warm)
