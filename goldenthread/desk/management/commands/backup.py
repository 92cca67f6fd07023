from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldenthread.desk.for_keepers import note_backup
from goldenthread.desk.safekeeping.backing_up import back_up


class Command(BaseCommand):
    help = (
        "Puts the whole site into one file, while it is open: database, files and secret key. Keep it in a safe place."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file that is not there yet, such as site-2023-05-30.tar")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        back_up(file.absolute())
        note_backup()
        self.stdout.write(
            f"The site is in {file}, read back and found whole. Who has this file can read everything in it."
        )
