from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "community.house"

    def ready(self) -> None:
        from community.house import receivers

        receivers.join()
