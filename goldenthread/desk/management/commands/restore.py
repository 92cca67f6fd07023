from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse
from django.utils import timezone

from goldenthread.desk.safekeeping.restoring import restore
from goldenthread.kit.address import absolute
from goldenthread.kit.settings_file import SETTINGS_FILE

SETTINGS = (
    f"Its settings ({SETTINGS_FILE}: its address and its mail server) are in no backup, because a password stands in them. "
    "Bring that file over from the old machine, or answer the three questions of `goldenthread setup` again."
)


class Command(BaseCommand):
    help = "Brings a site back from a backup. E-mails that were still waiting are held, so that nobody is written to twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="what `goldenthread backup` made")
        parser.add_argument("--replace", action="store_true", help="put the site that is here aside first")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        kept = restore(file.absolute(), replace=replace, now=timezone.now())
        if kept:
            self.stdout.write(f"The site that was here is in {kept}.")
        if not (settings.DATA_DIR / SETTINGS_FILE).exists():
            self.stdout.write(SETTINGS)
        self.stdout.write(
            f"The site is back. E-mails that were due are held until a keeper looks at them: {absolute(reverse('desk:held_emails'))}"
        )
