from django.apps import AppConfig


class RealtimeConfig(AppConfig):
    name = "realtime"

    def ready(self) -> None:
        from groups import presence as rooms
        from realtime import presence, receivers  # the models it listens to exist only now

        receivers.join()
        rooms.register(presence.here, presence.arrive_one)
