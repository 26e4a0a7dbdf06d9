from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MentoringConfig(AppConfig):
    name = "mentoring"

    def ready(self) -> None:
        from community import ticker
        from community.notifications import kinds
        from mentoring import personal_data
        from mentoring.actions import asking

        personal_data.join()
        ticker.register("expire offers", every=timedelta(minutes=10), run=asking.expire_offers)
        for kind, sentence in (
            ("mentor_approved", _("Something you asked for has been answered.")),
            ("mentor_asked", _("Somebody would like your answer.")),
            ("mentor_said_yes", _("You have an answer.")),
            ("choose_again", _("There is a choice waiting for you.")),
            ("mentor_not_needed", _("Something that waited for you is settled.")),
        ):
            kinds.register(kind, sentence=sentence, mails=True)
