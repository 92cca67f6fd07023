from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse
from django.utils import timezone

from goldenthread.desk.safekeeping.restoring import restore
from goldenthread.kit.address import absolute


class Command(BaseCommand):
    help = "Brings a house back from a backup. Letters that were still waiting are held, so that nobody is written to twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="what `goldenthread backup` made")
        parser.add_argument("--replace", action="store_true", help="put the house that stands here aside first")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        kept = restore(file.absolute(), replace=replace, now=timezone.now())
        if kept:
            self.stdout.write(f"The house that stood here is in {kept}.")
        self.stdout.write(
            f"The house is back. E-mails that were due are held until a keeper looks at them: {absolute(reverse('desk:held_emails'))}"
        )
