from datetime import timedelta

from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "community.help"

    def ready(self) -> None:
        from community import ticker  # the models exist only now
        from community.help import actions, passing, receivers
        from community.screening import helplines

        receivers.join()
        helplines.register(passing.lines)
        ticker.register("keep_help", every=timedelta(minutes=10), run=actions.keep)
