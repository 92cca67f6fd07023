from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "goldenthread.gatherings.pages"
    label = "pages"
