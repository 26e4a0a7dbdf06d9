from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "community"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from community import addresses, wiring  # the models it joins exist only now

        addresses.register()
        wiring.join()
