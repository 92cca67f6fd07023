from django.core.checks import Tags, register

from goldenthread.kit import checks, forms
from goldenthread.kit.registry import RoomConfig


class KitConfig(RoomConfig):
    name = "goldenthread.kit"

    def ready(self) -> None:
        super().ready()
        forms.ask_kindly()
        forms.copy_quickly()
        register(checks.the_cache_is_shared, "house")
        register(checks.sqlite_keeps_its_promises, "house", Tags.database)
