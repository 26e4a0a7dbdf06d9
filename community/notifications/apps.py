from datetime import timedelta

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "community.notifications"

    def ready(self) -> None:
        from community import ticker
        from community.accounts import passing
        from community.accounts import personal_data as registry
        from community.notifications import actions, mail, personal_data

        passing.register(actions.forget_all)
        ticker.register("notice_mails", every=timedelta(seconds=30), run=mail.send_due)
        ticker.register("warm_notices", every=timedelta(minutes=10), run=actions.send_warm)
        registry.register(
            "notifications",
            models=personal_data.MODELS,
            export=personal_data.export,
            erase=personal_data.erase,
        )
