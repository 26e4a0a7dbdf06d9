from datetime import timedelta

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "community.safety"

    def ready(self) -> None:
        from community import ticker
        from community.safety.actions import duty

        ticker.register("duty", every=timedelta(seconds=5), run=duty.tick)
