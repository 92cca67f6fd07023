from django.core.checks import register

from goldenthread.kit.registry import RoomConfig
from goldenthread.outbox import checks


class OutboxConfig(RoomConfig):
    name = "goldenthread.outbox"
    answers = "goldenthread.outbox.room_answers.Outbox"

    def ready(self) -> None:
        super().ready()
        # Where others can reach the house; on one's own machine, e-mails may wait.
        register(checks.emails_have_a_way_out, "house", deploy=True)
