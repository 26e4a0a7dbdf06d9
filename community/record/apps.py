from datetime import timedelta

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "community.record"

    def ready(self) -> None:
        from community import ticker  # the models exist only now
        from community.record import sealing

        ticker.register("seal_record", every=timedelta(minutes=1), run=sealing.seal)
