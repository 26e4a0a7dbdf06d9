from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "community.help"
