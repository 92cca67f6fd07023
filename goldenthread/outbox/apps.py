from django.apps import AppConfig
from django.core.checks import register

from goldenthread.outbox import checks


class OutboxConfig(AppConfig):
    name = "goldenthread.outbox"

    def ready(self) -> None:
        # Where others can reach the house; on one's own machine, letters may wait.
        register(checks.letters_have_a_way_out, "house", deploy=True)
