from django.apps import AppConfig


class TablesConfig(AppConfig):
    name = "goldenthread.gatherings.tables"
    label = "tables"
