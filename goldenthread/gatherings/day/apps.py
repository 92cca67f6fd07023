from django.apps import AppConfig


class DayConfig(AppConfig):
    name = "goldenthread.gatherings.day"
    label = "day"
