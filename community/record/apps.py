from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "community.record"
