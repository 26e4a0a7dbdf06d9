from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "community.accounts"

    def ready(self) -> None:
        from datetime import timedelta

        from community import ticker
        from community.accounts import looks, own_data, own_looks, receivers
        from community.accounts.actions import leaving, sessions, taking_along

        own_data.join()
        looks.register(own_looks.of)
        receivers.join()
        ticker.register("finish leaving", every=timedelta(hours=1), run=leaving.finish_all_due)
        ticker.register("archives", every=timedelta(seconds=2), run=taking_along.make_due)
        ticker.register(
            "forget ended sessions", every=timedelta(hours=6), run=sessions.forget_ended_sessions
        )
