from django.apps import AppConfig


class AfterwardsConfig(AppConfig):
    name = "goldenthread.gatherings.afterwards"
    label = "afterwards"
