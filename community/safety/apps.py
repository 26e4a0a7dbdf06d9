from datetime import timedelta

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "community.safety"

    def ready(self) -> None:
        from community.safety import joining, receivers

        joining.join()
        receivers.join()
        _keep_clocks()


def _keep_clocks() -> None:
    from community import ticker
    from community.safety import sending_calls
    from community.safety.actions import clocks, duty, emergency, glass, measures, passing, shifts

    ticker.register("duty", every=timedelta(seconds=5), run=duty.tick)
    ticker.register("calls", every=timedelta(seconds=5), run=sending_calls.send_due)
    ticker.register("desk_clocks", every=timedelta(seconds=15), run=clocks.tick)
    ticker.register("emergencies", every=timedelta(minutes=1), run=emergency.tick)
    ticker.register("glass", every=timedelta(minutes=1), run=glass.tick)
    ticker.register("measures_end", every=timedelta(minutes=1), run=measures.end_due)
    ticker.register("deaths_told", every=timedelta(minutes=1), run=passing.end_due)
    ticker.register("shifts_forgotten", every=timedelta(minutes=10), run=shifts.end_forgotten)
    ticker.register("snapshots_forgotten", every=timedelta(hours=6), run=clocks.forget_snapshots)
