from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "community.notifications"

    def ready(self) -> None:
        from community import ticker
        from community.accounts import archive_ready, passing
        from community.accounts import personal_data as registry
        from community.notifications import actions, kinds, mail, personal_data

        archive_ready.register(actions.tell_archive_is_ready)
        kinds.register(
            "archive_ready",
            sentence=_("Something you asked for is ready."),
            mails=True,
            plain=_("The file with your data is ready."),
        )
        passing.register(actions.forget_all)
        ticker.register("notice_mails", every=timedelta(seconds=30), run=mail.send_due)
        ticker.register("warm_notices", every=timedelta(minutes=10), run=actions.send_warm)
        registry.register(
            "notifications",
            models=personal_data.MODELS,
            export=personal_data.export,
            erase=personal_data.erase,
        )
