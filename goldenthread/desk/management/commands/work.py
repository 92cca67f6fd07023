from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from goldenthread.desk.duties import DUTIES
from goldenthread.desk.open_house import InUse, open_house
from goldenthread.desk.sorry import Sorry
from goldenthread.desk.working import Worker


class Command(BaseCommand):
    help = "Does what happens by itself: e-mails, and what falls due. Any number of workers may run side by side."
    requires_system_checks = ["house"]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do everything that is due now, then stop (for cron)")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = Worker(DUTIES)
        try:
            with open_house(settings.DATA_DIR):
                if once:
                    raise SystemExit(min(worker.work_once(), 1))
                worker.work_until_told_to_stop()
        except InUse as in_use:
            raise Sorry("a backup is being restored. Try again when it is done.") from in_use
