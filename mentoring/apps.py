from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Neutral: none of them says what kind of thing it is about, or whose.
_SENTENCES = {
    "mentor_approved": _("Something you asked for has been answered."),
    "mentor_answered": _("Something you asked for has been answered."),
    "mentor_asked": _("Somebody would like your answer."),
    "mentor_said_yes": _("You have an answer."),
    "choose_again": _("There is a choice waiting for you."),
    "mentor_not_needed": _("Something that waited for you is settled."),
    "mentor_away": _("There is something to read about somebody you talk with."),
    "agreement_changed": _("There is something to read about somebody you talk with."),
    "second_person": _("Somebody waits for you to look at something."),
    "pair_ended": _("There is something to read about somebody you talk with."),
    "mentor_applied": _("Somebody waits for an answer of yours."),
    "request_needs_you": _("Somebody waits for you to look at something."),
    "cover_offered": _("Somebody you look after may need somebody else."),
}


class MentoringConfig(AppConfig):
    name = "mentoring"

    def ready(self) -> None:
        from community import me_lines, ticker
        from community.accounts import role_ends
        from community.accounts.enums import Role
        from community.notifications import kinds
        from groups import beside
        from mentoring import desk_words, personal_data
        from mentoring.actions import asking, breaks
        from mentoring.queries import my_page
        from mentoring.queries.in_room import beside_words

        personal_data.join()
        desk_words.join()
        beside.register(beside_words)
        me_lines.register(50, my_page.my_mentor)
        me_lines.register(52, my_page.as_mentor)
        role_ends.register(Role.MENTOR, breaks.stop)
        role_ends.register(Role.COORDINATOR, breaks.hand_on_rooms)
        ticker.register("expire offers", every=timedelta(minutes=10), run=asking.expire_offers)
        ticker.register("offer cover", every=timedelta(minutes=10), run=breaks.offer_cover)
        for kind, sentence in _SENTENCES.items():
            kinds.register(kind, sentence=sentence, mails=True)
