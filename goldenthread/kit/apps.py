from django.apps import AppConfig
from django.core.checks import Tags, register

from goldenthread.kit import checks, forms


class KitConfig(AppConfig):
    name = "goldenthread.kit"

    def ready(self) -> None:
        forms.ask_kindly()
        register(checks.the_cache_is_shared, "house")
        register(checks.sqlite_keeps_its_promises, "house", Tags.database)
