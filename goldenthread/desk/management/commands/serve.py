import os
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldenthread.desk.preparing import prepare
from goldenthread.desk.serving.start_up import StartUp
from goldenthread.desk.sorry import Sorry

PORTS = range(1, 65_536)


class Command(BaseCommand):
    help = "Opens the site: its pages, and the worker who sees to e-mails and to what falls due."
    requires_system_checks = ["house"]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--host", default="127.0.0.1", help="listen here; 0.0.0.0 for everywhere (default: %(default)s)"
        )
        parser.add_argument("--port", type=int, default=8000, help="(default: %(default)s)")
        parser.add_argument(
            "--workers",
            type=int,
            default=min(os.cpu_count() or 1, 2),
            help="processes for pages (default: %(default)s)",
        )
        parser.add_argument(
            "--sample", action="store_true", help="fill the site with the sample if nobody is in it yet"
        )

    def handle(self, *args: Any, host: str, port: int, workers: int, sample: bool, **options: Any) -> None:
        if port not in PORTS or workers < 1:
            raise Sorry("--port is a number from 1 to 65535, and --workers at least 1.")
        raise SystemExit(StartUp(host, port, workers, prepare=partial(prepare, with_sample=sample)).run())
