from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "goldenthread.gatherings.plan"
    label = "plan"
